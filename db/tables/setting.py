"""How this copy of the app is set up, and who works here. No family owns these."""

from datetime import date

from sqlmodel import Field, SQLModel

from db.tables.kept import one_of, yes_or_no
from eymeeting.domain.settings import KeptFileKind


class SettingRow(SQLModel, table=True):
    """One thing that was chosen on the settings screen. What is not chosen has no row."""

    __tablename__ = "setting"
    name: str = Field(primary_key=True)
    value: str


class ColleagueRow(SQLModel, table=True):
    """Somebody who works here or whom we work with."""

    __tablename__ = "colleague"
    __table_args__ = (yes_or_no("interpreter"),)
    id: str = Field(primary_key=True)
    position: int
    name: str
    role: str
    agency: str
    email: str | None = None
    phone: str | None = None
    interpreter: bool | None = None


class KeptFileRow(SQLModel, table=True):
    """A file of the organisation's own that papers are made with: its Word paper, or words in another language."""

    __tablename__ = "kept_file"
    __table_args__ = (one_of("kind", KeptFileKind),)
    kind: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    content: bytes
    on: date
