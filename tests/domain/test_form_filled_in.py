from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from made.pells import (
    ANSWERS,
    FAMILY,
    FIRST,
    GIVEN,
    PACK,
    TODAY,
    action,
    agreed,
    attended,
    meeting,
    said,
    score,
    with_more,
)
from made.pells import texts as texts_of

from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.form_filled_in import filled_in_form
from eymeeting.domain.meeting import Invitation, Priority
from eymeeting.domain.paper_form import PaperForm, blank_form
from eymeeting.domain.people import Worker
from eymeeting.domain.problems import NotFound, Refused

CHAIR = "lead"


def planned(family: Family = FAMILY, *, apart: tuple[str, ...] = ()) -> Family:
    """The family with its second meeting to come."""
    return replace(family, meetings=(*family.meetings, meeting(2, outcome=None, apart=apart)))


def form_of(family: Family, number: int | None = None) -> PaperForm:
    return filled_in_form(family, CHAIR, today=TODAY, pack=PACK, meeting=number)


def words_on(form: PaperForm) -> str:
    return "\n".join(texts_of(form))


def test_the_form_of_the_next_meeting_names_those_asked_and_what_is_still_open() -> None:
    family = with_more(
        planned(),
        actions=(action("Ring the council", "officer"), action("Done long ago", "mum", status="done")),
        lines=(said("change", "A quiet morning"),),
        priorities=(Priority(id="q", meeting="m1", area="home", life_when="The damp is gone"),),
        invitations=tuple(
            Invitation(id=f"i-{who}", meeting="m2", who=who) for who in ("mum", "ivy", "officer")
        ),
    )
    form = form_of(family)
    assert [each.name for each in form.people] == ["Rosa", "Ivy"]
    assert [(each.name, each.role) for each in form.helpers] == [("Ed Fry", "Housing officer, Housing")]
    assert (form.called, form.on, form.chair) == ("The Pells", FIRST + timedelta(weeks=4), "Ann Bell")
    assert [(each.what, each.who) for each in form.actions] == [("Ring the council", "Ed Fry")]
    assert (form.wanted, form.chosen) == (("A quiet morning",), (("Our home", "The damp is gone"),))
    assert (form.children, form.scorers, form.services) == (("Ivy",), ("Rosa", "Ivy"), ("Housing",))


def test_last_time_s_scores_are_not_on_it() -> None:
    family = with_more(planned(), scores=(score("mum", 2),))
    assert words_on(form_of(family)) == words_on(form_of(planned()))


@pytest.mark.parametrize("kept", ["named", "chair", "not for", "apart", "private score"])
def test_nothing_kept_from_anybody_who_may_come_lies_on_the_table(kept: str) -> None:
    told = action("Zebra crossing", "lead")
    family = planned()
    match kept:
        case "named":
            told = replace(told, visibility=Visibility(level="named", to=("mum",)))
        case "chair":
            told = replace(told, visibility=Visibility(level="chair_and_agency"))
        case "not for":
            told = replace(told, not_for=("gran",))
        case "apart":
            family = planned(replace(FAMILY, meetings=(meeting(1, apart=("dad",)),)))
    family = with_more(family, actions=(told,), lines=(said("change", "Zebra stripes", by="mum"),))
    if kept == "private score":
        family = with_more(planned(), scores=(replace(score("mum", 3), note="Zebra at night"),))
    form = form_of(family)
    assert "Zebra crossing" not in words_on(form)
    assert "Zebra at night" not in words_on(form)
    held = " ".join(form.must_not_hold)
    assert "Zebra" in held or kept == "private score"


def test_a_number_that_is_hidden_from_one_of_them_is_looked_for_in_the_file() -> None:
    mum = replace(FAMILY.people[0], phone="01632 960 444", hidden_from=("dad",))
    family = planned(replace(FAMILY, people=(mum, *FAMILY.people[1:])))
    family = with_more(family, actions=(action("Ring Rosa on 01632 960 444", "lead"),))
    form = form_of(family)
    assert form.actions == ()
    assert "01632 960 444" in form.must_not_hold


