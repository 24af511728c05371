from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest
from made.adeyemis import ADEYEMIS
from made.expected import PACK

from exports.copy_kinds import KINDS, USUAL, CopyKind, Member
from exports.copying import meeting_copied
from exports.laid_out import Asked
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.whose_copies import copy_kind

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 15, 5, tzinfo=UTC)
LAST = ADEYEMIS.meetings[-1]
NEXT = Meeting(
    id="next",
    number=LAST.number + 1,
    type="taf_review",
    on=TODAY + timedelta(days=4),
    start="09:30",
    planned_minutes=50,
    chair=LAST.chair,
    venue="Family room",
)
READERS: dict[Member, str] = {"adult": "p1", "child": "c3", "worker": LAST.chair}
BEFORE: tuple[CopyKind, ...] = (
    "invitation",
    "agenda",
    "agreement_form",
    "update_slip",
    "form",
    "score_cards",
)
OF_ANOTHER_DAY = {"agency", "calendar"}
"""A list tells how things stand on the day it is made, and a calendar file has the name of the day people meet."""


def asked(kind: CopyKind, meeting: int | None = None) -> Asked:
    may = KINDS[kind].readers
    reader = next(READERS[each] for each in USUAL if each in may)
    family = replace(ADEYEMIS, meetings=(*ADEYEMIS.meetings, NEXT))
    return Asked(family=family, reader=reader, today=TODAY, made_at=NOW, pack=PACK, meeting=meeting)


@pytest.mark.parametrize("kind", sorted(set(get_args(CopyKind)) - OF_ANOTHER_DAY))
def test_the_day_in_the_name_of_a_copy_is_that_of_the_meeting_whose_folder_it_lies_in(kind: CopyKind) -> None:
    wanted = asked(kind)
    of = meeting_copied(wanted, kind)
    assert of is not None
    assert of.id == (NEXT.id if kind in BEFORE else LAST.id)
    assert KINDS[kind].lay_out(wanted).on == of.on


@pytest.mark.parametrize("kind", BEFORE)
def test_a_paper_of_a_meeting_that_is_named_is_of_that_one(kind: CopyKind) -> None:
    wanted = asked(kind, LAST.number)
    of = meeting_copied(wanted, kind)
    assert of == LAST
    assert KINDS[kind].lay_out(wanted).on == LAST.on


def test_a_paper_of_no_meeting_has_none() -> None:
    assert meeting_copied(asked("invitation", 99), "invitation") is None
    assert meeting_copied(asked("record"), "child") is None
    assert meeting_copied(replace(asked("agenda"), family=ADEYEMIS, today=date(2027, 9, 1)), "agenda") is None


def test_no_kind_of_copy_is_told_by_its_bare_name_in_the_code() -> None:
    told = {kind: copy_kind(kind, PACK) for kind in KINDS}
    assert not [kind for kind, words in told.items() if words == kind and kind not in PLAIN]
    assert len(set(told.values())) == len(told)


PLAIN = {"invitation", "agenda"}
"""Names that are plain words as they are."""
