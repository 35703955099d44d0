#!/usr/bin/env python3
"""Write and run the notebooks, in Dutch and English: docs/<language>/modules/<name>.ipynb.

The cells of a notebook stand once, with both languages beside each other, in <name>.cells.txt, so that the two
cannot drift apart. Outputs are kept; times, versions and local paths are not.
Needs nbclient, ipykernel and matplotlib.
Usage: notebooks.py [--check] [name…]      --check: write nothing; exit 1 when text differs
"""

import argparse
import pathlib
import re
import sys

import nbformat
from nbclient import NotebookClient

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
LANGUAGES = ("nl", "en")
NAMES = tuple(sorted(path.name.removesuffix(".cells.txt") for path in HERE.glob("*.cells.txt")))
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
DRAWN = """
%config InlineBackend.figure_formats = ['svg']
%config InlineBackend.print_figure_kwargs = {'metadata': {'Date': None}}
import matplotlib
matplotlib.rcParams.update({'svg.fonttype': 'path', 'svg.hashsalt': 'sst'})
"""
"""Run before the first cell and not kept: plots are drawings, the same bytes each time."""


def cells(name, n):
    """Description and cells of a notebook in language n: [is it code, source, metadata], in order."""
    text = (HERE / f"{name}.cells.txt").read_text(encoding="utf-8")
    parts = re.split(r"^%% (\w+)\n", text, flags=re.M)
    description, found = None, []
    for kind, part in zip(parts[1::2], parts[2::2], strict=True):
        part = part.strip()
        if kind == "description":
            description = part.splitlines()[n]
        elif kind == "code":
            found.append([True, re.sub(r"«([^|»]*)\|([^»]*)»", lambda m: m.group(n + 1), part), {}])
        elif kind == "alt":  # the picture's text alternative, kept in the cell's metadata
            found[-1][2]["alt"] = part.splitlines()[n]
        elif kind == "prose":
            found.append([False, part, {}])
        elif kind == "en":
            found[-1][1] = (found[-1][1], part)[n]
        else:
            raise ValueError(f"{name}: unknown kind of cell: {kind}")
    return description, found


def slim(svg):
    """A plot as a bare drawing: no prolog, styles, unused names or decimals that no eye can see."""
    svg = re.sub(r"<\?xml.*?\?>|<!.*?>|<metadata>.*?</metadata>|<style.*?</style>", "", svg, flags=re.S)
    used = set(re.findall(r"#([\w.-]+)", svg))
    svg = re.sub(r' id="([^"]*)"', lambda m: m.group(0) if m.group(1) in used else "", svg)
    svg = re.sub(r'(?<= (?:d|x|y)=")[^"]*', lambda m: re.sub(r"(\.\d)\d+", r"\1", " ".join(m.group(0).split())), svg)
    return re.sub(r">\s+<", "><", svg).strip()


def notebook(name, n):
    """The notebook in language n, run from top to bottom."""
    description, found = cells(name, n)
    book = nbformat.v4.new_notebook(metadata=METADATA)
    book.cells.append(nbformat.v4.new_code_cell(DRAWN))
    for place, (is_code, source, metadata) in enumerate(found, start=1):
        make = nbformat.v4.new_code_cell if is_code else nbformat.v4.new_markdown_cell
        book.cells.append(make(source, id=f"cell-{place:02}", metadata=metadata))
    NotebookClient(book, timeout=120, kernel_name="python3", record_timing=False, coalesce_streams=True).execute()
    del book.cells[0]
    for count, cell in enumerate((c for c in book.cells if c.cell_type == "code"), start=1):
        cell.execution_count = count
        for output in cell.outputs:
            if "image/svg+xml" in output.get("data", {}):
                output.data["image/svg+xml"] = slim(output.data["image/svg+xml"])
    # the kernel adds its own version; the description is the page's
    book.metadata = nbformat.from_dict(METADATA | {"description": description})
    return book


def path_of(name, n):
    """Where the notebook in language n is kept."""
    return ROOT / "docs" / LANGUAGES[n] / "modules" / f"{name}.ipynb"


def read_by_people(book):
    """Sources, text alternatives and text outputs of a notebook, without the plots."""
    return [
        (
            cell.source,
            cell.metadata.get("alt"),
            [one.get("text", one.get("data", {}).get("text/plain")) for one in cell.get("outputs", [])],
        )
        for cell in book.cells
    ]


def stale(name, n):
    """Whether the notebook that is kept says something else than its cells do now."""
    return read_by_people(notebook(name, n)) != read_by_people(nbformat.read(path_of(name, n), as_version=4))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when text or text output differs")
    parser.add_argument("names", nargs="*", metavar="name", help=f"which (all, unless named): {', '.join(NAMES)}")
    wishes, found = parser.parse_args(), 0
    for name in wishes.names or NAMES:
        for n in range(len(LANGUAGES)):
            path = path_of(name, n)
            if not wishes.check:
                path.parent.mkdir(parents=True, exist_ok=True)
                nbformat.write(notebook(name, n), path)
            elif stale(name, n):
                print(f"{path}: out of date")
                found = 1
    return found


if __name__ == "__main__":
    sys.exit(main())
