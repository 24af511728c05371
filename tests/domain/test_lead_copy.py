from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made.pells import (
    ANSWERS,
    FAMILY,
    GIVEN,
    PACK,
    TODAY,
    action,
    agreed,
    attended,
    meeting,
    said,
    score,
    texts,
    with_more,
)

from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.lead_copy import ELSEWHERE, LeadCopy, lead_copy
from eymeeting.domain.meeting import ChildWords, Contribution, Copy, NextMeeting, Safeguarding
from eymeeting.domain.problems import Refused

OPEN = Visibility(level="family")


def copy_of(family: Family, number: int | None = None) -> LeadCopy:
    return lead_copy(family, "lead", today=TODAY, pack=PACK, meeting=number)


def contribution(words: str, by: str = "teacher") -> Contribution:
    return Contribution(
        id=f"c-{words}",
        meeting="m1",
        by=by,
        worry=words,
        working="He reads well",
        visibility=OPEN,
    )


def test_it_holds_what_the_lead_needs_to_keep_the_plan_going() -> None:
    settled = replace(
        meeting(1), next_meeting=NextMeeting(on=date(2026, 7, 1), time="10:00", place="Garden room")
    )
    family = with_more(
        replace(FAMILY, meetings=(settled,)),
        attendance=(attended("mum"), attended("teacher", "apologies")),
        actions=(
            action("Ring the council", "officer", how_we_will_know="A date"),
            action("See the head", "teacher", status="done"),
        ),
        lines=(said("good_at", "Laughing together", by="mum"), said("change", "Sleep", by="mum")),
        contributions=(contribution("Late mornings"),),
        scores=(score("mum", 4),),
    )
    copy = copy_of(family)
    assert [(each.action.what, each.action.who, each.status) for each in copy.actions] == [
        ("Ring the council", "Ed Fry", "not started"),
        ("See the head", "Di Eames", "done"),
    ]
    assert [each.name for each in copy.family_there] == ["Rosa Pell"]
    assert [each.name for each in copy.could_not_come] == ["Di Eames"]
    assert (copy.good_at, copy.wanted) == (("Laughing together",), ("Sleep",))
    assert copy.worries == (("Di Eames", "Late mornings"),)
    assert copy.contributions == (("Di Eames", "Going well: He reads well"),)
    assert copy.next_time is not None
    assert copy.marking == PACK.markings.full_record


def test_it_is_for_the_lead_alone_and_only_by_agreement() -> None:
    for who in ("teacher", "mum"):
        with pytest.raises(Refused, match="only for the worker who leads"):
            lead_copy(FAMILY, who, today=TODAY, pack=PACK)
    given, answers = agreed("mum", 1, Centre="withdrawn")
    refused = replace(FAMILY, agreements=(GIVEN, given), answers=(*ANSWERS, *answers))
    with pytest.raises(Refused, match="has not agreed to share with this service, so the lead has no copy"):
        copy_of(refused)


def test_a_service_that_was_refused_is_any_other_service() -> None:
    given, answers = agreed("mum", 1, School="no")
    copy = copy_of(replace(FAMILY, agreements=(GIVEN, given), answers=(*ANSWERS, *answers)))
    assert copy.services == (("Centre", "yes"), ("Housing", "yes"), ELSEWHERE)
    assert "School" not in "\n".join(texts(copy))


def test_a_limit_is_told_as_a_yes_in_part() -> None:
    given, answers = agreed("mum", 1, School="limited")
    limited = tuple(replace(each, limit="his reading") for each in answers)
    copy = copy_of(replace(FAMILY, agreements=(GIVEN, given), answers=(*ANSWERS, *limited)))
    assert ("School", "in part") in copy.services
    assert "his reading" not in "\n".join(texts(copy))


def test_nothing_private_or_of_another_meeting_stands_on_it() -> None:
    words = ChildWords(
        id="w",
        meeting="m1",
        who="ivy",
        words="Zebra one",
        how="spoken",
        visibility=Visibility(level="named", to=("teacher",)),
    )
    family = with_more(
        replace(FAMILY, meetings=(meeting(1, apart=("dad",)), meeting(2, apart=("mum",)))),
        attendance=(attended("mum"), attended("dad", at="m2")),
        actions=(
            action("Zebra two", "mum", visibility=Visibility(level="named", to=("mum",))),
            action("Zebra three", "officer"),
        ),
        contributions=(
            replace(contribution("Zebra four"), visibility=Visibility(level="named", to=("teacher",))),
        ),
        child_words=(words,),
        safeguarding=(
            Safeguarding(
                id="s",
                meeting="m1",
                raised_by="teacher",
                time="10:20",
                what="Zebra five",
                shared_with="social care",
                agreement_asked=False,
                why_not_asked="danger",
                decided_by="lead",
            ),
        ),
        copies=(Copy(id="k", meeting="m1", to="mum", how="posted to 4 Alder Court", kind="family"),),
    )
    copy = copy_of(family)
    assert copy.on == family.meetings[1].on
    assert "Zebra" not in "\n".join(texts(copy))
    of_the_first = "\n".join(texts(copy_of(family, 1)))
    assert "Zebra three" in of_the_first
    assert not any(each in of_the_first for each in ("Zebra one", "Zebra two", "Zebra four", "Zebra five"))
