"""The ratings on this machine: found, opened by one process at a time, saved at every key."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from sst_training.errors import OutputUnwritable, RatingHere, RatingLocked, RatingsGone
from sst_training.model.annex import Annex
from sst_training.model.progress import Progress
from sst_training.model.rating import Rating
from sst_training.store import files
from sst_training.store.annexes import Annexes
from sst_training.store.backups import Backup, Backups
from sst_training.store.files import reachable
from sst_training.store.format import State, Unsound, decoded, encoded, new_name, progress_in
from sst_training.store.locks import Locks, byte_of
from sst_training.store.salvage import salvaged

RATING: Final = ".json"
PROGRESS: Final = ".progress"
SAVED: Final = ".saved.json"


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the store. `rating` is None unless it is sound; `reason` says why it is not."""

    name: str
    path: Path
    state: State
    rating: Rating | None = None
    older: bool = False
    reason: str = ""


class Store:
    """A folder with `ratings/`, `backups/` and `damaged/`. Making one touches nothing; `prepare` does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ratings, self.damaged = folder / "ratings", folder / "damaged"
        self.locks = Locks(folder / "lock")
        self.backups = Backups(self.ratings, folder / "backups")
        self.annexes = Annexes(self.ratings, self.damaged, self.locks, self.backups)

    def prepare(self) -> None:
        """Makes the folders, ends a restore that was cut off, clears what a killed process left half written.

        Raises RatingsGone, OutputUnwritable.
        """
        with reachable(self.folder):
            files.make_folder(self.folder)
            with self.locks.whole():
                self.backups.finish_restore()
                if not self.ratings.exists() and self.backups.all():
                    raise RatingsGone(path=str(self.ratings))
                for folder in (self.ratings, self.backups.folder, self.damaged):
                    files.make_folder(folder)
                self._clear()

    def prepare_to_read(self) -> OutputUnwritable | None:
        """`prepare` for a command that only looks: gives the refusal where nothing may be written.

        Raises OutputUnwritable where there is nothing to look at either, RatingsGone.
        """
        try:
            self.prepare()
        except OutputUnwritable as refusal:
            if not self.ratings.is_dir():
                raise
            return refusal
        return None

    def kept(self) -> list[Kept]:
        """Every rating file, sound or not, by session and rater. Raises OutputUnwritable."""
        return sorted((look(path) for path in files.with_ending(self.ratings, RATING)), key=_order)

    def of_session(self, session: str) -> list[Kept]:
        """The sound ratings of one session."""
        return [one for one in self.kept() if one.rating is not None and one.rating.session == session]

    @contextlib.contextmanager
    def opened(self, one: Kept) -> Iterator[OpenRating]:
        """A rating to change, held until the block ends. The first of a day is preceded by a backup.

        Raises RatingOpen if another process has it, OutputUnwritable.
        """
        with self.locks.rating(one.name, **named(one)):
            now = look(one.path)  # as it is now that nobody else can change it
            if now.rating is None:
                raise OutputUnwritable(path=str(one.path), reason=now.reason)
            with reachable(self.backups.folder), self.locks.whole():
                self.backups.make("upgrade") if now.older else self.backups.daily()
            yield OpenRating(self, one.name, now.rating, self._progress(one.name))

    @contextlib.contextmanager
    def created(self, rating: Rating, progress: Progress) -> Iterator[OpenRating]:
        """A new rating, held until the block ends. Raises RatingHere, OutputUnwritable."""
        name = new_name()
        with self.locks.rating(name):
            with reachable(self.folder), self.locks.whole():
                self.refuse_second(rating)
                self.backups.daily()
                fresh = OpenRating(self, name, rating, None)
                fresh.write_progress(progress)  # first, so that a rating never looks further than it is
                files.write_file(fresh.path, encoded(rating))
            yield fresh

    def add(self, ratings: Sequence[Rating], annexes: Sequence[Annex] = ()) -> None:
        """Puts ratings from elsewhere among these, and what stands beside them, after a backup.

        Raises RatingNewer before anything is written; StoreBusy, OutputUnwritable.
        """
        with reachable(self.ratings), self.locks.whole():
            for annex in annexes:
                self.annexes.place(annex)
            self.backups.make("import")
            for rating in ratings:
                files.write_file(self.ratings / (new_name() + RATING), encoded(rating))
            for annex in annexes:
                self.annexes.write(annex)

    def refuse_second(self, rating: Rating) -> None:
        """Raises RatingHere if this rater's observation of this session is here already."""
        if any(one.rating is not None and same_rater(one.rating, rating) for one in self.kept()):
            raise RatingHere(session=rating.session, label=rating.rater.label)

    def restore(self, number: int) -> Backup:
        """Puts a backup back in place of what is here, which becomes a backup itself.

        Raises RatingOpen while any rating is in use, UnknownBackup, OutputUnwritable.
        """
        with contextlib.ExitStack() as held:
            for one in self.kept():
                held.enter_context(self.locks.rating(one.name, **named(one)))
            with reachable(self.folder), self.locks.whole():
                return self.backups.restore(number)

    def set_aside(self, one: Kept) -> tuple[Path, Path | None]:
        """Moves a damaged file out of the way as it is, and writes beside it the draft that can be saved of it.

        Gives both places; the second is None if nothing can be saved. Raises RatingOpen, OutputUnwritable.
        """
        target = self.damaged / one.path.name
        saved = target.with_name(one.name + SAVED)
        with reachable(one.path), self.locks.rating(one.name, **named(one)), self.locks.whole():
            draft = salvaged(one.path.read_bytes())
            if draft is not None:
                files.write_file(saved, encoded(draft))
            progress = self.ratings / (one.name + PROGRESS)
            if progress.exists():
                progress.replace(self.damaged / progress.name)
            one.path.replace(target)
            files.flush_folder(self.damaged)
            files.flush_folder(self.ratings)
        return target, saved if draft is not None else None

    def _progress(self, name: str) -> Progress | None:
        """How far an observation has come; what cannot be read is set aside, and asked again."""
        path = self.ratings / (name + PROGRESS)
        with reachable(path):
            try:
                return progress_in(path.read_bytes())
            except FileNotFoundError:
                return None
            except Unsound:
                path.replace(self.damaged / path.name)
                return None

    def _clear(self) -> None:
        """Removes half-written files, and progress without its rating, of raters who are gone."""
        self.backups.clear()
        for path in list(self.ratings.iterdir()):
            name = path.name.split(".")[0]
            alone = path.suffix == PROGRESS and not path.with_suffix(RATING).exists()
            if path.name.endswith(files.BESIDE) or alone:
                byte = byte_of(name)
                if self.locks.take(byte):
                    path.unlink(missing_ok=True)
                    self.locks.drop(byte)


