"""Every step and every place as it is drawn, beside what was looked at and found good: see CONTRIBUTING.md."""

from __future__ import annotations

import os
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from made.fitzgeralds import KEPT_BACK, TODAY, a_full_first_meeting

from db.interchange import read_families
from eymeeting.clock import Clock
from eymeeting.demo import demo_families

FOLDER = Path(__file__).with_name("snapshots")
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
    ("", (*["<backspace>"] * 20, "<f2>")),
    ("family-actions", ("a",)),
    ("form-action-news", ("a",)),
    ("form-next-meeting", (BACK, "b")),
    ("family-calls", (BACK, "c")),
    ("form-call", ("a",)),
    ("agreement", (BACK, "d")),
    ("family-copies", (BACK, "e")),
    ("form-family", ("<escape>", "f")),
    ("form-person", (BACK, "h")),
    ("form-child", (BACK, "k")),
    ("form-worker", (BACK, "o")),
    ("form-household", (BACK, "t")),
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
    ("face-plan", ("<f4>",)),
    ("hand-over", (BACK, "<f6>")),
    ("in-and-out", ("<escape>", "<f5>")),
)


class StoppedClock(Clock):
    """A clock that always says twenty to eleven."""

    def now(self) -> datetime:
        return datetime.combine(TODAY, time(10, 40)).astimezone()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_place_looks_as_it_was_found_good(room: Any, people: Any, size: tuple[int, int]) -> None:
    room.clock = StoppedClock(TODAY)
    with room.store() as store:
        store.take_in([*read_families(demo_families()), a_full_first_meeting()])
    folder = FOLDER / f"{size[0]}x{size[1]}"
    drawn: dict[str, str] = {}
    async with room.opened(size, covered=True) as chair:
        for name, keys in (*PLACES, *STEPS):
            await chair.keys(*keys)
            await chair.a_moment_later()
            if name:
                drawn[name] = f"{chair.words}\n"
    if os.environ.get(WRITE):
        _write(folder, drawn)
    assert [name for name, words in drawn.items() if KEPT_BACK in words] == ["alone-page"]
    found = {file.stem: file.read_text("utf-8") for file in folder.glob("*.txt")}
    assert drawn == found, f"Look at them; then {WRITE}=1 writes them anew."


def _write(folder: Path, drawn: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.txt"):
        file.unlink()
    for name, words in drawn.items():
        (folder / f"{name}.txt").write_text(words, "utf-8", newline="\n")
