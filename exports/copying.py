"""Making one reader's copy: cut by the domain, laid out, looked through for what it must not hold, saved."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Final, Literal, get_args
from zipfile import BadZipFile, ZipFile

from docx.document import Document

from exports.family_copy import build_family_copy
from exports.file_names import copy_file_name, safe_file_name
from exports.files import save_copy
from exports.full_record import build_full_record
from exports.owed_list import build_owed_list
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.full_record import full_record
from eymeeting.domain.in_words import FORMAT
from eymeeting.domain.kept_off import kept_off, kept_off_a_list
from eymeeting.domain.meeting import Copy
from eymeeting.domain.owed import owed_list
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Format, Person
from eymeeting.domain.problems import Problem, Refused
from eymeeting.domain.sight import Reader, sees
from eymeeting.domain.taken_home import EVERYTHING, TakenHome, every_way

CopyKind = Literal["family", "child", "agency", "record"]
_FILE_NAMES: Final[dict[CopyKind, str]] = {
    "family": "family-plan",
    "agency": "actions",
    "record": "full-record",
}
_NOT_YET: Final[dict[CopyKind, str]] = {
    "child": "A child's page cannot be made yet. Nothing was written.",
}


@dataclass(frozen=True, slots=True)
class Made:
    """A copy that is on disk. ``remarks`` are for whoever made it, a sentence each."""

    path: Path
    kind: CopyKind
    reader: str
    fingerprint: str
    left_out: int
    remarks: tuple[str, ...]
    left_out_by_kind: Mapping[str, int] = field(default_factory=dict)


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

    ``takes`` says what stays off this one plan, so that it is safe to take home.

    Raises:
        NotFound: the reader or the meeting is not there.
        Refused: this reader may not have this kind of copy, or not of this meeting.
        Problem: the file could not be written.
    """
    wanted = _kind(family, reader, kind)
    remarks = _format_remarks(family, reader, format)
    paper = _laid_out(
        family, reader, wanted, today=now.date(), made_at=now, pack=pack, meeting=meeting, takes=takes
    )
    name = copy_file_name(_FILE_NAMES[wanted], family.ref, paper.on, reader)
    path = save_copy(paper.document, folder, name, must_not_hold=paper.must_not_hold)
    fingerprint = hashlib.sha256(path.read_bytes()).hexdigest()
    return Made(path, wanted, reader, fingerprint, paper.left_out, remarks, paper.left_out_by_kind)


def is_as_it_would_be(family: Family, copy: Copy, *, folder: Path, today: date, pack: Pack) -> bool:
    """Whether a copy lies in its folder and holds just what it would if it were made of the family as it is now.

    What stayed off it, so that it is safe to take home, does not count, and neither
    does the list of copies in a full record from that record on.
    """
    number = next((each.number for each in family.meetings if each.id == copy.meeting), None)
    if number is None or not copy.file_name or not copy.made_at:
        return False
    before = tuple(each for each in family.copies if each.position < copy.position)
    try:
        kind = _kind(family, copy.to, copy.kind)
        there = _parts(folder / Path(copy.file_name).name)
        for takes in every_way() if kind == "family" else (EVERYTHING,):
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


@dataclass(frozen=True, slots=True)
class _Paper:
    """A copy laid out and not saved."""

    document: Document
    on: date
    left_out: int = 0
    must_not_hold: Mapping[str, str] | tuple[str, ...] = ()
    left_out_by_kind: Mapping[str, int] = field(default_factory=dict)


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
    if kind == "agency":
        owed = owed_list(family, reader, today=today, pack=pack, meeting=meeting)
        private = kept_off_a_list(family, reader, today=today, pack=pack)
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

    def may_see(entry: Entry) -> bool:
        return any(sees(family, each, entry, today=today, pack=pack) for each in chaired)

    return kept_off(family, Reader(id=reader), today=today, pack=pack, may_see=may_see)


def _parts(package: Path | BytesIO) -> dict[str, bytes]:
    """What a Word file holds, without when it was packed."""
    with ZipFile(package) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def _kind(family: Family, reader: str, asked: str | None) -> CopyKind:
    member = family.member(reader)
    if isinstance(member, Person):
        usual: CopyKind = "family" if member.kind == "adult" else "child"
        if member.kind == "unborn":
            raise Refused("There is no copy for a baby who is not born yet. Nothing was written.")
    else:
        usual = "agency"
    wanted = next((kind for kind in get_args(CopyKind) if kind == asked), usual)
    fits = wanted == usual or (wanted == "record" and usual == "agency")
    if not fits:
        raise Refused(
            f"This reader does not get a copy of that kind; theirs is “{usual}”. Nothing was written."
        )
    if wanted in _NOT_YET:
        raise Refused(_NOT_YET[wanted])
    return wanted


def _format_remarks(family: Family, reader: str, asked: str | None) -> tuple[str, ...]:
    """What to say of the format. Only the standard one can be made so far; another is not made by mistake."""
    if asked not in (None, "standard"):
        raise Refused(
            f"The {asked} format cannot be made yet. Nothing was written. “--format standard” works."
        )
    member = family.member(reader)
    stored = (member.formats or ()) if isinstance(member, Person) else ()
    need: Format = next((each for each in stored if each != "read_aloud"), "standard")
    if asked is None and need != "standard":
        return (f"This reader needs {FORMAT[need]}, which cannot be made yet: this is the standard format.",)
    return ()
