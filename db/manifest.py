"""What a backup says of itself, in a table of its own: how many rows, which content, where the trail ended."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Final

TABLE: Final = "manifest"
_LONGEST: Final = 100_000
_UNREADABLE: Final = "the manifest does not say what one says"
_OTHER_TABLES: Final = (TABLE, "sqlite_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself.

    ``rows`` counts each table's, ``content`` is a SHA-256 over all of them.
    ``trail_head`` is the link of the trail's last line, line number
    ``trail_lines``: a trail that went on from there still holds it.
    """

    made_at: str
    why: str
    version: str
    revision: int
    rows: Mapping[str, int]
    content: str
    trail_lines: int
    trail_head: str


def drawn_up(connection: sqlite3.Connection, now: datetime, why: str, version: str) -> Manifest:
    """The manifest of what a connection holds, in tables of any revision.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    rows, content = _counted(connection)
    (revision,) = connection.execute("PRAGMA user_version").fetchone()
    lines, head = trail_end(connection)
    return Manifest(
        made_at=now.astimezone().isoformat(timespec="seconds"),
        why=why,
        version=version,
        revision=revision,
        rows=rows,
        content=content,
        trail_lines=lines,
        trail_head=head,
    )


def trail_end(connection: sqlite3.Connection) -> tuple[int, str]:
    """The number and the link of the trail's last line; 0 and nothing when it has none."""
    last = connection.execute("SELECT number, link FROM trail ORDER BY number DESC LIMIT 1").fetchone()
    return (0, "") if last is None else (int(last[0]), str(last[1]))


def put_in(manifest: Manifest, connection: sqlite3.Connection) -> None:
    """Have the manifest in the file itself, in the place of one that is there."""
    take_out(connection)
    connection.execute("CREATE TABLE manifest (told TEXT NOT NULL)")
    connection.execute("INSERT INTO manifest VALUES (?)", [json.dumps(asdict(manifest), sort_keys=True)])
    connection.commit()


def take_out(connection: sqlite3.Connection) -> None:
    """Leave the file without a manifest."""
    connection.execute("DROP TABLE IF EXISTS manifest")
    connection.commit()


def manifest_in(connection: sqlite3.Connection) -> Manifest | None:
    """The manifest that a file holds, or nothing when it has none.

    Raises:
        ValueError: it does not say what one of ours says.
        sqlite3.Error: the file cannot be read.
    """
    (there,) = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = ?", [TABLE]).fetchone()
    if not there:
        return None
    rows = connection.execute("SELECT substr(told, 1, ?) FROM manifest LIMIT 2", [_LONGEST + 1]).fetchall()
    if len(rows) != 1 or not isinstance(rows[0][0], str) or len(rows[0][0]) > _LONGEST:
        raise ValueError(_UNREADABLE)
    try:
        told = json.loads(rows[0][0])
    except (ValueError, RecursionError):
        raise ValueError(_UNREADABLE) from None
    return _read(told)


def _read(told: Any) -> Manifest:
    wanted = {field.name: _FORMS.get(field.name, str) for field in fields(Manifest)}
    if not isinstance(told, dict) or set(told) != set(wanted):
        raise ValueError(_UNREADABLE)
    if any(type(told[name]) is not form for name, form in wanted.items()):
        raise ValueError(_UNREADABLE)
    try:
        datetime.fromisoformat(told["made_at"])
    except ValueError:
        raise ValueError(_UNREADABLE) from None
    return Manifest(**told)


_FORMS: Final[Mapping[str, type]] = {"revision": int, "rows": dict, "trail_lines": int}


def holds(manifest: Manifest, connection: sqlite3.Connection) -> bool:
    """Whether a file holds just what its manifest says.

    Raises:
        sqlite3.Error: the file cannot be read.
    """
    return _counted(connection) == (manifest.rows, manifest.content)


def _counted(connection: sqlite3.Connection) -> tuple[dict[str, int], str]:
    """How many rows each table has, and one fingerprint over every value in them."""
    content = hashlib.sha256()
    rows: dict[str, int] = {}
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    for (name,) in tables:
        if name.startswith(_OTHER_TABLES):
            continue
        named = connection.execute(f"PRAGMA table_info({_quoted(name)})").fetchall()
        order = [_quoted(column[1]) for column in sorted(named, key=lambda column: column[5]) if column[5]]
        content.update(repr((name, [column[1] for column in named])).encode())
        wanted = f"SELECT * FROM {_quoted(name)} ORDER BY {', '.join(order or ['rowid'])}"  # noqa: S608
        rows[name] = 0
        for row in connection.execute(wanted):
            content.update(repr(row).encode("utf-8", "surrogatepass"))
            rows[name] += 1
    return rows, content.hexdigest()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
