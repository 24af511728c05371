from __future__ import annotations

from datetime import date

import pytest

from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.action_words import still_to_be_asked, what_else, who_and_when
from eymeeting.domain.actions import Action
from eymeeting.domain.agreed import changes_for
from eymeeting.domain.completions import completions
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.known_names import owners_known
from eymeeting.domain.lead import who_asks
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import name_in_picker, names_in_picker, short_names
from eymeeting.domain.people import FamilyDetails, Person, PersonKind, Worker
from eymeeting.domain.quick_line import QuickLine, read_quick_line
from eymeeting.packs import default_pack

PACK = default_pack()
TODAY = date(2026, 3, 27)


def person(
    key: str,
    first: str,
    last: str,
    relationship: str,
    *,
    preferred: str | None = None,
    dob: date | None = None,
) -> Person:
    kind: PersonKind = "child" if relationship == "child" else "adult"
    return Person(
        id=key,
        first_name=first,
        last_name=last,
        relationship=relationship,
        kind=kind,
        preferred_name=preferred,
        dob=dob,
        due_date=None,
        parental_responsibility=None,
        household=None,
    )


def family(people: tuple[Person, ...], workers: tuple[Worker, ...] = ()) -> Family:
    meeting = Meeting(
        id="m1",
        number=1,
        type="taf_first",
        on=TODAY,
        start="13:00",
        planned_minutes=75,
        chair="w1",
        venue="Hub",
    )
    details = FamilyDetails(id="F-1", family_name="Somebody")
    return Family(details=details, people=people, workers=workers, meetings=(meeting,))


def offered(of: Family, typed: str = "") -> list[str]:
    text = f"Ring @{typed}"
    return [each.label for each in completions(text, len(text), of, PACK)]


def read(text: str, of: Family, here: tuple[str, ...] = ()) -> QuickLine:
    askers = who_asks(of, "m1", "w1")
    return read_quick_line(text, of, PACK, TODAY, EnglandCalendar(), here=here, askers=askers, keyboard="w1")


BORN = date(2023, 5, 2)
TWINS = family(
    (
        person("p1", "Folake", "Adeyemi-Clarke", "mother"),
        person("c1", "Tobi", "Adeyemi-Clarke", "child", dob=BORN),
        person("c2", "Tola", "Adeyemi-Clarke", "child", dob=BORN),
        person("c3", "Remi", "Adeyemi-Clarke", "child", dob=date(2020, 2, 29)),
    ),
    (Worker(id="w1", name="Grace Holloway", role="Family support worker", agency="Hub"),),
)
MARTINS = family(
    (
        person("p1", "Bridget", "Ó Súilleabháin", "mother"),
        person("p2", "Martin", "Ó Súilleabháin", "father", preferred="Big Martin"),
        person("c1", "Martin", "Ó Súilleabháin", "child", preferred="Marty"),
    ),
    (Worker(id="w1", name="Jo Hale", role="Family support worker", agency="Hub"),),
)
WITH_AN_INTERPRETER = family(
    (person("p1", "Hồng Thị", "Nguyễn", "mother", preferred="chị Hồng"),),
    (
        Worker(id="w1", name="Grace Holloway", role="Family support worker", agency="Hub"),
        Worker(id="w2", name="Lan Tran", role="Interpreter", agency="LinguaWay", interpreter=True),
    ),
)
TWO_JOES = family(
    (person("p1", "Efua", "Osei", "mother"), person("c1", "Abena", "Osei", "child")),
    (
        Worker(id="w1", name="Grace Holloway", role="Family support worker", agency="Hub"),
        Worker(id="w3", name="Joe Bell", role="Class teacher", agency="Larkfield Primary"),
        Worker(id="w4", name="Joe Marsh", role="Housing officer", agency="Harbour Homes"),
    ),
)


