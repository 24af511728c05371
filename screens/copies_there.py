"""Who has a copy already that holds how things stand now, in the form and the language they need."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from eymeeting.domain.whose_copies import CopyFor, latest_copy
from screens.copies_rows import form_of
from screens.desk import MeetingView
from screens.recorder import Recorder

if TYPE_CHECKING:
    from exports.copying import Papers


async def who_has_it(recorder: Recorder, offered: Iterable[CopyFor]) -> frozenset[CopyFor]:
    """Those of the copies offered that lie there just as they would be made now; no key is held up meanwhile."""
    from exports.papers_kept import papers_kept

    view, around = recorder.view, recorder.desk.around
    papers = papers_kept(around.store.kept_files, view.today)
    return await to_thread(_as_they_would_be, view, around.copies_folder, tuple(offered), papers)


def _as_they_would_be(
    view: MeetingView, folder: Path, offered: Iterable[CopyFor], papers: Papers
) -> frozenset[CopyFor]:
    from exports.copying import is_as_it_would_be
    from exports.where_copies_lie import file_of_copy

    found = ((each, latest_copy(view.family, view.meeting_id, each.reader, each.kind)) for each in offered)
    return frozenset(
        each
        for each, copy in found
        if copy is not None
        and copy.format in (None, form_of(view, each, {}))
        and is_as_it_would_be(
            view.family,
            copy,
            file=file_of_copy(folder, view.family, copy),
            today=view.today,
            pack=view.pack,
            papers=papers,
        )
    )
