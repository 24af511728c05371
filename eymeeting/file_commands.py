"""What the command line does for the safety of the families' file: backup, restore, check."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from eymeeting.clock import Clock
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.problems import NotFound, Problem
from eymeeting.opening import counted, existing, families_counted, opened, place_named, say

if TYPE_CHECKING:
    from db.file import OpenFile
    from db.health import Health
    from db.trial import Trial


def backup(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    """Write a backup and say where it is."""
    from db.backup import Backup
    from db.kept_backups import BY_HAND

    with opened(existing(database), environment) as file:
        file.check()
        if not file.revision:
            raise Problem(f"There are no families yet at {database}, so no backup was made.")
        moment = Backup(file.connection, file.path, clock.now(), BY_HAND)
        path = moment.write() if asked.out is None else moment.write_to(place_named(asked.out))
    sys.stdout.write(f"{path}\n")
    return 0


def restore(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    """Put a backup in the place of the families' file, or only try it out."""
    if asked.drill:
        return _drill(asked.file, database, clock)
    from db.restoring import restore as put_in_place

    done = put_in_place(place_named(asked.file), database, clock.now, environment)
    say(f"Restored: {_held(done.trial)}{_made(done.trial)}.")
    if done.set_aside is not None:
        say(f"The file that was there before is kept as {done.set_aside}")
    return 0


def check(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:  # noqa: ARG001
    """Look through the families' file, and say whether it holds.

    Raises:
        Problem: something does not hold, a sentence for each kind of thing.
    """
    from db.health import health
    from db.store import Store

    with opened(existing(database), environment) as file:
        found = health(file, Store(file, clock.now))
    if found.problems:
        raise Problem("\n".join([*found.problems, _what_to_do(database)]))
    for sentence in _all_is_well(database, found):
        say(sentence)
    return 0


def back_up_the_day(file: OpenFile, clock: Clock) -> None:
    """Write the day's backup on the way out where there is none yet. A problem is said, and ends nothing."""
    from db.backup import daily_backup

    try:
        moment = daily_backup(file, clock.now())
        if moment is not None:
            moment.write()
    except Problem as problem:
        sys.stderr.write(f"{problem}\n")


def _drill(named: Path | None, database: Path, clock: Clock) -> int:
    from db.trial import tried_out

    backup = place_named(named) if named is not None else _newest(database)
    with tried_out(backup, clock.now) as (_, trial):
        pass
    say(f"{backup} can be restored.")
    say(f"Opened and read: {_held(trial)}{_made(trial)}.")
    rows = " every row counted against its own list," if trial.manifest is not None else ""
    say(f"Looked through: the pages, what belongs to what,{rows} the trail. Nothing was changed.")
    if trial.brought_up:
        say("It is of an earlier version; restoring it brings it up to this one.")
    return 0


def _newest(database: Path) -> Path:
    from db.kept_backups import backups_in, folder_of

    folder = folder_of(database)
    backups = backups_in(folder, database)
    if not backups:
        raise NotFound(f"There is no backup in {folder} yet. “eymeeting backup” makes one.")
    return backups[-1].path


def _held(trial: Trial) -> str:
    return f"{families_counted(trial.families)} with {counted(trial.meetings, 'meeting', 'meetings')}"


def _made(trial: Trial) -> str:
    if trial.manifest is None:
        return ""
    made = datetime.fromisoformat(trial.manifest.made_at)
    return f", from the backup of {day_in_words(made.date())}, {made:%H:%M}"


def _all_is_well(database: Path, found: Health) -> list[str]:
    drafts = counted(found.drafts, "half-typed line", "half-typed lines")
    meetings = counted(found.meetings, "meeting", "meetings")
    lines = counted(found.trail_lines, "line", "lines")
    since = "" if found.trail_since is None else f" since {day_in_words(found.trail_since.date())}"
    end = (
        f"It goes on from where {found.compared_with} ends."
        if found.compared_with is not None
        else "There is no backup yet to compare its end with."
    )
    return [
        f"{database} holds.",
        f"{families_counted(found.families)}, {meetings} and {drafts} can be read.",
        f"The trail of {lines} is whole{since}. {end}",
    ]


def _what_to_do(database: Path) -> str:
    from db.offer import offer

    return f"Nothing was changed. {offer(database)}"
