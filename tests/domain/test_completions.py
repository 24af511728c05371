from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.completions import Completion, complete, completions
from eymeeting.domain.family import Family
from eymeeting.domain.known_names import name_to_type, owners_known
from eymeeting.domain.meeting import FamilyChange
from eymeeting.domain.names import members_now, name_in_picker, named
from eymeeting.domain.people import FamilyDetails, Person, PersonKind, Worker
from eymeeting.domain.quick_line import read_quick_line
from eymeeting.domain.review_line import written_line
from eymeeting.domain.reviewing import Said
from eymeeting.packs import default_pack

PACK = default_pack()


def person(
    id: str,  # noqa: A002
    first_name: str,
    relationship: str,
    *,
    last_name: str = "Marlowe",
    kind: PersonKind = "adult",
    preferred_name: str | None = None,
    dob: date | None = None,
    due_date: date | None = None,
) -> Person:
    return Person(
        id=id,
        first_name=first_name,
        last_name=last_name,
        relationship=relationship,
        kind=kind,
        preferred_name=preferred_name,
        dob=dob,
        due_date=due_date,
        parental_responsibility=None,
        household=None,
    )


TWINS_BORN = date(2022, 5, 2)
FAMILY = Family(
    details=FamilyDetails(id="EYM-T2", family_name="Marlowe"),
    people=(
        person("p1", "Hope", "mother"),
        person("p2", "George", "father", preferred_name="Big George"),
        person("c1", "George", "child", kind="child", preferred_name="Geo"),
        person("c2", "Tess", "child", kind="child", dob=TWINS_BORN),
        person("c3", "Tilda", "child", kind="child", dob=TWINS_BORN),
        person("c4", "Jack", "child", kind="child", dob=date(2015, 1, 3)),
        person("c5", "Jack", "step-child", kind="child", last_name="Ruiz"),
        person("c6", "Baby", "unborn baby", kind="unborn", due_date=date(2027, 2, 9)),
    ),
    workers=(
        Worker(id="w1", name="Sam Weller", role="Housing officer", agency="Housing"),
        Worker(id="w2", name="Sam Okoro", role="Youth worker", agency="Youth Service"),
        Worker(id="w3", name="Lin Yee", role="Interpreter (Polish)", agency="LinguaWay", interpreter=True),
    ),
)


def offered(text: str, family: Family = FAMILY) -> list[str]:
    return [each.label for each in completions(text, len(text), family, PACK)]


def label(of: str, family: Family = FAMILY) -> str:
    return name_in_picker(family.member(of), family)


def test_namesakes_and_twins_are_told_apart() -> None:
    assert label("p2") == "George (Big George, father)"
    assert label("c1") == "Geo (child)"
    assert (label("c2"), label("c3")) == ("Tess (child)", "Tilda (child)")
    assert (label("c4"), label("c5")) == ("Jack (child)", "Jack (step-child)")
    assert label("w1") == "Sam Weller (Housing officer, Housing)"
    assert label("w3") == "Lin Yee (Interpreter, Polish, LinguaWay)"


def test_an_unborn_baby_is_shown_with_the_day_it_is_due() -> None:
    assert label("c6") == "Baby Marlowe, due 9 February 2027"


def test_a_baby_that_is_born_is_a_child_with_its_own_name() -> None:
    born = FamilyChange(
        id="f1", meeting="m1", person="c6", event="born", on=date(2027, 2, 7), first_name="Ivy"
    )
    family = replace(FAMILY, family_changes=(born,))
    assert label("c6", family) == "Ivy (child)"
    assert offered("Bring @iv", family) == ["Ivy (child)"]


@pytest.mark.parametrize(
    ("changed", "labels"),
    [
        ({"last_name": "Marlowe", "relationship": "child"}, ("born 3 January 2015", "Jack Marlowe (child)")),
        ({"relationship": "child"}, ("Jack Marlowe (child)", "Jack Ruiz (child)")),
    ],
)
def test_children_with_one_first_name_get_more_of_their_names(
    changed: dict[str, str], labels: tuple[str, str]
) -> None:
    people = [replace(each, **changed) if each.id == "c5" else each for each in FAMILY.people]  # type: ignore[arg-type]
    family = replace(FAMILY, people=tuple(people))
    assert labels[0] in label("c4", family)
    assert label("c5", family) == labels[1]


def test_people_are_named_in_one_line_with_what_they_are() -> None:
    assert [named(each) for each in FAMILY.workers[:2]] == [
        "Sam Weller (housing officer)",
        "Sam Okoro (youth worker)",
    ]
    assert named(FAMILY.people[1]) == "Big George (father)"
    assert named(Worker(id="w", name="Ivy Stone", role="GP", agency="")) == "Ivy Stone (GP)"


