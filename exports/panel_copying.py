"""Making the papers of a panel: cut by the domain, laid out, looked through for what they must not hold, saved.

A family's own papers are made of that family alone: what is said of another cannot come into them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from exports.agency_panel_list import build_agency_panel_list
from exports.copying import Papers, plain_papers
from exports.file_names import copy_file_name, safe_file_name
from exports.files import save_copy
from exports.laid_out import LaidOut
from exports.named_nobody import reader_in_a_name, ref_in_a_name
from exports.panel_note import build_panel_note
from exports.panel_record import build_panel_record
from exports.paper import Paper
from exports.papers_wanted import Wanted, format_wanted, to_be_read_aloud
from exports.tell_list import build_tell_list
from eymeeting.domain.agency_panel_list import agency_panel_list
from eymeeting.domain.family import Family
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel_note import panel_note
from eymeeting.domain.panel_record import panel_record
from eymeeting.domain.reference_only import Pairs
from eymeeting.domain.tell_list import tell_list

PanelKind = Literal["note", "panel_record", "agency_list", "tell_list"]


@dataclass(frozen=True, slots=True)
class PanelPaper:
    """A paper of a panel that is on disk.

    ``left_out`` counts what stands on no line of it. ``remarks`` are for whoever
    made it, a sentence each.
    """

    path: Path
    kind: PanelKind
    left_out: int = 0
    remarks: tuple[str, ...] = ()


def panel_folder(copies: Path, on: date) -> Path:
    """The folder inside ``copies`` for the lists of a panel's day: they belong to no family."""
    return copies / safe_file_name("panel", on.isoformat())


def make_panel_note(
    family: Family,
    item: str,
    reader: str,
    *,
    folder: Path,
    now: datetime,
    pack: Pack,
    papers: Papers = plain_papers,
    format: str | None = None,  # noqa: A002
) -> PanelPaper:
    """Make one adult's note of their family's item at a panel, in the form and language that adult needs.

    ``format`` is another form for this one paper alone.

    Raises:
        NotFound: the item or the reader is not there.
        Refused: it is not for this reader, or would show them what is not theirs.
        Problem: the file could not be written.
    """
    note = panel_note(family, item, reader, today=now.date(), pack=pack)
    name = copy_file_name("panel-note", ref_in_a_name(family), note.on, reader_in_a_name(family, reader))
    paper = papers(format_wanted(family, reader, format))
    laid = LaidOut(document=build_panel_note(note, now, paper), on=note.on)
    path = save_copy(laid.content(), folder, name, must_not_hold=note.must_not_hold)
    return PanelPaper(path, "note", note.left_out, _remarks(paper, family, reader))


def make_panel_record(
    family: Family,
    item: str,
    reader: str,
    *,
    folder: Path,
    now: datetime,
    pack: Pack,
    papers: Papers = plain_papers,
    format: str | None = None,  # noqa: A002
) -> PanelPaper:
    """Make the record of one item, for whoever brought the family to the panel. ``format`` as of a note.

    Raises:
        NotFound: the item or the reader is not there.
        Refused: the reader did not bring the family.
        Problem: the file could not be written.
    """
    record = panel_record(family, item, reader, today=now.date(), pack=pack)
    who = reader_in_a_name(family, reader)
    name = copy_file_name("panel-record", ref_in_a_name(family), record.on, who)
    paper = papers(format_wanted(family, reader, format))
    path = save_copy(build_panel_record(record, now, paper), folder, name, must_not_hold=record.must_not_hold)
    return PanelPaper(path, "panel_record", remarks=_remarks(paper, family, reader))


def make_agency_list(
    pairs: Pairs, agency: str, *, folder: Path, now: datetime, pack: Pack, papers: Papers = plain_papers
) -> PanelPaper:
    """Make one service's list of what its workers took on at a panel. No family is named on it.

    Raises:
        Refused: nothing of this service may stand on a list, or it would show what is not theirs.
        Problem: the file could not be written.
    """
    paper = agency_panel_list(pairs, agency, today=now.date(), pack=pack)
    name = safe_file_name("panel-actions", paper.on.isoformat(), paper.agency, suffix=".docx")
    document = build_agency_panel_list(paper, now, papers(Wanted()))
    path = save_copy(document, folder, name, must_not_hold=paper.must_not_hold)
    remarks = tuple(_not_agreed(ref, paper.agency) for ref in paper.not_agreed)
    return PanelPaper(path, "agency_list", paper.left_out, remarks)


def make_tell_list(
    pairs: Pairs, *, folder: Path, now: datetime, pack: Pack, papers: Papers = plain_papers
) -> PanelPaper:
    """Make the chair's list of who tells which family. No family is named on it.

    Raises:
        Refused: no family is on the panel.
        Problem: the file could not be written.
    """
    paper = tell_list(pairs, today=now.date(), pack=pack)
    name = safe_file_name("tell-the-families", paper.on.isoformat(), suffix=".docx")
    document = build_tell_list(paper, now, papers(Wanted()))
    path = save_copy(document, folder, name, must_not_hold=paper.must_not_hold)
    return PanelPaper(path, "tell_list")


def _remarks(paper: Paper, family: Family, reader: str) -> tuple[str, ...]:
    return tuple(filter(None, (paper.remark, to_be_read_aloud(family, reader))))


def _not_agreed(ref: str, agency: str) -> str:
    return f"{ref} has not agreed to share with {agency} yet, so what it took on for them is on no list."
