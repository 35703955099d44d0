"""The knowledge check in the browser: the bytes of its Python twin."""

from __future__ import annotations

import msgspec
from playwright.sync_api import Page

from sst_training.draw.knowledge_check import knowledge_check
from sst_training.model.library import Library

DEAL = """
async ({ site, path, seeds }) => {
  const at = (file) => new URL(file, site).href;
  const { knowledgeCheck } = await import(at("assets/tools/engine/knowledge-check.js"));
  const { questions } = await (await fetch(at(path))).json();
  return seeds.map((seed) => engine.jsonLine(knowledgeCheck(questions, seed)));
}
"""


def test_fifty_start_codes_give_the_same_bytes(
    engine: Page, site: str, ways: dict[str, dict[str, str]], seeds: list[str], library: Library
) -> None:
    """Odd ones among them, in both languages."""
    wanted = [msgspec.json.encode(knowledge_check(library.questions, seed)).decode() for seed in seeds[:50]]
    for lang in ways:
        assert engine.evaluate(DEAL, {"site": site, "path": ways[lang]["learn"], "seeds": seeds[:50]}) == wanted