@given(st.lists(st.sampled_from(members_now(FAMILY)), min_size=1, max_size=12))
def test_everybody_has_a_name_to_type_that_means_only_them(members: list[Person | Worker]) -> None:
    alike = [replace(each, id=f"m{number}") for number, each in enumerate(members)]
    family = replace(
        FAMILY,
        people=tuple(each for each in alike if isinstance(each, Person)),
        workers=tuple(each for each in alike if isinstance(each, Worker)),
    )
    known = owners_known(family)
    assert len(set(known.labels.values())) == len(alike)
    for each in known.members:
        assert known.meant_by(known.to_type(each)) == (each,)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Ring @sa", ["Sam Weller (Housing officer, Housing)", "Sam Okoro (Youth worker, Youth Service)"]),
        ("Ring @sam ", ["Sam Weller (Housing officer, Housing)", "Sam Okoro (Youth worker, Youth Service)"]),
        ("Ring @sam o", ["Sam Okoro (Youth worker, Youth Service)"]),
        ("Ring @hous", ["Sam Weller (Housing officer, Housing)"]),
        ("Ring @ge", ["George (Big George, father)", "Geo (child)"]),
        ("Ring @mu", ["Hope (mother)"]),
        ("Ring @Sam Okoro ", []),
        ("Ring @sam okoro fri", []),
        ("Ring @li", []),
        ("Ring @ba", []),
        ("Ring @@ge", []),
        ("Ring ivy@ge", []),
        ("Ring @ ", []),
        ("Ring ~when @ge", ["George (Big George, father)", "Geo (child)"]),
        ("Ring @ge ~when", []),
        (
            "Ring #ho",
            [
                "Our home (2)",
                "Getting on together, “How we all get on” (3)",
                "How we feel (4)",
                "How our children are growing (6)",
            ],
        ),
        ("Ring #my h", ["Our home, “My home” (2)"]),
        ("Ring @ge fri #2", ["Our home (2)"]),
        ('"@ge', ["George (Big George, father)", "Geo (child)"]),
        ("+ She comes every week @sam o", ["Sam Okoro (Youth worker, Youth Service)"]),
        ("? It is cold #ho", []),
        ("Ring #our ", ["Our home (2)", "Our health (5)"]),
        ("Ring #home ", []),
        ("Ring #gardening", []),
        ("Ring", []),
        ("", []),
    ],
)
def test_what_is_being_typed_is_completed(text: str, labels: list[str]) -> None:
    assert offered(text) == labels


def test_a_mark_alone_offers_everybody_the_family_first_but_no_interpreter_and_no_unborn_baby() -> None:
    found = [each.id for each in completions("Ring @", 6, FAMILY, PACK)]
    assert found == ["p1", "p2", "c1", "c2", "c3", "c4", "c5", "w1", "w2"]
    assert len(completions("Ring #", 6, FAMILY, PACK)) == 10


def test_those_the_meeting_is_kept_apart_from_are_not_offered() -> None:
    found = completions("Ring @", 6, FAMILY, PACK, apart=("p2", "w2"))
    assert not {"p2", "w2"} & {each.id for each in found}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ring @sam|", "Ring @Sam Okoro |"),
        ("Ring @sam |", "Ring @Sam Okoro |"),
        ("Ring @sa|m fri", "Ring @Sam Okoro |fri"),
        ("Ring @sam| weller fri", "Ring @Sam Okoro |fri"),
        ("Ring @sam |fri", "Ring @Sam Okoro |fri"),
        ("Ring @| fri", "Ring @Sam Okoro |fri"),
    ],
)
def test_a_completion_takes_the_place_of_the_name_at_the_cursor(text: str, line: str) -> None:
    cursor = text.index("|")
    typed = text.replace("|", "")
    [chosen] = [each for each in completions(typed, cursor, FAMILY, PACK) if each.id == "w2"]
    completed, then = complete(typed, cursor, chosen)
    assert f"{completed[:then]}|{completed[then:]}" == line


def test_an_area_is_completed_with_its_short_name() -> None:
    [chosen] = completions("Ring #every", 11, FAMILY, PACK)
    assert complete("Ring #every", 11, chosen) == ("Ring #routines ", 15)


def test_a_completion_for_another_place_changes_nothing() -> None:
    elsewhere = Completion(id="p1", insert="Hope ", label="Hope (mother)", start=6, end=8)
    assert complete("Ring @ho fri", 12, elsewhere) == ("Ring @ho fri", 12)


@given(st.text(alphabet="@#~ samgeorhtild", max_size=25), st.data())
def test_every_completion_can_be_taken_and_is_then_understood(text: str, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, len(text)))
    for chosen in completions(text, cursor, FAMILY, PACK):
        line, then = complete(text, cursor, chosen)
        assert line[:then].endswith(chosen.insert)
        assert line[: chosen.start] == text[: chosen.start]
        assert completions(line, then, FAMILY, PACK) == ()


@pytest.mark.parametrize(
    ("gone", "why"),
    [
        ({"left": TWINS_BORN}, "Tess is no longer part of the plan."),
        ({"died": TWINS_BORN}, "Tess has died."),
    ],
)
def test_somebody_who_is_gone_is_offered_nothing_new_and_what_they_have_is_still_written(
    gone: dict[str, Any], why: str
) -> None:
    people = tuple(replace(each, **gone) if each.id == "c2" else each for each in FAMILY.people)
    family = replace(FAMILY, people=people)
    offered = {each.id for each in completions("Ring @", 6, family, PACK)}
    assert "c2" not in offered
    assert "c3" in offered
    assert name_to_type(family, "c2") == "Tess"
    assert written_line(Said(words="Rang", owner="c2"), family) == "Rang @Tess"
    line = read_quick_line("Ring the school @Tess fri", family, PACK, TWINS_BORN, EnglandCalendar())
    assert why in line.problems
