"""The one way a file is written: whole or not at all, and never over another one unasked."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final
from uuid import uuid4

from eymeeting.domain.problems import Problem

SAFE: Final = "Nothing was saved, and every older file is as it was."
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_NOT_ALLOWED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NOT_A_FOLDER: Final = frozenset({errno.ENOTDIR, errno.EEXIST})


class NameTaken(Problem):
    """There is a file of this name already."""


def save_whole(path: Path, write: Callable[[BinaryIO], object], *, replace: bool = False) -> Path:
    """Let ``write`` fill a new file, then give it its name; return its absolute path.

    The folder must be there. Until all is on the disk the file has another
    name, and only its owner can read it. Whatever goes wrong, nothing is left
    and an older file is whole. ``replace`` puts it in the place of an older one.

    Raises:
        NameTaken: there is such a file, and it is not to be replaced.
        Problem: the disk or the folder does not let us.
    """
    path = path.absolute()
    try:
        with written_whole(path, replace=replace) as partial, partial.open("wb") as file:
            write(file)
    except FileExistsError:
        raise NameTaken(f"There is a file of that name already. {SAFE} Choose another name.") from None
    except OSError as error:
        raise Problem(not_written(error)) from None
    return path


@contextmanager
def written_whole(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """A new, empty file beside the place, for the block to fill; it gets its name when the block has ended.

    For what can only write to a path of its own. The rules are those of ``save_whole``.

    Raises:
        FileExistsError: the name is taken, and not to be replaced.
        OSError: the disk or the folder does not let us.
    """
    partial = path.with_name(f".{uuid4().hex}.part")
    try:
        os.close(_new(partial))
        yield partial
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        give_name(partial, path, replace=replace)
    finally:
        partial.unlink(missing_ok=True)


def give_name(partial: Path, path: Path, *, replace: bool) -> None:
    """Move a finished file to its name in the same folder, and have the name itself on the disk.

    Raises:
        FileExistsError: the name is taken, and not to be replaced.
    """
    if replace:
        partial.replace(path)
    elif sys.platform == "win32":
        partial.rename(path)  # never over another file on Windows
    else:
        _name_without_replacing(partial, path)
    settle(path.parent)


def settle(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system can do that."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def not_written(error: OSError) -> str:
    """What went wrong, what is safe and what to do, without a word of the family."""
    if error.errno in _NO_ROOM:
        return f"The disk is full. {SAFE} Make some room or choose another folder, then try again."
    if error.errno in _NOT_ALLOWED:
        return f"This folder does not take new files. {SAFE} Choose another folder."
    if error.errno in _NOT_A_FOLDER:
        return f"A file stands where the folder should be. {SAFE} Choose another folder."
    if error.errno == errno.ENOENT:
        return f"The folder is not there. {SAFE} Choose another folder."
    if error.errno == errno.ENAMETOOLONG:
        return f"The name of the folder is too long. {SAFE} Choose another folder."
    return f"The file could not be written. {SAFE} Try again, or choose another folder."


def _new(path: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, 0o600)


def _name_without_replacing(partial: Path, path: Path) -> None:
    try:
        os.link(partial, path)
    except FileExistsError:
        raise
    except OSError:  # some network folders and memory sticks know no links: hold the name, then move onto it
        os.close(_new(path))
        try:
            partial.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise
    else:
        partial.unlink(missing_ok=True)
