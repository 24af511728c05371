from __future__ import annotations

import re
import shutil
import sqlite3
import types
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, create_engine, inspect
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from db.engine import engine_on
from db.file import APPLICATION_ID, REVISION, OpenFile
from db.tables import TABLES, FamilyRow
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import KEPT_IN
from eymeeting.domain.people import FamilyDetails

WRONG: dict[str, tuple[object, ...]] = {
    "_is_known": ("Quillfeather", "", 1),
    "_is_yes_or_no": (2, -1, "yes"),
    "_in_range": (0, 99, -1),
    "_at_least": (-1,),
    "_from_nought": (-1, 11),
    "_is_a_score": ("99", "0", "11", "-1", "5.5", "", "Quillfeather"),
}
"""What no column with a rule of this name may hold."""

RULES = [
    (table.name, str(rule.name).removesuffix(ending), ending)
    for table in SQLModel.metadata.sorted_tables
    for rule in sorted(table.constraints, key=lambda rule: str(rule.name))
    for ending in WRONG
    if isinstance(rule, CheckConstraint) and str(rule.name).endswith(ending)
]
KINDS: dict[type[Entry], type[SQLModel]] = {FamilyDetails: FamilyRow, **TABLES}


@pytest.fixture
def rows(filled: Path, tmp_path: Path, opened: Callable[[Path], OpenFile]) -> Iterator[sqlite3.Connection]:
    """The rows of the families with every key, by plain SQL; nothing done to them is kept."""
    connection = opened(Path(shutil.copy(filled, tmp_path))).connection
    connection.execute("BEGIN")
    yield connection
    connection.rollback()


@pytest.mark.parametrize(("table", "column", "rule"), RULES)
def test_sqlite_itself_refuses_what_no_column_may_hold(
    table: str, column: str, rule: str, rows: sqlite3.Connection
) -> None:
    assert rows.execute(f'SELECT count(*) FROM "{table}"').fetchone() > (0,)
    for wrong in WRONG[rule]:
        with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            rows.execute(f'UPDATE "{table}" SET "{column}" = ?', [wrong])


def test_every_listed_value_and_every_yes_or_no_has_its_rule() -> None:
    ruled = {(table, column) for table, column, _ in RULES}
    wanted = {
        (table_name(kind), column)
        for kind in KINDS
        for column, hint in columns_of(kind)
        if any(get_origin(option) is Literal or option is bool for option in options_of(hint))
    }
    assert wanted <= ruled


def test_an_action_belongs_to_a_meeting_or_to_a_panel_item_and_never_to_both(
    rows: sqlite3.Connection,
) -> None:
    for both in ("meeting = NULL, panel_item = NULL", "meeting = 'm1', panel_item = 'panel1'"):
        with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            rows.execute(f"UPDATE action SET {both}")


@pytest.mark.parametrize("table", sorted(str(row.__tablename__) for row in TABLES.values()))
def test_nothing_is_kept_of_a_family_that_is_not_there(table: str, rows: sqlite3.Connection) -> None:
    rows.execute("PRAGMA defer_foreign_keys = ON")
    rows.execute(f"UPDATE \"{table}\" SET family = 'F-404' WHERE rowid = 1")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        rows.execute("COMMIT")


PARENTS = sorted(
    (table.name, key.column_keys[1])
    for table in SQLModel.metadata.sorted_tables
    for key in table.foreign_key_constraints
    if len(key.column_keys) == 2
)


@pytest.mark.parametrize(("table", "column"), PARENTS)
def test_nothing_is_kept_under_a_meeting_panel_item_agreement_or_action_that_is_not_there(
    table: str, column: str, rows: sqlite3.Connection
) -> None:
    rows.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE "{column}" IS NOT NULL', ["nowhere"])
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        rows.execute("COMMIT")


def test_what_belongs_to_a_parent_has_a_rule_that_says_so() -> None:
    named = {"meeting", "panel_item", "agreement", "action"}
    held = {(table_name(kind), field.name) for kind in KINDS for field in fields(kind) if field.name in named}
    assert held == set(PARENTS)


def test_everything_goes_with_its_family(rows: sqlite3.Connection) -> None:
    rows.execute("DELETE FROM family")
    names = [name for (name,) in rows.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    left = [name for name in names if rows.execute(f'SELECT count(*) FROM "{name}"').fetchone() > (0,)]
    assert sorted(left) == [
        *(
            "alembic_version",
            "colleague",
            "kept_file",
            "pack_held",
            "panel",
            "panel_seat",
            "setting",
            "trail",
        ),
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_has_its_column_and_every_column_its_field(kind: type[Entry]) -> None:
    table = inspect(KINDS[kind]).local_table
    wanted = {column for column, _ in columns_of(kind)}
    assert {column.name for column in table.columns} - {"family"} == wanted


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_column_may_be_empty_exactly_where_its_field_may(kind: type[Entry]) -> None:
    table = inspect(KINDS[kind]).local_table
    empty = {column for column, hint in columns_of(kind) if type(None) in options_of(hint)}
    assert {column.name for column in table.columns if column.nullable} == empty


def test_every_kind_of_entry_has_its_table() -> None:
    assert set(TABLES) == set(KEPT_IN)


def test_the_migrations_make_exactly_the_tables_of_the_code(file: OpenFile) -> None:
    with engine_on(file.connection).connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_the_migrations_make_every_rule_of_the_code(file: OpenFile) -> None:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    SQLModel.metadata.create_all(engine)
    with engine.connect() as connection:
        wanted = connection.exec_driver_sql(_CREATED).all()
    engine.dispose()
    made = file.connection.execute(_CREATED).fetchall()
    assert {name: settled(sql) for name, sql in made} == {name: settled(sql) for name, sql in wanted}


_CREATED = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'"


def test_a_new_file_says_that_it_is_ours_and_of_which_revision(file: OpenFile) -> None:
    assert file.connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert file.connection.execute("PRAGMA user_version").fetchone() == (REVISION,)
    assert file.revision == REVISION


def settled(sql: str) -> list[str]:
    """The parts of a table's SQL in an order of their own, for columns and rules may be told in any.

    A column that was added later stands with its rule on one line.
    """
    parts = re.split(r"\n|, (?=\w+ [A-Z])|(?<=[A-Z]) (?=CONSTRAINT )", sql)
    return sorted(" ".join(part.split()).rstrip(" ,") for part in parts)


def options_of(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)


def columns_of(kind: Any, prefix: str = "", *, optional: bool = False) -> Iterator[tuple[str, Any]]:
    """The columns that a kind of entry needs, each with the type of what it holds."""
    hints = get_type_hints(kind)
    for name in (field.name for field in fields(kind)):
        hint = hints[name]
        inner = next((option for option in options_of(hint) if is_dataclass(option)), None)
        if inner is not None:
            may_be_absent = optional or type(None) in options_of(hint)
            yield from columns_of(inner, f"{prefix}{name}_", optional=may_be_absent)
        else:
            yield prefix + name, hint | None if optional else hint


def table_name(kind: type[Entry]) -> str:
    return str(inspect(KINDS[kind]).local_table.name)
