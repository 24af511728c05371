from dataclasses import replace

import pytest
from made.pells import FAMILY, PACK, TODAY, action, attended, said, score, with_more

from eymeeting.domain.copies import LeftOut
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.left_out import left_out_in_words, left_out_with_reasons
from eymeeting.domain.left_out_unknown import left_out_unknown_to
from eymeeting.domain.meeting import Safeguarding

ALONE = next(area.id for area in PACK.areas if area.ask_alone)
MET = with_more(FAMILY, attendance=(attended("mum"), attended("lead")))


def reasons(family: Family, reader: str = "mum") -> tuple[str, ...]:
    return left_out_with_reasons(family_copy(family, reader, today=TODAY, pack=PACK).left_out_by_kind)


def named(*who: str) -> Visibility:
    return Visibility(level="named", to=who)


def asked_alone(who: str, **more: object) -> Family:
    answer = replace(score(who, 2, area=ALONE), asked_by="lead", **more)  # type: ignore[arg-type]
    return with_more(MET, scores=(answer,))


@pytest.mark.parametrize(
    ("family", "told"),
    [
        (MET, ()),
        (asked_alone("dad"), ("1 score (for the scorer and whoever asked)",)),
        (
            asked_alone("dad", visibility=named("lead", "officer")),
            ("1 score (only for the people it names)",),
        ),
        (asked_alone("mum"), ("1 score (asked alone, and a paper lies about at home)",)),
        (
            with_more(MET, actions=(action("one", "lead", visibility=named("lead")),)),
            ("1 action (only for the people it names)",),
        ),
        (
            with_more(MET, actions=tuple(action(each, "lead", visibility=named("lead")) for each in "ab")),
            ("2 actions (only for the people they name)",),
        ),
        (
            with_more(
                MET,
                lines=(replace(said("worried", "it"), visibility=Visibility(level="chair_and_agency")),),
            ),
            ("1 line (for that meeting's chair and the author's own service)",),
        ),
        (
            with_more(MET, lines=(replace(said("worried", "it"), not_for=("mum",)),)),
            ("1 line (marked as not for this reader)",),
        ),
        (
            with_more(MET, scores=(replace(score("dad", 3), not_for=("mum",)),)),
            ("1 score (marked as not for this reader)",),
        ),
    ],
)
def test_each_kind_that_is_left_out_is_told_with_its_reason(family: Family, told: tuple[str, ...]) -> None:
    assert reasons(family) == told


RESTRICTED = with_more(
    MET,
    lines=(replace(said("worried", "the bruise"), visibility=Visibility(level="safeguarding")),),
    safeguarding=(
        Safeguarding(
            id="s",
            meeting="m1",
            raised_by="teacher",
            time="10:40",
            what="Bruises seen",
            shared_with="the duty desk",
            agreement_asked=False,
            why_not_asked="It would not be safe to ask",
            decided_by="the chair",
        ),
    ),
)


def test_all_that_is_restricted_is_one_kind_whatever_it_is() -> None:
    assert reasons(RESTRICTED) == ("2 restricted notes (only in the chair's full record)",)


@pytest.mark.parametrize(("keyboard", "unknown"), [("lead", 0), ("teacher", 1), ("officer", 2)])
def test_nobody_outside_counts_what_is_restricted(keyboard: str, unknown: int) -> None:
    left = left_out_unknown_to(
        RESTRICTED, "mum", keyboard, meeting=RESTRICTED.meetings[0], today=TODAY, pack=PACK
    )
    assert sum(left.values()) == unknown
    assert set(left) <= set(family_copy(RESTRICTED, "mum", today=TODAY, pack=PACK).left_out_by_kind)


def test_the_short_words_add_up_what_is_left_out_for_several_reasons() -> None:
    by_kind = {
        LeftOut(kind="score", why="for the scorer and whoever asked"): 2,
        LeftOut(kind="note of a child's words", why="only for the people it names"): 2,
        LeftOut(kind="score", why="marked as not for this reader"): 1,
        LeftOut(kind="text that tells something protected"): 1,
    }
    assert left_out_in_words(by_kind) == (
        "6 things left out (3 scores, 2 notes of a child's words, 1 text that tells something protected)"
    )
    assert left_out_with_reasons(by_kind)[1:] == (
        "2 notes of a child's words (only for the people they name)",
        "1 score (marked as not for this reader)",
        "1 text that tells something protected",
    )
