"""Making one reader's copy: cut by the domain, laid out, looked through for what it must not hold, saved."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile, is_zipfile

from exports.checked_copy import faults_told
from exports.copy_kinds import KINDS, PAPER, CopyKind, kind_for
from exports.file_names import copy_file_name
from exports.files import save_copy
from exports.fixed_words import ENGLISH
from exports.laid_out import Asked
from exports.named_nobody import reader_in_a_name, ref_in_a_name
from exports.paper import PLAIN_PAPER, Paper
from exports.papers_wanted import Wanted, format_wanted, to_be_read_aloud
from eymeeting.domain.copies import LeftOut
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Copy, Meeting
from eymeeting.domain.pack import Pack
from eymeeting.domain.problems import Problem, Refused
from eymeeting.domain.taken_home import EVERYTHING, TakenHome, every_way, taken_home_without

Papers = Callable[[Wanted], Paper]
"""Finds the paper a copy is written on: in a form, and in a language by its code."""

AS_THINGS_STAND: Final = frozenset({"agency"})
"""Kinds that tell how things stand on the day they are made, whatever meeting they are noted under."""


@dataclass(frozen=True, slots=True)
class Made:
    """A copy that is on disk. ``remarks`` are for whoever made it, a sentence each.

    ``language`` is that of its fixed words, where they are not in English.
    """

    path: Path
    kind: CopyKind
    reader: str
    fingerprint: str
    left_out: int
    remarks: tuple[str, ...]
    left_out_by_kind: Mapping[LeftOut, int] = field(default_factory=dict)
    wanted: Wanted = field(default_factory=Wanted)
    language: str | None = None


def plain_papers(wanted: Wanted) -> Paper:
    """Papers in English and in every form, on no council's own paper."""
    return replace(PLAIN_PAPER, format=wanted.format)


def make_copy(
    family: Family,
    reader: str,
    *,
    folder: Path,
    now: datetime,
    pack: Pack,
    kind: str | None = None,
    format: str | None = None,  # noqa: A002
    meeting: int | None = None,
    takes: TakenHome = EVERYTHING,
    papers: Papers = plain_papers,
) -> Made:
    """Make one reader's copy in a folder. Nothing is overwritten, and nothing is left where it is refused.

    ``takes`` says what stays off this one plan, so that it is safe to take home;
    other kinds go whole. Without a ``format`` it has the one the reader needs.

    Raises:
        NotFound: the reader or the meeting is not there.
        Refused: this reader may not have this kind of copy, or not of this meeting.
        Problem: the file could not be written.
    """
    wanted_kind = kind_for(family, reader, kind)
    if takes != EVERYTHING and wanted_kind != "family":
        raise Refused("Only a plan can go home without something. Nothing was written.")
    wanted = format_wanted(family, reader, format)
    paper = papers(wanted)
    asked = Asked(
        family=family,
        reader=reader,
        today=now.date(),
        made_at=now,
        pack=pack,
        meeting=meeting,
        takes=takes,
        paper=paper,
    )
    laid = KINDS[wanted_kind].lay_out(asked)
    who = reader_in_a_name(family, reader)
    name = copy_file_name(
        KINDS[wanted_kind].file_name, ref_in_a_name(family), laid.on, who, KINDS[wanted_kind].ending
    )
    content = laid.content()
    path = save_copy(content, folder, name, must_not_hold=laid.must_not_hold)
    at_fault = faults_told(content, kind=wanted_kind, paper=paper)
    return Made(
        path=path,
        kind=wanted_kind,
        reader=reader,
        fingerprint=hashlib.sha256(content).hexdigest(),
        left_out=laid.left_out,
        remarks=tuple(filter(None, (*_remarks(asked, wanted_kind), *laid.remarks, *at_fault))),
        left_out_by_kind=laid.left_out_by_kind,
        wanted=wanted,
        language=None if paper.words.code == ENGLISH.code else paper.words.code,
    )


def meeting_copied(asked: Asked, kind: str | None) -> Meeting | None:
    """The meeting a copy will be of; nothing where there is none, which making the copy then says."""
    try:
        return KINDS[kind_for(asked.family, asked.reader, kind)].of(asked)
    except Problem:
        return None


def is_as_it_would_be(
    family: Family, copy: Copy, *, file: Path | None, today: date, pack: Pack, papers: Papers = plain_papers
) -> bool:
    """Whether a copy lies in its ``file`` and holds just what it would if it were made of the family as it is now.

    It is looked at without what stayed off it; of an old copy, of which that was not
    written down, in every way. The list of copies in a full record does not count
    from that record on.
    """
    number = next((each.number for each in family.meetings if each.id == copy.meeting), None)
    if number is None or file is None or not copy.made_at:
        return False
    before = tuple(each for each in family.copies if each.position < copy.position)
    try:
        kind = kind_for(family, copy.to, copy.kind)
        there = _parts(file.read_bytes())
        asked = Asked(
            family=replace(family, copies=before),
            reader=copy.to,
            today=today,
            made_at=datetime.fromisoformat(copy.made_at),
            pack=pack,
            meeting=None if kind in AS_THINGS_STAND else number,
            paper=papers(format_wanted(family, copy.to, copy.format)),
        )
        return any(
            _parts(KINDS[kind].lay_out(replace(asked, takes=takes)).content()) == there
            for takes in _ways_made(copy, kind)
        )
    except (Problem, OSError, ValueError, BadZipFile):
        return False


def _ways_made(copy: Copy, kind: CopyKind) -> Iterable[TakenHome]:
    """The ways in which a copy may have been made so that it is safe to take home."""
    if kind != "family":
        return (EVERYTHING,)
    return every_way() if copy.without is None else (taken_home_without(copy.without),)


def _remarks(asked: Asked, kind: CopyKind) -> Iterable[str]:
    """What there is to say of the paper of a copy; of a calendar file, which is on none, nothing."""
    if kind != "calendar":
        yield asked.paper.remark
    if KINDS[kind].ending == PAPER:
        yield to_be_read_aloud(asked.family, asked.reader)


def _parts(content: bytes) -> dict[str, bytes]:
    """What a Word file holds, without when it was packed; any other file whole."""
    package = BytesIO(content)
    if not is_zipfile(package):
        return {"": content}
    with ZipFile(package) as whole:
        return {name: whole.read(name) for name in whole.namelist()}
