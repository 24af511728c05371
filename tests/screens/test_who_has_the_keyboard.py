from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from eymeeting.clock import Clock
from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import Agreement, Answer, Sharing
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import Entry, Visibility
from eymeeting.domain.meeting import (
    ChildWords,
    Contribution,
    LeftOpen,
    Line,
    Safeguarding,
    Score,
)
from eymeeting.domain.said_alone import pauses_in, where_pauses_are_kept, with_a_pause
from eymeeting.domain.sitting import Draft
from screens.copies import RECORD_LATER, CopiesScreen
from screens.meeting import MeetingScreen
from screens.steps.step import Step

CHAIR_ALONE = Visibility(level="named", to=("w1",))


AT_THE_MEETING = (
    ("<ctrl+w>", "<enter>"),
    ("<escape>", "<f9>"),
    ("l",),
    ("s",),
    ("<escape>", "<f10>", "<f7>"),
    ("<right>",),
    ("<f7>", "<ctrl+e>"),
    ("c",),
    ("<escape>", "<escape>", "<ctrl+a>"),
    ("<end>", *["<up>"] * 4, "<full_stop>"),
)
"""Every page that opens over a step: said alone, copies, turned round, last time, for the chair, a reason."""

IN_THE_FAMILYS_PLACE = (
    (),
    ("<f5>",),
    ("<f10>", "c"),
    ("<f10>", "a"),
    ("<f7>",),
    ("<f6>",),
    ("<f9>",),
    ("<escape>", "<f11>"),
    ("<escape>", "<ctrl+w>", "<enter>"),
    ("<escape>", "<end>", "<enter>"),
    ("<f10>", "b"),
    ("<f10>", "d", "<f6>"),
)
"""A call, the calls, actions, scores, who owes what and its lists, drift, said alone, the trail, next time, sharing."""


class AtTen(Clock):
    """A clock that stands still."""

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def private(today: date) -> tuple[Entry, ...]:
    """What only the chair may open, each with words of its own."""
    return (
        Safeguarding(
            id="m1-alone-1",
            meeting="m1",
            raised_by="w1",
            time="10:00",
            what="SENTINEL harm",
            shared_with="SENTINEL duty",
            agreement_asked=False,
            why_not_asked="",
            decided_by="",
        ),
        ChildWords(
            id="cw",
            meeting="m1",
            who="c4",
            words="SENTINEL child",
            how="drawing",
            visibility=CHAIR_ALONE,
            heard_by="w1",
        ),
        Score(
            id="s1", meeting="m1", area="safety", person="p1", value=2, note="SENTINEL alone", asked_by="w1"
        ),
        Contact(id="call1", on=today, by="w1", how="visit", text="SENTINEL visit", who="p1"),
        Contribution(
            id="v1",
            meeting="m1",
            by="w1",
            visibility=Visibility(level="chair_and_agency"),
            worry="SENTINEL worry",
        ),
        Line(id="l1", meeting="m1", section="present", text="SENTINEL line", by="p1", visibility=CHAIR_ALONE),
        Sharing(
            id="d1", on=today, what="SENTINEL told", shared=True, meeting="m1", decided_by="Grace Holloway"
        ),
        Action(
            id="a1",
            text="SENTINEL course",
            owner="w3",
            due=today,
            area="home",
            status="not_started",
            visibility=CHAIR_ALONE,
            meeting="m1",
        ),
    )


def bare(words: str) -> str:
    """What is on the screen, without the save mark."""
    return re.sub(r" (Not s|S)aved.*", "", words)


async def every_page(chair: Any) -> list[str]:
    """Hand the keyboard to somebody else, and open whatever can be opened; what stood on each screen."""
    seen: list[str] = []

    async def looks(*keys: str) -> None:
        await chair.keys(*keys)
        seen.append(bare(chair.words))

    await looks("<f6>", "b", "<f8>")
    last = None
    while last != (last := chair.app.screen.query_one("#step", Step).STEP):
        await looks()
        if last == "scores":
            await looks("o", "<enter>", "a")
            await chair.keys("<escape>")
        await chair.keys("<f4>")
    for keys in AT_THE_MEETING:
        await looks(*keys)
    await chair.keys("<enter>", "<f10>", "<f3>")
    for keys in IN_THE_FAMILYS_PLACE:
        await looks(*keys)
    return seen


