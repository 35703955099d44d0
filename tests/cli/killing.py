"""Kills `sst rate` at random moments and looks whether every acknowledged key is on the disk.

`python killing.py FOLDER KILLS SEED`. A key is acknowledged once the next question stands on the screen. The
expected state is worked out beside it, from the same answers, by the pure functions of rating/draft.py. The
children are forks of a process that has everything loaded, so that a hundred kills take seconds; what a fork runs
is the whole command.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from sst_training.cli import main
from sst_training.cli.rate_input import LEAD
from sst_training.library import open_library
from sst_training.rating.draft import Draft, answer, resume, undo
from sst_training.rating.questions import Question
from sst_training.store.format import decoded, progress_in

LIST = open_library().instrument
LINES = {
    "at": "12", "keep_at": "", "note": "Wat hoop je?", "keep_note": "", "length": "21:00", "prediction": "Goed.",
    "erase_by": "2099-01-01", "name": "opname", "skills": "", "count": "3",
}  # fmt: skip
VALUES = {**LINES, "length": "1260"}


class Child:
    """A fork that runs one command line, with pipes for a terminal."""

    def __init__(self, *args: str) -> None:
        keys_out, keys_in = os.pipe()
        screen_out, screen_in = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.dup2(keys_out, 0)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(screen_in, 2)
            for handle in (keys_in, screen_out):
                os.close(handle)
            sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
            try:
                main([*args])
            finally:
                os._exit(0)
        os.close(keys_out)
        os.close(screen_in)
        self.keys, self.screen, self.seen = keys_in, screen_out, b""

    def asked(self, times: int, patience: float = 20.0) -> bool:
        """Whether so many questions stand on the screen before patience ends."""
        until = time.monotonic() + patience
        while self.count() < times:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.screen], [], [], left)[0]:
                return False
            found = os.read(self.screen, 65536)
            if not found:
                return False
            self.seen += found
        return True

    def count(self) -> int:
        """How many questions stand on the screen, whole."""
        return sum(line.startswith(LEAD.encode()) for line in self.seen.split(b"\n")[:-1])

    def kill(self) -> None:
        """Ends it without a word, and sees what it still had put on the screen."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        while found := os.read(self.screen, 65536):
            self.seen += found
        os.close(self.keys)
        os.close(self.screen)


def typed(question: Question, chance: random.Random) -> tuple[str, str]:
    """A line to type, and the answer it stands for."""
    if question.kind in ("kind", "level"):
        return "1", "role-play" if question.kind == "kind" else "too_easy"
    if question.kind in LINES:
        return LINES[question.kind], VALUES[question.kind]
    yes = chance.random() < 0.6
    blind = question.kind == "blind"
    return "j" if yes else "n", "y" if yes != blind else "n"


def on_disk(folder: Path, name: str) -> Draft:
    """What the store holds."""
    rating, _ = decoded((folder / "ratings" / f"{name}.json").read_bytes())
    return resume(rating, progress_in((folder / "ratings" / f"{name}.progress").read_bytes()), LIST)


def begin_one(folder: Path, session: str) -> str:
    """A new observation, and its name in the store."""
    before = set(os.listdir(folder / "ratings")) if (folder / "ratings").exists() else set()
    child = Child("rate", "--new", "--role", "self", "--label", "P3", "--session", session, "--data", str(folder))
    assert child.asked(1), child.seen
    child.kill()
    (new,) = {one for one in os.listdir(folder / "ratings") if one.endswith(".json")} - before
    return new.removesuffix(".json")


def kill_one(folder: Path, session: str, name: str, chance: random.Random) -> tuple[int, bool]:
    """One sitting that ends by a kill: how many keys were acknowledged, and whether all is filled in now."""
    child = Child("rate", session, "--data", str(folder))
    assert child.asked(1), child.seen
    draft = on_disk(folder, name)
    states = [draft]
    for _ in range(chance.randrange(1, 16)):
        question = draft.question()
        if question is None:
            break
        if chance.random() < 0.1 and undo(draft) != draft:
            line, draft = "u", undo(draft)
        else:
            line, value = typed(question, chance)
            draft = answer(draft, question, value)
        states.append(draft)
        os.write(child.keys, line.encode() + b"\n")
        if chance.random() < 0.5:
            assert child.asked(len(states)), child.seen  # as a person does: reads the next question first
    time.sleep(chance.random() * 0.02)
    child.kill()
    acknowledged = min(child.count(), len(states)) - 1
    found = on_disk(folder, name)
    # a key that was on its way may be in one of the two files already, in the one that loses nothing
    pairs = [(states[i], states[min(i + 1, len(states) - 1)]) for i in range(acknowledged, len(states))]
    fits = [
        found.rating in (one.rating, next_.rating) and found.question() in (one.question(), next_.question())
        for one, next_ in pairs
    ]
    assert any(fits), (acknowledged, found.progress, [state.progress for state in states], child.seen[-800:])
    left = [one for one in os.listdir(folder / "ratings") if one.endswith(".tmp")]
    assert len(left) <= 1, left
    return acknowledged, found.question() is None


def run(folder: Path, kills: int, seed: int) -> int:
    """So many kills; how many keys were acknowledged in all."""
    chance = random.Random(seed)
    total, number = 0, 0
    session, name = "", ""
    for _ in range(kills):
        if not session:
            number += 1
            session = f"kill{number:04}"
            name = begin_one(folder, session)
        keys, done = kill_one(folder, session, name, chance)
        total += keys
        if done:
            session = ""
    return total


if __name__ == "__main__":
    print(run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
