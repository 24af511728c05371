"""What the command line does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eymeeting.clock import clock_from
from eymeeting.domain.problems import Problem, Refused

if TYPE_CHECKING:
    from db.file import OpenFile
    from db.store import Store
    from eymeeting.clock import Clock

DATABASE: Final = "EYMEETING_DATABASE"
"""The environment variable that names the families' file."""

_LARGEST: Final = 80_000_000
"""Bytes of a file that are read before it is looked at; no families' file is as large."""


def carry_out(asked: argparse.Namespace, environment: Mapping[str, str]) -> int:
    """Do the command that was asked for; without one, open the app. What comes back is the exit status.

    Raises:
        Problem: it could not be done. Nothing is half done.
    """
    clock = clock_from(environment)
    given = getattr(asked, "database", None) or environment.get(DATABASE)
    database = _place(Path(given)) if given else default_database()
    match asked.command:
        case None:
            return _open_app(database, clock, environment)
        case "demo":
            return _demo(clock, environment)
        case "import":
            return _import(asked, database, clock, environment)
        case "export":
            return _export(asked, database, clock, environment)
        case "pack":
            return _check_pack(asked)
        case _:
            return _copy(asked, database, clock, environment)


def default_database() -> Path:
    """Where the families' file is when nobody says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("eymeeting", appauthor=False) / "families.sqlite3"


def copies_folder() -> Path:
    """Where plans are put when nobody says otherwise."""
    from platformdirs import user_documents_path

    return user_documents_path() / "eymeeting"


def _open_app(database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    _need_a_terminal()
    with _opened(database, environment) as file:
        from eymeeting.app import EyMeeting

        app = EyMeeting(file, clock=clock, copies_folder=copies_folder())
        app.run()
        return app.return_code or 0


def _demo(clock: Clock, environment: Mapping[str, str]) -> int:
    _need_a_terminal()
    from tempfile import TemporaryDirectory

    from db.interchange import read_families
    from db.store import Store
    from eymeeting.app import EyMeeting
    from eymeeting.clock import TODAY, Clock
    from eymeeting.demo import DEMO_DAY, demo_families

    demo_clock = clock if environment.get(TODAY) else Clock(DEMO_DAY)
    with TemporaryDirectory(prefix="eymeeting-demo-") as folder:
        place = Path(folder)
        with _opened(place / "demo.sqlite3", {}) as file:
            Store(file, demo_clock.now).take_in(read_families(demo_families()))
            app = EyMeeting(file, clock=demo_clock, copies_folder=place / "copies", demo=True)
            app.run()
            return app.return_code or 0


def _import(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    from db.interchange import read_families

    families = read_families(_text_of(asked.file))
    with _store(database, clock, environment) as store:
        taken = store.take_in(families, replace=asked.replace)
    parts = [
        f"{_families(len(taken.added))} added" if taken.added else "",
        f"{_families(len(taken.same))} already here" if taken.same else "",
        f"{_families(len(taken.replaced))} replaced" if taken.replaced else "",
    ]
    _say(", ".join(part for part in parts if part) or "There was no family in the file.")
    return 0


def _export(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    from db.interchange import write_families
    from eymeeting.whole_files import save_whole

    target = _place(asked.file)
    if target.resolve() == database.resolve():
        raise Refused("That is the families' own file. Nothing was written; choose another name.")
    with _store(_existing(database), clock, environment) as store:
        families = [store.family(ref) for ref in dict.fromkeys(asked.family) or store.refs()]
    written = write_families(families).encode()
    save_whole(target, lambda file: file.write(written), replace=True)
    _say(f"{_families(len(families))} written to {target}")
    return 0


def _copy(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    from exports.copying import family_folder, make_copy
    from eymeeting.packs import default_pack

    with _store(_existing(database), clock, environment) as store:
        family = store.family(asked.ref)
    made = make_copy(
        family,
        asked.reader,
        kind=asked.kind,
        format=asked.format,
        meeting=asked.meeting,
        folder=_place(asked.out) if asked.out else family_folder(copies_folder(), family.ref),
        now=clock.now(),
        pack=default_pack(),
    )
    for remark in made.remarks:
        sys.stderr.write(f"{remark}\n")
    sys.stdout.write(f"{made.path}\n")
    return 0


def _need_a_terminal() -> None:
    """Refuse to open the app where nobody could see it: its drawing would fill a file or a pipe."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Problem(
            "eymeeting opens in a terminal, and this is none. "
            "“eymeeting --help” shows what it does without one."
        )


@contextmanager
def _opened(database: Path, environment: Mapping[str, str]) -> Iterator[OpenFile]:
    from db.file import UnusableFile, open_file

    try:
        file = open_file(database, environment)
    except OSError as problem:
        raise UnusableFile(
            f"{database} cannot be opened ({_reason(problem)}). Nothing was changed. "
            "Choose another place with --database."
        ) from None
    try:
        yield file
    finally:
        file.close()


def _check_pack(asked: argparse.Namespace) -> int:
    from eymeeting.packs import pack_from

    pack = pack_from(asked.file)
    areas = sum(area.on for area in pack.areas)
    _say(
        f"{pack.name}, version {pack.version}, can be used: {areas} areas, {len(pack.meetings)} kinds of meeting."
    )
    return 0


@contextmanager
def _store(database: Path, clock: Clock, environment: Mapping[str, str]) -> Iterator[Store]:
    from db.store import Store

    with _opened(database, environment) as file:
        yield Store(file, clock.now)


def _existing(database: Path) -> Path:
    try:
        database.stat()
    except OSError as problem:
        raise Problem(
            f"There are no families yet at {database} ({_reason(problem)}). "
            "“eymeeting import FILE.json” takes some in."
        ) from None
    return database


def _place(path: Path) -> Path:
    """The whole path of what was named, a ``~`` at its beginning read as that person's own folder."""
    try:
        return path.expanduser().absolute()
    except (OSError, RuntimeError):
        raise Problem(f"There is no place {path} on this computer. Nothing was done.") from None


def _text_of(file: Path) -> str:
    try:
        with _place(file).open("rb") as opened:
            return opened.read(_LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"{file} is not text in UTF-8, so nothing was imported.") from None
    except OSError as problem:
        raise Problem(f"{file} cannot be read ({_reason(problem)}), so nothing was imported.") from None


def _reason(problem: OSError) -> str:
    return (problem.strerror or "it is not there").lower()


def _families(count: int) -> str:
    return "1 family" if count == 1 else f"{count} families"


def _say(sentence: str) -> None:
    from rich.console import Console

    Console(highlight=False, soft_wrap=True, emoji=False).print(sentence, markup=False)
