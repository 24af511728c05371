"""Making one reader's copy: cut by the domain, laid out, looked through for what it must not hold, saved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Final, Literal, get_args
from zipfile import BadZipFile, ZipFile

from docx.document import Document

from exports.child_page import build_child_page
from exports.family_copy import build_family_copy
from exports.file_names import copy_file_name, safe_file_name
from exports.files import save_copy
from exports.full_record import build_full_record
from exports.named_nobody import reader_in_a_name, ref_in_a_name
from exports.owed_list import build_owed_list
from eymeeting.domain.child_page import child_page
from eymeeting.domain.copies import LeftOut
from eymeeting.domain.cutting import as_at
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.full_record import beside, full_record
from eymeeting.domain.in_words import FORMAT
from eymeeting.domain.kept_off import as_known, kept_off, kept_off_a_list
from eymeeting.domain.meeting import Copy, LeadAgreement
from eymeeting.domain.owed import owed_list
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Format, Person
from eymeeting.domain.problems import Problem, Refused
from eymeeting.domain.sight import Reader, sees
from eymeeting.domain.taken_home import EVERYTHING, TakenHome, every_way, taken_home_without

CopyKind = Literal["family", "child", "agency", "record"]
_FILE_NAMES: Final[dict[CopyKind, str]] = {
    "family": "family-plan",
    "child": "my-page",
    "agency": "actions",
    "record": "full-record",
}
_STANDARD: Final = frozenset[Format]({"standard"})
_FORMATS: Final[dict[CopyKind, frozenset[Format]]] = {"child": _STANDARD | {"clear", "large"}}
"""The formats a paper meets as it is: a child's page is in large, clear type anyway."""


@dataclass(frozen=True, slots=True)
class Made:
    """A copy that is on disk. ``remarks`` are for whoever made it, a sentence each."""

    path: Path
    kind: CopyKind
    reader: str
    fingerprint: str
    left_out: int
    remarks: tuple[str, ...]
    left_out_by_kind: Mapping[LeftOut, int] = field(default_factory=dict)


def family_folder(copies: Path, ref: str) -> Path:
    """The folder inside ``copies`` for one family's papers, whatever signs its reference holds."""
    return copies / safe_file_name(ref)


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
) -> Made:
    """Make one reader's copy in a folder. Nothing is overwritten, and nothing is left where it is refused.

    ``takes`` says what stays off this one plan, so that it is safe to take home; other kinds go whole.

    Raises:
        NotFound: the reader or the meeting is not there.
        Refused: this reader may not have this kind of copy, or not of this meeting.
        Problem: the file could not be written.
    """
    wanted = _kind(family, reader, kind)
    if takes != EVERYTHING and wanted != "family":
        raise Refused("Only a plan can go home without something. Nothing was written.")
    remarks = _format_remarks(family, reader, format, _FORMATS.get(wanted, _STANDARD))
    paper = _laid_out(
        family, reader, wanted, today=now.date(), made_at=now, pack=pack, meeting=meeting, takes=takes
    )
    who = reader_in_a_name(family, reader)
    name = copy_file_name(_FILE_NAMES[wanted], ref_in_a_name(family), paper.on, who)
    path = save_copy(paper.document, folder, name, must_not_hold=paper.must_not_hold)
    fingerprint = hashlib.sha256(path.read_bytes()).hexdigest()
    return Made(path, wanted, reader, fingerprint, paper.left_out, remarks, paper.left_out_by_kind)


def is_as_it_would_be(family: Family, copy: Copy, *, folder: Path, today: date, pack: Pack) -> bool:
    """Whether a copy lies in its folder and holds just what it would if it were made of the family as it is now.

    It is looked at without what stayed off it; of an old copy, of which that was not
    written down, in every way. The list of copies in a full record does not count
    from that record on.
    """
    number = next((each.number for each in family.meetings if each.id == copy.meeting), None)
    if number is None or not copy.file_name or not copy.made_at:
        return False
    before = tuple(each for each in family.copies if each.position < copy.position)
    try:
        kind = _kind(family, copy.to, copy.kind)
        there = _parts(folder / Path(copy.file_name).name)
        for takes in _ways_made(copy, kind):
            paper = _laid_out(
                replace(family, copies=before),
                copy.to,
                kind,
                today=today,
                made_at=datetime.fromisoformat(copy.made_at),
                pack=pack,
                meeting=number,
                takes=takes,
            )
            whole = BytesIO()
            paper.document.save(whole)
            if _parts(whole) == there:
                return True
        return False
    except (Problem, OSError, ValueError, BadZipFile):
        return False


