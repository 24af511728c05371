"""Where copies lie: a folder for each family by its reference, and in it one for each day people met."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from exports.file_names import safe_file_name
from exports.named_nobody import ref_in_a_name
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Copy
from eymeeting.domain.problems import Problem

_SHORT: Final = 8


def family_folder(copies: Path, family: Family) -> Path:
    """The folder inside ``copies`` for one family's papers, whatever signs its reference holds.

    Where the reference tells who they are, what is worked out from it stands there instead.
    """
    ref = ref_in_a_name(family)
    if ref:
        return copies / safe_file_name(ref)
    return copies / f"family-{hashlib.sha256(family.ref.encode()).hexdigest()[:_SHORT]}"


def meeting_folder(copies: Path, family: Family, on: date) -> Path:
    """The folder for the papers of a day's meeting: ``EYM-0001/2026-11-22``."""
    return family_folder(copies, family) / on.isoformat()


def file_of_copy(copies: Path, family: Family, copy: Copy) -> Path | None:
    """Where the file of a copy lies, in its day's folder or where older ones were put; nothing where it is gone.

    It is gone too where a newer copy has its name by now.
    """
    name = Path(copy.file_name or "").name
    if not name or name == ".." or any(_took_its_name(each, copy) for each in family.copies):
        return None
    return next(
        (folder / name for folder in _folders(copies, family, copy) if (folder / name).is_file()), None
    )


def is_changed(file: Path, copy: Copy) -> bool:
    """Whether a file is no longer what was made, by its fingerprint; of old copies without one, never.

    Raises:
        Problem: it cannot be read.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Problem(f"The file cannot be read ({(error.strerror or 'no reason given').lower()}).") from None
    return bool(copy.fingerprint) and hashlib.sha256(content).hexdigest() != copy.fingerprint


def remove_file(file: Path) -> None:
    """Take the file of a copy away; the folder with it, once nothing is left in it.

    Raises:
        Problem: the disk or another program does not let us.
    """
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise Problem(not_removed(error)) from None
    with suppress(OSError):
        file.parent.rmdir()


def not_removed(error: OSError) -> str:
    """Why a file is still there, in a sentence."""
    why = (error.strerror or "the computer gave no reason").lower()
    return f"The file was not removed ({why}). Close it where it is open, and try again."


def _took_its_name(newer: Copy, copy: Copy) -> bool:
    same = (newer.meeting, newer.file_name) == (copy.meeting, copy.file_name)
    return same and newer.position > copy.position


def _folders(copies: Path, family: Family, copy: Copy) -> Iterator[Path]:
    own = family_folder(copies, family)
    yield from (own / each.on.isoformat() for each in family.meetings if each.id == copy.meeting)
    yield own
    yield copies / safe_file_name(family.ref)
    with suppress(OSError):
        yield from sorted(each for each in own.iterdir() if each.is_dir())
