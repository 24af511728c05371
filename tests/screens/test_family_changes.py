from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from made.views import REF, Filling, family_of, home, person, view_of, worker

from eymeeting.domain.dates import spoken
from eymeeting.domain.family import Family
from eymeeting.domain.kept_apart import Gathering
from eymeeting.domain.meeting import Attendance, FamilyChange, Meeting, NextMeeting
from eymeeting.domain.people import Household, Person
from screens.form_screen import FormScreen
from screens.forms.family_news import FIRST_THE_NAME, FamilyNewsForm
from screens.forms.form import Form
from screens.forms.joining import JoiningForm
from screens.forms.move import TOGETHER, MoveForm
from screens.forms.next_meeting import NextMeetingForm
from screens.forms.person import PersonForm
from screens.picker import Picker
from screens.steps.next_meeting import SOMETHING_TO_CHECK
from screens.what_changed import Asking

HELD = Meeting(
    id="m1",
    number=1,
    type="taf_first",
    on=date(2026, 9, 1),
    start="10:00",
    planned_minutes=60,
    chair="w1",
    venue="Hall",
    outcome="carry_on",
)
BABY = person("c3", "Baby", "Orme", "unborn baby", "unborn", due_date=date(2026, 12, 1))


def the_ormes(*more: Any, meeting: Meeting = HELD) -> Family:
    return family_of(
        person("p1", "Tess", "Orme", "mother"),
        person("p2", "Rafe", "Orme", "father", household="B"),
        person("c1", "Ned", "Orme", "child", "child"),
        BABY,
        worker("w1", "Ann Bell", "Support worker", "Centre"),
        home("h1", "A", "4 Alder Court", hidden_from=("p2",)),
        meeting,
        *more,
    )


def filling(form: Form, family: Family | None = None) -> Filling:
    return Filling(family or the_ormes(), form)


def asked(family: Family, at: str, *answers: str) -> list[str]:
    """The ids of the first question, or the words of the one that follows these answers."""
    left = [*answers]
    offered: list[str] = []

    def pick(_: str, choices: Any, then: Callable[[str], None]) -> None:
        offered[:] = [words if answers else each for each, words, _ in choices]
        if left:
            then(left.pop(0))

    Asking(view=lambda: view_of(family), pick=pick, open_form=lambda _: None, at=at).with_whom()
    return offered


def now(form: Filling, who: str) -> Person:
    found = form.family.person_on(who, date.max)
    assert found is not None
    return found


def test_a_birth_asks_for_the_day_then_the_names_and_the_baby_stays_who_it_was() -> None:
    form = filling(FamilyNewsForm(REF, "c3", "born", "n1"))
    assert [*form.rows()] == ["on"]
    assert form.types("on", "5 dec 2026").problem == "That day is still to come."
    assert form.types("on", "yesterday").understood == "Born Saturday 21 November 2026, less than a week old"
    form.types("first_name", "Zofia")
    form.types("last_name", "Vane-Orme")
    assert form.title == "Zofia (child) · the birth"
    assert form.family.family_changes == (
        FamilyChange(
            id="n1",
            meeting="m1",
            person="c3",
            event="born",
            on=date(2026, 11, 21),
            first_name="Zofia",
            last_name="Vane-Orme",
        ),
    )
    assert form.family.person("c3") == the_ormes().person("c3")
    taken = form.form.taken_away(form.view)
    assert taken is not None
    assert [each.after for each in taken.changes] == [None]


def test_a_birth_written_on_the_babys_own_page_is_the_same_news() -> None:
    form = filling(PersonForm(REF, "c3"))
    form.types("dob", "yesterday")
    form.types("first_name", "Zofia")
    assert [(each.event, each.on, each.first_name) for each in form.family.family_changes] == [
        ("born", date(2026, 11, 21), None)
    ]
    assert (now(form, "c3").called, now(form, "c3").kind) == ("Zofia", "child")
    assert form.chooses("kind", "adult").problem == ""
    unborn = filling(PersonForm(REF, "c3"))
    assert unborn.chooses("kind", "child").problem == "Is the baby here? Then write the day under Born on."


def test_a_new_name_comes_first_and_then_the_day_from_which_it_stands() -> None:
    form = filling(FamilyNewsForm(REF, "p1", "name_change", "n1"))
    assert [*form.rows()] == ["first_name", "last_name", "on"]
    assert form.types("on", "last monday").problem == FIRST_THE_NAME
    form.types("last_name", "Vane")
    assert form.shown("on") == "22 November 2026"
    form.types("on", "2 nov")
    assert form.family.person_on("p1", date(2026, 11, 1)) == form.family.person("p1")
    assert now(form, "p1").full_name == "Tess Vane"
    assert form.types("first_name", "").problem == "Somebody with one name has it as their first."


