"""Every step and every place as it is drawn, beside what was looked at and found good: see CONTRIBUTING.md."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from made.fitzgeralds import KEPT_BACK, TODAY, a_full_first_meeting

from db.interchange import read_families
from eymeeting.clock import Clock
from eymeeting.demo import demo_families

FOLDER = Path(__file__).with_name("snapshots")
OVER_TIME = Path(__file__).parents[1] / "families" / "over_time.json"
WRITE = "EYMEETING_WRITE_SNAPSHOTS"
"""The environment variable that has them written anew instead of compared."""

BACK = "<f10>"
PLACES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("home-covered", ()),
    ("home", ("<enter>",)),
    ("home-help", ("<f1>",)),
    ("settings", ("<f1>", "<f6>")),
    ("new-family", (BACK, "<f2>")),
    ("home-nobody-fits", (BACK, "zzz")),
    ("home-found", (*["<backspace>"] * 3, "fuch")),
    ("who-is-at-the-keyboard", ("<f3>",)),
    ("family", ("a",)),
    ("family-below", ("<end>",)),
    ("family-somebody-new", ("<f2>", "Nan Bea, nan, 3.2.51")),
    ("", ("<ctrl+u>", "<f2>")),
    ("family-actions", ("a",)),
    ("form-action-news", ("a",)),
    ("which-meeting", (BACK, "b")),
    ("form-next-meeting", ("a",)),
    ("family-calls", (BACK, "c")),
    ("form-call", ("a",)),
    ("agreement", (BACK, "d")),
    ("family-copies", (BACK, "e")),
    ("form-family", ("<escape>", "f")),
    ("form-person", (BACK, "i")),
    ("form-child", (BACK, "l")),
    ("form-worker", (BACK, "p")),
    ("what-changed", (BACK, "<f3>")),
    ("form-household", ("<escape>", "u")),
)
"""Each place with the keys that lead there from the one before; one without a name is only passed through."""

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("step-welcome", (BACK, "<f4>")),
    ("step-welcome-ways", ("B",)),
    (
        "quick-line",
        ("<escape>", "<f2>", "Ring housing about the damp @marsh fri 11 dec #home ~he has a date"),
    ),
    ("covered", ("<f12>",)),
    ("", ("<f12>", *["<backspace>"] * 70, "<f2>")),
    ("help-at-a-step", ("<f1>",)),
    ("step-agreement", ("<f1>", "<f4>")),
    ("step-agreement-limited", ("<down>", "<down>")),
    ("step-children", ("<f4>",)),
    ("step-children-open", ("a",)),
    ("step-story", ("<escape>", "<f4>")),
    ("step-story-who", ("<ctrl+o>",)),
    ("face-story", ("<escape>", "<f7>")),
    ("step-journey", ("<f7>", "<f4>")),
    ("step-scores", ("<f4>",)),
    ("step-scores-areas", ("a",)),
    ("alone", ("<escape>", "o")),
    ("alone-who", ("<enter>",)),
    ("alone-page", ("a",)),
    ("face-scores", ("<escape>", "<f7>")),
    ("step-workers", ("<f7>", "<f4>")),
    ("step-workers-open", ("b",)),
    ("step-areas", ("<escape>", "<f4>")),
    ("step-areas-writing", ("<enter>",)),
    ("step-actions", ("<escape>", "<f4>")),
    ("step-lead", ("<f4>",)),
    ("step-next", ("<f4>",)),
    ("step-finish", ("<f4>",)),
    ("step-finish-below", ("<end>",)),
    ("step-finish-ending", ("<enter>",)),
    ("face-read-back", ("<escape>", "<f7>")),
    ("face-plan", (*["<f4>"] * 3,)),
    ("hand-over", (BACK, "<f6>")),
    ("in-and-out", ("<escape>", "<f5>")),
)

REVIEW: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("<enter>", "EYM-0006", "<enter>", "a")),
    ("who-owes", ("<f6>",)),
    ("family-scores", ("<escape>", "<f7>")),
    ("start-kind", (BACK, "<f4>", "<enter>")),
    ("last-time", ("<enter>",)),
    ("for-the-chair", ("c",)),
    ("review-welcome", ("<escape>", "<enter>", "abe")),
    ("review-changed", (*["<f4>"] * 3,)),
    ("review", ("<f4>",)),
    ("review-line", ("n", "the office is shut @ruth fri 11 dec")),
    ("review-told", ("<enter>", "d")),
    ("face-review", ("<f7>",)),
    ("review-scores", ("<f7>", "<f4>", "14")),
    ("faces", ("s",)),
    ("then-and-now", ("<escape>", "v")),
    ("then-and-now-all", ("v",)),
    ("review-areas", (BACK, "<f4>", "<f4>", "k")),
    ("review-actions", ("<f4>",)),
    ("outcome", ("<f4>",)),
    ("outcome-closing", ("c",)),
    ("review-finish", (*["<f4>"] * 3, "<end>")),
    ("", (BACK, "<ctrl+u>", "EYM-0001", "<enter>", "a", "<f4>", "<enter>", "<up>")),
    ("start-closing", ()),
    ("closing-welcome", ("<enter>", "<enter>", "ab")),
    ("closing-keep", (*["<f4>"] * 4, "The same bedtime", "<enter>")),
    ("closing-call", ("<f4>", "a")),
    ("closing-helped", ("<f4>", "Somebody rang us")),
    ("closing-view", ("<f4>", "9")),
    ("face-closing", ("<f7>",)),
    ("closing-outcome", ("<f7>", "<f4>", "<f4>")),
)
"""A review, and the last meeting of a family whose plan was closed before."""


class StoppedClock(Clock):
    """A clock that always says twenty to eleven."""

    def now(self) -> datetime:
        return datetime.combine(TODAY, time(10, 40)).astimezone()


SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
"""The smallest window there is room in, and a roomy one."""


async def drawn_at(
    room: Any, size: tuple[int, int], walk: Iterable[tuple[str, tuple[str, ...]]]
) -> dict[str, str]:
    """What stands on the screen at each place of a walk that has a name."""
    drawn: dict[str, str] = {}
    async with room.opened(size, covered=True) as chair:
        for name, keys in walk:
            await chair.by_key(*keys)
            await chair.a_moment_later()
            if name:
                drawn[name] = f"{chair.words}\n"
    return drawn


def compare(folder: Path, drawn: dict[str, str]) -> None:
    """Hold what was drawn against what was found good; or write it anew, to be looked at."""
    if os.environ.get(WRITE):
        _write(folder, drawn)
    found = {file.stem: file.read_text("utf-8") for file in folder.glob("*.txt")}
    assert drawn == found, f"Look at them; then {WRITE}=1 writes them anew."


@SIZES
async def test_every_place_looks_as_it_was_found_good(room: Any, size: tuple[int, int]) -> None:
    room.clock = StoppedClock(TODAY)
    with room.store() as store:
        store.take_in([*read_families(demo_families()), a_full_first_meeting()])
    drawn = await drawn_at(room, size, (*PLACES, *STEPS))
    assert [name for name, words in drawn.items() if KEPT_BACK in words] == ["alone-page"]
    compare(FOLDER / f"{size[0]}x{size[1]}", drawn)


@SIZES
async def test_a_review_and_a_last_meeting_look_as_they_were_found_good(
    room: Any, size: tuple[int, int]
) -> None:
    room.clock = StoppedClock(TODAY)
    with room.store() as store:
        store.take_in(read_families(OVER_TIME.read_text("utf-8")))
    compare(FOLDER / f"review-{size[0]}x{size[1]}", await drawn_at(room, size, REVIEW))


def _write(folder: Path, drawn: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.txt"):
        file.unlink()
    for name, words in drawn.items():
        (folder / f"{name}.txt").write_text(words, "utf-8", newline="\n")
