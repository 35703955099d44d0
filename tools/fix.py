"""`make fix`: adds new ids and ticks to the locks and writes the editors' JSON Schemas."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sst_training.library.lock import add_missing  # noqa: E402
from sst_training.library.schemas import write_schemas  # noqa: E402
from sst_training.library.shelf import read_shelf  # noqa: E402


def main() -> None:
    """Brings what is derived from the cards up to date, and says what changed."""
    for name in add_missing(read_shelf(ROOT)):
        print(f"locked: {name}")
    for path in write_schemas(ROOT):
        print(f"written: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