def _ways_made(copy: Copy, kind: CopyKind) -> Iterable[TakenHome]:
    """The ways in which a copy may have been made so that it is safe to take home."""
    if kind != "family":
        return (EVERYTHING,)
    return every_way() if copy.without is None else (taken_home_without(copy.without),)


@dataclass(frozen=True, slots=True)
class _Paper:
    """A copy laid out and not saved."""

    document: Document
    on: date
    left_out: int = 0
    must_not_hold: Mapping[str, str] | tuple[str, ...] = ()
    left_out_by_kind: Mapping[LeftOut, int] = field(default_factory=dict)


def _laid_out(
    family: Family,
    reader: str,
    kind: CopyKind,
    *,
    today: date,
    made_at: datetime,
    pack: Pack,
    meeting: int | None,
    takes: TakenHome,
) -> _Paper:
    if kind == "family":
        copy = family_copy(family, reader, today=today, pack=pack, meeting=meeting, takes=takes)
        return _Paper(
            document=build_family_copy(copy, made_at),
            on=copy.on,
            left_out=copy.left_out,
            must_not_hold=copy.must_not_hold,
            left_out_by_kind=copy.left_out_by_kind,
        )
    if kind == "child":
        mine = child_page(family, reader, today=today, pack=pack, meeting=meeting)
        return _Paper(
            document=build_child_page(mine, made_at),
            on=mine.on or today,
            left_out=mine.left_out,
            must_not_hold=mine.must_not_hold,
            left_out_by_kind=mine.left_out_by_kind,
        )
    if kind == "agency":
        owed = owed_list(family, reader, today=today, pack=pack, meeting=meeting)
        then = _as_it_was(family, meeting)
        private = kept_off_a_list(family, reader, today=today, pack=pack, then=then)
        off = private | dict.fromkeys(owed.must_not_hold, "somebody's name or how to reach them")
        return _Paper(build_owed_list(owed, made_at), owed.on, must_not_hold=off)
    record = full_record(family, reader, today=today, pack=pack, meeting=meeting)
    off = _off_the_record(family, reader, record.on, today=today, pack=pack, meeting=meeting)
    return _Paper(build_full_record(record, made_at), record.on, must_not_hold=off)


def _off_the_record(
    family: Family, reader: str, on: date, *, today: date, pack: Pack, meeting: int | None
) -> dict[str, str]:
    """What even the chair may not see, of the meeting a record is of."""
    chaired = [
        Reader(id=reader, as_chair_of=each.id)
        for each in family.meetings
        if each.chair == reader and (each.number == meeting or (meeting is None and each.on == on))
    ]
    then = _as_it_was(family, meeting)
    told = {each: beside(then or family, family.meeting(each.as_chair_of or "")) for each in chaired}
    leads = {lead.id for each in told.values() for lead in each.lead_agreements}

    def may_see(entry: Entry) -> bool:
        if isinstance(entry, LeadAgreement):
            return entry.id in leads
        return any(
            sees(as_known(entry, family, known), each, entry, today=today, pack=pack)
            for each, known in told.items()
        )

    whole = next(iter(chaired), Reader(id=reader))
    return kept_off(family, whole, today=today, pack=pack, may_see=may_see)


def _as_it_was(family: Family, meeting: int | None) -> Family | None:
    """The family as it stood when a meeting ended, where a paper is asked for of that one."""
    return next((as_at(family, each) for each in family.meetings if each.number == meeting), None)


def _parts(package: Path | BytesIO) -> dict[str, bytes]:
    """What a Word file holds, without when it was packed."""
    with ZipFile(package) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def _kind(family: Family, reader: str, asked: str | None) -> CopyKind:
    member = family.member(reader)
    if isinstance(member, Person):
        usual: CopyKind = "family" if member.kind == "adult" else "child"
    else:
        usual = "agency"
    wanted = next((kind for kind in get_args(CopyKind) if kind == asked), usual)
    fits = wanted == usual or (wanted == "record" and usual == "agency")
    if not fits:
        raise Refused(
            f"This reader does not get a copy of that kind; theirs is “{usual}”. Nothing was written."
        )
    return wanted


def _format_remarks(
    family: Family, reader: str, asked: str | None, made: frozenset[Format]
) -> tuple[str, ...]:
    """What to say of the format. Only those that a paper is ``made`` in count; another is not made by mistake."""
    if asked is not None and asked not in made:
        raise Refused(
            f"The {asked} format cannot be made yet. Nothing was written. “--format standard” works."
        )
    member = family.member(reader)
    stored = (member.formats or ()) if isinstance(member, Person) else ()
    need: Format = next((each for each in stored if each != "read_aloud"), "standard")
    if asked is None and need not in made:
        return (f"This reader needs {FORMAT[need]}, which cannot be made yet: this is the standard format.",)
    return ()
