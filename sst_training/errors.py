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


class NoCardThere(SstError):
    """A file or folder in which none of the library's cards stand."""

    exit_code = 2
    key = "error.no_card_there"


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


class AnswerUnwritable(SstError):
    """The answer itself cannot be written: what it goes to is full or gone."""

    exit_code = 6
    key = "error.answer"


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


class RatingOpen(SstError):
    """A rating that another process has open."""

    exit_code = 6
    key = "error.rating_open"


class RatingLocked(SstError):
    """A rating that was locked; only the resolution of an unsafe tick may still be added."""

    exit_code = 6
    key = "error.rating_locked"


class RatingHere(SstError):
    """This rater's observation of this session is here already."""

    exit_code = 6
    key = "error.rating_here"


class StoreBusy(SstError):
    """Another process is changing the folder as a whole."""

    exit_code = 6
    key = "error.store_busy"


class RatingsGone(SstError):
    """The folder of ratings is not there, though backups are: it is never silently started anew."""

    exit_code = 6
    key = "error.ratings_gone"


class UnknownSession(SstError):
    exit_code = 4
    key = "error.session"


class ClientFormAlone(SstError):
    """A session of which only the client's form is here, where an observation is asked for."""

    exit_code = 4
    key = "error.client_form_alone"


class UnknownLabel(SstError):
    exit_code = 4
    key = "error.label"


class UnknownBackup(SstError):
    exit_code = 4
    key = "error.backup"


class WhichRater(SstError):
    """A session with several observations, and none was named."""

    exit_code = 2
    key = "error.which_rater"


class TooManySkills(SstError):
    """More skills asked for than there are slots to practise them in."""

    exit_code = 5
    key = "error.too_many_skills"


class CannotKeepApart(SstError):
    """Two people who would sit together in an own-issue round, whatever the seating."""

    exit_code = 5
    key = "error.cannot_keep_apart"


class NoScenario(SstError):
    """A participant has met every scenario that a slot could play."""

    exit_code = 5
    key = "error.no_scenario"


class NoCommonScenario(SstError):
    """The groups of a round were to share a scenario, and none calls for all the skills they were dealt."""

    exit_code = 5
    key = "error.no_common_scenario"


class NoSpareCard(SstError):
    """A participant has met every scenario that could be the spare card of an own-issue slot."""

    exit_code = 5
    key = "error.no_spare_card"


class TooFewPresent(SstError):
    """Fewer than three people are left for the rest of a day."""

    exit_code = 5
    key = "error.too_few_present"


class CardsGone(SstError):
    """A stored day names cards that this library does not have."""

    exit_code = 4
    key = "error.cards_gone"


class DayUnreadable(SstError):
    """A file that is no stored day, or a damaged one."""

    exit_code = 6
    key = "error.day_unreadable"


class LedgerUnreadable(SstError):
    """A ledger that is damaged or no ledger at all; it is left as it was."""

    exit_code = 6
    key = "error.ledger_unreadable"


class LedgerNewer(SstError):
    """A ledger in a format that came after this program."""

    exit_code = 6
    key = "error.ledger_newer"


class LedgerChanged(SstError):
    """A ledger that someone else wrote while the day was being made."""

    exit_code = 6
    key = "error.ledger_changed"


class LedgerLocked(SstError):
    """A ledger that may not be written."""

    exit_code = 6
    key = "error.ledger_locked"


class RateWhat(SstError):
    """`sst rate` with nothing to rate, or with too much at once."""

    exit_code = 2
    key = "error.rate_what"


class InputEnded(SstError):
    """Piped input that ended before there was an observation to save."""

    exit_code = 2
    key = "error.input_ended"


class NotInDay(SstError):
    """A label that led no talk in that round of a stored day."""

    exit_code = 2
    key = "error.not_in_day"


class OwnIssueOthers(SstError):
    """A talk about an own issue, looked at by someone else than the practitioner."""

    exit_code = 2
    key = "error.own_issue_others"


class ImportInvalid(SstError):
    """Files that cannot be taken in; what is wrong is printed above, a line each."""

    exit_code = 7
    key = "error.import"


class OtherVersion(SstError):
    """A rating of another version of the observation list than the one at hand."""

    exit_code = 7
    key = "error.other_version"


class AnnexHere(SstError):
    """Something else stands beside this session already."""

    exit_code = 6
    key = "error.annex_here"


class AnnexAlone(SstError):
    """What belongs beside a session that is not here, or not that person's, or about an own issue."""

    exit_code = 7
    key = "error.annex_alone"


class NothingToImport(SstError):
    """A folder without a file that could be a rating."""

    exit_code = 7
    key = "error.nothing_to_import"


class NotReady(SstError):
    """A rating that cannot be locked yet; what it lacks is printed above, a line each."""

    exit_code = 7
    key = "error.not_ready"


class NothingUnsafe(SstError):
    exit_code = 7
    key = "error.nothing_unsafe"


class AlreadyResolved(SstError):
    exit_code = 7
    key = "error.already_resolved"


class NoMoments(SstError):
    """A rating without any moment that has a time."""

    exit_code = 7
    key = "error.no_moments"


class NoClientForm(SstError):
    """A file that is no client's form of the session at hand."""

    exit_code = 7
    key = "error.client_form"


class RatingsInvalid(SstError):
    """Rating files among many with problems; the first of them are printed above, a line each."""

    exit_code = 7
    key = "error.ratings"


class NoRatings(SstError):
    """No finished rating in what was given."""

    exit_code = 7
    key = "error.no_ratings"


class RatedTwice(SstError):
    """Two different ratings of one session by one rater."""

    exit_code = 7
    key = "error.rated_twice"


class CannotCompare(SstError):
    """Ratings that may not be shown beside each other; `reason` says why."""

    exit_code = 7
    key = "error.compare"


class TableInvalid(SstError):
    """A table with problems; they are printed above, a line each."""

    exit_code = 7
    key = "error.table"


class NoTranscriptHere(SstError):
    """A transcript for a session about an own issue."""

    exit_code = 7
    key = "error.no_transcript_here"


class TranscriptInvalid(SstError):
    """A file without a caption that can be read."""

    exit_code = 7
    key = "error.transcript"
