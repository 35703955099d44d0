"""Keys from a terminal, or lines where input is piped: for screen readers, tests and scripts.

A pipe is read by the line, and the first letter of a line is the key. At a terminal a key is read without Enter;
not by click.getchar, for that throws away what was typed while the last key was being saved. Questions go to
stderr, so that stdout holds results alone.
"""

from __future__ import annotations

import contextlib
import io
import sys

import click

from sst_training.cli.layout import wrap

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
        click.echo(f"{wrap(question, len(LEAD), LEAD)} ", nl=False, err=True)
        found = read_key()
        if found in ("\x04", "\0"):  # Ctrl-D; typed ahead it comes as a zero
            raise EOFError
        found = "" if found in ("\r", "\n") else found[:1].lower()
        found = found if found.isprintable() else "\x1b"  # an arrow or the like: a key that no question knows
        click.echo("" if found == "\x1b" else found, err=True)
        return found

    def line(self, question: str) -> str:
        """One line without the blanks around it. Raises EOFError at the end of input, KeyboardInterrupt."""
        asked = wrap(question, len(LEAD), LEAD) if self.live else LEAD + question
        click.echo(f"{asked} ", nl=not self.live, err=True)
        if sys.stdin is None:
            raise EOFError
        found = sys.stdin.readline()
        if not found:
            raise EOFError
        return found.strip()


if sys.platform == "win32":

    def read_key() -> str:
        """One key from the terminal. Raises KeyboardInterrupt."""
        return click.getchar()

else:
    import os
    import select
    import termios
    import tty

    def read_key() -> str:
        """One key from the terminal, an arrow as one; keys typed ahead wait. Raises EOFError, KeyboardInterrupt."""
        handle = sys.stdin.fileno()
        before = termios.tcgetattr(handle)
        try:
            tty.setcbreak(handle, termios.TCSADRAIN)
            found = os.read(handle, 1)
            if not found:  # the terminal was closed
                raise EOFError
            while (found[0] == 0x1B or found[0] >= 0xC0) and select.select([handle], [], [], 0.01)[0]:
                if not (more := os.read(handle, 1)):
                    break
                found += more
                if found[0] >= 0xC0 and len(found) >= (2 if found[0] < 0xE0 else 3 if found[0] < 0xF0 else 4):
                    break
        finally:
            termios.tcsetattr(handle, termios.TCSADRAIN, before)
        return found.decode("utf-8", "replace") if found[0] != 0x1B else "\x1b"
