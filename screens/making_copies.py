"""Making a copy and noting it: for whom, of which kind, when and by whom, and that nobody has it yet."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from eymeeting.domain.entry import new_id
from eymeeting.domain.meeting import Copy
from eymeeting.domain.standing import MADE_NOT_GIVEN
from eymeeting.domain.taken_home import EVERYTHING, TakenHome, stays_off
from screens.family_recorder import FamilyRecorder

if TYPE_CHECKING:
    from exports.copying import Made


async def make_and_note(
    recorder: FamilyRecorder, reader: str, kind: str, meeting: str, *, takes: TakenHome = EVERYTHING
) -> Made:
    """A reader's copy of a meeting, in the family's folder, from the family as it is in the file now.

    ``takes`` says what stays off this one copy.

    Raises:
        Problem: it was refused, or it could not be written or noted.
    """
    from exports.copying import family_folder, make_copy

    view, around = recorder.view, recorder.desk.around
    family = around.store.family(view.family.ref)
    made = await to_thread(
        make_copy,
        family,
        reader,
        kind=kind,
        meeting=None if kind == "agency" else family.meeting(meeting).number,
        folder=family_folder(around.copies_folder, family.ref),
        now=view.now,
        pack=around.pack_of(family.meeting(meeting)),
        takes=takes,
    )
    entry = Copy(
        id=new_id(),
        position=view.family.next_position(Copy),
        meeting=meeting,
        to=made.reader,
        how=MADE_NOT_GIVEN,
        on=view.today,
        kind=made.kind,
        file_name=made.path.name,
        fingerprint=made.fingerprint,
        made_at=view.now.isoformat(timespec="seconds"),
        made_by=view.keyboard,
        left_out=made.left_out,
        without=stays_off(takes) if made.kind == "family" else None,
    )
    recorder.note(view.change(None, entry))
    recorder.redraw()
    return made
