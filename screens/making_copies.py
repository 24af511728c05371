"""Making copies and noting each: for whom, of which kind and form, when and by whom, and that nobody has it yet."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from eymeeting.domain.entry import new_id
from eymeeting.domain.meeting import Copy
from eymeeting.domain.problems import Problem
from eymeeting.domain.standing import MADE_NOT_GIVEN
from eymeeting.domain.taken_home import EVERYTHING, TakenHome, stays_off
from eymeeting.domain.whose_copies import latest_copy
from screens.family_recorder import FamilyRecorder

if TYPE_CHECKING:
    from exports.copying import Made


UNFORESEEN: Final = (
    "eymeeting met something it did not expect, so this copy was not made. Nothing was saved of it."
)
"""All that is said of an error nobody foresaw; its details could show a family's words."""


class Making:
    """Makes one copy after the other of a meeting, from the family as it is in the file when the first begins.

    The family, its pack and the papers kept are read once. What was made is noted at once: a copy that a
    newer one stands for stays in the log, and its file where it is.
    """

    def __init__(self, recorder: FamilyRecorder, meeting: str) -> None:
        """Read what the copies are made of.

        Raises:
            Problem: the file cannot be read.
        """
        from exports.papers_kept import papers_kept

        around = recorder.desk.around
        self._recorder = recorder
        self._family = around.store.family(recorder.view.family.ref)
        self._meeting = self._family.meeting(meeting)
        self._pack = around.pack_of(self._meeting)
        self._papers = papers_kept(around.store.kept_files, recorder.view.today)

    async def make(
        self,
        reader: str,
        kind: str,
        *,
        takes: TakenHome = EVERYTHING,
        form: str | None = None,
    ) -> tuple[Made, Copy]:
        """A reader's copy, and its line in the log. ``takes`` and ``form`` are for this one copy alone.

        Raises:
            Problem: it was refused, or it could not be written or noted.
        """
        await to_thread(import_module, "exports.copying")  # it brings the whole of Word's machinery with it
        from exports.copying import AS_THINGS_STAND, make_copy
        from exports.where_copies_lie import meeting_folder

        view = self._recorder.view
        made = await to_thread(
            _whatever_happens,
            make_copy,
            self._family,
            reader,
            kind=kind,
            format=form,
            meeting=None if kind in AS_THINGS_STAND else self._meeting.number,
            folder=meeting_folder(self._recorder.desk.around.copies_folder, self._family, self._meeting.on),
            now=view.now,
            pack=self._pack,
            takes=takes,
            papers=self._papers,
        )
        copy = self._logged(made, takes, view.now)
        change = self._recorder.view.change(None, copy)
        self._recorder.note(change)
        self._family = self._family.after(change)
        return made, copy

    def _logged(self, made: Made, takes: TakenHome, now: datetime) -> Copy:
        view = self._recorder.view
        older = latest_copy(view.family, self._meeting.id, made.reader, made.kind)
        return Copy(
            id=new_id(),
            position=view.family.next_position(Copy),
            meeting=self._meeting.id,
            to=made.reader,
            how=MADE_NOT_GIVEN,
            on=now.date(),
            kind=made.kind,
            file_name=made.path.name,
            fingerprint=made.fingerprint,
            made_at=now.isoformat(timespec="seconds"),
            made_by=view.keyboard,
            left_out=made.left_out,
            without=stays_off(takes) if made.kind == "family" else None,
            format=made.wanted.format,
            language=made.language,
            replaces=None if older is None else older.file_name,
        )


def _whatever_happens(make: Callable[..., Made], *given: Any, **more: Any) -> Made:
    """Make a copy. What nobody foresaw is a problem of this one copy: the others are made all the same.

    Raises:
        Problem: it was not made.
    """
    try:
        return make(*given, **more)
    except Problem:
        raise
    except Exception:
        raise Problem(UNFORESEEN) from None


async def make_and_note(recorder: FamilyRecorder, reader: str, kind: str, meeting: str) -> Made:
    """One reader's copy of a meeting, made and noted.

    Raises:
        Problem: it was refused, or it could not be written or noted.
    """
    made, _ = await Making(recorder, meeting).make(reader, kind)
    recorder.redraw()
    return made
