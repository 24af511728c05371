from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, TODAY, action, attended, copy_for, paper, said, score, texts, with_more

from eymeeting.domain.actions import Update
from eymeeting.domain.corrections import UNWRITTEN, corrections
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry
from eymeeting.domain.facing import facing
from eymeeting.domain.family import Family, collections
from eymeeting.domain.full_record import full_record
from eymeeting.domain.meeting import ChildWords, Closure, Contribution, Copy, Correction, Priority
from eymeeting.domain.unwritten import (
    CAN_BE_UNWRITTEN,
    SpokenWords,
    kept_about_harm,
    said_in,
    stands_on_a_copy,
    unwritten,
)

WORDS = "Zebras and marzipan"
LINE = said("good_at", WORDS, by="mum")
CHILD = ChildWords(id="cw", meeting="m1", who="ivy", words=WORDS, how="a drawing", visibility=FOR_THE_FAMILY)
HELPER = Contribution(
    id="c", meeting="m1", by="teacher", visibility=FOR_THE_FAMILY, working=WORDS, worry="Tired by noon"
)
NOTE = replace(score("mum", 3), note=WORDS)
HOPE = Priority(id="p", meeting="m1", area="home", life_when=WORDS)
HELD = with_more(
    lines=(LINE,),
    child_words=(CHILD,),
    contributions=(HELPER,),
    scores=(NOTE,),
    priorities=(HOPE,),
    attendance=(attended("mum"), attended("ivy"), attended("teacher")),
)


def anywhere(family: Family) -> list[str]:
    return [name for name, kept in collections(family) for each in kept if WORDS in str(each)]


def gone(family: Family, entry: Entry) -> Family:
    words = said_in(entry)
    assert words is not None
    assert words.words == WORDS
    for change in unwritten(family, words):
        family = family.after(change)
    return family


@pytest.mark.parametrize("entry", [LINE, CHILD, HELPER, NOTE, HOPE], ids=lambda entry: type(entry).__name__)
def test_words_taken_back_are_nowhere_and_all_else_stays(entry: Entry) -> None:
    held = {name: (entry,) for name, kept in collections(HELD) if entry in kept}
    alone = replace(FAMILY, **held)  # type: ignore[arg-type]
    after = gone(alone, entry)
    assert anywhere(alone)
    assert anywhere(after) == []
    if entry is HELPER:
        assert [each.worry for each in after.contributions] == ["Tired by noon"]
    if entry is NOTE:
        assert [each.value for each in after.scores] == [3]
    if entry is HOPE:
        assert [each.area for each in after.priorities] == ["home"]


@given(st.permutations([LINE, CHILD, HELPER, NOTE, HOPE]), st.integers(0, 31))
@settings(max_examples=20)
def test_what_is_kept_about_harm_stands_in_the_chair_s_record_alone(order: list[Entry], harm: int) -> None:
    family = HELD
    for place, entry in enumerate(order):
        words = said_in(entry)
        assert words is not None
        family = gone(family, entry)
        if harm >> place & 1:
            family = family.after(kept_about_harm(family, words))
    for reader in ("mum", "dad", "gran"):
        assert WORDS.casefold() not in paper(copy_for(reader, family))
    for step in ("story", "journey", "children", "scores", "workers", "areas", "finish"):
        assert WORDS not in "\n".join(texts(facing(family, "m1", PACK, step, today=TODAY)))
    record = full_record(family, "lead", today=TODAY, pack=PACK)
    assert "\n".join(texts(record)).count(WORDS) == (harm & 31).bit_count()


def test_who_said_what_is_kept_about_harm_is_kept_too() -> None:
    for entry, by in ((LINE, "mum"), (HELPER, "teacher"), (NOTE, "mum")):
        words = said_in(entry)
        assert words is not None
        kept = kept_about_harm(FAMILY, words).after
        assert getattr(kept, "by", None) == by


def test_there_is_nothing_to_take_back_where_nothing_is_written() -> None:
    assert said_in(None) is None
    assert said_in(replace(NOTE, note="  ")) is None
    assert said_in(HELPER, "can_offer") is None
    assert said_in(FAMILY.people[0]) is None


