"""What every test would work out again, worked out once, and a spared disk.

Each app and each store of a test is its own. What they share is what this library and that make of the same
text every time, as one app does for all of its screens.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import UTC, datetime
from inspect import ismethod
from pathlib import Path
from typing import Any

import pytest

from eymeeting.domain.settings import Settings

SELDOM = (1_000_000, 20, 50)
"""When rubbish is looked for: a test that opens an app makes some hundred thousand things and lets them all go."""


def look_seldom_for_rubbish() -> None:
    """Look for rubbish seldom from now on, and never among what is loaded by now."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def blank_file(folder: Path, settings: Settings | None = None) -> Path:
    """A file with every table and nothing in it but settings that were chosen, to be copied."""
    from db.file import open_file
    from db.store import Store

    path = folder / "blank.sqlite3"
    store = Store(open_file(path, {}), lambda: datetime(2026, 11, 22, 10, 0, tzinfo=UTC))
    if settings is not None:
        store.keep_settings(settings)
    store.close()
    return path


def share_statements(patch: pytest.MonkeyPatch) -> None:
    """Let every store use the SQL that the first one worked out.

    The table library keeps the words of a statement for each engine and dialect, and
    a program has one of each; a run of tests has hundreds, all alike.
    """
    from sqlalchemy import create_engine

    shared: dict[str, Any] = {}

    def create_alike(*arguments: Any, **settings: Any) -> Any:
        engine = create_engine(*arguments, **settings)
        engine.dialect = engine.pool._dialect = shared.setdefault("dialect", engine.dialect)
        engine._compiled_cache = shared.setdefault("statements", engine._compiled_cache)
        return engine

    patch.setattr("db.engine.create_engine", create_alike)


def share_styles(patch: pytest.MonkeyPatch) -> None:
    """Let every app use the style sheets that an app with the same colours has read."""
    from textual.css.model import RuleSet
    from textual.css.stylesheet import Stylesheet

    read: Callable[..., Any] = Stylesheet._parse_rules
    shared: dict[Any, dict[Any, Any]] = {}
    last: list[Any] = [None, None]

    def read_once(sheet: Stylesheet, *arguments: Any, **settings: Any) -> Any:
        if sheet._variables is not last[0]:
            last[:] = sheet._variables, shared.setdefault(frozenset(sheet._variables.items()), {})
        alike: dict[Any, Any] = last[1]
        asked = (arguments, *settings.items())
        if asked not in alike:
            alike[asked] = read(sheet, *arguments, **settings)
        return alike[asked]

    patch.setattr(Stylesheet, "_parse_rules", read_once)
    patch.setattr(RuleSet, "__hash__", object.__hash__)


def share_signatures(patch: pytest.MonkeyPatch) -> None:
    """Let a function's parameters be counted once, not again for each lambda that comes of the same line."""
    from textual import _callback

    count: Callable[..., int] = _callback._count_parameters
    counted: dict[Any, int] = {}

    def count_once(function: Any) -> int:
        code = getattr(function, "__code__", None)
        if code is None or hasattr(function, "__wrapped__"):
            return count(function)
        alike = code, ismethod(function)
        if alike not in counted:
            counted[alike] = count(function)
        return counted[alike]

    patch.setattr(_callback, "_count_parameters", count_once)


def spare_the_disk(patch: pytest.MonkeyPatch) -> None:
    """Let a file be written without waiting for the disk: what a test writes need not outlast a power cut."""
    from db import file

    settings = tuple(each.replace("synchronous = FULL", "synchronous = OFF") for each in file._SETTINGS)
    patch.setattr(file, "_SETTINGS", settings)
    patch.setattr("os.fsync", lambda _: None)
