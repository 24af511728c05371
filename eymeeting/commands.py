"""What the command line does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from eymeeting.clock import clock_from
from eymeeting.domain.problems import Problem, Refused

if TYPE_CHECKING:
    from db.store import Store
    from eymeeting.clock import Clock

DATABASE: Final = "EYMEETING_DATABASE"
"""The environment variable that names the families' file."""


def carry_out(asked: argparse.Namespace, environment: Mapping[str, str]) -> int:
    """Do the command that was asked for; without one, open the app. What comes back is the exit status.

    Raises:
        Problem: it could not be done. Nothing is half done.
    """
    clock = clock_from(environment)
    given = getattr(asked, "database", None) or environment.get(DATABASE)
    database = Path(given) if given else default_database()
    match asked.command:
        case None:
            return _open_app(database, clock, environment)
        case "demo":
            return _demo(clock, environment)
        case "import":
            return _import(asked, database, clock, environment)
        case "export":
            return _export(asked, database, clock, environment)
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
    from db.file import open_file
    from eymeeting.app import EyMeeting

    file = open_file(database, environment)
    try:
        app = EyMeeting(file, clock=clock, copies_folder=copies_folder())
        app.run()
        return app.return_code or 0
    finally:
        file.close()


def _demo(clock: Clock, environment: Mapping[str, str]) -> int:
    from tempfile import TemporaryDirectory

    from db.file import open_file
    from db.interchange import read_families
    from db.store import Store
    from eymeeting.app import EyMeeting
    from eymeeting.clock import TODAY, Clock
    from eymeeting.demo import DEMO_DAY, demo_families

    demo_clock = clock if environment.get(TODAY) else Clock(DEMO_DAY)
    with TemporaryDirectory(prefix="eymeeting-demo-") as folder:
        place = Path(folder)
        file = open_file(place / "demo.sqlite3", {})
        Store(file, demo_clock.now).take_in(read_families(demo_families()))
        try:
            app = EyMeeting(file, clock=demo_clock, copies_folder=place / "copies", demo=True)
            app.run()
            return app.return_code or 0
        finally:
            file.close()


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
    from exports.files import save_whole

    target = asked.file.expanduser().absolute()
    if target == database.expanduser().absolute():
        raise Refused("That is the families' own file. Nothing was written; choose another name.")
    with _store(_existing(database), clock, environment) as store:
        families = [store.family(ref) for ref in asked.family or store.refs()]
    written = write_families(families).encode()
    save_whole(target, lambda file: _fill(file, written), replace=True)
    _say(f"{_families(len(families))} written to {target}")
    return 0


def _copy(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    from exports.copying import make_copy
    from eymeeting.packs import default_pack

    with _store(_existing(database), clock, environment) as store:
        family = store.family(asked.ref)
    made = make_copy(
        family,
        asked.reader,
        kind=asked.kind,
        format=asked.format,
        meeting=asked.meeting,
        folder=(asked.out or copies_folder() / asked.ref).expanduser().absolute(),
        now=clock.now(),
        pack=default_pack(),
    )
    for remark in made.remarks:
        sys.stderr.write(f"{remark}\n")
    sys.stdout.write(f"{made.path}\n")
    return 0


@contextmanager
def _store(database: Path, clock: Clock, environment: Mapping[str, str]) -> Iterator[Store]:
    from db.file import open_file
    from db.store import Store

    file = open_file(database, environment)
    try:
        yield Store(file, clock.now)
    finally:
        file.close()


def _existing(database: Path) -> Path:
    if not database.expanduser().exists():
        raise Problem(f"There are no families yet at {database}. “eymeeting import FILE.json” takes some in.")
    return database


def _text_of(file: Path) -> str:
    try:
        return file.expanduser().read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"{file} is not text in UTF-8, so nothing was imported.") from None
    except OSError as problem:
        reason = (problem.strerror or "it is not there").lower()
        raise Problem(f"{file} cannot be read ({reason}), so nothing was imported.") from None


def _fill(file: BinaryIO, written: bytes) -> None:
    file.write(written)


def _families(count: int) -> str:
    return "1 family" if count == 1 else f"{count} families"


def _say(sentence: str) -> None:
    from rich.console import Console

    Console(highlight=False, soft_wrap=True).print(sentence, markup=False)
