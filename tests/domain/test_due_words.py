from __future__ import annotations

from datetime import date

import pytest
from made.wards import met, wards

from eymeeting.domain.due_words import (
    TITLES,
    actions_line,
    check_line,
    copies_line,
    counted,
    drift_line,
    first_meeting_line,
    meeting_today,
    review_line,
    unfinished_line,
)
from eymeeting.domain.meeting import Outcome
from eymeeting.domain.standing import standing
from eymeeting.domain.what_is_due import DueList, Standing, Waiting
from eymeeting.packs import default_pack

TODAY = date(2026, 10, 6)
JULY = date(2026, 7, 28)


@pytest.mark.parametrize(
    ("again", "outcome", "words"),
    [
        (JULY, "carry_on", "70 days late, agreed for 28 July"),
        (date(2026, 10, 5), "carry_on", "1 day late, agreed for 5 October"),
        (date(2025, 8, 5), "carry_on", "about 14 months late, agreed for 5 August 2025"),
        (date(2026, 10, 8), "carry_on", "in 2 days, Thursday 8 October"),
        (date(2026, 10, 8), "adjourned", "goes on in 2 days, Thursday 8 October"),
        (date(2026, 10, 2), "adjourned", "4 days late to go on, agreed for 2 October"),
        (None, "carry_on", "no next day yet, met 16 June"),
    ],
)
def test_a_review_is_told_in_a_plain_line(again: date | None, outcome: Outcome, words: str) -> None:
    family = met(
        wards(), date(2025, 6, 16) if again == date(2025, 8, 5) else date(2026, 6, 16), outcome, again
    )
    assert review_line(standing(family), TODAY) == words


def test_a_planned_review_says_how_much_later_it_is_than_was_agreed() -> None:
    family = met(met(wards(), date(2026, 6, 16), again=JULY), date(2026, 10, 9), None)
    assert review_line(standing(family), TODAY) == "Friday 9 October, 73 days late"
    in_time = met(met(wards(), date(2026, 6, 16), again=date(2026, 10, 9)), date(2026, 10, 9), None)
    assert review_line(standing(in_time), TODAY) == "in 3 days, Friday 9 October"


def test_todays_meetings_say_when_and_where() -> None:
    assert (
        meeting_today("10:00", "Kiln Lane", begun=False, late_since=None, today=TODAY) == "10:00 · Kiln Lane"
    )
    assert (
        meeting_today("10:00", "", begun=True, late_since=JULY, today=TODAY)
        == "under way since 10:00 · 70 days late"
    )
    assert unfinished_line(date(2026, 10, 5), TODAY, begun=True) == "begun on 5 October"
    assert unfinished_line(date(2025, 10, 5), TODAY, begun=False) == "was planned for 5 October 2025"


def test_first_meetings_actions_and_copies_are_told_in_a_plain_line() -> None:
    by = date(2026, 10, 1)
    assert first_meeting_line(by, None, TODAY) == "was due by 1 October, 5 days ago"
    assert first_meeting_line(by, date(2026, 10, 7), TODAY) == "was due by 1 October, planned tomorrow"
    assert first_meeting_line(date(2026, 10, 8), None, TODAY) == "due by Thursday 8 October, in 2 days"
    assert actions_line([JULY], TODAY) == "1 late, due 28 July"
    assert actions_line([JULY, by], TODAY) == "2 late, the oldest due 28 July"
    assert copies_line(by, 0, TODAY) == "no copy yet, met 1 October"
    assert copies_line(by, 2, TODAY) == "2 made, not given yet, met 1 October"
    assert copies_line(by, 2, TODAY, by) == "2 made, was owed by 1 October, met 1 October"
    assert copies_line(by, 2, TODAY, TODAY) == "2 made, owed by Tuesday 6 October, met 1 October"


def test_counts_come_in_the_order_of_the_lists_and_name_nobody() -> None:
    row = Waiting(ref="W-1", name="Ward", line="10:00 · Kiln Lane")
    due = [DueList(kind=kind, rows=(row,), in_all=number) for number, kind in enumerate(reversed(TITLES))]
    words = counted(due)
    assert words == (
        "9 meetings today",
        "8 meetings not finished",
        "7 reviews due",
        "6 first meetings late or due",
        "5 families with actions late",
        "4 families to tell after a panel",
        "3 families put off to a panel",
        "2 families to ask how it goes",
    )


def test_no_count_tells_that_any_plan_drifts() -> None:
    row = Waiting(ref="W-1", name="Ward", line="3 reviews")
    assert counted([DueList(kind="worth_a_look", rows=(row,), in_all=1)]) == ()


def test_the_signs_of_drift_stand_in_one_line_without_naming_what_moved() -> None:
    limits = default_pack().limits
    stands = Standing(open_since=date(2025, 10, 5), reviews=3, moves=2, stood=1, late_by=70)
    assert drift_line(stands, TODAY, limits) == (
        "an action has moved twice · a score has not risen over two reviews · last met 70 days late"
        " · 3 reviews · open since 5 October 2025"
    )
    often = Standing(open_since=JULY, reviews=2, moves=4, late_by=7)
    assert drift_line(often, TODAY, limits) == "an action has moved 4 times"
    assert check_line(date(2026, 10, 9), TODAY) == "agreed for Friday 9 October, in 3 days"
