"""What is kept of a meeting besides what is said at it, and what happens between meetings."""

from datetime import date

from sqlmodel import Field

from db.tables.kept import TEXTS, Kept, of_a_family, one_of, within, yes_or_no
from eymeeting.domain.contact import ContactMethod
from eymeeting.domain.entry import Level
from eymeeting.domain.meeting import HowHeard, Reply


class InvitationRow(Kept, table=True):
    """Somebody was asked to a meeting: on which day, how, and what they answered so far."""

    __tablename__ = "invitation"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        one_of("reply", Reply),
    )
    meeting: str
    who: str
    on: date | None = None
    how: str | None = None
    reply: str | None = None
    note: str | None = None


class HeardRow(Kept, table=True):
    """How a child or a parent was heard at a meeting, whether they came or not."""

    __tablename__ = "heard"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        one_of("how", HowHeard),
    )
    meeting: str
    who: str
    how: str
    note: str | None = None


class LeftOpenRow(Kept, table=True):
    """Something that was not settled when a meeting ended, and why."""

    __tablename__ = "left_open"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
    )
    meeting: str
    what: str
    reason: str


class CorrectionRow(Kept, table=True):
    """Something of a finished meeting that was put right: on which day, by whom, what it was before."""

    __tablename__ = "correction"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
    )
    meeting: str
    on: date
    by: str
    what: str
    about: str | None = None
    was: str | None = None
    why: str | None = None


class ContactRow(Kept, table=True):
    """A call, a visit or a message between meetings. ``time`` is local wall time, ``HH:MM``."""

    __tablename__ = "contact"
    __table_args__ = (
        of_a_family(),
        one_of("how", ContactMethod),
        one_of("visibility_level", Level),
        yes_or_no("reached"),
    )
    on: date
    by: str
    how: str
    text: str
    time: str | None = None
    who: str | None = None
    reached: bool | None = None
    visibility_level: str | None = None
    visibility_to: list[str] | None = Field(default=None, sa_type=TEXTS)
    not_for: list[str] | None = Field(default=None, sa_type=TEXTS)


class EasyWordsRow(Kept, table=True):
    """Short words in the place of a longer text, typed or confirmed by a person."""

    __tablename__ = "easy_words"
    __table_args__ = (of_a_family(),)
    of: str
    words: str
    confirmed_by: str
    on: date