def test_twins_are_distinguishable_in_every_picker_by_first_name_in_the_order_of_their_birth() -> None:
    assert offered(TWINS, "t") == ["Tobi (child)", "Tola (child)"]
    assert [*names_in_picker(TWINS.people).values()][1:3] == ["Tobi (child)", "Tola (child)"]
    assert (short_names(TWINS)["c1"], short_names(TWINS)["c2"]) == ("Tobi", "Tola")
    assert (read("x @tobi", TWINS).owners, read("x @tola", TWINS).owners) == (("c1",), ("c2",))
    line = read("x @t", TWINS)
    assert line.asks is not None
    assert line.asks.candidates == ("c1", "c2")


def test_the_owner_picker_shows_big_martin_the_father_and_marty_the_child() -> None:
    assert offered(MARTINS, "mart") == ["Martin (Big Martin, father)", "Marty (child)"]
    assert name_in_picker(MARTINS.people[2], MARTINS) == "Marty (child)"
    line = read("x @martin", MARTINS)
    assert line.asks is not None
    assert line.asks.candidates == ("p2", "c1")


def test_an_interpreter_is_never_offered_as_an_owner() -> None:
    assert offered(WITH_AN_INTERPRETER) == [
        "chị Hồng (mother)",
        "Grace Holloway (Family support worker, Hub)",
    ]
    assert "w2" not in owners_known(WITH_AN_INTERPRETER).members
    assert read("x @lan tran", WITH_AN_INTERPRETER).owners == ()
    assert read("+ x @lan tran", WITH_AN_INTERPRETER).owners == ()


def test_the_quick_line_asks_which_joe() -> None:
    line = read("Fix the extractor fan @joe 30 apr", TWO_JOES)
    assert line.asks is not None
    assert line.asks.candidates == ("w3", "w4")
    assert "Joe Bell (Class teacher, Larkfield Primary) or Joe Marsh (Housing officer" in line.problems[0]


def test_an_action_says_that_joe_marsh_has_not_been_asked_yet_and_who_will_ask() -> None:
    line = read("Fix the extractor fan @joe marsh 30 apr #home", TWO_JOES, here=("p1", "w1", "w3"))
    assert line.remarks == ("Joe Marsh has not been asked yet; Grace Holloway will ask.",)
    [change] = changes_for(line, TWO_JOES, "m1", PACK, here=("p1", "w1", "w3"), keyboard="w1", today=TODAY)
    action = change.after
    assert isinstance(action, Action)
    assert (action.status, action.who_will_ask) == ("not_yet_asked", "w1")
    names = short_names(TWO_JOES)
    assert still_to_be_asked(action, names) == "Joe Marsh has not been asked yet; Grace Holloway will ask"


def test_an_action_is_told_with_all_that_was_agreed_about_it() -> None:
    action = Action(
        id="a2",
        text="Breakfast club on Mondays, Wednesdays and Fridays",
        owner="w3",
        helpers=("p1", "c1"),
        due=date(2026, 4, 13),
        area="learning",
        status="not_started",
        visibility=FOR_THE_FAMILY,
        how_we_will_know="On time two weeks running",
        child_words="You can have breakfast with your friends",
        budget_pounds=12.5,
    )
    names = short_names(TWO_JOES)
    assert who_and_when(action, names, PACK, TODAY) == (
        "Joe Bell with Efua and Abena · Monday 13 April, in 17 days · Nursery, school and learning"
    )
    assert what_else(action, names) == (
        "We will know: On time two weeks running",
        "To a child: You can have breakfast with your friends",
        "It costs £12.50",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ask housing for the surveyor's date",
        "Breakfast club on Mondays, Wednesdays and Fridays",
        "Phone Housing's manager today",
        "See Efua alone at clinic on Thursday",
        "Friday is takeaway night",
    ],
)
def test_every_action_text_comes_back_word_for_word_days_of_the_week_in_it_included(text: str) -> None:
    line = read(f"{text} @bell mon 13 apr #learning ~on time", TWO_JOES)
    [change] = changes_for(line, TWO_JOES, "m1", PACK, here=(), keyboard="w1", today=TODAY)
    action = change.after
    assert isinstance(action, Action)
    assert (action.text, action.owner, action.due) == (text, "w3", date(2026, 4, 13))
