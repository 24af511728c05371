"""Printing copies that were just made, and noting of each whether it was printed or is owed."""

from __future__ import annotations

import os
from asyncio import to_thread
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Final

from eymeeting.domain.copies_log import owed_by
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.meeting import Copy
from eymeeting.domain.names import short_names
from eymeeting.domain.problems import Problem
from eymeeting.printing import Printer, way_to_print
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
    for each in copies:
        yield await _print(recorder, each, printer)


async def _print(recorder: FamilyRecorder, copy: Copy, printer: Printer | None) -> str:
    from exports.where_copies_lie import file_of_copy

    view = recorder.view
    name = short_names(view.family)[copy.to]
    why = NO_PRINTER
    if printer is not None:
        file = file_of_copy(recorder.desk.around.copies_folder, view.family, copy)
        try:
            if file is None:
                raise Problem(_GONE)
            await to_thread(printer.send, file)
        except Problem as problem:
            why = str(problem).rstrip(".")
        else:
            _note(recorder, copy, replace(copy, printed_on=view.today, owed_by=None))
            return f"✓ Printed for {name}"
    day = owed_by(view.today, view.pack.limits, view.calendar)
    _note(recorder, copy, replace(copy, owed_by=day))
    return f"{why}: owed to {name} by {spoken_near(day, view.today)}"


def _note(recorder: FamilyRecorder, before: Copy, after: Copy) -> None:
    """Keep what became of a copy, unless its line has changed or gone since."""
    if any(each == before for each in recorder.view.family.copies):
        recorder.note(recorder.view.change(before, after))
