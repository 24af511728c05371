"""Making one reader's copy: cut by the domain, laid out, looked through for what it must not hold, saved."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, get_args

from exports.family_copy import build_family_copy
from exports.file_names import copy_file_name, safe_file_name
from exports.files import save_copy
from exports.full_record import build_full_record
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.full_record import full_record
from eymeeting.domain.in_words import FORMAT
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Format, Person
from eymeeting.domain.problems import Refused

CopyKind = Literal["family", "child", "agency", "record"]
_FILE_NAMES: Final[dict[CopyKind, str]] = {"family": "family-plan", "record": "full-record"}
_NOT_YET: Final[dict[CopyKind, str]] = {
    "child": "A child's page cannot be made yet. Nothing was written.",
    "agency": "A list for one agency cannot be made yet. Nothing was written.",
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
) -> Made:
    """Make one reader's copy in a folder. Nothing is overwritten, and nothing is left where it is refused.

    Raises:
        NotFound: the reader or the meeting is not there.
        Refused: this reader may not have this kind of copy, or not of this meeting.
        Problem: the file could not be written.
    """
    wanted = _kind(family, reader, kind)
    remarks = _format_remarks(family, reader, format)
    today = now.date()
    if wanted == "family":
        copy = family_copy(family, reader, today=today, pack=pack, meeting=meeting)
        document, on = build_family_copy(copy, now), copy.on
        left_out, must_not_hold = copy.left_out, copy.must_not_hold
    else:
        record = full_record(family, reader, today=today, pack=pack, meeting=meeting)
        document, on = build_full_record(record, now), record.on
        left_out, must_not_hold = 0, ()
    name = copy_file_name(_FILE_NAMES[wanted], family.ref, on, reader)
    path = save_copy(document, folder, name, must_not_hold=must_not_hold)
    fingerprint = hashlib.sha256(path.read_bytes()).hexdigest()
    return Made(path, wanted, reader, fingerprint, left_out, remarks)


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
