from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from db.store import NotSaved
from eymeeting.domain.problems import Problem
from screens.keeper import Keeper


@dataclass
class Alarm:
    """A timer that rings when the test says so."""

    ring: Callable[[], Any]
    seconds: float
    is_stopped: bool = False

    def stop(self) -> None:
        self.is_stopped = True


@dataclass
class Table:
    """What stands on disk, and the alarms that are set."""

    kept: list[str] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)
    told: list[Problem | None] = field(default_factory=list)
    is_full: bool = False

    def set_timer(self, seconds: float, ring: Callable[[], Any]) -> Alarm:
        self.alarms.append(Alarm(ring, seconds))
        return self.alarms[-1]

    def write(self, words: str) -> None:
        if self.is_full:
            raise NotSaved("The disk is full.")
        self.kept.append(words)

    def write_edits(self, words: str, edits: int) -> None:
        self.write(f"{words} {edits}")

    def keeper(self) -> Keeper:
        pump: Any = self
        return Keeper(pump, self.told.append, lambda words: None)


def test_where_the_keyboard_is_waits_while_what_is_typed_is_written() -> None:
    table = Table()
    keeper = table.keeper()
    keeper.later(lambda: table.write("here"))
    keeper.typed("a field", 1, "a", lambda edits: table.write(f"a {edits}"))
    keeper.later(lambda: table.write("there"))
    assert keeper.is_waiting
    assert keeper.flush_typed()
    assert (table.kept, keeper.is_waiting) == (["a 1"], False)
    [place] = [alarm for alarm in table.alarms if not alarm.is_stopped]
    place.ring()
    assert table.kept == ["a 1", "there"]
    keeper.flush()
    assert table.kept == ["a 1", "there"]


def test_everything_is_written_at_once_when_it_is_asked_for() -> None:
    table = Table()
    keeper = table.keeper()
    keeper.later(lambda: table.write("there"))
    keeper.typed("a field", 2, "ab", lambda edits: table.write(f"ab {edits}"))
    assert keeper.flush()
    assert table.kept == ["ab 2", "there"]
    assert all(alarm.is_stopped for alarm in table.alarms)


def test_what_can_wait_is_tried_again_until_the_disk_takes_it() -> None:
    table = Table(is_full=True)
    keeper = table.keeper()
    keeper.later(lambda: table.write("there"))
    assert not keeper.flush()
    assert str(keeper.problem) == "The disk is full."
    table.is_full = False
    table.alarms[-1].ring()
    assert (table.kept, keeper.problem, table.told[-1]) == (["there"], None, None)


def test_many_keys_in_one_place_are_one_writing_and_put_it_off_no_longer() -> None:
    table = Table()
    keeper = table.keeper()
    for number, words in enumerate(("a", "ab", "abc"), start=1):
        keeper.typed("a field", 1, words, partial(table.write_edits, words))
        assert len(table.alarms) == 1, number
    table.alarms[0].ring()
    assert table.kept == ["abc 3"]
