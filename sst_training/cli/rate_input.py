"""Keys from a terminal, or lines where input is piped: for screen readers, tests and scripts.

click.getchar opens the terminal itself when stdin is a pipe and would hang there; so a pipe is read by the line,
and the first letter of a line is the key. Questions go to stderr, so that stdout holds results alone.
"""

from __future__ import annotations

import contextlib
import io
import sys

import click

LEAD = "> "
"""Every question that waits for an answer begins with this."""


class Input:
    """Where answers come from."""

    def __init__(self) -> None:
        self.live = sys.stdin is not None and sys.stdin.isatty()
        if not self.live and isinstance(sys.stdin, io.TextIOWrapper):
            with contextlib.suppress(io.UnsupportedOperation):
                sys.stdin.reconfigure(errors="replace")

    def key(self, question: str) -> str:
        """One key, in lower case; empty for Enter. Raises EOFError at the end of input, KeyboardInterrupt."""
        if not self.live:
            return self.line(question)[:1].lower()
        click.echo(f"{LEAD}{question} ", nl=False, err=True)
        found = click.getchar()
        if found == "\x04":
            raise EOFError
        found = "" if found in ("\r", "\n") else found[:1].lower()
        click.echo(found if found.isprintable() else "", err=True)
        return found

    def line(self, question: str) -> str:
        """One line without the blanks around it. Raises EOFError at the end of input, KeyboardInterrupt."""
        click.echo(f"{LEAD}{question} ", nl=not self.live, err=True)
        if sys.stdin is None:
            raise EOFError
        found = sys.stdin.readline()
        if not found:
            raise EOFError
        return found.strip()
