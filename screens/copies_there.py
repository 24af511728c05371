"""Who has a copy already that holds how things stand now, in the form and the language they need."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from eymeeting.domain.pack import Pack
from eymeeting.domain.standing import newest_copies
from eymeeting.domain.whose_copies import CopyFor, latest_copy
from screens.copies_rows import form_of
from screens.family_desk import FamilyView
from screens.family_recorder import FamilyRecorder
from screens.recorder import Recorder

if TYPE_CHECKING:
    from exports.copying import Papers


PLANS_AND_PAGES: Final = frozenset({"family", "child"})
"""The kinds that people take home."""


class OneCopy(NamedTuple):
    """A copy of a meeting by its reader, its kind and its form."""

    reader: str
    kind: str
    form: str


async def who_has_it(recorder: Recorder, offered: Iterable[CopyFor]) -> frozenset[CopyFor]:
    """Those of the copies offered that lie there just as they would be made now; no key is held up meanwhile."""
    view = recorder.view
    of_somebody = (each for each in offered if each.reader)
    wanted = {each: OneCopy(each.reader, each.kind, form_of(view, each, {})) for each in of_somebody}
    there = await which_are_there(recorder, view.meeting_id, wanted.values())
    return frozenset(each for each, copy in wanted.items() if copy in there)


async def which_are_there(
    recorder: FamilyRecorder, meeting: str, wanted: Iterable[OneCopy]
) -> frozenset[OneCopy]:
    """Those of the copies wanted of a meeting that lie there just as they would be made now."""
    from exports.papers_kept import papers_kept

    view, around = recorder.view, recorder.desk.around
    pack = around.pack_of(view.family.meeting(meeting))
    papers = papers_kept(around.store.kept_files, view.today)
    return await to_thread(
        _as_they_would_be, view, pack, meeting, around.copies_folder, tuple(wanted), papers
    )


def _as_they_would_be(
    view: FamilyView,
    pack: Pack,
    meeting: str,
    folder: Path,
    wanted: Iterable[OneCopy],
    papers: Papers,
) -> frozenset[OneCopy]:
    from exports.copying import is_as_it_would_be
    from exports.where_copies_lie import file_of_copy

    found = ((each, latest_copy(view.family, meeting, each.reader, each.kind)) for each in wanted)
    return frozenset(
        each
        for each, copy in found
        if copy is not None
        and copy.format in (None, each.form)
        and is_as_it_would_be(
            view.family,
            copy,
            file=file_of_copy(folder, view.family, copy),
            today=view.today,
            pack=pack,
            papers=papers,
        )
    )


async def outdated_copies(recorder: Recorder) -> frozenset[str]:
    """The ids of the newest plans and pages made today that do not hold any more how things stand."""
    from exports.where_copies_lie import file_of_copy

    view, folder = recorder.view, recorder.desk.around.copies_folder
    newest = newest_copies(view.family.copies)
    theirs = {
        OneCopy(each.to, each.kind or "", each.format or ""): each
        for each in view.family.copies
        if each.meeting == view.meeting_id
        and each.id in newest
        and each.kind in PLANS_AND_PAGES
        and each.on == view.today
    }
    if not theirs:
        return frozenset()
    there = await which_are_there(recorder, view.meeting_id, theirs)
    changed = [each for copy, each in theirs.items() if copy not in there]
    lie_there = await to_thread(
        lambda: [each.id for each in changed if file_of_copy(folder, view.family, each) is not None]
    )
    return frozenset(lie_there)