def test_whoever_died_is_told_of_kindly_and_a_wrong_day_can_be_taken_away() -> None:
    form = filling(FamilyNewsForm(REF, "p2", "died", ""))
    assert form.rows()["on"].note == "Nothing that Rafe said is lost. They are not asked for anything more."
    form.types("on", "last friday")
    assert now(form, "p2").died == date(2026, 11, 20)
    taken = form.form.taken_away(form.view)
    assert taken is not None
    assert len(taken.changes) == 1


def test_a_move_ends_the_old_address_and_the_new_one_stays_covered_and_kept() -> None:
    form = filling(MoveForm(REF, "p1", TOGETHER, "new"))
    assert form.title == "Tess, Ned and Baby · a move"
    assert [*form.rows()] == ["on"]
    understood = form.types("on", "last saturday").understood
    assert understood.endswith("The new address stays kept from whom the one before was kept.")
    rows = form.rows()
    assert {"line 0", "postcode", "hidden_from"} <= rows.keys()
    assert rows["line 0"].kept
    assert rows["hidden_from"].chosen == ("p2",)
    form.types("line 0", "9 Elm Road")
    was, new = form.family.households
    assert (was.until, new.since, new.lines, new.hidden_from) == (
        date(2026, 11, 21),
        date(2026, 11, 21),
        ("9 Elm Road",),
        ("p2",),
    )
    assert form.title == "Tess, Ned and Baby · moved"


def test_at_a_meeting_no_address_is_asked_for_and_nobody_kept_apart_is_offered() -> None:
    form = filling(MoveForm(REF, "p1", TOGETHER, "new", at="m1"))
    form.types("on", "last saturday")
    assert [*form.rows()] == ["on"]
    assert form.title == "A move"
    family = the_ormes(meeting=replace(HELD, outcome=None, separate_from=("p2",)))
    assert [asked(family, at) for at in ("m1", "")] == [
        ["p1", "c1", "c3", "joined"],
        ["p1", "p2", "c1", "c3", "joined"],
    ]
    assert asked(family, "m1", "c1", "moved") == ["Everybody at the same home", "Alone, to another home"]
    assert asked(family, "", "c1", "moved") == [
        "Everybody at home: Tess, Ned and Baby",
        "Only Ned, to a home of their own",
        "Only Ned, to home B (Rafe)",
    ]


def test_somebody_who_joins_is_introduced_in_a_line_and_a_mistake_goes_again() -> None:
    form = filling(JoiningForm(REF, "n1"))
    assert form.types("who", "Jo Lamb, social worker, Council").problem.startswith("Somebody who helps")
    form.types("who", "Ida Orme, gran, 4.6.1951")
    form.types("on", "1 oct")
    [news] = form.family.family_changes
    assert (news.event, news.on) == ("joined", date(2026, 10, 1))
    assert now(form, news.person).relationship == "grandmother"
    taken = form.form.taken_away(form.view)
    assert taken is not None
    assert [type(each.before) for each in taken.changes] == [FamilyChange, Person]


AGAIN = date(2026, 12, 8)
APART = (
    replace(HELD, separate_from=("p2",), next_meeting=NextMeeting(on=AGAIN, time="10:00", place="Hall")),
    replace(
        HELD,
        id="m2",
        number=2,
        start="14:00",
        separate_from=("p1",),
        next_meeting=NextMeeting(on=AGAIN, time="11:15", place="Hall"),
    ),
)
CAME = (
    Attendance(id="x1", meeting="m1", who="p1", status="present"),
    Attendance(id="x2", meeting="m2", who="p2", status="present"),
)


def test_the_next_meeting_is_kept_apart_as_before_and_says_who_could_meet_at_the_door() -> None:
    family = the_ormes(APART[1], *CAME, meeting=APART[0])
    form = filling(NextMeetingForm(REF), family)
    assert form.rows()["separate_from"].chosen == ("p1",)
    told = form.types("start", "11.15").understood
    assert told.endswith(
        "Both are in the same place: Hall. They could meet at the door: 10am to 11am, and 11.15am."
    )
    assert form.family.meetings[-1].separate_from == ("p1",)
    assert (
        "Tess is asked to a meeting that is kept apart from them."
        in form.chooses("who p1", "asked").understood
    )
    form.chooses("separate_from", "p1")
    assert form.family.meetings[-1].separate_from is None
    form.chooses("who p2", "asked")
    form.chooses("who p1", "asked")
    assert form.rows()["separate_from"].note == "Is this meeting kept apart from Tess?"


