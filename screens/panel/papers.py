"""The papers of a panel in one go: each family's notes and record, a list for each service, who tells whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eymeeting.domain.agency_panel_list import agencies_that_took_part
from eymeeting.domain.family import Family
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.panel_lists import is_to_be_told
from eymeeting.domain.panel_meeting import PanelMeeting
from eymeeting.domain.panel_note import who_gets_a_note
from eymeeting.domain.problems import NotFound, Problem, Refused

if TYPE_CHECKING:
    from exports.copying import Papers
    from exports.panel_copying import PanelPaper


@dataclass(frozen=True, slots=True)
class PapersMade:
    """How many papers were made, where the lists are, what was not made, and what to know, a sentence each."""

    count: int
    folder: Path
    not_made: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def make_papers(
    panel: PanelMeeting,
    pairs: Iterable[tuple[Family, PanelItem]],
    copies_folder: Path,
    now: datetime,
    pack: Pack,
    papers: Papers | None = None,
) -> PapersMade:
    """Make every paper of a panel. What one reader may not have does not keep the others from theirs.

    ``papers`` finds the paper each is written on: in its reader's form and language, on the council's own.
    """
    from exports.copying import plain_papers
    from exports.panel_copying import panel_folder

    papers = papers or plain_papers

    told = tuple((family, item) for family, item in pairs if is_to_be_told(item))
    folder = panel_folder(copies_folder, panel.on)
    count, problems, remarks = 0, list[str](), list[str]()
    for make in (
        *_of_families(told, copies_folder, now, pack, papers),
        *_lists(told, folder, now, pack, papers),
    ):
        try:
            remarks += make().remarks
        except (NotFound, Refused) as refused:
            problems.append(str(refused))
        except Problem as problem:
            problems.append(str(problem))
            break
        else:
            count += 1
    return PapersMade(count, folder, tuple(dict.fromkeys(problems)), tuple(dict.fromkeys(remarks)))


def _of_families(
    pairs: Iterable[tuple[Family, PanelItem]],
    copies_folder: Path,
    now: datetime,
    pack: Pack,
    papers: Papers,
) -> Iterator[Callable[[], PanelPaper]]:
    from exports.panel_copying import make_panel_note, make_panel_record
    from exports.where_copies_lie import meeting_folder

    for family, item in pairs:
        folder = meeting_folder(copies_folder, family, item.on)
        readers = [(make_panel_note, who) for who in who_gets_a_note(family)]
        for make, who in (*readers, (make_panel_record, item.brought_by)):
            yield partial(make, family, item.id, who, folder=folder, now=now, pack=pack, papers=papers)


def _lists(
    pairs: tuple[tuple[Family, PanelItem], ...],
    folder: Path,
    now: datetime,
    pack: Pack,
    papers: Papers,
) -> Iterator[Callable[[], PanelPaper]]:
    from exports.panel_copying import make_agency_list, make_tell_list

    if not pairs:
        return
    for agency in agencies_that_took_part(pairs):
        yield partial(make_agency_list, pairs, agency, folder=folder, now=now, pack=pack, papers=papers)
    yield partial(make_tell_list, pairs, folder=folder, now=now, pack=pack, papers=papers)
