from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from made.pells import FAMILY, PACK, action, copy_for, with_more
from made.views import Filling

from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import action_now
from eymeeting.domain.family_rows import place_rows
from eymeeting.domain.people import SafeContact
from eymeeting.domain.safe_touch import ways_to_give
from screens.forms.action_news import ActionNewsForm
from screens.forms.contact import ContactForm

TODAY = date(2026, 11, 22)


def test_writing_home_and_leaving_messages_are_marked_unsafe_and_no_letter_is_offered() -> None:
    safe = SafeContact(write="no", ring="yes", leave_message="no")
    family = replace(FAMILY, details=replace(FAMILY.details, safe_contact=safe))
    told = {row.name: row.told for row in place_rows(family, PACK, TODAY)}
    assert told["Calls and visits"] == "do not write or leave a message · none written down"
    how = Filling(family, ContactForm(family.ref, "c1")).rows()["how"]
    assert [choice.id for choice in how.choices] == ["call", "visit", "met", "video"]
    assert "posted" in ways_to_give(FAMILY)
    assert "posted" not in ways_to_give(family)


def test_an_action_shows_its_moved_date_and_both_dates_stay_in_history() -> None:
    agreed = action("Fill in the form", "lead", due=date(2026, 4, 1))
    filling = Filling(with_more(FAMILY, actions=(agreed,)), ActionNewsForm(FAMILY.ref, agreed.id, "u1"))
    filling.types("due", "11 dec")
    assert filling.shown("due") == "Friday 11 December 2026"
    now = action_now(filling.family, filling.family.actions[0])
    assert (now.action.due, now.due, now.moved_from) == (
        date(2026, 4, 1),
        date(2026, 12, 11),
        (date(2026, 4, 1),),
    )
    [row] = copy_for("mum", filling.family, today=TODAY).actions
    assert (row.due, row.moved_from) == (date(2026, 12, 11), (date(2026, 4, 1),))


async def test_an_action_that_is_not_for_everyone_is_asked_for_apart_and_only_by_whom_it_names(
    room: Any, people: Any
) -> None:
    named = action("SENTINEL", "w1", at="m1", visibility=Visibility(level="named", to=("w1",)))
    room.hold(people.the_adeyemis(action("Ring housing", "w3", at="m1"), named))
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "a")
        assert "1 more, not for everyone" in chair.words
        assert "SENTINEL" not in chair.words
        await chair.keys("b")
        assert "SENTINEL" in chair.words
    async with room.opened() as chair:
        await chair.keys("<f3>", "b", "a")
        assert "Ring housing" in chair.words
        assert "more, not for everyone" not in chair.words
