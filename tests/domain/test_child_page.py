from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from made.pells import FAMILY, FIRST, PACK, TODAY, action, attended, meeting, person, said, with_more

from eymeeting.domain.actions import Action
from eymeeting.domain.child_page import child_page
from eymeeting.domain.copies import ChildPage
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import ChildWords, FamilyChange
from eymeeting.domain.problems import Refused

CAME = attended("ivy")


def page(family: Family, number: int | None = None, child: str = "ivy", today: date = TODAY) -> ChildPage:
    return child_page(family, child, today=today, pack=PACK, meeting=number)


def words(text: str, at: str = "m1", who: str = "ivy", **more: Any) -> ChildWords:
    plain = ChildWords(id=text, meeting=at, who=who, words=text, how="drawing", visibility=FOR_THE_FAMILY)
    return replace(plain, **more)


def told(child_words: str, **more: Any) -> Action:
    return action(
        f"adults say {child_words}", "teacher", due=date(2026, 7, 1), child_words=child_words, **more
    )


def test_a_page_holds_the_child_s_words_the_actions_put_into_words_for_them_and_whom_to_talk_to() -> None:
    family = with_more(
        attendance=(CAME,),
        child_words=(words("I like Fridays"), words("not mine", who="mum")),
        lines=(said("good_at", "We sing", by="ivy"), said("good_at", "We cook", by="mum")),
        actions=(told("Di will walk with you", helpers=("mum", "ivy")), action("Grown-up words", "mum")),
    )
    made = page(family)
    assert (made.child, made.on, made.came) == ("Ivy", FIRST, True)
    assert made.said == ("I like Fridays", "We sing")
    [walk] = made.will_happen
    assert (walk.what, walk.who, walk.due) == (
        "Di will walk with you",
        "Di Eames, Rosa and you",
        date(2026, 7, 1),
    )
    assert made.talk_to == "Ann Bell"


@pytest.mark.parametrize(
    "kept",
    [
        {"visibility": Visibility(level="named", to=("lead",))},
        {"visibility": Visibility(level="named", to=("ivy", "mum"))},
        {"visibility": Visibility(level="chair_and_agency")},
        {"not_for": ("dad",)},
        {"not_for": ("teacher",)},
    ],
)
def test_what_is_not_for_everybody_is_not_on_the_page_though_the_child_said_it(
    kept: dict[str, Any],
) -> None:
    private = "Nobody at home may hear that I am scared"
    family = with_more(
        attendance=(CAME,),
        child_words=(words(private, **kept), words("I like Fridays")),
        actions=(told("Ed will come and see you alone", **kept),),
    )
    made = page(family)
    assert made.said == ("I like Fridays",)
    assert made.will_happen == ()
    assert private in made.must_not_hold
    assert "Ed will come and see you alone" in made.must_not_hold


def test_nothing_of_a_meeting_kept_apart_from_somebody_is_on_it_not_even_its_day() -> None:
    family = with_more(
        meetings=(meeting(2, apart=("dad",)),),
        attendance=(CAME, attended("ivy", at="m2")),
        child_words=(words("I like Fridays"), words("We live by the sea now", at="m2")),
    )
    now = page(family)
    assert (now.on, now.said) == (FIRST, ("I like Fridays",))
    of_that_one = page(family, 2)
    assert (of_that_one.on, of_that_one.came, of_that_one.said) == (None, False, ())
    assert "We live by the sea now" in of_that_one.must_not_hold


def test_a_place_kept_from_one_parent_is_not_in_the_child_s_words() -> None:
    hidden = replace(FAMILY, households=(replace(FAMILY.households[0], hidden_from=("dad",)),))
    family = with_more(
        hidden, attendance=(CAME,), child_words=(words("I like Alder Court"), words("I like tea"))
    )
    assert page(family).said == ("I like tea",)


def test_a_helper_of_a_service_somebody_at_home_may_not_know_of_is_not_named() -> None:
    apart = replace(meeting(1, apart=("dad",)), lead_professional="adviser", chair="adviser")
    family = replace(FAMILY, meetings=(apart,))
    assert page(family).talk_to is None


def test_a_child_who_came_and_said_nothing_reads_what_they_said_before_with_its_day() -> None:
    family = with_more(
        meetings=(meeting(2),),
        attendance=(CAME, attended("ivy", at="m2")),
        child_words=(words("I like Fridays"),),
    )
    made = page(family)
    assert (made.on, made.said, made.said_on) == (meeting(2).on, ("I like Fridays",), FIRST)
    away = page(replace(family, attendance=(CAME,)))
    assert (away.came, away.said) == (False, ())


def test_what_another_child_does_is_on_that_child_s_page_alone() -> None:
    both = replace(FAMILY, people=(*FAMILY.people, person("fay", "Fay", "Pell-Vane", "child", "child")))
    family = with_more(
        both, actions=(told("You can have breakfast at school", helpers=("ivy",)), told("We will sing"))
    )
    assert [each.what for each in page(family).will_happen] == [
        "You can have breakfast at school",
        "We will sing",
    ]
    assert [each.what for each in page(family, child="fay").will_happen] == ["We will sing"]


def test_only_a_child_who_is_born_and_on_the_plan_has_a_page() -> None:
    def with_ivy(**more: object) -> Family:
        return replace(FAMILY, people=(*FAMILY.people[:3], replace(FAMILY.people[3], **more)))  # type: ignore[arg-type]

    unborn = with_ivy(kind="unborn")
    for family, who in ((FAMILY, "mum"), (unborn, "ivy"), (with_ivy(died=FIRST), "ivy")):
        with pytest.raises(Refused):
            page(family, child=who)
    born = FamilyChange(
        id="b", meeting="m2", person="ivy", event="born", on=date(2026, 3, 20), first_name="Ivo"
    )
    family = with_more(unborn, meetings=(meeting(2),), family_changes=(born,))
    assert page(family).child == "Ivo"
    with pytest.raises(Refused):
        page(family, 1)
