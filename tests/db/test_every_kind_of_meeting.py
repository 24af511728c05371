from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from cut_short import PULLED, writing
from made.pells import FAMILY, PACK, attended

from db.file import OpenFile
from db.interchange import read_families, write_families
from db.store import Store
from exports.copying import make_copy
from eymeeting.domain.agenda import agenda
from eymeeting.domain.closing import ended
from eymeeting.domain.entry import FOR_THE_FAMILY, Entry
from eymeeting.domain.family import Change, Family, collections, in_order
from eymeeting.domain.meeting import Contribution, Line, Meeting, MeetingType, Stopped
from eymeeting.domain.pack import MeetingKind
from eymeeting.domain.planning import coming_meeting, next_kind, resumed, told_again
from eymeeting.domain.sitting import Place
from eymeeting.domain.telling import WhatWasTold, what_was_told, with_what_was_told
from screens.steps import STEPS

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
WORDS = "We have eaten together \u00bd the week"
TOLD = WhatWasTold(what="that the helpers talk", by="Ann Bell", on=TODAY)
KINDS = pytest.mark.parametrize("kind", PACK.meetings, ids=lambda kind: kind.type)


def added(family: Family, *entries: Entry) -> Family:
    for entry in entries:
        family = family.after(Change(family=family.ref, before=None, after=entry))
    return family


def begun(kind: MeetingType, *, before: Family = FAMILY, on: date = TODAY) -> tuple[Family, Meeting]:
    """The Pells with a meeting of a kind under way, at which the mother and her helper take part."""
    meeting = coming_meeting(before, PACK, on=on, start="10:00", venue="Larkfield", chair="lead", kind=kind)
    if kind == "professionals_discussion":
        meeting = with_what_was_told(meeting, TOLD)
    here = [replace(attended(who, at=meeting.id), note=None) for who in ("mum", "lead")]
    return added(before, meeting, *here), meeting


def written(meeting: Meeting) -> Entry:
    """Something said at a meeting: by a helper where they talk among themselves, else by the mother."""
    if meeting.type == "professionals_discussion":
        return Contribution(
            id="said", meeting=meeting.id, by="lead", visibility=FOR_THE_FAMILY, working=WORDS
        )
    return Line(id="said", meeting=meeting.id, section="good_at", text=WORDS, by="mum")


@KINDS
def test_every_step_of_every_kind_has_a_screen_and_every_kind_can_end(kind: MeetingKind) -> None:
    family, meeting = begun(kind.type)
    steps = [step.id for step in agenda(family, meeting, PACK)]
    assert set(steps) <= set(STEPS)
    assert steps[-1] == "finish"


@KINDS
def test_a_meeting_of_any_kind_comes_back_after_a_kill_travels_and_is_copied(
    kind: MeetingKind,
    store: Store,
    place: Path,
    opened: Callable[[Path], OpenFile],
    ticking: Callable[[], datetime],
    processes: Any,
    tmp_path: Path,
) -> None:
    family, meeting = begun(kind.type)
    sorted_out: dict[str, Any] = {name: in_order(entries) for name, entries in collections(family)}
    family = replace(family, **sorted_out)
    store.take_in([family])
    store.close()
    words = written(meeting)
    there = Place(step=kind.steps[-2].id, field="x", cursor=7)
    program = processes.Process(target=writing, args=(place, family.ref, meeting.id, words, there))
    program.start()
    program.join()
    assert program.exitcode == PULLED

    again = Store(opened(place), ticking)
    sitting = again.interrupted()
    assert sitting is not None
    assert (sitting.meeting, sitting.place) == (meeting.id, there)
    kept = again.family(family.ref)
    assert kept == added(family, words)

    for change in ended(kept, meeting, "carry_on", at="11:00"):
        again.apply(change, who="lead")
    kept = again.family(family.ref)
    text = write_families([kept])
    [travelled] = read_families(text)
    assert write_families([travelled]) == text

    for reader, wanted in (("mum", "family"), ("lead", "record")):
        made = make_copy(
            kept, reader, kind=wanted, meeting=meeting.number, folder=tmp_path / "copies", now=NOW, pack=PACK
        )
        assert made.path.stat().st_size > 1000


@KINDS
def test_a_meeting_of_any_kind_can_break_off_and_go_on_another_day_with_nothing_lost(
    kind: MeetingKind,
) -> None:
    family, meeting = begun(kind.type, on=date(2026, 11, 15))
    family = added(family, written(meeting))
    for change in ended(family, meeting, "adjourned", at="10:20"):
        family = family.after(change)
    adjourned = family.meeting(meeting.id)
    stopped = replace(adjourned, stopped=Stopped(at="10:20", why="The fire alarm"))
    family = family.after(Change(family=family.ref, before=adjourned, after=stopped))

    assert next_kind(family) == kind.type
    after, on = begun(kind.type, before=family)
    assert on.resumes == meeting.number
    assert [each.id for each in resumed(after, on)] == [meeting.id]
    assert [each.id for each in told_again(after, on)] == [meeting.id]
    assert what_was_told(on) == what_was_told(meeting)
    assert [each.id for each in (*after.lines, *after.contributions)] == ["said"]
    [travelled] = read_families(write_families([after]))
    assert write_families([travelled]) == write_families([after])
