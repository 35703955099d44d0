"""Puts the compiled cards and sentences into the wheel; an editable install reads the sources instead."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledLibrary(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the library of this checkout into sst_training/data/ of the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the compiled files to data/, unless the install is editable."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from sst_training.library import compiled, locales
        from sst_training.library.compile import compile_shelf
        from sst_training.library.shelf import read_shelf

        library = compile_shelf(read_shelf(root))
        sentences = locales.read_locales(root / "sst_training" / "locales")
        made = {
            **compiled.encoded("", library),
            "locales.json": msgspec.json.encode(locales.Compiled("", sentences)),
        }
        folder = root / "build" / "wheel"
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (folder / name).write_bytes(content)
            build_data["force_include"][str(folder / name)] = f"sst_training/data/{name}"
