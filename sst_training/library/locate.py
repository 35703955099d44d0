"""Where the cards are: in a checkout, or compiled inside an installed wheel."""

from __future__ import annotations

from pathlib import Path

from sst_training.errors import NeedsCheckout

PACKAGE = Path(__file__).resolve().parents[1]
PACKED = PACKAGE / "data"
"""Where an installed wheel has its compiled library, trusted as it is."""


def is_checkout(root: Path) -> bool:
    """Whether a folder holds the sources."""
    return (root / "roleplays" / "words.yaml").is_file() and (root / "checklists").is_dir()


def checkout(inside: Path | None = None) -> Path:
    """The checkout a path stands in, else the one this package runs from. Raises NeedsCheckout in an installed wheel."""
    above = () if inside is None else (inside.resolve(), *inside.resolve().parents)
    root = next(filter(is_checkout, above), PACKAGE.parent)
    if not is_checkout(root):
        raise NeedsCheckout(folder=str(root))
    return root