def test_after_the_meeting_neither_the_new_correction_nor_an_older_one_tells_the_words() -> None:
    family = with_more(HELD, corrections=(_older(),))
    locked = replace(family, meetings=(replace(family.meetings[0], locked_on=date(2026, 3, 2)),))
    words = said_in(replace(LINE, text="Zebras"))
    assert words is not None
    changes = unwritten(locked, words)
    (correction,) = corrections(locked, changes[:1], by="teacher", on=TODAY, pack=PACK, is_unwritten=True)
    assert isinstance(correction.after, Correction)
    assert (correction.after.what, correction.after.was) == (UNWRITTEN, None)
    after = locked
    for change in changes:
        after = after.after(change)
    assert [each.was for each in after.corrections] == [None]


def test_it_says_when_a_copy_of_that_meeting_has_the_words_already() -> None:
    words = said_in(LINE)
    assert words is not None
    assert not stands_on_a_copy(HELD, words)
    assert stands_on_a_copy(
        with_more(HELD, copies=(Copy(id="k", meeting="m1", to="mum", how="by hand"),)), words
    )


def test_each_field_that_can_be_taken_back_is_one_of_its_entry() -> None:
    for kind, names in CAN_BE_UNWRITTEN.items():
        assert set(names) <= set(kind.__dataclass_fields__)


def test_what_a_family_said_of_the_ending_goes_a_line_alone_and_nothing_stays_of_an_ending_that_was_only_that() -> (
    None
):
    view = Closure(id="end", meeting="m1", family_said=WORDS, said_by="mum")
    lines = replace(view, family_said=None, said_by=None, keep_doing=("Sunday park", WORDS))
    helped = replace(FAMILY.meetings[0], what_helped="The letters", got_in_the_way=WORDS)
    assert gone(with_more(closures=(view,)), view).closures == ()
    (left,) = gone(with_more(closures=(replace(view, helpfulness=3),)), replace(view, helpfulness=3)).closures
    assert (left.helpfulness, left.family_said, left.said_by) == (3, None, None)
    held = with_more(closures=(lines,))
    said_last = said_in(lines, "keep_doing", WORDS)
    assert said_last is not None
    for change in unwritten(held, said_last):
        held = held.after(change)
    assert [each.keep_doing for each in held.closures] == [("Sunday park",)]
    met = replace(FAMILY, meetings=(helped, *FAMILY.meetings[1:]))
    in_the_way = said_in(helped, "got_in_the_way")
    assert in_the_way is not None
    (change,) = unwritten(met, in_the_way)
    assert change.after == replace(helped, got_in_the_way=None)
    for words, by in ((said_in(view), "mum"), (said_last, None), (in_the_way, None)):
        assert words is not None
        kept = kept_about_harm(FAMILY, words).after
        assert (getattr(kept, "meeting", None), getattr(kept, "text", None), getattr(kept, "by", None)) == (
            "m1",
            WORDS,
            by,
        )


def _older() -> Correction:
    return Correction(
        id="k", meeting="m1", on=TODAY, by="lead", what="Put right: a line", about=LINE.id, was=WORDS
    )


@pytest.mark.parametrize("at", ["m1", None])
def test_words_told_of_an_action_go_and_about_harm_stand_in_the_record_of_a_meeting(at: str | None) -> None:
    news = Update(id="u", action="Ring", status="part_done", meeting=at, on=None if at else TODAY, note=WORDS)
    family = with_more(actions=(action("Ring", "mum"),), updates=(news,))
    after = gone(family, news)
    assert anywhere(after) == []
    assert [each.status for each in after.updates] == ["part_done"]
    kept = kept_about_harm(family, SpokenWords(entry=news, field="note"))
    assert WORDS in "\n".join(texts(full_record(after.after(kept), "lead", today=TODAY, pack=PACK)))
    assert WORDS.casefold() not in paper(copy_for("mum", after.after(kept)))
