from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from made.pells import PACK
from made.wards import met, wards

from eymeeting.domain.contact import Contact, ContactMethod
from eymeeting.domain.engagement import in_touch, tried_since, who_came
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Attendance, AttendanceStatus, Closure

TODAY = date(2026, 6, 1)
FIRST = date(2026, 2, 2)
SAID = Visibility(level="family")


def call(on: date, *, reached: bool | None = False, how: ContactMethod = "call", **more: Any) -> Contact:
    return Contact(
        id=f"c{on}{how}{reached}", on=on, by="w1", how=how, text="", reached=reached, visibility=SAID, **more
    )


def marked(family: Family, *statuses: tuple[str, AttendanceStatus]) -> Family:
    """The family with these marks at its latest meeting."""
    meeting = family.meetings[-1].id
    marks = tuple(
        Attendance(id=f"{meeting}-{who}", meeting=meeting, who=who, status=status) for who, status in statuses
    )
    return replace(family, attendance=(*(e for e in family.attendance if e.meeting != meeting), *marks))


def told(family: Family, keyboard: str = "w1") -> tuple[str, ...]:
    return in_touch(family, PACK, keyboard, today=TODAY)


def test_a_family_nobody_has_met_and_nobody_tried_for_has_nothing_to_tell() -> None:
    assert told(wards()) == ()


def test_it_says_how_they_came_to_us() -> None:
    family = wards()
    assert told(replace(family, details=replace(family.details, came_from="Health visitor"))) == (
        "They came to us by: Health visitor.",
    )


def test_who_came_is_told_for_each_parent_and_child_and_what_they_sent_counts() -> None:
    family = marked(met(wards(), FIRST), ("p1", "present"), ("c2", "views_only"))
    assert told(family) == ("Zofia came to the meeting.", "Ola could not be at the meeting and sent word.")
    family = marked(met(family, FIRST + timedelta(weeks=6)), ("p1", "by_phone"), ("c2", "did_not_come"))
    assert told(family) == (
        "Zofia came to both meetings.",
        "Ola came to 0 of 2 meetings, and sent word to 1.",
    )
    family = marked(met(family, FIRST + timedelta(weeks=12)), ("p1", "did_not_come"))
    assert told(family)[0] == "Zofia came to 2 of 3 meetings."


def test_a_meeting_they_were_not_asked_to_or_that_helpers_held_counts_for_nobody() -> None:
    family = marked(met(wards(), FIRST), ("p1", "not_invited"), ("c2", "present"))
    family = marked(met(family, date(2026, 3, 2), kind="professionals_discussion"), ("p1", "did_not_come"))
    family = marked(met(family, date(2026, 4, 2), "did_not_happen"), ("p1", "did_not_come"))
    assert [(each.who, each.asked, each.came) for each in who_came(family, PACK, "w1", today=TODAY)] == [
        ("c2", 1, 1)
    ]


def test_attempts_since_somebody_was_last_reached_are_told_without_blame() -> None:
    calls = (
        call(date(2026, 4, 1)),
        call(date(2026, 4, 2), reached=True),
        call(date(2026, 4, 20)),
        call(date(2026, 4, 27)),
        call(date(2026, 4, 30), how="visit"),
        call(date(2026, 5, 4)),
    )
    assert told(replace(wards(), contacts=calls)) == (
        "We rang 3 times and called at the door once, last on 4 May. We have not spoken yet.",
    )
    assert told(replace(wards(), contacts=calls[:1])) == ("We rang once on 1 April. We have not spoken yet.",)
    assert told(replace(wards(), contacts=calls[:2])) == ()
    spoken = call(date(2026, 5, 5), reached=None)
    assert told(replace(wards(), contacts=(*calls, spoken))) == ()
    sent = call(date(2026, 5, 5), reached=None, how="letter")
    assert told(replace(wards(), contacts=(*calls, sent))) == told(replace(wards(), contacts=calls))


def test_to_have_met_ends_the_count_too() -> None:
    family = replace(met(wards(), FIRST), contacts=(call(date(2026, 1, 4)), call(date(2026, 3, 4))))
    both = tried_since(replace(family, attendance=()), PACK, "w1", today=TODAY)
    assert [each.on for each in both] == [date(2026, 3, 4), date(2026, 1, 4)]
    family = marked(family, ("p1", "present"))
    assert [each.on for each in tried_since(family, PACK, "w1", today=TODAY)] == [date(2026, 3, 4)]


def test_a_call_that_is_not_for_whoever_is_at_the_keyboard_counts_for_nothing() -> None:
    private = replace(call(date(2026, 5, 4)), visibility=Visibility(level="safeguarding"), by="w9")
    assert told(replace(wards(), contacts=(private,))) == ()


@given(st.lists(st.booleans(), max_size=8))
def test_as_many_are_counted_as_came_after_the_last_answer(reached: list[bool]) -> None:
    calls = tuple(call(FIRST + timedelta(days=day), reached=each) for day, each in enumerate(reached))
    found = tried_since(replace(wards(), contacts=calls), PACK, "w1", today=TODAY)
    assert len(found) == next((at for at, each in enumerate(reversed(reached)) if each), len(reached))


def closed(reason: Any) -> Family:
    family = met(wards(), FIRST, "close")
    return replace(family, closures=(Closure(id="k1", meeting=family.meetings[0].id, reason=reason),))


def test_who_stopped_and_came_back_is_told_and_no_other_ending() -> None:
    stopped = closed("family_chose_to_stop")
    assert told(stopped)[-1] == "On 2 February the family chose to stop."
    assert told(met(stopped, date(2026, 5, 4)))[-1] == (
        "On 2 February the family chose to stop. They came back on 4 May."
    )
    unreached = told(closed("could_not_reach_the_family"))[-1]
    assert unreached == "On 2 February we stopped, because we could not reach the family."
    assert not any("stop" in words for words in told(closed("needs_met")))
