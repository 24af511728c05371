"""Bringing a file to this version's tables: backed up first, in one transaction, looked at afterwards."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from importlib.resources import files

from sqlalchemy import Engine

from db.backup import back_up
from db.file import APPLICATION_ID, REVISION, OpenFile, UnusableFile


def upgrade(file: OpenFile, engine: Engine, now: datetime) -> None:
    """Give the file this version's tables. A file that already has them is left alone.

    Raises:
        UnusableFile: the new form did not hold. The file is as it was.
    """
    if file.revision == REVISION:
        return
    if file.revision:
        back_up(file.connection, file.path, now, "before-upgrade")
    file.connection.execute("PRAGMA foreign_keys = OFF")
    try:
        _run(engine)
    except Exception as problem:
        raise UnusableFile(
            f"{file.path} could not be brought to this version. It is as it was, and a copy lies beside it."
        ) from problem
    finally:
        file.connection.execute("PRAGMA foreign_keys = ON")


def _run(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    with engine.begin() as connection:
        settings = Config()
        settings.set_main_option(
            "script_location", str(files("db").joinpath("migrations")).replace("%", "%%")
        )
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {REVISION}")
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise sqlite3.IntegrityError("foreign keys do not hold after the upgrade")
