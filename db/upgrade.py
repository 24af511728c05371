"""Bringing a file to this version's tables: backed up first, in one transaction, looked at afterwards."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select, table

from db.backup import back_up
from db.file import APPLICATION_ID, REVISION, OpenFile, UnusableFile
from db.standing import sum_up_all


def upgrade(file: OpenFile, engine: Engine, now: datetime) -> None:
    """Give the file this version's tables, and keep it as it was. A file that already has them is left alone.

    Raises:
        UnusableFile: the new form did not hold. The file is as it was.
    """
    if file.revision == REVISION:
        return
    copy = back_up(file.connection, file.path, now, "before-upgrade") if file.revision else None
    bring_up(file, engine, copy)


def bring_up(file: OpenFile, engine: Engine, copy: Path | None = None) -> None:
    """Give a file this version's tables. ``copy`` is where it stays as it was.

    Raises:
        UnusableFile: the new form did not hold. The file is as it was.
    """
    file.connection.execute("PRAGMA foreign_keys = OFF")
    try:
        _run(engine)
    except Exception as problem:
        beside = f", and a copy is in {copy.parent}" if copy else ""
        raise UnusableFile(
            f"{file.path} could not be brought to this version. It is as it was{beside}."
        ) from problem
    finally:
        file.connection.execute("PRAGMA foreign_keys = ON")


def _run(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    with engine.begin() as connection:
        held = _rows(connection)
        settings = Config()
        settings.set_main_option(
            "script_location", str(files("db").joinpath("migrations")).replace("%", "%%")
        )
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
        sum_up_all(connection.exec_driver_sql)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {REVISION}")
        _look_through(connection, held)


def _rows(connection: Connection) -> dict[str, int]:
    """How many rows each table holds."""
    tables = (
        connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
        )
        .scalars()
        .all()
    )
    count = select(func.count())
    return {name: connection.execute(count.select_from(table(name))).scalar_one() for name in tables}


def _look_through(connection: Connection, held: dict[str, int]) -> None:
    """See that the new form holds, while it can still be taken back.

    Raises:
        IntegrityError: rows were lost, or the file no longer holds together.
    """
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise sqlite3.IntegrityError("foreign keys do not hold after the upgrade")
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
        raise sqlite3.IntegrityError("the file does not hold together after the upgrade")
    if not held.items() <= _rows(connection).items():
        raise sqlite3.IntegrityError("rows are missing after the upgrade")
