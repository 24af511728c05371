"""What every command of the command line needs: the families' file, opened, and an answer, written out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from eymeeting.domain.problems import Problem

if TYPE_CHECKING:
    from db.file import OpenFile
    from db.store import Store
    from eymeeting.clock import Clock


def default_database() -> Path:
    """Where the families' file is when nobody says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("eymeeting", appauthor=False) / "families.sqlite3"


def copies_folder(environment: Mapping[str, str]) -> Path:
    """Where copies are put when nobody says otherwise.

    That is a folder of their own with the documents; beside the families' file where the documents are copied
    to other computers as they are written: a family's paper belongs on no computer but this one.
    """
    from platformdirs import user_documents_path

    from db.place import is_synchronised

    documents = user_documents_path() / "eymeeting"
    if is_synchronised(documents / "any", environment):
        return default_database().parent / "copies"
    return documents


@contextmanager
def opened(database: Path, environment: Mapping[str, str]) -> Iterator[OpenFile]:
    """The families' file, held until the block ends.

    Raises:
        UnusableFile: it cannot be opened as it is.
    """
    from db.file import UnusableFile, open_file

    try:
        file = open_file(database, environment)
    except OSError as problem:
        raise UnusableFile(
            f"{database} cannot be opened ({reason(problem)}). Nothing was changed. "
            "Choose another place with --database."
        ) from None
    try:
        yield file
    finally:
        file.close()


@contextmanager
def store_of(database: Path, clock: Clock, environment: Mapping[str, str]) -> Iterator[Store]:
    """The door to the families' file, until the block ends.

    Raises:
        UnusableFile: it cannot be opened as it is.
    """
    from db.store import Store

    with opened(database, environment) as file:
        yield Store(file, clock.now)


def existing(database: Path) -> Path:
    """The families' file, which has to be there.

    Raises:
        Problem: it is not.
    """
    try:
        database.stat()
    except OSError as problem:
        raise Problem(
            f"There are no families yet at {database} ({reason(problem)}). "
            "“eymeeting import FILE.json” takes some in."
        ) from None
    return database


def place_named(path: Path) -> Path:
    """The whole path of what was named, a ``~`` at its beginning read as that person's own folder.

    Raises:
        Problem: there can be no such place.
    """
    try:
        return path.expanduser().absolute()
    except (OSError, RuntimeError):
        raise Problem(f"There is no place {path} on this computer. Nothing was done.") from None


def need_a_terminal() -> None:
    """Refuse to open the app where nobody could see it: its drawing would fill a file or a pipe.

    Raises:
        Problem: there is no terminal.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Problem(
            "eymeeting opens in a terminal, and this is none. "
            "“eymeeting --help” shows what it does without one."
        )


def reason(problem: OSError) -> str:
    """Why the computer did not do it, in its own words."""
    return (problem.strerror or "it is not there").lower()


def counted(count: int, one: str, several: str) -> str:
    """A number with its word."""
    return f"1 {one}" if count == 1 else f"{count:,} {several}"


def families_counted(count: int) -> str:
    """So many families."""
    return counted(count, "family", "families")


def say(sentence: str) -> None:
    """Write an answer out, as it is."""
    from rich.console import Console

    Console(highlight=False, soft_wrap=True, emoji=False).print(sentence, markup=False)
