"""Families in the tables: read whole, written entry by entry."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import Table, delete, func, insert, inspect, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import Session

from db import standing
from db.columns import from_columns, to_columns
from db.tables import TABLES, FamilyRow
from db.tables.sitting import FindableRow
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import KEPT_IN, Change, Family, collections
from eymeeting.domain.people import FamilyDetails, Person
from eymeeting.domain.problems import NotFound
from eymeeting.domain.text import folded


def table_of(kind: type[Entry]) -> Table:
    """The table of a kind of entry."""
    return cast("Table", inspect(FamilyRow if kind is FamilyDetails else TABLES[kind]).local_table)


def read(session: Session, ref: str) -> Family:
    """One family, whole.

    Raises:
        NotFound: no family has this reference.
        ValueError: something of it cannot be read.
    """
    try:
        return _read(session, ref)
    except TypeError as problem:
        raise ValueError("a column holds what it should not") from problem


def _read(session: Session, ref: str) -> Family:
    families = table_of(FamilyDetails)
    row = session.execute(select(families).where(families.c.id == ref)).mappings().first()
    if row is None:
        raise NotFound(f"There is no family {ref}. “eymeeting” on its own lists them all.")
    held: dict[str, Any] = {}
    for kind, name in KEPT_IN.items():
        table = table_of(kind)
        rows = session.execute(
            select(table).where(table.c.family == ref).order_by(table.c.position, table.c.id)
        )
        held[name] = tuple(from_columns(kind, dict(each)) for each in rows.mappings())
    return Family(details=from_columns(FamilyDetails, dict(row)), **held)


def refs(session: Session) -> tuple[str, ...]:
    """Every family's reference, in the order they came in."""
    table = table_of(FamilyDetails)
    return tuple(session.execute(select(table.c.id).order_by(table.c.position, table.c.id)).scalars())


def write(session: Session, change: Change) -> None:
    """Make one change. Made twice, it stands once."""
    entry = change.entry
    table = table_of(type(entry))
    key = {"id": entry.id} if isinstance(entry, FamilyDetails) else {"family": change.family, "id": entry.id}
    if change.after is None:
        session.execute(delete(table).where(*(table.c[name] == value for name, value in key.items())))
    else:
        columns = to_columns(change.after) | key
        if isinstance(entry, FamilyDetails):
            columns["position"] = _place(session, entry.id)
        missing = {column.name: None for column in table.columns if column.name not in columns}
        statement = upsert(table).values(**columns)
        session.execute(statement.on_conflict_do_update(index_elements=list(key), set_=columns | missing))
    if isinstance(entry, FamilyDetails | Person):
        make_findable(session, change.family)
    if standing.counts(entry):
        _sum_up(session, change.family)


def write_whole(session: Session, family: Family, position: int | None = None) -> None:
    """Add a family that is not there, at the end or at a given place."""
    families = table_of(FamilyDetails)
    if position is None:
        position = _place(session, family.ref)
    session.execute(insert(families).values(**to_columns(family.details) | {"position": position}))
    for _, entries in collections(family):
        if entries:
            rows = [to_columns(entry) | {"family": family.ref} for entry in entries]
            for row in _with_same_columns(rows):
                session.execute(insert(table_of(type(entries[0]))), row)
    make_findable(session, family.ref)
    _sum_up(session, family.ref)


def _sum_up(session: Session, ref: str) -> None:
    """Keep how the family stands now."""
    standing.sum_up(session.connection().exec_driver_sql, ref)


def _place(session: Session, ref: str) -> int:
    """Where a family stands among all: where it is, or after the last when it is new."""
    families = table_of(FamilyDetails)
    held = session.execute(select(families.c.position).where(families.c.id == ref)).scalar()
    if held is not None:
        return int(held)
    last = session.execute(select(func.max(families.c.position))).scalar()
    return 0 if last is None else last + 1


def _with_same_columns(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    groups: dict[frozenset[str], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(frozenset(row), []).append(row)
    return list(groups.values())


def remove(session: Session, ref: str) -> int:
    """Take a family out with everything of it. What comes back is its place in the order."""
    families = table_of(FamilyDetails)
    position = session.execute(select(families.c.position).where(families.c.id == ref)).scalar_one()
    session.execute(delete(families).where(families.c.id == ref))
    return int(position)


def make_findable(session: Session, ref: str) -> None:
    """Bring up to date what the family can be found by: its names, its people's, its reference."""
    families, people = table_of(FamilyDetails), table_of(Person)
    details = session.execute(select(families).where(families.c.id == ref)).mappings().first()
    if details is None:
        return
    named = (people.c.first_name, people.c.last_name, people.c.preferred_name, people.c.own_script)
    rows = session.execute(select(*named).where(people.c.family == ref)).all()
    words = [ref, details["chosen_name"], details["family_name"]]
    for first, last, *others in rows:
        words += [f"{first} {last}", f"{last} {first}", *others]
    text = "\n".join(folded(word) for word in words if word)
    table = cast("Table", inspect(FindableRow).local_table)
    statement = upsert(table).values(family=ref, words=text)
    session.execute(statement.on_conflict_do_update(index_elements=["family"], set_={"words": text}))
