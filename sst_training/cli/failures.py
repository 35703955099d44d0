"""What went wrong, in one line on stderr that begins with `sst:`."""

from __future__ import annotations

import errno
import os
import sys

import click

from sst_training.errors import AnswerUnwritable, OutputUnwritable, SstError
from sst_training.model.phrases import Phrases

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO)
"""What a system says when there is no room for what is written to a file without a name of ours: stdout."""


def say(cause: Exception, phrases: Phrases) -> int:
    """Puts what went wrong into one line on stderr; gives the exit code."""
    if isinstance(cause, SstError):
        click.echo(f"sst: {phrases(cause.key, **cause.words)}", err=True)
        return cause.exit_code
    if isinstance(cause, click.Abort):
        click.echo(f"sst: {phrases('error.aborted')}", err=True)
        return 130
    if isinstance(cause, click.exceptions.NoArgsIsHelpError):
        click.echo(cause.format_message(), err=True)
        return 2
    if isinstance(cause, click.exceptions.NoSuchOption):
        words = phrases("error.no_option", option=cause.option_name)
    elif isinstance(cause, click.exceptions.MissingParameter) and cause.param is not None:
        words = phrases("error.missing", name=cause.param.make_metavar(cause.ctx or click.get_current_context()))
    elif isinstance(cause, click.exceptions.BadOptionUsage):
        words = phrases("error.needs_value", option=cause.option_name)
    elif isinstance(cause, click.FileError):
        words = phrases("error.no_file", option="", value=cause.ui_filename)
    else:
        words = phrases("error.usage", message=getattr(cause, "message", str(cause)).rstrip("."))
    click.echo(f"sst: {words}", err=True)
    return getattr(cause, "exit_code", 2)


def refused(cause: OSError) -> SstError | None:
    """What the system refuses of a file with a name, or of stdout; None for what is neither, and so our own fault."""
    if isinstance(cause.filename, str):
        return OutputUnwritable(path=click.format_filename(cause.filename), reason=cause.strerror or "")
    if cause.errno not in FULL:
        return None
    leave_stdout()
    return AnswerUnwritable(reason=cause.strerror or "")


def leave_stdout() -> None:
    """Points stdout at nothing, so that what still waits there is not tried again at the end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
