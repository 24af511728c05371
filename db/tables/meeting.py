"""Meetings and what is said in them."""

from datetime import date

from sqlalchemy import Index, text
from sqlmodel import Field

from db.tables.kept import (
    TEXTS,
    Kept,
    at_least,
    between,
    from_nought,
    is_a_score,
    of_a_family,
    one_of,
    within,
    yes_or_no,
)
from eymeeting.domain.entry import Level
from eymeeting.domain.meeting import (
    AttendanceRole,
    AttendanceStatus,
    ClosingReason,
    Event,
    MeetingType,
    Outcome,
    Reply,
    Result,
    Section,
)


class MeetingRow(Kept, table=True):
    """One meeting of one family. Times are local wall time, ``HH:MM``."""

    __tablename__ = "meeting"
    __table_args__ = (
        of_a_family(),
        one_of("type", MeetingType),
        one_of("outcome", Outcome),
        one_of("going_to", Outcome),
        yes_or_no("ground_rules_shown"),
        one_of("result", Result),
        yes_or_no("children_first"),
        yes_or_no("plan_agreed"),
        at_least("number", 1),
        at_least("resumes", 1),
        Index("open_meeting", "family", sqlite_where=text("outcome IS NULL")),
        Index("open_meeting_on", "on", sqlite_where=text("outcome IS NULL")),
        Index("meeting_of_family", "family", "on", "start", "number"),
    )
    number: int
    type: str
    on: date
    start: str
    planned_minutes: int
    chair: str
    venue: str
    recorder: str | None = None
    outcome: str | None = None
    title: str | None = None
    purpose: str | None = None
    end: str | None = None
    entered_on: date | None = None
    family_told: str | None = None
    lead_professional: str | None = None
    lead_agreed_by: list[str] | None = Field(default=None, sa_type=TEXTS)
    next_meeting_on: date | None = None
    next_meeting_time: str | None = None
    next_meeting_place: str | None = None
    separate_from: list[str] | None = Field(default=None, sa_type=TEXTS)
    stopped_at: str | None = None
    stopped_why: str | None = None
    planned_start: str | None = None
    planned_end: str | None = None
    ground_rules_shown: bool | None = None
    interpreter: str | None = None
    locked_by: str | None = None
    locked_on: date | None = None
    what_helped: str | None = None
    got_in_the_way: str | None = None
    result: str | None = None
    kept_empty: list[str] = Field(sa_type=TEXTS)
    family_told_on: date | None = None
    resumes: int | None = None
    children_first: bool | None = None
    areas: list[str] | None = Field(default=None, sa_type=TEXTS)
    going_to: str | None = None
    held_under: str | None = None
    family_told_by: str | None = None
    went_on_because: str | None = None
    plan_agreed: bool | None = None
    plan_agreed_why: str | None = None
    watched_by: list[str] | None = Field(default=None, sa_type=TEXTS)


class AttendanceRow(Kept, table=True):
    """Whether somebody came, and when they came in and left."""

    __tablename__ = "attendance"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        one_of("status", AttendanceStatus),
        one_of("role", AttendanceRole),
        one_of("reply", Reply),
    )
    meeting: str
    who: str
    status: str
    note: str | None = None
    came: str | None = None
    left: str | None = None
    role: str | None = None
    substitute_for: str | None = None
    reply: str | None = None


class LineRow(Kept, table=True):
    """A line of the family's story or of Our Family Journey. ``by`` is whose words it is, when known."""

    __tablename__ = "line"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        one_of("section", Section),
        one_of("visibility_level", Level),
        yes_or_no("done"),
    )
    meeting: str
    section: str
    text: str
    by: str | None = None
    visibility_level: str | None = None
    visibility_to: list[str] | None = Field(default=None, sa_type=TEXTS)
    done: bool | None = None
    not_for: list[str] | None = Field(default=None, sa_type=TEXTS)
    times_not_for: list[str] | None = Field(default=None, sa_type=TEXTS)
    dated: str | None = None


class ScoreRow(Kept, table=True):
    """What one person says of one area, 1 to 10, or that they would rather not. Never averaged."""

    __tablename__ = "score"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        is_a_score("value"),
        one_of("visibility_level", Level),
    )
    meeting: str
    area: str
    person: str
    value: str
    note: str | None = None
    on: date | None = None
    visibility_level: str | None = None
    visibility_to: list[str] | None = Field(default=None, sa_type=TEXTS)
    asked_by: str | None = None
    entered_by: str | None = None
    not_for: list[str] | None = Field(default=None, sa_type=TEXTS)


