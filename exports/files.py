"""Papers in their folders: searched for what they must not hold, then saved whole under a free name."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from docx.document import Document

from exports.file_names import numbered, safe_file_name
from exports.leaks import check_nothing_leaks
from eymeeting.domain.problems import Problem
from eymeeting.whole_files import SAFE, NameTaken, not_written, save_whole

_NAMES_TRIED: Final = 1000


def save_copy(
    paper: Document | bytes,
    folder: Path,
    name: str,
    *,
    must_not_hold: Mapping[str, str] | Iterable[str] = (),
) -> Path:
    """Save a paper in this folder, which is made where needed; return its absolute path.

    Where the name is taken, the file gets a number: ``-2``, ``-3`` and so on.
    It is searched for what its reader must not see before it gets its name.

    Raises:
        Refused: it holds something that must not be in it.
        Problem: the disk or the folder does not let us.
    """
    content = paper if isinstance(paper, bytes) else _packed(paper)
    stem, dot, ending = name.rpartition(".")
    name = safe_file_name(stem, suffix=dot + ending) if stem else safe_file_name(name)
    check_nothing_leaks(content, must_not_hold, name=name)
    _make(folder)
    for number in range(1, _NAMES_TRIED):
        path = folder / (name if number == 1 else numbered(name, number))
        if os.path.lexists(path):
            continue
        with suppress(NameTaken):  # somebody else took it just now
            return save_whole(path, lambda file: file.write(content))
    raise Problem(f"There are too many files of that name in the folder. {SAFE} Choose another folder.")


def _packed(document: Document) -> bytes:
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(not_written(error)) from None