def test_a_second_meeting_is_set_up_beside_the_first_and_has_its_own_rows() -> None:
    family = the_ormes(APART[1], *CAME, meeting=APART[0])
    both = filling(NextMeetingForm(REF), family)
    both.types("start", "11.30")
    other = Gathering(on=AGAIN, start="10:00", minutes=60, place="Hall", apart=("p2",), agreed_at="m1")
    second = filling(NextMeetingForm(REF, other), both.family)
    second.types("on", "9 dec")
    planned = second.family.meetings[2:]
    assert [(each.number, each.on, each.start, each.separate_from) for each in planned] == [
        (3, AGAIN, "11:30", ("p1",)),
        (4, date(2026, 12, 9), "10:00", ("p2",)),
    ]
    assert second.shown("on") == spoken(date(2026, 12, 9))
    another = filling(
        NextMeetingForm(REF, Gathering(on=AGAIN, start="10:00", minutes=0, place="", apart=())), second.family
    )
    assert [*another.rows()] == ["on"]


async def test_from_the_familys_place_a_birth_is_five_keys_away_is_told_of_and_undone(
    room: Any, people: Any
) -> None:
    baby = replace(people.person("c5", "Baby", "Adeyemi", "unborn baby", "unborn"), due_date=AGAIN)
    family = people.the_adeyemis(
        baby, Household(id="h", household="A", lines=("1 Road",), postcode="", hidden_from=())
    )
    room.hold(replace(family, meetings=(replace(family.meetings[0], outcome="carry_on"),)))
    async with room.opened(size=(120, 40)) as chair:
        await chair.keys("<f3>", "a")
        await chair.keys("<f3>", "e")
        assert isinstance(chair.app.screen, Picker)
        await chair.keys("a", "yesterday", "<enter>", "Zofia", "<enter>", "<f10>")
        assert "Baby was born: Zofia" in chair.prose
        assert "Zofia (child)" in chair.prose
        await chair.keys("<f8>", "<f8>")
        assert "Taken away: the news that Baby was born" in chair.prose
        assert "Baby Adeyemi, due 8 December 2026" in chair.prose
    assert room.family().family_changes == ()


async def test_at_a_meeting_kept_apart_the_room_reads_no_more_than_that_there_is_something_to_check(
    room: Any, people: Any
) -> None:
    family = people.the_adeyemis(*people.present("p1"))
    hers = replace(family.meetings[0], separate_from=("p2",))
    his = replace(hers, id="m0", number=2, start="15:00", on=AGAIN, separate_from=("p1",), position=-1)
    async with room.meeting(replace(family, meetings=(his, hers)), "next") as chair:
        await chair.keys("8 dec", "<enter>")
        assert SOMETHING_TO_CHECK in chair.prose
        assert "Daniel" not in chair.words
        assert "Another meeting" not in chair.words
        await chair.keys("<ctrl+o>")
        assert "Another meeting, kept apart from this one, is on the same day" in chair.prose
        await chair.keys("<f10>")
        await chair.go_to("welcome")
        await chair.keys("+", "a", "a")
        assert isinstance(chair.app.screen, FormScreen)
        await chair.keys("Fola", "<enter>", "<f10>")
        assert "Fola (mother)" not in chair.prose
    assert [(each.meeting, each.first_name) for each in room.family().family_changes] == [("m1", "Fola")]


async def test_where_people_met_apart_it_is_asked_which_meeting_begins(room: Any, people: Any) -> None:
    family = people.the_adeyemis(*people.present("p1"))
    agreed = NextMeeting(on=people.TODAY, time="15:00", place="Hall")
    held = replace(
        family.meetings[0],
        on=date(2026, 10, 1),
        outcome="carry_on",
        separate_from=("p2",),
        next_meeting=agreed,
    )
    room.hold(replace(family, meetings=(held,)))
    async with room.opened() as chair:
        await chair.keys("<enter>")
        assert "Which meeting is it? › a With Folake and Joseph Sunday 22 November, 3pm" in chair.prose
        await chair.keys("a", "a")
    begun = room.family().meetings[-1]
    assert (begun.number, begun.separate_from, begun.venue) == (2, ("p2",), "Hall")
