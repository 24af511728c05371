"""How this copy of the app is set up, and who works here. No family owns these."""

from sqlmodel import Field, SQLModel

from db.tables.kept import yes_or_no


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
