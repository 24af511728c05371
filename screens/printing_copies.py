"""Printing copies that were just made, and noting of each whether it was printed or is owed."""

from __future__ import annotations

import os
from asyncio import to_thread
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from eymeeting.domain.copies_log import BEFORE_A_MEETING, NOT_HANDED_OVER, owed_by
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.in_words import listed
from eymeeting.domain.meeting import Copy
from eymeeting.domain.names import short_names
from eymeeting.domain.problems import Problem
from eymeeting.printing import Printer, way_to_print
from screens.family_desk import FamilyView
from screens.family_recorder import FamilyRecorder

INTO_A_HAND: Final = frozenset({"family", "child"})
"""The kinds that are printed at once. The record, with its restricted pages, is never sent to a printer from here."""

LISTS: Final = frozenset({"agency"})
"""The kinds that are printed too where somebody asks for it: they are sent as a rule."""

NO_PRINTER: Final = "No printer here"
_GONE: Final = "Its file is not there any more."


async def print_copies(recorder: FamilyRecorder, copies: Sequence[Copy]) -> AsyncIterator[str]:
    """Print one copy after the other, and note each; a sentence for each as it is done.

    Where there is no printer, or it does not take one, that copy is owed within the council's working days.
    """
    printer = await to_thread(way_to_print, os.environ)
    if printer is None:
        for said in _owed(recorder, copies, NO_PRINTER):
            yield said
        return
    for each in copies:
        try:
            await to_thread(_send, recorder, each, printer)
        except Problem as problem:
            for said in _owed(recorder, [each], str(problem).rstrip(".")):
                yield said
        else:
            _note(recorder, each, replace(each, printed_on=recorder.view.today, owed_by=None))
            yield f"✓ Printed for {short_names(recorder.view.family)[each.to]}"


def not_printed(recorder: FamilyRecorder, copies: Sequence[Copy]) -> list[Copy]:
    """Those of the copies that are not printed, as they stand in the log now."""
    wanted = {each.id for each in copies}
    return [each for each in recorder.view.family.copies if each.id in wanted and each.printed_on is None]


def _send(recorder: FamilyRecorder, copy: Copy, printer: Printer) -> None:
    from exports.where_copies_lie import file_of_copy

    file = file_of_copy(recorder.desk.around.copies_folder, recorder.view.family, copy)
    if file is None:
        raise Problem(_GONE)
    printer.send(file)


def _owed(recorder: FamilyRecorder, copies: Sequence[Copy], why: str) -> Iterator[str]:
    """Note by when copies are owed that were not printed; a sentence for each such day."""
    view = recorder.view
    names = short_names(view.family)
    days: dict[date | None, list[str]] = {}
    for each in copies:
        day = _last_day(view, each)
        days.setdefault(day, []).append(names[each.to])
        _note(recorder, each, replace(each, owed_by=day))
    for day, whom in days.items():
        to = listed(tuple(dict.fromkeys(whom)))
        by = "" if day is None else spoken_near(day, view.today)
        yield f"{why}: owed to {to} by {by}" if by else f"{why}: not printed for {to}"


def _last_day(view: FamilyView, copy: Copy) -> date | None:
    """By when a copy is owed; one that nobody waits for, on no day."""
    if copy.kind in NOT_HANDED_OVER:
        return None
    before = view.family.meeting(copy.meeting).on if copy.kind in BEFORE_A_MEETING else None
    return owed_by(view.today, view.pack.limits, view.calendar, before=before)


def _note(recorder: FamilyRecorder, before: Copy, after: Copy) -> None:
    """Keep what became of a copy, unless its line has changed or gone since."""
    if after != before and any(each == before for each in recorder.view.family.copies):
        recorder.note(recorder.view.change(before, after))
