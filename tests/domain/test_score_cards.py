from __future__ import annotations

from dataclasses import replace

import pytest
from made.pells import FAMILY, PACK, TODAY, meeting, score, with_more

from eymeeting.domain.problems import Refused
from eymeeting.domain.score_cards import blank_card, score_card
from eymeeting.packs import SHIPPED, shipped_pack


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("is_child", [False, True])
def test_a_card_holds_the_joint_areas_in_their_order_and_none_that_is_asked_alone(
    name: str, is_child: bool
) -> None:
    pack = shipped_pack(name)
    card = blank_card(pack, is_child=is_child)
    joint = [each for each in pack.areas if each.on and not each.ask_alone]
    names = [(each.child_name or each.name) if is_child else each.name for each in joint]
    assert [area for area, _ in card.areas] == names
    alone = {each.name for each in pack.areas if each.ask_alone}
    assert alone
    assert not alone & {area for area, _ in card.areas}
    assert [numbers for numbers, _ in card.bands] == ["1 – 2", "5 – 6", "9 – 10"]


def test_a_child_s_card_has_the_child_s_words() -> None:
    card = score_card(FAMILY, "ivy", today=TODAY, pack=PACK)
    assert (card.name, card.is_child) == ("Ivy", True)
    assert ("My home", "") in card.areas
    assert card.bands[0][1] == "Really bad"


def test_what_was_said_before_does_not_stand_on_it() -> None:
    before = score_card(FAMILY, "mum", today=TODAY, pack=PACK)
    scored = with_more(scores=(replace(score("mum", 2), note="Zebra at night"), score("dad", 9)))
    after = score_card(scored, "mum", today=TODAY, pack=PACK)
    assert replace(after, must_not_hold={}) == replace(before, must_not_hold={})


def test_areas_the_family_picked_are_those_on_the_card() -> None:
    picked = replace(meeting(2, outcome=None), areas=("home", "safety", "money"))
    card = score_card(replace(FAMILY, meetings=(meeting(1), picked)), "mum", today=TODAY, pack=PACK)
    assert [area for area, _ in card.areas] == ["Money", "Our home"]
    assert card.on == picked.on


def test_a_meeting_kept_apart_gives_them_no_card() -> None:
    family = replace(FAMILY, meetings=(meeting(1), meeting(2, outcome=None, apart=("dad",))))
    assert score_card(family, "dad", today=TODAY, pack=PACK).on == family.meetings[0].on
    with pytest.raises(Refused):
        score_card(family, "dad", today=TODAY, pack=PACK, meeting=2)


def test_workers_and_the_unborn_have_none() -> None:
    unborn = replace(FAMILY.people[3], kind="unborn")
    family = replace(FAMILY, people=(*FAMILY.people[:3], unborn))
    for who in ("lead", "ivy"):
        with pytest.raises(Refused):
            score_card(family, who, today=TODAY, pack=PACK)