async def test_nothing_that_is_not_for_them_shows_to_whoever_takes_the_keyboard_not_even_that_it_is_there(
    room: Any, people: Any
) -> None:
    room.clock = AtTen()
    here = people.present("p1", "p2", "w1", "w2")
    agreed = (
        Agreement(id="g1", by="p1", on=people.TODAY, method="spoken", scope="this plan"),
        Answer(id="n1", agreement="g1", agency="Harbour Homes", answer="yes"),
    )
    held = [
        people.the_adeyemis(*here, *agreed, left_open, *more)
        for left_open, more in (
            (LeftOpen(id="o1", meeting="m1", what="actions", reason="none yet"), ()),
            (
                LeftOpen(id="o1", meeting="m1", what="actions", reason="SENTINEL reason"),
                private(people.TODAY),
            ),
        )
    ]
    held = [
        replace(each, people=(replace(each.people[0], parental_responsibility=True), *each.people[1:]))
        for each in held
    ]
    seen = []
    for place, family in enumerate(held):
        room.database = room.database.with_name(f"{place}.sqlite3")
        if place:
            with room.store() as store:
                told = with_a_pause(with_a_pause("", "10:00", "w1"), "10:05", "w1")
                store.keep_draft(where_pauses_are_kept(family, "m1"), Draft(text=told, cursor=0))
        async with room.meeting(family, "welcome") as chair:
            seen.append(await every_page(chair))
    without, with_it = seen
    assert "SENTINEL" not in "".join(with_it)
    assert with_it == without
    assert any(RECORD_LATER in each for each in with_it)
    assert room.family().left_open == held[1].left_open


async def test_the_chair_finds_what_is_for_the_chair_and_takes_away_a_break_in_which_nothing_was_told(
    room: Any, people: Any
) -> None:
    room.clock = AtTen()
    family = people.the_adeyemis(*people.present("p1", "p2", "w1", "w2"), *private(people.TODAY))
    with room.store() as store:
        told = with_a_pause(with_a_pause("", "10:00", "w1"), "10:05", "w1")
        store.keep_draft(where_pauses_are_kept(family, "m1"), Draft(text=told, cursor=0))
    async with room.meeting(family, "scores") as chair:
        await chair.keys("<f6>", "b", "<f6>", "a", "o", "<enter>", "a")
        assert "SENTINEL alone" in chair.words
        await chair.keys("<escape>", "<ctrl+w>", "<enter>", "a")
        assert "SENTINEL harm" in chair.words
        await chair.keys("<f10>", "<delete>")
        assert "What was said stays." in chair.prose
        await chair.keys("<down>", "<delete>")
        assert "10.05" not in chair.words
        await chair.keys("<f8>")
        assert "10.05" in chair.words
        await chair.keys("<down>", "<delete>", "<escape>", "<f9>")
        assert "✓ Full record for Grace Holloway" in chair.words
        assert RECORD_LATER not in chair.prose
        await chair.keys("l")
        await chair.sees("left out (")
        await chair.keys("<ctrl+u>", "<enter>")
        assert isinstance(chair.app.screen, CopiesScreen)
        assert "left out (" not in chair.words
        await chair.keys("s")
        await chair.sees("Is it safe to take home?")
        await chair.keys("<ctrl+u>", "<enter>")
        assert isinstance(chair.app.screen, CopiesScreen)
        await chair.keys("<escape>", "<f10>", "<f3>", "c")
        assert "SENTINEL visit" in chair.words
        await chair.keys("<escape>", "a")
        assert "1 more, not for everyone" in chair.words
        await chair.saved()
    with room.store() as store:
        kept = pauses_in(store.draft(where_pauses_are_kept(family, "m1")).text, "m1")
    assert [each.time for each in kept[:1]] == ["10:00"]
    assert "10:05" not in {each.time for each in kept}


async def test_what_was_decided_before_any_meeting_is_in_the_record_of_the_first_however_it_begins(
    room: Any, people: Any
) -> None:
    decided = Sharing(
        id="d1", on=people.TODAY, what="SENTINEL told", shared=True, decided_by="Grace Holloway"
    )
    room.hold(replace(people.without_start(people.the_adeyemis()), sharings=(decided,)))
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "<f4>", "<enter>", "<enter>", "<f8>")
        assert isinstance(chair.app.screen, MeetingScreen)
        meeting = chair.app.screen.recorder.view.meeting
        recorder = chair.app.screen.recorder
        recorder.did(recorder.view.change(None, replace(decided, id="d2", position=1, meeting=meeting.id)))
        await chair.keys("<f6>", "b", "<f8>")
        assert "There is nothing to undo" in chair.prose
        await chair.keys("<f6>", "a", "<f8>")
        assert "Taken away: something that is not for everyone." in chair.prose
        await chair.saved()
    family = room.family()
    assert family.sharings == (replace(decided, meeting=family.meetings[0].id),)
