"""How this copy of the app is set up, and who works here."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from db.settings import from_rows, to_rows
from db.tables.setting import ColleagueRow, KeptFileRow, SettingRow
from eymeeting.domain.settings import Colleague, KeptFile, KeptFileKind, Settings


def settings(session: Session) -> Settings:
    """What was chosen on the settings screen."""
    return from_rows({row.name: row.value for row in session.exec(select(SettingRow))})


def keep_settings(session: Session, chosen: Settings) -> None:
    """Put these choices in the place of those before."""
    session.execute(delete(SettingRow))
    session.add_all(SettingRow(name=name, value=value) for name, value in to_rows(chosen).items())


def colleagues(session: Session) -> tuple[Colleague, ...]:
    """Who works here, by their position, and by name where that is the same."""
    rows = select(ColleagueRow).order_by(
        col(ColleagueRow.position), func.lower(ColleagueRow.name), col(ColleagueRow.id)
    )
    return tuple(Colleague(**row.model_dump()) for row in session.exec(rows))


def keep_colleague(session: Session, before: Colleague | None, after: Colleague | None) -> None:
    """Add somebody, put them right, or take them off the list. Made twice, it stands once."""
    gone = before if before is not None and (after is None or after.id != before.id) else None
    if gone is not None and (row := session.get(ColleagueRow, gone.id)):
        session.delete(row)
    if after is not None:
        session.merge(ColleagueRow(**asdict(after)))


def kept_files(session: Session, kind: KeptFileKind) -> tuple[KeptFile, ...]:
    """The organisation's own files of a kind, by name."""
    rows = select(KeptFileRow).where(KeptFileRow.kind == kind).order_by(KeptFileRow.name)
    return tuple(KeptFile(**row.model_dump()) for row in session.exec(rows))


def keep_file(session: Session, file: KeptFile) -> None:
    """Keep a file, in the place of one with its kind and name."""
    session.merge(KeptFileRow(**asdict(file)))


def remove_file(session: Session, kind: KeptFileKind, name: str) -> None:
    """Take a file away. Where there is none, nothing happens."""
    if row := session.get(KeptFileRow, (kind, name)):
        session.delete(row)
