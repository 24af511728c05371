from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from eymeeting.clock import Clock
from eymeeting.domain.date_words import read_date

BST = timezone(timedelta(hours=1), "BST")
GMT = UTC


class OnTheWall(Clock):
    """A clock that shows what it is set to, as the one in the room."""

    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


def test_half_past_midnight_in_summer_is_the_new_day() -> None:
    clock = OnTheWall(datetime(2026, 7, 2, 0, 30, tzinfo=BST))
    assert clock.today() == date(2026, 7, 2)
    assert clock.moment.astimezone(GMT).date() == date(2026, 7, 1)


@pytest.mark.parametrize("today", [date(2026, 9, 30), date(2026, 3, 4)])
def test_six_weeks_over_a_change_of_the_clocks_is_six_weeks(today: date) -> None:
    read = read_date("6w", today)
    assert read is not None
    assert read.day == today + timedelta(weeks=6)


@pytest.mark.parametrize(
    ("before", "after", "minutes"),
    [
        (datetime(2026, 10, 25, 1, 30, tzinfo=BST), datetime(2026, 10, 25, 1, 30, tzinfo=GMT), 60),
        (datetime(2026, 3, 29, 0, 50, tzinfo=GMT), datetime(2026, 3, 29, 2, 10, tzinfo=BST), 20),
        (datetime(2026, 11, 22, 10, 30, tzinfo=GMT), datetime(2026, 11, 22, 9, 30, tzinfo=GMT), 0),
    ],
    ids=["the hour that comes twice", "the hour that is left out", "a clock set back by an hour"],
)
async def test_a_meeting_goes_on_over_any_change_of_the_clock(
    room: Any, people: Any, before: datetime, after: datetime, minutes: int
) -> None:
    room.clock = OnTheWall(before)
    async with room.meeting(people.the_adeyemis(*people.present("p1", "w1")), "story") as chair:
        await chair.keys("First", "<enter>")
        await chair.saved()
        room.clock.moment = after
        await chair.keys("second", "<enter>")
        await chair.saved()
        assert f"Saved {after:%H:%M:%S}" in chair.words
        await chair.keys("<f4>", "<ctrl+q>")
    family = room.family()
    assert [line.text for line in family.lines_of("m1", "past")] == ["First", "second"]
    spent = {each.step: each.seconds // 60 for each in family.step_times}
    assert spent.get("story", 0) == minutes
    with room.store() as store:
        assert store.broken_trail() is None
    assert room.interrupted() is None
