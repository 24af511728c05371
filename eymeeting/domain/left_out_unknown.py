"""How much of what a copy leaves out whoever is at the keyboard may not know of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from eymeeting.domain.at_the_keyboard import may_open
from eymeeting.domain.copies import LeftOut
from eymeeting.domain.cutting import as_at
from eymeeting.domain.family import Family
from eymeeting.domain.left_out import left_out_by_kind
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.naming import without_what_is_kept_apart
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.sight import LEFT_OUT_OF, Reader


def left_out_unknown_to(
    family: Family, reader: str, keyboard: str, *, meeting: Meeting, today: date, pack: Pack
) -> Mapping[LeftOut, int]:
    """How many things of each kind a reader's copy of a meeting leaves out that ``keyboard`` may not open.

    A count alone would tell that there is something. The kinds and reasons are those of ``left_out_by_kind``.
    """
    cut = without_what_is_kept_apart(as_at(family, meeting), reader)
    unknown: dict[str, Any] = {
        name: tuple(
            each
            for each in getattr(cut, name)
            if not may_open(family, each, keyboard, today=today, pack=pack)
        )
        for name in LEFT_OUT_OF
    }
    return left_out_by_kind(
        ForOneReader(
            family=replace(cut, **unknown),
            reader=Reader(id=reader),
            today=today,
            pack=pack,
            meeting=meeting,
            on=meeting.on,
            is_taken_home=True,
        )
    )
