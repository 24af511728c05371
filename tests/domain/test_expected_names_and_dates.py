"""What four of the made-up families expect of names, days and whom one picks from: EYM-0001, 0002, 0004 and 0006."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date, timedelta

import pytest
from made.pells import PACK, meeting

from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.actions import Action, Update
from eymeeting.domain.births import age_in_words
from eymeeting.domain.completions import completions
from eymeeting.domain.dates import how_far
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Change, Family, action_now
from eymeeting.domain.family_changing import told
from eymeeting.domain.family_now import open_actions
from eymeeting.domain.family_rows import place_rows
from eymeeting.domain.introductions import introduced, read_introduction
from eymeeting.domain.known_names import owners_known
from eymeeting.domain.meeting import FamilyChange, NextMeeting
from eymeeting.domain.names import members_now, name_in_picker, names_in_picker, short_names
from eymeeting.domain.naming import as_called
from eymeeting.domain.people import FamilyDetails, Household, Person, PersonKind, Worker
from eymeeting.domain.planning import coming_meeting
from eymeeting.domain.quick_line import read_quick_line
from eymeeting.domain.responsibility import to_ask
from eymeeting.domain.scoring import who_may_score
from eymeeting.domain.text import clean_line

TODAY = date(2026, 10, 6)


def person(who: str, first: str, last: str, relationship: str, **known: object) -> Person:
    kind: PersonKind = (
        "unborn" if "unborn" in relationship else "child" if relationship == "child" else "adult"
    )
    plain = Person(
        id=who,
        position={"p": 0, "c": 10}[who[0]] + int(who[1:]),
        first_name=first,
        last_name=last,
        relationship=relationship,
        kind=kind,
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household="A",
    )
    return replace(plain, **known)  # type: ignore[arg-type]


def family(ref: str, *people: Person, workers: tuple[Worker, ...] = ()) -> Family:
    lead = Worker(id="lead", name="Grace Holloway", role="Family support worker", agency="Larkfield")
    return Family(
        details=FamilyDetails(id=ref, family_name=people[0].last_name),
        people=people,
        workers=(lead, *workers),
        meetings=(meeting(1),),
    )


def action(name: str, owner: str, due: date) -> Action:
    return Action(
        id=name,
        meeting="m1",
        text=name,
        owner=owner,
        due=due,
        area="home",
        status="not_started",
        visibility=FOR_THE_FAMILY,
    )


def now(of: Family, who: str) -> Person:
    found = of.person_on(who, date.max)
    assert found is not None
    return found


TWINS_BORN = date(2023, 5, 2)
TWINS = family(
    "EYM-0001",
    person("p1", "Folake", "Adeyemi-Clarke", "mother"),
    person("c1", "Tobi", "Adeyemi-Clarke", "child", dob=TWINS_BORN),
    person("c2", "Tola", "Adeyemi-Clarke", "child", dob=TWINS_BORN),
    person("c3", "Remi", "Adeyemi-Clarke", "child", dob=date(2020, 2, 29)),
)
BABY = person("c1", "Baby", "Żukowska", "unborn baby", due_date=date(2026, 9, 20))
BEFORE_THE_BIRTH = family(
    "EYM-0002",
    person("p1", "Agnieszka", "Żukowska", "mother", dob=date(2009, 1, 19), preferred_name="Aga"),
    person("p2", "Seán", "O'Connor", "father"),
    BABY,
)
BIRTH = FamilyChange(
    id="n1",
    meeting="m1",
    person="c1",
    event="born",
    on=date(2026, 9, 17),
    first_name="Kacper",
    last_name="O'Connor-Żukowski",
)
AFTER_THE_BIRTH = replace(BEFORE_THE_BIRTH, family_changes=(BIRTH,))
WITH_AN_INTERPRETER = family(
    "EYM-0004",
    person("p1", "Hồng Thị", "Nguyễn", "mother", preferred_name="chị Hồng", name_order="family first"),
    person("p3", "Bình", "", "grandmother"),
    workers=(Worker(id="lan", name="Lan Tran", role="Interpreter", agency="LinguaWay", interpreter=True),),
)
MARTINS = replace(
    family(
        "EYM-0006",
        person("p1", "Bridget", "Ó Súilleabháin", "mother"),
        person("p2", "Martin", "Ó Súilleabháin", "father", preferred_name="Big Martin"),
        person("c1", "Martin", "Ó Súilleabháin", "child", preferred_name="Marty"),
    ),
    households=(
        Household(id="h1", household="A", lines=("Pitch 6, Long Meadow",), postcode="", hidden_from=()),
    ),
)


def test_0001_twins_are_told_apart_in_every_picker_by_first_name_in_the_order_of_their_birth() -> None:
    offered = [each.label for each in completions("Ring @t", 7, TWINS, PACK)]
    in_the_place = [row.name for row in place_rows(TWINS, PACK, TODAY) if row.kind == "person"]
    assert offered == ["Tobi (child)", "Tola (child)"]
    assert in_the_place[1:3] == [*names_in_picker(TWINS.people).values()][1:3] == offered
    assert (short_names(TWINS)["c1"], short_names(TWINS)["c2"]) == ("Tobi", "Tola")


def test_0001_twins_stay_told_apart_once_one_of_them_has_the_name_of_the_other() -> None:
    same = TWINS
    for change in told(TWINS, "c2", "name_change", TODAY, news="n", first_name="Tobi"):
        same = same.after(change)
    assert len(set(names_in_picker(members_now(same)).values())) == len(members_now(same))


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2026, 2, 28), "5 years old"),
        (date(2026, 3, 1), "6 years old"),
        (date(2028, 2, 29), "8 years old"),
    ],
)
def test_0001_a_child_born_on_a_leap_day_is_a_year_older_on_the_first_of_march(day: date, age: str) -> None:
    assert age_in_words(date(2020, 2, 29), day) == age


def test_0001_an_action_that_was_moved_shows_its_day_and_keeps_both() -> None:
    moved = replace(
        TWINS,
        actions=(action("a3", "p1", date(2026, 5, 20)),),
        updates=(Update(id="u", meeting="m1", action="a3", status="not_done", due=date(2026, 7, 8)),),
    )
    after = action_now(moved, moved.actions[0])
    assert (after.due, after.moved_from) == (date(2026, 7, 8), (date(2026, 5, 20),))


def test_0002_before_birth_the_baby_is_shown_with_the_day_it_is_due_and_no_age() -> None:
    assert name_in_picker(BABY, BEFORE_THE_BIRTH) == "Baby Żukowska, due 20 September 2026"
    [row] = [row for row in place_rows(BEFORE_THE_BIRTH, PACK, TODAY) if row.id == "c1"]
    assert (row.name, row.told) == ("Baby Żukowska, due 20 September 2026", "")
    assert introduced(BABY) == "Baby Żukowska, unborn baby, due 20 September 2026"


def test_0002_after_birth_the_same_person_keeps_the_past_and_has_a_name_and_a_birthday() -> None:
    born = now(AFTER_THE_BIRTH, "c1")
    assert [each.id for each in AFTER_THE_BIRTH.people] == [each.id for each in BEFORE_THE_BIRTH.people]
    assert (born.full_name, born.dob, born.kind) == ("Kacper O'Connor-Żukowski", date(2026, 9, 17), "child")
    assert AFTER_THE_BIRTH.person_on("c1", date(2026, 6, 16)) == BABY
    [row] = [row for row in place_rows(AFTER_THE_BIRTH, PACK, TODAY) if row.id == "c1"]
    assert (row.name, row.told) == ("Kacper (child)", "2 weeks old")
    assert [row.name for row in place_rows(AFTER_THE_BIRTH, PACK, TODAY) if row.kind == "changed"] == [
        "Baby was born: Kacper"
    ]


def test_0002_a_birth_told_on_a_screen_is_the_very_same_as_one_that_was_imported() -> None:
    [change] = told(
        BEFORE_THE_BIRTH,
        "c1",
        "born",
        date(2026, 9, 17),
        news="n1",
        first_name="Kacper",
        last_name="O'Connor-Żukowski",
    )
    assert BEFORE_THE_BIRTH.after(change) == AFTER_THE_BIRTH


def test_0002_once_born_a_child_can_be_asked_for_a_score_and_before_that_not() -> None:
    assert "c1" not in {each.id for each in who_may_score(BEFORE_THE_BIRTH, "m1")}
    assert "c1" in {each.id for each in who_may_score(AFTER_THE_BIRTH, "m1")}


def test_0002_a_review_ten_weeks_after_its_day_is_late_and_begins_all_the_same() -> None:
    settled = replace(meeting(1), next_meeting=NextMeeting(on=date(2026, 7, 28), time="16:00"))
    late = replace(BEFORE_THE_BIRTH, meetings=(settled,))
    assert TODAY - date(2026, 7, 28) == timedelta(days=70)
    assert how_far(date(2026, 7, 28), TODAY) == "10 weeks ago"
    review = coming_meeting(late, PACK, on=TODAY, start="16:00", venue="Larkfield", chair="lead")
    assert (review.number, review.on) == (2, TODAY)


def test_0002_parental_responsibility_not_known_yet_is_a_question_and_is_never_assumed() -> None:
    father = now(BEFORE_THE_BIRTH, "p2")
    assert to_ask(father) == "Does Seán have parental responsibility? It is not known yet."
    assert father.parental_responsibility is None


def test_0004_an_interpreter_is_offered_neither_as_an_owner_nor_as_a_scorer() -> None:
    assert "lan" not in owners_known(WITH_AN_INTERPRETER).members
    assert "lan" not in {each.id for each in who_may_score(WITH_AN_INTERPRETER, "m1")}
    line = read_quick_line(
        "Ring @lan tran",
        WITH_AN_INTERPRETER,
        PACK,
        TODAY,
        EnglandCalendar(),
        here=(),
        askers=(),
        keyboard="lead",
    )
    assert line.owners == ()


def test_0004_names_typed_letter_by_letter_are_kept_composed_and_found_without_their_accents() -> None:
    typed = unicodedata.normalize("NFD", "Hồng Thị Nguyễn, mother")
    read = read_introduction(typed, replace(WITH_AN_INTERPRETER, people=()), PACK, TODAY)
    assert isinstance(read.member, Person)
    assert (read.member.first_name, read.member.last_name) == ("Hồng Thị", "Nguyễn")
    assert clean_line(unicodedata.normalize("NFD", "Nguyễn")) == "Nguyễn"
    assert [each.id for each in completions("x @chi", 6, WITH_AN_INTERPRETER, PACK)] == ["p1"]


def test_0004_the_family_name_stands_first_where_it_does_and_a_single_name_stands_alone() -> None:
    mother, grandmother = now(WITH_AN_INTERPRETER, "p1"), now(WITH_AN_INTERPRETER, "p3")
    assert (mother.full_name, as_called(mother)) == ("Nguyễn Hồng Thị", "Nguyễn Hồng Thị")
    assert (grandmother.full_name, introduced(grandmother)) == ("Bình", "Bình, grandmother")
    assert name_in_picker(grandmother, WITH_AN_INTERPRETER) == "Bình (grandmother)"


def test_0006_father_and_son_of_one_name_are_told_apart_where_an_owner_is_picked() -> None:
    offered = [each.label for each in completions("x @mart", 7, MARTINS, PACK)]
    assert offered == ["Martin (Big Martin, father)", "Marty (child)"]
    assert name_in_picker(MARTINS.people[2], MARTINS) == "Marty (child)"


def test_0006_an_address_without_a_postcode_stands() -> None:
    [home] = [row for row in place_rows(MARTINS, PACK, TODAY) if row.kind == "household" and row.id]
    assert (home.name, MARTINS.households[0].postcode) == ("Home A", "")


def test_0006_an_action_past_its_day_stays_open_and_is_counted_as_late() -> None:
    late = replace(
        MARTINS,
        actions=(action("Fix the standpipe", "lead", date(2026, 8, 25)),),
        updates=(Update(id="u", meeting="m1", action="Fix the standpipe", status="not_done"),),
    )
    assert [each.action.id for each in open_actions(late)] == ["Fix the standpipe"]
    [row] = [row for row in place_rows(late, PACK, TODAY) if row.kind == "actions"]
    assert row.told == "1 open, 1 past the day"


def test_a_birth_taken_back_is_no_birth() -> None:
    change = Change(family="EYM-0002", before=BIRTH, after=None)
    assert AFTER_THE_BIRTH.after(change) == BEFORE_THE_BIRTH
