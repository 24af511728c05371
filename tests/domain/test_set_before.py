from __future__ import annotations

from dataclasses import replace

from made.pells import FAMILY, PACK, TODAY, meeting, with_more

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Invitation
from eymeeting.domain.set_before import WITHOUT_A_COMPUTER, PaperBefore, set_before

PLANNED = replace(FAMILY, meetings=(replace(meeting(1), outcome=None),), attendance=())


def offered(family: Family) -> dict[str, list[PaperBefore]]:
    found = set_before(family, family.meetings[0], room=family, today=TODAY, pack=PACK)
    return {kind: [each for each in found if each.kind == kind] for kind in {each.kind for each in found}}


def test_cards_and_the_paper_form_are_offered_and_never_ticked_by_themselves() -> None:
    papers = offered(PLANNED)
    [cards], [form] = papers["score_cards"], papers["form"]
    assert (cards.is_likely, form.is_likely, form.why) == (False, False, WITHOUT_A_COMPUTER)
    assert form.readers == (PLANNED.meetings[0].chair,)
    assert set(cards.readers) <= {each.id for each in PLANNED.people if each.kind != "unborn"}
    assert "mum" in cards.readers


def test_whoever_cannot_come_has_no_card_and_where_nothing_is_scored_there_is_none() -> None:
    asked = (
        Invitation(id="imum", meeting="m1", who="mum", reply="coming"),
        Invitation(id="idad", meeting="m1", who="dad", reply="not_coming"),
    )
    [cards] = offered(with_more(PLANNED, invitations=asked))["score_cards"]
    assert cards.readers == ("mum",)
    talk = replace(PLANNED, meetings=(replace(PLANNED.meetings[0], separate_from=("mum",)),))
    [apart] = offered(talk)["score_cards"]
    assert "mum" not in apart.readers