def test_a_service_that_was_refused_is_not_named() -> None:
    given, answers = agreed("mum", 1, Housing="no")
    family = replace(planned(), agreements=(GIVEN, given), answers=(*ANSWERS, *answers))
    form = form_of(family)
    assert "Housing" not in form.services
    assert "Ed Fry" not in words_on(form)


def test_an_interpreter_is_named_and_asked_nothing() -> None:
    interpreter = Worker(id="voice", name="Lan Vu", role="Interpreter", agency="Tongues")
    family = replace(planned(), workers=(*FAMILY.workers, interpreter))
    family = with_more(family, invitations=(Invitation(id="i", meeting="m2", who="voice"),))
    form = form_of(family)
    assert [each.name for each in form.interpreters] == ["Lan Vu"]
    assert "Lan Vu" not in [each.name for each in form.helpers]
    assert "Tongues" not in form.services


def test_helpers_who_talk_without_the_family_knowing_get_their_own_names_alone() -> None:
    talk = replace(meeting(2, outcome=None), type="professionals_discussion")
    family = with_more(replace(FAMILY, meetings=(meeting(1), talk)), actions=(action("Zebra", "lead"),))
    form = form_of(family)
    assert (form.people, form.actions, form.called) == ((), (), "F-7")
    assert "Ed Fry" in [each.name for each in form.helpers]


def test_children_first_stands_first_on_paper_too() -> None:
    early = replace(meeting(2, outcome=None), children_first=True)
    form = form_of(replace(FAMILY, meetings=(meeting(1), early)))
    assert [step.id for step in form.steps][:2] == ["welcome", "children"]


def test_only_the_chair_gets_it() -> None:
    with pytest.raises(Refused, match="only for the chair"):
        filled_in_form(FAMILY, "teacher", today=TODAY, pack=PACK, meeting=1)
    with pytest.raises(Refused, match="chairs no meeting"):
        filled_in_form(FAMILY, "teacher", today=TODAY, pack=PACK)
    with pytest.raises(NotFound):
        form_of(FAMILY, 9)


def test_without_one_to_come_it_is_of_the_latest_they_chaired_as_it_began() -> None:
    family = with_more(
        replace(FAMILY, meetings=(meeting(1), meeting(2))),
        actions=(action("Ring the council", "officer"), action("Agreed later", "mum", at="m2")),
        attendance=(attended("mum", at="m2"),),
    )
    form = form_of(family)
    assert [each.what for each in form.actions] == ["Ring the council"]
    assert [each.name for each in form.people] == ["Rosa"]


def test_a_blank_form_knows_nobody() -> None:
    form = blank_form(PACK, "taf_review")
    assert form.is_blank
    assert (form.people, form.helpers, form.actions, form.scorers) == ((), (), (), ())
    assert form.must_not_hold == {}


def test_a_helper_known_only_from_a_meeting_kept_apart_is_on_no_form_though_asked_to_the_next_one() -> None:
    stranger = Worker(id="stranger", name="Una Vale", role="Advocate", agency="Safe Steps", phone=None)
    family = replace(
        FAMILY,
        workers=(*FAMILY.workers, stranger),
        meetings=(replace(FAMILY.meetings[0], separate_from=("dad",)), meeting(2, outcome=None)),
    )
    family = with_more(
        family,
        attendance=(attended("stranger"),),
        invitations=tuple(
            Invitation(id=f"i-{who}", meeting="m2", who=who) for who in ("mum", "dad", "stranger")
        ),
    )
    form = form_of(family, 2)
    assert "Una Vale" in form.must_not_hold
    assert not [
        word for word in ("Una Vale", "Safe Steps") if word in words_on(replace(form, must_not_hold={}))
    ]
