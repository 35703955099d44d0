"""`sst site`: the course site in both languages, built whole or shown on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from sst_training.cli.frame import Command, Group, Option, desk

OUT = click.Path(file_okay=False, path_type=Path)

command = Group("site", key="site")


@command.command(cls=Command, name="build", key="site.build")
@click.option("--out", cls=Option, type=OUT, help="help.site.out", metavar="DIR")
def build(out: Path | None) -> None:
    from sst_training.cli import site_build

    root = site_build.ready()
    site_build.build(root, out or root / "build" / "site", desk().phrases, desk().remark)


@command.command(cls=Command, name="serve", key="site.serve")
@click.option("--port", cls=Option, type=click.IntRange(1, 65535), envvar="PORT", help="help.site.port")
@click.option("--out", cls=Option, type=OUT, help="help.site.out", metavar="DIR")
def serve(port: int | None, out: Path | None) -> int:
    from sst_training.cli import site_build, site_serve

    root = site_build.ready()
    folder = out or root / "build" / "site"
    site_build.build(root, folder, desk().phrases, desk().remark, only_if_changed=True)
    return site_serve.serve(folder, port or site_serve.PORT, desk().phrases, desk().out)
