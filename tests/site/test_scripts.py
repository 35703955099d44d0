"""Our scripts as they are sent."""

from __future__ import annotations

from pathlib import Path

from sst_training.pages.scripts import COMMENT, lean


def test_comment_lines_go_and_the_rest_stays() -> None:
    """Behind code and inside a template a comment stays what it is."""
    script = (
        "// why\n/**\n * what\n * @param {x} y\n */\nconst a = 1; // here\n  // there\nconst b = `\n  https://x\n`;\n"
    )
    assert lean(script) == "const a = 1; // here\nconst b = `\n  https://x\n`;\n"


def test_no_template_has_a_line_that_looks_like_a_comment(root: Path) -> None:
    """What `lean` takes away is never inside a text: the backticks before it come in pairs."""
    for path in (root / "docs" / "assets" / "tools").rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        for comment in COMMENT.finditer(text):
            assert lean(text[: comment.start()]).count("`") % 2 == 0, (path, comment[0])


def test_the_site_sends_lean_scripts(built: Path) -> None:
    """Also the drawing engine."""
    assert not (built / "assets/tools/engine/rng.js").read_text(encoding="utf-8").startswith("//")
