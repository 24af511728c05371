from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, action, said, score, with_more

from eymeeting.domain.corrections import corrections
from eymeeting.domain.entry import Entry, Visibility
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Copy, Correction, StepTime

LATER = date(2026, 6, 9)
LINE = said("present", "Leo is out of work", by="mum")
FINISHED = with_more(
    replace(FAMILY, meetings=(replace(FAMILY.meetings[0], locked_on=date(2026, 3, 2), locked_by="lead"),)),
    lines=(LINE,),
    scores=(score("mum", 3),),
    actions=(action("Ring housing", "lead"),),
)


def change(before: Entry | None, after: Entry | None) -> Change:
    return Change(family=FINISHED.ref, before=before, after=after)


def beside(*changes: Change, family: Family = FINISHED) -> list[Correction]:
    found = corrections(family, changes, by="lead", on=LATER, pack=PACK)
    return [each.after for each in found if isinstance(each.after, Correction)]


def test_a_word_put_right_is_dated_and_keeps_what_it_was() -> None:
    (correction,) = beside(change(LINE, replace(LINE, text="Leo is between jobs")))
    assert (correction.on, correction.by, correction.was) == (LATER, "lead", "Leo is out of work")
    assert correction.what == "Put right: a line of “What has changed”"
    assert (correction.meeting, correction.about) == ("m1", LINE.id)


@pytest.mark.parametrize(
    ("before", "after", "what", "was"),
    [
        (None, said("future", "a garden"), "Added: a line of “What we hope for”", None),
        (score("mum", 3), None, "Taken away: Rosa's score for Our home", "3"),
        (
            action("Ring housing", "lead"),
            action("Ring housing", "lead", text="Ring housing again"),
            "Put right: the action “Ring housing again”",
            "Ring housing, by 2026-04-01",
        ),
    ],
)
def test_each_kind_says_what_was_done(
    before: Entry | None, after: Entry | None, what: str, was: str | None
) -> None:
    (correction,) = beside(change(before, after))
    assert (correction.what, correction.was) == (what, was)


def test_what_was_not_for_everyone_is_never_written_out_again() -> None:
    private = replace(LINE, visibility=Visibility(level="named", to=("teacher",)))
    family = replace(FINISHED, lines=(private,))
    (correction,) = beside(change(private, replace(private, text="other")), family=family)
    assert correction.was is None
    assert "Leo" not in correction.what


def test_a_second_change_of_the_same_line_on_the_same_day_is_one_correction() -> None:
    first = change(LINE, replace(LINE, text="Leo looks for work"))
    (made,) = corrections(FINISHED, (first,), by="lead", on=LATER, pack=PACK)
    family = FINISHED.after(first).after(made)
    assert beside(change(first.after, LINE), family=family) == []


def test_a_meeting_that_ended_on_an_earlier_day_is_finished_whoever_wrote_it_down() -> None:
    imported = replace(FINISHED, meetings=FAMILY.meetings)
    (correction,) = beside(change(LINE, None), family=imported)
    assert correction.was == "Leo is out of work"
    on_paper = replace(FAMILY.meetings[0], entered_on=LATER)
    assert beside(change(LINE, None), family=replace(FINISHED, meetings=(on_paper,))) == []


def test_a_meeting_that_is_not_finished_and_the_apps_own_notes_need_none() -> None:
    opened = replace(FINISHED, meetings=(replace(FAMILY.meetings[0], on=LATER),))
    assert beside(change(LINE, None), family=opened) == []
    assert beside(change(None, Copy(id="c", meeting="m1", to="mum", how="made"))) == []
    assert beside(change(None, StepTime(id="t", meeting="m1", step="story", seconds=9))) == []
    assert beside(change(None, replace(FAMILY.people[0], id="new"))) == []


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=5))
def test_undoing_a_correction_and_its_change_restores_the_start(texts: list[str]) -> None:
    family, done, line = FINISHED, [], LINE
    for text in texts:
        made = change(line, replace(line, text=text))
        for each in (made, *corrections(family, (made,), by="lead", on=LATER, pack=PACK)):
            family, line = family.after(each), replace(line, text=text)
            done.append(each)
    for each in reversed(done):
        family = family.after(each.undone())
    assert family == FINISHED
