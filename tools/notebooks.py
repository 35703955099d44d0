#!/usr/bin/env python3
"""Write and run the notebook on the early studies, in Dutch and English: docs/<language>/modules/early-studies.ipynb.

The cells stand once, with both languages beside each other, in early-studies.cells.txt, so that the two notebooks
cannot drift apart. Outputs are kept; times, versions and local paths are not.
Needs nbclient, ipykernel and matplotlib.    Usage: notebooks.py [--check]      --check: exit 1 when text differs
"""

import argparse
import base64
import io
import pathlib
import re
import sys

import nbformat
from nbclient import NotebookClient
from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent
LANGUAGES = ("nl", "en")
DESCRIPTIONS = (
    "Reken de bekende cijfers over één gesprek zelf na: een deel van wat, wat is er gemeten, en hoe zeker is het?",
    "Check the well-known figures about one session yourself: a share of what, what was measured, and how sure is it?",
)
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def cells(n):
    """The cells in language n: (is it code, source, metadata), in order."""
    parts = re.split(r"^%% (\w+)\n", (HERE / "early-studies.cells.txt").read_text(encoding="utf-8"), flags=re.M)
    found = []
    for kind, text in zip(parts[1::2], parts[2::2], strict=True):
        text = text.strip()
        if kind == "code":
            text = re.sub(r"«([^|»]*)\|([^»]*)»", lambda m: m.group(n + 1), text)
            found.append([True, text, {}])
        elif kind == "alt":  # the picture's text alternative, kept in the cell's metadata
            found[-1][2]["alt"] = text.splitlines()[n]
        elif kind == "prose":
            found.append([False, text, {}])
        elif kind == "en":
            found[-1][1] = (found[-1][1], text)[n]
        else:
            raise ValueError(f"unknown kind of cell: {kind}")
    return found


def slim(png):
    """A plot in few colours: a third of the bytes, the same to the eye."""
    small = io.BytesIO()
    plot = Image.open(io.BytesIO(base64.b64decode(png))).convert("RGB")
    plot.quantize(48, Image.Quantize.MAXCOVERAGE).save(small, "PNG", optimize=True)
    return base64.b64encode(small.getvalue()).decode("ascii")


def notebook(n):
    """The notebook in language n, run from top to bottom."""
    book = nbformat.v4.new_notebook(metadata=METADATA)
    for place, (is_code, source, metadata) in enumerate(cells(n), start=1):
        make = nbformat.v4.new_code_cell if is_code else nbformat.v4.new_markdown_cell
        book.cells.append(make(source, id=f"cell-{place:02}", metadata=metadata))
    NotebookClient(book, timeout=120, kernel_name="python3", record_timing=False, coalesce_streams=True).execute()
    for output in (o for c in book.cells for o in c.get("outputs", [])):
        if "image/png" in output.get("data", {}):
            output.data["image/png"] = slim(output.data["image/png"])
    # the kernel adds its own version; the description is the page's
    book.metadata = nbformat.from_dict(METADATA | {"description": DESCRIPTIONS[n]})
    return book


def read_by_people(book):
    """Sources and text outputs of a notebook, without the pictures' bytes."""
    outputs = [[o.get("text", o.get("data", {}).get("text/plain")) for o in c.get("outputs", [])] for c in book.cells]
    return [(c.source, o) for c, o in zip(book.cells, outputs, strict=True)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when text or text output differs")
    check, stale = parser.parse_args().check, 0
    for n, language in enumerate(LANGUAGES):
        path, book = HERE.parent / "docs" / language / "modules" / "early-studies.ipynb", notebook(n)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(book, path)
        elif read_by_people(book) != read_by_people(nbformat.read(path, as_version=4)):
            print(f"{path}: out of date")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
