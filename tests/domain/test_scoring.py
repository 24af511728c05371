from dataclasses import replace
from datetime import date
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.asked_alone import (
    answered,
    areas_asked_alone,
    for_everyone,
    for_nobody_else,
    for_one_more,
    is_for_everyone,
    may_open,
    shown_to,
    told_before,
)
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Attendance, Invitation, Meeting, NoScore, Score
from eymeeting.domain.pack import Area
from eymeeting.domain.people import FamilyDetails, Person, Worker
from eymeeting.domain.scoring import (
    area_keys,
    areas_scored,
    joint_scores,
    last_time,
    picked_areas,
    scorers,
    who_may_score,
)
from eymeeting.packs import default_pack

PACK = default_pack()
DAYS = {"m0": date(2026, 3, 1), "m1": date(2026, 6, 1), "m2": date(2026, 9, 1)}


def person(key: str, kind: Literal["adult", "child", "unborn"] = "adult", **more: Any) -> Person:
    return Person(
        id=key,
        first_name=key,
        last_name="Phan",
        relationship="mother",
        kind=kind,
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household=None,
        **more,
    )


def meeting(key: str, number: int, **more: Any) -> Meeting:
    return Meeting(
        id=key,
        number=number,
        type="taf_first",
        on=DAYS[key],
        start="10:00",
        planned_minutes=60,
        chair="w1",
        venue="Hub",
        **more,
    )


def said(place: str, area: str, who: str, value: int | NoScore, **more: Any) -> Score:
    return Score(id=f"{place}-{area}-{who}", meeting=place, area=area, person=who, value=value, **more)


def came(who: str, status: Any = "present", **more: Any) -> Attendance:
    return Attendance(id=f"a-{who}", meeting="m2", who=who, status=status, **more)


def family(*scores: Score, attendance: tuple[Attendance, ...] = (), **more: Any) -> Family:
    kept = Family(
        details=FamilyDetails(id="EYM-0004", family_name="Phan"),
        people=(person("p1"), person("p2"), person("p3"), person("c1", "child"), person("u1", "unborn")),
        workers=(
            Worker(id="w1", name="Grace Holloway", role="Chair", agency="Hub"),
            Worker(id="i1", name="Tran Mai", role="Interpreter", agency="Voices", interpreter=True),
        ),
        meetings=(meeting("m0", 1), meeting("m1", 2), meeting("m2", 3)),
        attendance=attendance,
        scores=scores,
    )
    return replace(kept, **more)


def ids(people: tuple[Person, ...]) -> list[str]:
    return [each.id for each in people]


def test_an_interpreter_and_an_unborn_baby_are_never_scorers_whoever_they_are() -> None:
    here = tuple(came(each) for each in ("p1", "c1", "w1", "i1", "u1"))
    assert ids(scorers(family(attendance=here), "m2")) == ["p1", "c1"]
    aunt = came("p3", role="interpreter")
    assert ids(scorers(family(attendance=(*here, aunt)), "m2", brought=["p3", "i1", "u1"])) == ["p1", "c1"]
    assert ids(who_may_score(family(attendance=(aunt,)), "m2")) == ["p1", "p2", "c1"]


def test_whoever_sent_their_views_or_has_a_score_is_in_the_grid_though_they_are_not_here() -> None:
    marks = (came("p1"), came("p2", "did_not_come"), came("c1", "views_only"))
    there = family(said("m2", "home", "p3", 4, on=date(2026, 8, 20)), attendance=marks)
    assert ids(scorers(there, "m2")) == ["p1", "p3", "c1"]
    assert ids(scorers(there, "m2", brought=["p2"])) == ["p1", "p2", "p3", "c1"]


def test_before_anybody_is_marked_the_adults_and_whoever_is_asked_to_come_score() -> None:
    assert ids(scorers(family(), "m2")) == ["p1", "p2", "p3"]
    asked = family(invitations=(Invitation(id="i", meeting="m2", who="c1"),))
    assert ids(scorers(asked, "m2")) == ["p1", "p2", "p3", "c1"]
    died = family(people=(person("p1"), person("p2", died=date(2026, 1, 1))))
    assert ids(scorers(died, "m2")) == ["p1"]


def test_an_area_a_council_adds_to_its_pack_is_scored_and_has_a_key() -> None:
    garden = Area(id="garden", name="Our garden", prompt="")
    pack = replace(PACK, areas=(garden, *PACK.areas))
    assert areas_scored(pack, meeting("m2", 3), ())[0] == garden
    keys = area_keys(pack)
    assert (keys["garden"], keys["money"], keys["support"], keys["work"]) == ("1", "2", "0", "a")
    assert "safety" not in keys