class SafetyScoreRow(Kept, table=True):
    """What one person says on the council's separate line about safety, 0 to 10."""

    __tablename__ = "safety_score"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        from_nought("value", 10),
        one_of("visibility_level", Level),
    )
    meeting: str
    person: str
    value: int
    asked_by: str | None = None
    note: str | None = None
    visibility_level: str | None = None
    visibility_to: list[str] | None = Field(default=None, sa_type=TEXTS)
    not_for: list[str] | None = Field(default=None, sa_type=TEXTS)


class ContributionRow(Kept, table=True):
    """What a worker says, or sends when they cannot come."""

    __tablename__ = "contribution"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        one_of("visibility_level", Level),
    )
    meeting: str
    by: str
    visibility_level: str
    visibility_to: list[str] | None = Field(default=None, sa_type=TEXTS)
    working: str | None = None
    worry: str | None = None
    can_offer: str | None = None
    text: str | None = None
    evidence_measure: str | None = None
    evidence_value: str | None = None
    evidence_on: date | None = None
    not_for: list[str] | None = Field(default=None, sa_type=TEXTS)


class ChildWordsRow(Kept, table=True):
    """A child's exact words, how they were gathered and by whom."""

    __tablename__ = "child_words"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        one_of("visibility_level", Level),
    )
    meeting: str
    who: str
    words: str
    how: str
    visibility_level: str
    visibility_to: list[str] | None = Field(default=None, sa_type=TEXTS)
    heard_by: str | None = None
    heard_on: date | None = None
    not_for: list[str] | None = Field(default=None, sa_type=TEXTS)


class PriorityRow(Kept, table=True):
    """An area the family chose to work on, in the order chosen."""

    __tablename__ = "priority"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        between("hoped_for", 1, 10),
    )
    meeting: str
    area: str
    life_when: str | None = None
    hoped_for: int | None = None
    not_for: list[str] | None = Field(default=None, sa_type=TEXTS)


class StepTimeRow(Kept, table=True):
    """How long a meeting has spent on one of its steps, in seconds."""

    __tablename__ = "step_time"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        at_least("seconds", 0),
    )
    meeting: str
    step: str
    seconds: int


class FamilyChangeRow(Kept, table=True):
    """Somebody was born, took a new name, moved, joined or left."""

    __tablename__ = "family_change"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        one_of("event", Event),
    )
    meeting: str
    person: str
    event: str
    on: date
    first_name: str | None = None
    last_name: str | None = None
    note: str | None = None


class CopyRow(Kept, table=True):
    """A paper that somebody was given. ``left_out`` counts what this reader does not get."""

    __tablename__ = "copy"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
    )
    meeting: str
    to: str
    how: str
    on: date | None = None
    kind: str | None = None
    file_name: str | None = None
    fingerprint: str | None = None
    made_at: str | None = None
    made_by: str | None = None
    left_out: int | None = None
    without: list[str] | None = Field(default=None, sa_type=TEXTS)
    format: str | None = None
    language: str | None = None
    printed_on: date | None = None
    owed_by: date | None = None
    replaces: str | None = None
    removed_on: date | None = None


class ClosureRow(Kept, table=True):
    """How the work with a family ended."""

    __tablename__ = "closure"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        one_of("reason", ClosingReason),
        between("level_of_need", 1, 4),
        between("helpfulness", 1, 10),
    )
    meeting: str
    reason: str | None = None
    who_to_call: str | None = None
    keep_doing: list[str] | None = Field(default=None, sa_type=TEXTS)
    family_said: str | None = None
    handed_to: str | None = None
    level_of_need: int | None = None
    later_check: date | None = None
    helpfulness: int | None = None
    said_by: str | None = None
    not_for: list[str] | None = Field(default=None, sa_type=TEXTS)


class SafeguardingRow(Kept, table=True):
    """A worry about harm. Only for whoever raised it and the chair, in the chair's full record."""

    __tablename__ = "safeguarding"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        yes_or_no("agreement_asked"),
    )
    meeting: str
    raised_by: str
    time: str
    what: str
    shared_with: str
    agreement_asked: bool
    why_not_asked: str
    decided_by: str
    told_family: str | None = None
    referral_ref: str | None = None
    advised_by: str | None = None
    lawful_reason: str | None = None


class LeadAgreementRow(Kept, table=True):
    """Who is the family's first call, from when to when, and what was said about it."""

    __tablename__ = "lead_agreement"
    __table_args__ = (of_a_family(),)
    worker: str
    since: date
    until: date | None = None
    agreed_by: list[str] | None = Field(default=None, sa_type=TEXTS)
    text: str | None = None
    manager: str | None = None
    backup: str | None = None
    handover: str | None = None
