"""Run by the migration library, on the connection handed to it."""

from alembic import context
from sqlmodel import SQLModel

import db.tables  # noqa: F401

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, transaction_per_migration=False)
context.run_migrations()
