from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import get_args

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, action, meeting, with_more
from openxml_audit import OpenXmlValidator

from exports import form_steps
from exports.copying import make_copy
from exports.form_steps import under_the_step
from exports.form_steps_at_the_end import AT_THE_END
from exports.form_steps_at_the_start import AT_THE_START
from exports.form_tables import TO_CIRCLE
from exports.leaks import check_nothing_leaks
from exports.paper import Paper, PaperFormat
from exports.paper_form import build_paper_form
from eymeeting.domain.agenda import agenda
from eymeeting.domain.family import Family
from eymeeting.domain.form_filled_in import filled_in_form
from eymeeting.domain.meeting import Meeting, MeetingType
from eymeeting.domain.pack import Step
from eymeeting.domain.pack_rules import STEPS
from eymeeting.domain.paper_form import PaperForm, ToAsk, blank_form
from eymeeting.domain.people import FamilyDetails
from eymeeting.domain.problems import Refused
from eymeeting.packs import SHIPPED, shipped_pack

MADE = datetime(2026, 11, 22, 9)  # noqa: DTZ001
HOSTILE = 'Say <b>hi</b> & go "home" – O\'Brien’s łódź 🚌 مرحبا 中文 {{ x }} [bold]'


def words_of(document: Document) -> str:
    """Every word, in places to fill in too."""
    body = document.element.body
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))


def headings(document: Document) -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 2"]


KINDS = [(name, kind) for name in SHIPPED for kind in get_args(MeetingType)]


def in_the_app(name: str, kind: MeetingType) -> Sequence[Step]:
    """The steps of the step list, of a meeting that has just been set up."""
    meeting = Meeting(
        id="m", number=1, type=kind, on=MADE.date(), start="10:00", planned_minutes=60, chair="w", venue=""
    )
    family = Family(details=FamilyDetails(id="F", family_name="Pell"), meetings=(meeting,))
    return agenda(family, meeting, shipped_pack(name))


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_a_form_has_the_steps_of_the_app_in_its_order(name: str, kind: MeetingType) -> None:
    assert blank_form(shipped_pack(name), kind).steps == in_the_app(name, kind)


@settings(max_examples=6, deadline=None)
@given(st.sampled_from(KINDS))
def test_its_headings_are_their_titles_with_their_numbers(which: tuple[str, MeetingType]) -> None:
    name, kind = which
    steps = in_the_app(name, kind)
    document = build_paper_form(blank_form(shipped_pack(name), kind), MADE)
    assert headings(document) == [f"{place}. {step.title}" for place, step in enumerate(steps, start=1)]
    assert all(step.say in words_of(document) for step in steps)


def test_every_step_a_pack_may_have_has_its_own_place_on_paper() -> None:
    planned = set(form_steps._UNDER)
    assert set(STEPS) <= planned
    assert set(AT_THE_START) | set(AT_THE_END) <= planned
    assert callable(under_the_step)


@pytest.mark.parametrize("form", get_args(PaperFormat))
def test_each_form_of_paper_can_be_filled_in(form: PaperFormat, tmp_path: Path) -> None:
    document = build_paper_form(blank_form(PACK, "taf_first"), MADE, Paper(format=form))
    file = tmp_path / "form.docx"
    document.save(str(file))
    assert OpenXmlValidator().validate(str(file)).is_valid
    assert (
        document.element.body.find(".//{http://schemas.microsoft.com/office/word/2010/wordml}checkbox")
        is not None
    )
    told = words_of(document)
    assert "Signed" in told
    ring = [each for each in told.splitlines() if each.split() == TO_CIRCLE.split()]
    assert len(ring) == 3 * len(PACK.joint_areas())


def test_rows_to_write_in_have_their_least_height() -> None:
    document = build_paper_form(blank_form(PACK, "taf_first"), MADE)
    for table in document.tables:
        for row in list(table.rows)[1:]:
            height = row._tr.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
            assert height is not None
            assert height.get(qn("w:hRule")) == "atLeast"


def test_the_marking_says_that_a_blank_one_is_private_once_filled_in() -> None:
    def head(form: PaperForm) -> str:
        return str(build_paper_form(form, MADE).sections[0].header.paragraphs[0].text)

    blank = blank_form(PACK, "taf_first")
    assert head(blank) == "OFFICIAL-SENSITIVE [PERSONAL DATA] when filled in"
    assert (
        head(replace(blank, called="The Pells"))
        == "OFFICIAL-SENSITIVE [PERSONAL DATA] now and when filled in"
    )


@pytest.mark.parametrize("form", ["standard", "large"])
def test_no_word_is_lost_whatever_it_holds(form: PaperFormat, reopened: Callable[[Document], object]) -> None:
    long = "Walk to school together and back " * 15
    blank = blank_form(PACK, "taf_review")
    actions = tuple(
        ToAsk(what=what, who="Rosa", due=MADE.date()) for what in (HOSTILE, long.strip(), "A\x0b\x1bB")
    )
    filled = replace(blank, called="The Pells", purpose=HOSTILE, wanted=(HOSTILE,), actions=actions)
    document = build_paper_form(filled, MADE, Paper(format=form))
    reopened(document)
    told = words_of(document)
    assert told.count(HOSTILE) == 3
    assert long.strip() in told
    assert "AB" in told


def test_what_is_kept_from_somebody_is_found_in_the_file_when_it_slips_onto_it(tmp_path: Path) -> None:
    mum = replace(FAMILY.people[0], phone="01632 960 444", hidden_from=("dad",))
    family = with_more(
        replace(FAMILY, people=(mum, *FAMILY.people[1:]), meetings=(meeting(1), meeting(2, outcome=None))),
        actions=(action("Walk to school", "mum"),),
    )
    made = make_copy(family, "lead", kind="form", folder=tmp_path, now=MADE, pack=PACK)
    assert made.path.name == "paper-form-F-7-2026-03-30-lead.docx"
    form = filled_in_form(family, "lead", today=MADE.date(), pack=PACK)
    check_nothing_leaks(made.path, form.must_not_hold)
    leaking = replace(form, purpose="Ring Rosa on 01632 960 444")
    build_paper_form(leaking, MADE).save(str(tmp_path / "leaking.docx"))
    with pytest.raises(Refused, match="would have shown"):
        check_nothing_leaks(tmp_path / "leaking.docx", form.must_not_hold)
