"""The trail: who did what, when, to which entry. Only ever added to, each line chained to the one before."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from datetime import UTC, datetime
from typing import Final

from sqlmodel import Session, col, select

from db.columns import to_columns
from db.tables.sitting import SittingRow, TrailKeyRow, TrailRow
from eymeeting.domain.entry import Entry
from eymeeting.domain.trail_marks import SatDown, TrailMark

FIRST: Final = "0" * 64
"""What the first line is chained to."""


def add(
    session: Session,
    *,
    who: str,
    what: str,
    family: str,
    now: datetime,
    before: Entry | None = None,
    after: Entry | None = None,
) -> None:
    """Add a line in the same transaction as what it tells of. It holds fingerprints, never the words."""
    key = _key(session, family)
    entry = after or before
    last = session.exec(select(TrailRow.link).order_by(col(TrailRow.number).desc()).limit(1)).first()
    line = TrailRow(
        at=now.astimezone(UTC).isoformat(timespec="milliseconds"),
        who=who,
        family=family,
        what=what,
        kind="" if entry is None else type(entry).__name__,
        entry="" if entry is None else entry.id,
        before=_fingerprint(key, before),
        after=_fingerprint(key, after),
        link="",
    )
    line.link = link_of(last or FIRST, line)
    session.add(line)
    session.flush()


def link_of(previous: str, line: TrailRow) -> str:
    """The link a line must have after another: a hash over both."""
    told = [
        previous,
        line.at,
        line.who,
        line.family,
        line.what,
        line.kind,
        line.entry,
        line.before,
        line.after,
    ]
    return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()


def first_break(session: Session) -> int | None:
    """The number of the first line that was changed or follows one taken out, or nothing."""
    previous, expected = FIRST, 1
    for line in session.exec(select(TrailRow).order_by(col(TrailRow.number))):
        if line.number != expected or line.link != link_of(previous, line):
            return line.number
        previous, expected = line.link, expected + 1
    return None


def marks(session: Session, family: str, *, before: int | None, most: int) -> tuple[TrailMark, ...]:
    """A family's lines, newest first: at most so many, and with ``before`` only those under that number."""
    told = select(TrailRow).where(TrailRow.family == family)
    if before is not None:
        told = told.where(col(TrailRow.number) < before)
    return tuple(_mark(row) for row in session.exec(told.order_by(col(TrailRow.number).desc()).limit(most)))


def sittings(session: Session, family: str) -> tuple[SatDown, ...]:
    """Every sitting with a family, newest first."""
    rows = select(SittingRow).where(SittingRow.family == family).order_by(col(SittingRow.id).desc())
    return tuple(
        SatDown(meeting=row.meeting, began=_at_the_centre(row.began_at), was_left=row.left_at is not None)
        for row in session.exec(rows)
    )


def _mark(row: TrailRow) -> TrailMark:
    return TrailMark(
        number=row.number or 0,
        at=_at_the_centre(row.at),
        who=row.who,
        what=row.what,
        kind=row.kind,
        entry=row.entry,
        was_there=row.before is not None,
        is_there=row.after is not None,
        is_same=row.before == row.after,
    )


def _at_the_centre(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp).astimezone()


def _key(session: Session, family: str) -> bytes:
    row = session.get(TrailKeyRow, family)
    if row is None:
        row = TrailKeyRow(family=family, key=secrets.token_bytes(32))
        session.add(row)
        session.flush()
    return row.key


def _fingerprint(key: bytes, entry: Entry | None) -> str | None:
    if entry is None:
        return None
    written = json.dumps(to_columns(entry), default=str, sort_keys=True)
    return hmac.new(key, written.encode(), hashlib.sha256).hexdigest()
