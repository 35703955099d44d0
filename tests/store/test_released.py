"""Every format that was ever released opens, from files that are never changed; and a store gives back what it took."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from sst_training.model.annex import ANNEX_FORMAT, Annex, Choice
from sst_training.model.progress import PROGRESS, Progress
from sst_training.model.rating import FORMAT, Rater, Rating
from sst_training.store.annexes import decoded_annex
from sst_training.store.format import decoded, progress_in
from sst_training.store.ratings import Store

RELEASED = Path(__file__).resolve().parents[1] / "released"
"""One file a format and number, with every field filled in. A new number adds a file; none is ever edited."""

FILES = sorted(RELEASED.glob("*.json"))
OPENS = {
    "rating": lambda content: decoded(content)[0],
    "annex": decoded_annex,
    "progress": progress_in,
}
CODES = st.from_regex(r"[a-z0-9]{8}", fullmatch=True)
LABELS = st.sampled_from(["P1", "P2", "T1"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_released_opens(path):
    """With nothing lost: each field of the file is in what was read."""
    kind = path.stem.split("-")[1]
    read = msgspec.to_builtins(OPENS[kind](path.read_bytes()))

    def holds(found, wanted):
        if isinstance(wanted, dict):
            return all(name in found and holds(found[name], value) for name, value in wanted.items())
        if isinstance(wanted, list):
            return len(found) == len(wanted) and all(map(holds, found, wanted))
        return found == wanted

    assert holds(read, {**msgspec.json.decode(path.read_bytes()), "format": read["format"]})


@pytest.mark.parametrize("current", [FORMAT, ANNEX_FORMAT, PROGRESS])
def test_every_number_has_its_file(current):
    """Also the one of today, so that it is there once there is a next."""
    kind, _, number = current.removeprefix("sst-").partition("/")
    numbers = {int(found[1]) for path in FILES if (found := re.match(rf"sst-{kind}-([0-9]+)", path.stem))}
    assert numbers == set(range(1, int(number) + 1))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(CODES, LABELS, st.booleans()), max_size=6, unique_by=lambda one: one[:2]))
def test_a_store_gives_back_what_it_took(sessions):
    """Added or begun, with what stands beside; looked at from a new start, after a backup was put back too."""
    model = decoded((RELEASED / "sst-rating-1.json").read_bytes())[0]
    made = [
        msgspec.structs.replace(model, session=session, rater=Rater(role="peer", label=label, blind=True))
        for session, label, _ in sessions
    ]
    progress = Progress(part="focus", answers={"focus.b1": "y"})
    annexes = [
        Annex(session=session, ratee="P3", chosen=Choice(skill="focus", date="2026-12-05", time="12:00:00"))
        for session in {session for session, _, _ in sessions}
    ]
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "data")
        store.prepare()
        begun = [rating for rating, (_, _, begins) in zip(made, sessions, strict=True) if begins]
        for rating in begun:
            with store.created(rating, progress) as held:
                held.save(msgspec.structs.replace(rating, locked=True))
        store.add([rating for rating in made if rating not in begun], annexes)
        for again in (Store(store.folder), restored(store)):
            again.prepare()
            found = [one.rating for one in again.kept()]
            wanted = [msgspec.structs.replace(one, locked=one in begun) for one in made]
            assert sorted(map(key, found)) == sorted(map(key, wanted))
            assert all(one in found for one in wanted)
            assert sorted(one.annex.session for one in again.annexes.kept()) == sorted(one.session for one in annexes)


def key(rating: Rating) -> tuple[str, str]:
    """Whose of which session."""
    return rating.session, rating.rater.label


def restored(store: Store) -> Store:
    """The same store after everything was taken away and put back from a copy."""
    store.backups.make("import")
    number = store.backups.all()[0].number
    for path in store.ratings.iterdir():
        path.unlink()
    store.restore(number)
    return Store(store.folder)
