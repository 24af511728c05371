from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.actions import Action
from eymeeting.domain.agreed import put_right
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.people import FamilyDetails, Person, Worker
from eymeeting.domain.quick_line import read_quick_line
from eymeeting.domain.quick_line_writing import written
from eymeeting.domain.text import clean_line
from eymeeting.packs import default_pack

PACK = default_pack()
ENGLAND = EnglandCalendar()
TODAY = date(2026, 11, 22)


def _person(key: str, first: str, last: str, relationship: str) -> Person:
    return Person(
        id=key,
        first_name=first,
        last_name=last,
        relationship=relationship,
        kind="adult",
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household=None,
    )


FAMILY = Family(
    details=FamilyDetails(id="EYM-0001", family_name="Adeyemi"),
    people=(
        _person("p1", "Folake", "Adeyemi", "mother"),
        _person("p2", "Joe", "Adeyemi", "father"),
        _person("p3", "Jo", "Adeyemi", "aunt"),
        _person("p4", "May", "Friday", "grandmother"),
    ),
    workers=(
        Worker(id="w1", name="Joe Marsh", role="Housing officer", agency="Harbour Homes"),
        Worker(id="w2", name="Joe Marsh", role="Class teacher", agency="Larkfield Primary"),
    ),
)
WHO = [member.id for member in (*FAMILY.people, *FAMILY.workers)]

words = (
    st.text(alphabet=st.sampled_from('ab @#~joe fri11dec:,.é–+?"()'), min_size=1, max_size=40)
    .map(clean_line)
    .filter(bool)
)


def _action(
    text: str,
    who: list[str],
    days: int | None,
    area: str,
    how_we_will_know: str | None,
    asker: str | None = None,
    cost: float | None = None,
) -> Action:
    return Action(
        id="a1",
        text=text,
        owner=who[0] if who else None,
        helpers=tuple(who[1:]) or None,
        due=None if days is None else TODAY + timedelta(days=days),
        area=area,
        how_we_will_know=how_we_will_know,
        status="not_yet_asked" if asker and who else "not_started",
        who_will_ask=asker if who else None,
        visibility=FOR_THE_FAMILY,
        meeting="m1",
        child_words="You can come too",
        budget_pounds=cost,
    )


actions = st.builds(
    _action,
    words,
    st.lists(st.sampled_from(WHO), unique=True, max_size=3),
    st.none() | st.integers(-400, 2000),
    st.sampled_from(["", *(area.id for area in PACK.areas)]),
    st.none() | words,
    st.none() | st.sampled_from(WHO),
    st.none() | st.sampled_from([0.0, 0.1, 12.5, 12.345, 40.0, 1250.0, 12_345_678.9]),
)


def read_back(action: Action) -> Action:
    line = read_quick_line(written(action, FAMILY, PACK), FAMILY, PACK, TODAY, ENGLAND)
    assert line.problems == (), line
    return put_right(action, line, PACK, here=(), keyboard="w1")


@settings(max_examples=100, deadline=None)
@given(actions)
@example(_action("@joe ~x #home ## @@ ~~", ["w1", "p4"], 19, "home", "#home @joe ~"))
@example(_action("Friday is takeaway night", ["p4"], 0, "", None))
@example(_action('""+? "x', ["p1"], None, "", None, "w1"))
@example(_action("~", [], 3, "", "~"))
def test_a_line_written_from_an_action_reads_as_that_action(action: Action) -> None:
    assert read_back(action) == action


def test_a_line_is_written_as_people_type_it() -> None:
    action = _action("Ring housing", ["w1", "p1"], 19, "home", "he has a date")
    assert written(action, FAMILY, PACK) == (
        "Ring housing @Joe Marsh Housing officer @Folake Friday 11 December 2026 #home ~he has a date"
    )


def test_who_will_ask_stands_in_the_line_too() -> None:
    action = _action("+ 5 minutes", ["w1"], 0, "", None, "p1")
    assert written(action, FAMILY, PACK) == (
        "++ 5 minutes @Joe Marsh Housing officer Sunday 22 November 2026 @Folake will ask"
    )


@pytest.mark.parametrize("area", ["", "gone", "work"])
def test_an_area_that_is_no_longer_in_use_is_left_out(area: str) -> None:
    assert written(_action("Ring", ["p1"], None, area, None), FAMILY, PACK) == "Ring @Folake"
