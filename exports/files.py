"""The one way a file is written: whole or not at all, and never over another one unasked."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final
from uuid import uuid4

from docx.document import Document

from exports.file_names import numbered, safe_file_name
from exports.leaks import check_nothing_leaks
from eymeeting.domain.problems import Problem

_NAMES_TRIED: Final = 1000
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_NOT_ALLOWED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NOT_A_FOLDER: Final = frozenset({errno.ENOTDIR, errno.EEXIST})
_SAFE: Final = "Nothing was saved, and every older file is as it was."


class NameTaken(Problem):
    """There is a file of this name already."""


def save_whole(path: Path, write: Callable[[BinaryIO], None], *, replace: bool = False) -> Path:
    """Let ``write`` fill a new file, then give it its name; return its absolute path.

    The folder must be there. Until all is on the disk the file has another
    name, and only its owner can read it. Whatever goes wrong, nothing is left
    and an older file is whole. ``replace`` puts it in the place of an older one.

    Raises:
        NameTaken: there is such a file, and it is not to be replaced.
        Problem: the disk or the folder does not let us.
    """
    path = path.absolute()
    partial = path.with_name(f".{uuid4().hex}.part")
    try:
        try:
            with _new_file(partial) as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            _give_name(partial, path, replace=replace)
        finally:
            partial.unlink(missing_ok=True)
    except FileExistsError:
        raise NameTaken(f"There is a file of that name already. {_SAFE} Choose another name.") from None
    except OSError as error:
        raise Problem(_said(error)) from None
    _settle(path.parent)
    return path


def save_copy(document: Document, folder: Path, name: str, *, must_not_hold: Iterable[str] = ()) -> Path:
    """Save a paper in this folder, which is made where needed; return its absolute path.

    Where the name is taken, the file gets a number: ``-2``, ``-3`` and so on.
    It is searched for what its reader must not see before it gets its name.

    Raises:
        Refused: it holds something that must not be in it.
        Problem: the disk or the folder does not let us.
    """
    whole = io.BytesIO()
    document.save(whole)
    stem, dot, ending = name.rpartition(".")
    name = safe_file_name(stem, suffix=dot + ending) if stem else safe_file_name(name)
    check_nothing_leaks(whole.getvalue(), must_not_hold)
    _make(folder)
    for number in range(1, _NAMES_TRIED):
        path = folder / (name if number == 1 else numbered(name, number))
        with suppress(NameTaken):
            return save_whole(path, lambda file: _write(file, whole.getbuffer()))
    raise Problem(f"There are too many files of that name in the folder. {_SAFE} Choose another folder.")


def _write(file: BinaryIO, content: memoryview) -> None:
    file.write(content)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(_said(error)) from None


def _new_file(path: Path) -> BinaryIO:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")


def _give_name(partial: Path, path: Path, *, replace: bool) -> None:
    """Move a finished file to its name.

    Raises:
        FileExistsError: the name is taken and not to be replaced.
    """
    if replace:
        partial.replace(path)
    elif sys.platform == "win32":
        partial.rename(path)  # never over another file on Windows
    else:
        _name_without_replacing(partial, path)


def _name_without_replacing(partial: Path, path: Path) -> None:
    try:
        os.link(partial, path)
    except FileExistsError:
        raise
    except OSError:  # some network folders and memory sticks know no links: hold the name, then move onto it
        _new_file(path).close()
        try:
            partial.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _settle(folder: Path) -> None:
    """Have the new name itself on the disk, where the system can do that."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _said(error: OSError) -> str:
    """What went wrong, what is safe and what to do, without a word of the family."""
    if error.errno in _NO_ROOM:
        return f"The disk is full. {_SAFE} Make some room or choose another folder, then try again."
    if error.errno in _NOT_ALLOWED:
        return f"This folder does not take new files. {_SAFE} Choose another folder."
    if error.errno in _NOT_A_FOLDER:
        return f"A file stands where the folder should be. {_SAFE} Choose another folder."
    if error.errno == errno.ENOENT:
        return f"The folder is not there. {_SAFE} Choose another folder."
    if error.errno == errno.ENAMETOOLONG:
        return f"The name of the folder is too long. {_SAFE} Choose another folder."
    return f"The file could not be written. {_SAFE} Try again, or choose another folder."
