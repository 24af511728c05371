"""What was chosen on the settings screen, as rows of a name and a value, and read before the table library."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, Final, get_args

from eymeeting.domain.settings import Settings, Theme

_TEXTS: Final = ("pack", "organisation", "backups")
_KEYS: Final = "keys."
"""Before the id of an act, in the name of the row that holds its key."""


def settings_at_start(connection: sqlite3.Connection) -> Settings:
    """What was chosen, for the first picture of the app; it needs no table library.

    A file without these rows, of an earlier version or still empty, gives the
    app's own choice. So does one that cannot be read: looking through the file tells of that.
    """
    try:
        (table,) = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'setting'").fetchone()
        rows = connection.execute("SELECT name, value FROM setting").fetchall() if table else []
    except sqlite3.Error:
        return Settings()
    return from_rows(dict(rows))


def from_rows(rows: Mapping[Any, Any]) -> Settings:
    """The settings that rows hold. What is not one of the choices counts as not chosen."""
    held = {
        name: value
        for name, value in rows.items()
        if isinstance(name, str) and isinstance(value, str) and value
    }
    theme: Theme | None = next((each for each in get_args(Theme) if each == held.get("theme")), None)
    acts = (name for name in sorted(held) if name.startswith(_KEYS) and name != _KEYS)
    return Settings(
        **{name: held[name] for name in _TEXTS if name in held},
        theme=theme,
        home_covered=held.get("home_covered") != "no",
        keys={name.removeprefix(_KEYS): held[name] for name in acts},
    )


def to_rows(settings: Settings) -> dict[str, str]:
    """The rows that hold the settings: none for what is left to the app."""
    chosen = {name: getattr(settings, name) for name in (*_TEXTS, "theme")}
    chosen |= {f"{_KEYS}{act}": key for act, key in settings.keys.items() if act}
    chosen["home_covered"] = None if settings.home_covered else "no"
    return {name: value for name, value in chosen.items() if value}
