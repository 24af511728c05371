from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting, NextMeeting, Score
from screens.face import FaceScreen
from screens.home import HomeScreen
from screens.last_time import ForTheChairScreen, LastTimeScreen
from screens.meeting import MeetingScreen

TODAY = date(2026, 11, 22)
WEEKS = timedelta(weeks=6)
FIRST = TODAY - 3 * WEEKS


def after_two_reviews(people: Any, *, plans_today: bool = True) -> Family:
    """The Adeyemis after a first meeting and two reviews: an action moved twice, a score that stayed, a review due."""
    family: Family = people.the_adeyemis()
    held = tuple(
        Meeting(
            id=f"m{number}",
            number=number,
            type="taf_review" if number > 1 else "taf_first",
            on=FIRST + (number - 1) * WEEKS,
            start="10:00",
            planned_minutes=60,
            chair="w1",
            venue="Larkfield",
            outcome="carry_on",
            next_meeting=NextMeeting(on=FIRST + number * WEEKS, time="10:00"),
        )
        for number in (1, 2, 3)
    )
    planned = replace(held[1], id="m4", number=4, on=TODAY, outcome=None, next_meeting=None)
    damp = Action(
        id="a1",
        text="Ring housing about the damp",
        owner="w3",
        due=FIRST + WEEKS,
        area="home",
        status="not_started",
        visibility=FOR_THE_FAMILY,
        meeting="m1",
    )
    moved = tuple(
        Update(
            id=f"u{number}", action="a1", status="not_done", meeting=f"m{number}", due=FIRST + number * WEEKS
        )
        for number in (2, 3)
    )
    stayed = tuple(
        Score(id=f"s{number}", meeting=f"m{number}", area="home", person="p1", value=1)
        for number in (1, 2, 3)
    )
    late = replace(moved[1], due=TODAY - timedelta(days=1))
    return replace(
        family,
        meetings=(*held, planned) if plans_today else held,
        actions=(damp,),
        updates=(moved[0], late),
        scores=stayed,
    )


async def test_a_review_opens_on_last_time_and_what_drifts_is_for_the_chair_who_asks(
    room: Any, people: Any
) -> None:
    room.hold(after_two_reviews(people))
    async with room.opened() as chair:
        await chair.until(lambda: "Worth a look" in chair.words)
        home = chair.words
        assert "Worth a look · 1" in home
        assert "an action has moved twice" in home
        assert "Ring housing" not in home
        await chair.keys("<enter>", "<enter>")
        assert isinstance(chair.app.screen, LastTimeScreen)
        page = chair.words
        assert "Late since 21 November · Joe Marsh: Ring housing about the damp" in " ".join(page.split())
        assert "Enter begins." in page
        assert "moved" not in page
        assert "stayed" not in page
        await chair.keys("c")
        assert isinstance(chair.app.screen, ForTheChairScreen)
        told = " ".join(chair.words.split())
        assert "“Ring housing about the damp” has moved to a later day twice." in told
        assert "Our home has stayed at 1 for Folake over two reviews." in told
        assert "Ask whether the action is still the right one" in told
        await chair.keys("<f7>")
        assert isinstance(chair.app.screen, FaceScreen)
        await chair.keys("<f7>")
        assert isinstance(chair.app.screen, LastTimeScreen), "what the chair alone reads does not come back"
        await chair.keys("<f7>", "<f7>", "<enter>")
        assert isinstance(chair.app.screen, MeetingScreen)
        await chair.keys("<f7>")
        assert isinstance(chair.app.screen, FaceScreen)
        assert "c" not in {key for key in chair.app.screen.active_bindings if len(key) == 1}
        await chair.keys("<f7>", "<ctrl+e>")
        assert isinstance(chair.app.screen, LastTimeScreen)
        assert "Enter goes back to the meeting." in chair.words
        await chair.keys("<ctrl+e>", "<f10>")
        assert isinstance(chair.app.screen, HomeScreen)
        await chair.keys("<enter>")
        assert isinstance(chair.app.screen, MeetingScreen), (
            "gone on with, it does not open on last time again"
        )


async def test_the_familys_place_tells_what_drifts_on_a_key_and_a_covered_home_does_not(
    room: Any, people: Any
) -> None:
    room.hold(after_two_reviews(people, plans_today=False))
    async with room.opened(covered=True) as chair:
        assert "1 meeting today" in chair.words
        assert "Worth" not in chair.words
        assert "moved" not in chair.words
        await chair.keys("<f12>", "<f3>", "<enter>")
        assert "moved to a later day" not in chair.words
        await chair.keys("<f11>")
        assert isinstance(chair.app.screen, ForTheChairScreen)
        assert "has moved to a later day twice" in chair.words
        await chair.keys("<f7>", "<f11>", "<f11>")
        assert not isinstance(chair.app.screen, ForTheChairScreen)