class OpenRating:
    """A rating that this process holds. What `save` has returned from is on the disk."""

    def __init__(self, store: Store, name: str, rating: Rating, progress: Progress | None) -> None:
        self.store, self.name, self.rating, self.progress = store, name, rating, progress
        self.path = store.ratings / (name + RATING)

    def save(self, rating: Rating, progress: Progress | None = None, *, reopened: bool = False) -> None:
        """Puts the rating and how far it has come on the disk.

        What was just finished goes into the rating before it leaves the progress; what is `reopened` stands in
        the progress before it leaves the rating. So a process that is cut off between the two loses nothing.
        Raises RatingLocked for any change of a locked rating but a resolution, OutputUnwritable.
        """
        if self.rating.locked and msgspec.structs.replace(rating, resolution=self.rating.resolution) != self.rating:
            raise RatingLocked(session=self.rating.session, label=self.rating.rater.label)
        with reachable(self.path):
            if reopened:
                self.write_progress(progress)
            if rating != self.rating:
                files.write_file(self.path, encoded(rating))
                self.rating = rating
            if progress != self.progress:
                self.write_progress(progress)

    def write_progress(self, progress: Progress | None) -> None:
        """Puts how far the rating has come on the disk. Raises OSError."""
        path = self.store.ratings / (self.name + PROGRESS)
        if progress is None:
            files.remove_file(path)
        else:
            files.write_file(path, msgspec.json.encode(progress) + b"\n")
        self.progress = progress

    def remove(self) -> None:
        """Takes the rating away again: it was never begun. Raises OutputUnwritable."""
        with reachable(self.path):
            files.remove_file(self.path)
            files.remove_file(self.store.ratings / (self.name + PROGRESS))


def look(path: Path) -> Kept:
    """One file of the store, sound or not."""
    name = path.name.removesuffix(RATING)
    try:
        rating, older = decoded(path.read_bytes())
        return Kept(name=name, path=path, state="sound", rating=rating, older=older)
    except Unsound as cause:
        return Kept(name=name, path=path, state=cause.state, reason=cause.reason)
    except OSError as cause:
        return Kept(name=name, path=path, state="unreadable", reason=cause.strerror or str(cause))


def named(one: Kept) -> dict[str, str]:
    """What a rating is called in a sentence: by session and rater, or by its file if those cannot be read."""
    if one.rating is None:
        return {"session": one.name, "label": "?"}
    return {"session": one.rating.session, "label": one.rating.rater.label}


def same_rater(one: Rating, other: Rating) -> bool:
    """Whether two ratings are one person's of one session; a client's form is another thing than an observation."""
    return (one.session, one.rater.label, one.rater.role == "client") == (
        other.session,
        other.rater.label,
        other.rater.role == "client",
    )


def _order(one: Kept) -> tuple[str, str, str]:
    rating = one.rating
    return (rating.date, rating.session, rating.rater.label) if rating else ("", "", one.name)
