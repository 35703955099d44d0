"""The pages that no one writes: source path → the function that makes its Markdown."""

from __future__ import annotations

from collections.abc import Callable

from sst_training.pages import gallery, glossary, modules_index, observation_list, oneliners, references, scenarios
from sst_training.pages.site import Site

PAGES: dict[str, Callable[[Site], str]] = {
    gallery.SOURCE: gallery.page,
    glossary.SOURCE: glossary.page,
    modules_index.SOURCE: modules_index.page,
    observation_list.SOURCE: observation_list.page,
    oneliners.SOURCE: oneliners.page,
    references.SOURCE: references.page,
    scenarios.SOURCE: scenarios.page,
}
"""Without cli.md, which also needs the described commands: see `cli_reference`."""