def test_the_family_scores_only_what_it_picked_and_what_has_a_score_already() -> None:
    picked = meeting("m2", 3, areas=("home", "work", "safety", "orchard"))
    found = areas_scored(PACK, picked, [said("m2", "money", "p1", 3), said("m2", "zoo", "p1", 3)])
    assert [each.id for each in found] == ["money", "home", "work", "zoo", "orchard"]
    assert picked_areas(PACK, ["work", "home", "safety"]) == ("home", "work")
    assert picked_areas(PACK, [area.id for area in PACK.joint_areas()]) is None
    assert picked_areas(PACK, []) is None
    assert picked_areas(PACK, ["orchard", "money"]) == ("money", "orchard")


def test_last_time_is_the_latest_earlier_number_and_is_silent_about_what_was_said_apart() -> None:
    now = said("m2", "home", "p1", 5)
    there = family(said("m0", "home", "p1", 2), said("m1", "home", "p2", 9), now)
    then = last_time(there, now, PACK)
    assert then is not None
    assert then.value == 2
    apart = replace(there, meetings=(meeting("m0", 1, separate_from=("p2",)), *there.meetings[1:]))
    assert last_time(apart, now, PACK) is None
    both = replace(apart, meetings=(*apart.meetings[:2], meeting("m2", 3, separate_from=("p2",))))
    assert last_time(both, now, PACK) == then
    kept = replace(then, visibility=Visibility(level="named", to=("w1",)))
    assert last_time(replace(there, scores=(kept, now)), now, PACK) is None


def test_what_is_asked_alone_is_among_no_joint_scores_whoever_it_is_for() -> None:
    alone = said("m2", "safety", "p1", 2, asked_by="w1")
    there = family(alone, said("m2", "home", "p1", 2))
    assert [each.area for each in joint_scores(there, "m2", PACK)] == ["home"]
    assert joint_scores(replace(there, scores=(for_everyone(alone),)), "m2", PACK) == ()
    assert [area.id for area in areas_asked_alone(PACK)] == ["safety"]


def test_an_answer_given_alone_is_for_the_scorer_and_who_asked_until_the_scorer_says_more() -> None:
    _, score = answered(family(), "m2", "safety", "p1", 3, asked_by="w1", before=None)
    assert (score.visibility, score.asked_by, score.entered_by) == (None, "w1", "w1")
    there, today = family(score), date(2026, 9, 1)
    assert may_open(there, score, "w1", today=today, pack=PACK)
    assert not may_open(there, score, "i1", today=today, pack=PACK)
    wider = for_one_more(for_one_more(score, "p2"), "i1")
    assert wider.visibility == Visibility(level="named", to=("w1", "i1", "p2"))
    assert shown_to(wider) == {"p2", "i1"}
    assert for_one_more(for_one_more(wider, "i1"), "p2") == score
    assert is_for_everyone(for_everyone(wider))
    assert for_nobody_else(for_everyone(wider)) == score
    before, after = answered(family(wider), "m2", "safety", "p1", 7, asked_by="i1", before=wider)
    assert (before, after) == (wider, replace(wider, value=7))


def test_what_somebody_said_alone_to_another_is_not_told_and_stands_beside_what_they_say_now() -> None:
    told = said("m2", "safety", "p1", 2, asked_by="w1")
    today = date(2026, 9, 1)

    def before(keyboard: str) -> Score | None:
        return told_before(family(told), "m2", "safety", "p1", keyboard, today=today, pack=PACK)

    assert (before("w1"), before("i1"), before("")) == (told, None, None)
    nothing, now = answered(family(told), "m2", "safety", "p1", 7, asked_by="i1", before=before("i1"))
    assert nothing is None
    both = family(told, now)
    assert told_before(both, "m2", "safety", "p1", "w1", today=today, pack=PACK) == told
    assert told_before(both, "m2", "safety", "p1", "i1", today=today, pack=PACK) == now


@pytest.mark.parametrize("kind", ["prefer_not_to_say", "not_asked"])
def test_no_number_is_an_answer_and_is_told_as_itself_last_time(kind: NoScore) -> None:
    now = said("m2", "home", "p1", 5)
    then = last_time(family(said("m1", "home", "p1", kind), now), now, PACK)
    assert then is not None
    assert then.value == kind


values = st.one_of(st.integers(1, 10), st.sampled_from(["prefer_not_to_say", "not_asked"]))
answers = st.lists(
    st.builds(
        said,
        st.sampled_from(["m0", "m1", "m2"]),
        st.sampled_from(["home", "money", "safety", "garden"]),
        st.sampled_from(["p1", "p2", "c1"]),
        values,
    ),
    unique_by=lambda each: each.id,
)


@settings(max_examples=50)
@given(answers)
def test_last_time_is_always_the_number_just_before_by_the_same_person(scores: list[Score]) -> None:
    there = family(*scores)
    before: dict[tuple[str, str], Score] = {}
    for score in sorted(scores, key=lambda each: DAYS[each.meeting]):
        cell = (score.person, score.area)
        expected = None if PACK.is_asked_alone(score.area) else before.get(cell)
        assert last_time(there, score, PACK) == expected
        before[cell] = score
