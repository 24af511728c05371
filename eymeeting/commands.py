"""What the command line does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eymeeting.brand_commands import brand
from eymeeting.clock import TODAY, Clock, clock_from
from eymeeting.domain.problems import Problem, Refused
from eymeeting.file_commands import back_up_the_day, backup, check, restore
from eymeeting.form_command import form
from eymeeting.language_commands import language
from eymeeting.opening import (
    copies_folder,
    default_database,
    existing,
    families_counted,
    need_a_terminal,
    opened,
    place_named,
    reason,
    say,
    store_of,
)
from eymeeting.panel_copy import copy_of_a_panel

if TYPE_CHECKING:
    from eymeeting.domain.family import Family

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
    database = place_named(Path(given)) if given else default_database()
    if asked.command == "pack":
        return _list_packs() if asked.wanted == "list" else _check_pack(asked)
    return _COMMANDS[asked.command](asked, database, clock, environment)


def _open_app(_: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    need_a_terminal()
    with opened(database, environment) as file:
        from eymeeting.app import EyMeeting

        app = EyMeeting(file, clock=clock, copies_folder=copies_folder(environment))
        app.run()
        if app.return_code:
            return app.return_code
        back_up_the_day(file, clock)
        return 0


def _demo(_: argparse.Namespace, __: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    need_a_terminal()
    from tempfile import TemporaryDirectory

    from db.interchange import read_families
    from db.store import Store
    from eymeeting.app import EyMeeting
    from eymeeting.demo import DEMO_DAY, demo_families

    demo_clock = clock if environment.get(TODAY) else Clock(DEMO_DAY)
    with TemporaryDirectory(prefix="eymeeting-demo-") as folder:
        place = Path(folder)
        with opened(place / "demo.sqlite3", {}) as file:
            Store(file, demo_clock.now).take_in(read_families(demo_families()))
            app = EyMeeting(file, clock=demo_clock, copies_folder=place / "copies", demo=True)
            app.run()
            return app.return_code or 0


def _import(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    from db.interchange import read_families

    families = read_families(_text_of(asked.file))
    with store_of(database, clock, environment) as store:
        taken = store.take_in(families, replace=asked.replace)
    parts = [
        f"{families_counted(len(taken.added))} added" if taken.added else "",
        f"{families_counted(len(taken.same))} already here" if taken.same else "",
        f"{families_counted(len(taken.replaced))} replaced" if taken.replaced else "",
    ]
    say(", ".join(part for part in parts if part) or "There was no family in the file.")
    return 0


def _export(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    from db.interchange import write_families
    from eymeeting.whole_files import save_whole

    target = place_named(asked.file)
    if target.resolve() == database.resolve():
        raise Refused("That is the families' own file. Nothing was written; choose another name.")
    with store_of(existing(database), clock, environment) as store:
        families = [store.family(ref) for ref in dict.fromkeys(asked.family) or store.refs()]
    written = write_families(families).encode()
    save_whole(target, lambda file: file.write(written), replace=True)
    say(f"{families_counted(len(families))} written to {target}")
    return 0


def _copy(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    from exports.copying import make_copy, meeting_copied
    from exports.laid_out import Asked
    from exports.papers_kept import papers_kept
    from eymeeting.domain.taken_home import taken_home_without
    from eymeeting.packs import pack_in_use
    from eymeeting.packs.held import words_of

    takes = taken_home_without(part.strip() for part in asked.without.split(",") if part.strip())
    with store_of(existing(database), clock, environment) as store:
        family = store.family(asked.ref)
        in_use = pack_in_use(store.settings())
        now = clock.now()
        wanted = Asked(
            family=family,
            reader=asked.reader,
            today=now.date(),
            made_at=now,
            pack=in_use.pack,
            meeting=asked.meeting,
        )
        copied = meeting_copied(wanted, asked.kind)
        pack = in_use.pack if copied is None else words_of(copied, in_use.pack, store.pack_held)
        papers = papers_kept(store.kept_files, now.date())
    if in_use.problem:
        sys.stderr.write(f"{in_use.problem}\n")
    day = asked.panel or (copied.on if copied is not None else None)
    folder = place_named(asked.out) if asked.out else _folder_of(family, day, environment)
    if asked.panel is not None:
        paper = copy_of_a_panel(family, asked, folder=folder, now=now, pack=in_use.pack, papers=papers)
        for remark in paper.remarks:
            sys.stderr.write(f"{remark}\n")
        sys.stdout.write(f"{paper.path}\n")
        return 0
    made = make_copy(
        family,
        asked.reader,
        kind=asked.kind,
        format=asked.format,
        meeting=asked.meeting,
        folder=folder,
        now=now,
        pack=pack,
        takes=takes,
        papers=papers,
    )
    for remark in made.remarks:
        sys.stderr.write(f"{remark}\n")
    sys.stdout.write(f"{made.path}\n")
    return 0


def _folder_of(family: Family, day: date | None, environment: Mapping[str, str]) -> Path:
    """Where copies of a day's meeting lie; those of no meeting lie with the family's others."""
    from exports.where_copies_lie import family_folder, meeting_folder

    copies = copies_folder(environment)
    return family_folder(copies, family) if day is None else meeting_folder(copies, family, day)


def _check_pack(asked: argparse.Namespace) -> int:
    from eymeeting.packs import pack_from

    pack = pack_from(asked.file)
    areas = sum(area.on for area in pack.areas)
    say(
        f"{pack.name}, version {pack.version}, can be used: {areas} areas, {len(pack.meetings)} kinds of meeting."
    )
    return 0


def _list_packs() -> int:
    from eymeeting.packs import SHIPPED, shipped_pack, shipped_path

    for name in SHIPPED:
        say(f"{shipped_pack(name).name}: {shipped_path(name)}")
    return 0


def _text_of(file: Path) -> str:
    try:
        with place_named(file).open("rb") as given:
            return given.read(_LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"{file} is not text in UTF-8, so nothing was imported.") from None
    except OSError as problem:
        raise Problem(f"{file} cannot be read ({reason(problem)}), so nothing was imported.") from None


_COMMANDS: Final[Mapping[str | None, Callable[[argparse.Namespace, Path, Clock, Mapping[str, str]], int]]] = {
    None: _open_app,
    "demo": _demo,
    "import": _import,
    "export": _export,
    "copy": _copy,
    "backup": backup,
    "restore": restore,
    "check": check,
    "form": form,
    "language": language,
    "brand": brand,
}
