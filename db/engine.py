"""The table library on the one connection that is already open."""

from __future__ import annotations

import sqlite3

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine that opens nothing: it uses this connection, and begins every transaction for writing."""
    engine = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(on: Connection) -> None:
        on.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
