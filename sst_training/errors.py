"""The requests that cannot be met: one class a cause, each with its exit code.

A class holds typed arguments and no prose. `key` names its sentence in `locales/`; the CLI alone
puts it into words. What is wrong *inside a card or a rating* is no error but a value: see
`sst_training.model.problem`.
"""

from __future__ import annotations


class SstError(Exception):
    """A request that cannot be met. `exit_code` follows DESIGN §6; `key` names the sentence."""

    exit_code = 1
    key = "error.unknown"

    def __init__(self, **words: object) -> None:
        super().__init__(self.key, words)
        self.words = words


class BadSeed(SstError):
    """A seed that is empty, too long, or holds something no text can hold."""

    exit_code = 2
    key = "error.seed"


class UnknownLanguage(SstError):
    exit_code = 2
    key = "error.language"


class LibraryUnreadable(SstError):
    """No cards here, or cards that do not pass `sst check`."""

    exit_code = 3
    key = "error.library"


class NeedsCheckout(SstError):
    """A command that works on the sources was run from an installed wheel."""

    exit_code = 3
    key = "error.checkout"


class NeedsSiteExtra(SstError):
    exit_code = 3
    key = "error.site_extra"


class SiteFailed(SstError):
    """MkDocs stopped; its own words are on stderr above."""

    exit_code = 3
    key = "error.site_failed"


class UnknownId(SstError):
    exit_code = 4
    key = "error.unknown_id"


class CannotDraw(SstError):
    """No card is left; `filter` names the filter that left nothing."""

    exit_code = 5
    key = "error.cannot_draw"


class SafetyIsGuided(SstError):
    """The skill `safety` is never dealt: its scenarios are guided ones."""

    exit_code = 5
    key = "error.safety_guided"


class OutputUnwritable(SstError):
    """A file or folder of the user's cannot be read, written or changed."""

    exit_code = 6
    key = "error.output"


class AddressTaken(SstError):
    exit_code = 6
    key = "error.port"


class RatingInvalid(SstError):
    """A rating file with problems; they are printed above, a line each."""

    exit_code = 7
    key = "error.rating"


class RatingNewer(SstError):
    """A rating file in a format that came after this program."""

    exit_code = 6
    key = "error.rating_newer"


class TextTooLong(SstError):
    """A card's text that does not fit its sheet, however small it is set."""

    exit_code = 3
    key = "error.text_too_long"


class SignNotInFont(SstError):
    """A sign that our fonts cannot print."""

    exit_code = 3
    key = "error.sign_not_in_font"


class CannotTypeset(SstError):
    """The typesetter stopped; the reason is in its own words."""

    exit_code = 3
    key = "error.cannot_typeset"


class FolderNotEmpty(SstError):
    """An output folder with something in it."""

    exit_code = 6
    key = "error.folder_not_empty"
