from __future__ import annotations

from dataclasses import replace

import pytest
from made.pells import FAMILY, PACK, TODAY, action, attended, meeting, with_more

from eymeeting.domain.family import Family
from eymeeting.domain.in_the_room import as_named_in_the_room, family_called, readers
from eymeeting.domain.meeting import FamilyChange
from eymeeting.domain.names import names_in_picker, short_names

APART = with_more(
    replace(FAMILY, meetings=(meeting(1, apart=("dad",)), meeting(2, outcome=None))),
    attendance=(attended("mum"), attended("adviser")),
    actions=(action("See the adviser", "adviser", at="m1"),),
)


def named(family: Family, keyboard: str = "lead") -> list[str]:
    known = as_named_in_the_room(family, family.meeting("m2"), keyboard=keyboard, today=TODAY, pack=PACK)
    return [worker.id for worker in known.workers]


def test_whoever_takes_part_reads_the_screen_and_before_that_everybody_it_is_not_kept_apart_from() -> None:
    assert readers(APART, APART.meeting("m1")) == ("mum",)
    assert readers(APART, APART.meeting("m2")) == ("mum", "dad", "gran", "ivy")
    unmarked = replace(APART, attendance=())
    assert readers(unmarked, unmarked.meeting("m1")) == ("mum", "gran", "ivy")


def test_a_worker_known_only_from_a_meeting_kept_apart_from_somebody_here_is_not_named() -> None:
    assert named(APART) == ["lead", "teacher", "officer"]
    with_him = with_more(APART, attendance=(attended("dad", at="m2"),))
    assert named(with_him) == ["lead", "teacher", "officer"]
    without_him = with_more(APART, attendance=(attended("mum", at="m2"),))
    assert named(without_him) == ["lead", "teacher", "officer", "adviser"]


def test_a_worker_who_is_here_or_at_the_keyboard_is_named() -> None:
    assert "adviser" in named(APART, keyboard="adviser")
    came = with_more(APART, attendance=(attended("dad", at="m2"), attended("adviser", at="m2")))
    assert "adviser" in named(came)


def test_where_nothing_was_kept_apart_the_family_stays_the_very_same() -> None:
    assert as_named_in_the_room(FAMILY, FAMILY.meetings[0], keyboard="lead", today=TODAY, pack=PACK) is FAMILY


@pytest.mark.parametrize(
    ("chosen", "services", "said"),
    [
        ("The Pells", "Pell", "The Pells"),
        (None, "Pell", "Pell"),
        ("The Vanes", "Pell", "Pell"),
        (None, "Vane", "F-7"),
    ],
)
def test_a_last_name_kept_from_somebody_here_is_not_the_title(
    chosen: str | None, services: str, said: str
) -> None:
    dad = replace(FAMILY.people[1], hidden_from=("mum",))
    family = replace(
        FAMILY,
        details=replace(FAMILY.details, chosen_name=chosen, family_name=services),
        people=(FAMILY.people[0], dad, *FAMILY.people[2:]),
    )
    assert family_called(family, ("mum",)) == said
    assert family_called(family, ("dad",)) == chosen or services


def test_a_new_name_told_at_a_meeting_kept_apart_is_not_read_out_to_all() -> None:
    def renamed(at: str) -> Family:
        news = FamilyChange(
            id="n", meeting=at, person="mum", event="name_change", on=TODAY, first_name="Sentinel"
        )
        return with_more(APART, family_changes=(news,))

    assert short_names(renamed("m2"))["mum"] == "Sentinel"
    assert short_names(renamed("m1"))["mum"] == "Rosa"
    assert "Sentinel" not in f"{names_in_picker(renamed('m1').people)}"
