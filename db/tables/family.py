"""A family, its people and what they agreed to."""

from datetime import date

from sqlmodel import Field, SQLModel

from db.tables.kept import TEXTS, Kept, between, of_a_family, one_of, within, yes_or_no
from eymeeting.domain.agreement import AgencyAnswer, AgreementMethod
from eymeeting.domain.people import PersonKind, PlanKind, SafeAnswer


class FamilyRow(SQLModel, table=True):
    """What is known of the family as a whole. Its ``id`` is the reference the services use."""

    __tablename__ = "family"
    __table_args__ = (
        one_of("plan_kind", PlanKind),
        one_of("safe_contact_write", SafeAnswer),
        one_of("safe_contact_ring", SafeAnswer),
        one_of("safe_contact_leave_message", SafeAnswer),
        yes_or_no("legal_hold"),
        yes_or_no("separate_copies"),
        between("level_of_need", 1, 4),
        between("level_at_start", 1, 4),
        between("level_at_close", 1, 4),
    )
    id: str = Field(primary_key=True)
    position: int = 0
    family_name: str
    chosen_name: str | None = None
    opened: date | None = None
    closed: date | None = None
    assessment_date: date | None = None
    came_from: str | None = None
    plan_kind: str | None = None
    level_of_need: int | None = None
    case_system_number: str | None = None
    safe_contact_write: str | None = None
    safe_contact_ring: str | None = None
    safe_contact_leave_message: str | None = None
    legal_hold: bool | None = None
    hub: str | None = None
    level_at_start: int | None = None
    level_at_close: int | None = None
    separate_copies: bool | None = None
    access_needs: str | None = None
    retention_review: date | None = None
    kept_empty: list[str] = Field(sa_type=TEXTS)


class HouseholdRow(Kept, table=True):
    """An address a household has lived at. ``hidden_from`` must never learn it."""

    __tablename__ = "household"
    __table_args__ = (of_a_family(),)
    household: str
    postcode: str
    lines: list[str] = Field(sa_type=TEXTS)
    hidden_from: list[str] = Field(sa_type=TEXTS)
    since: date | None = None
    until: date | None = None


class PersonRow(Kept, table=True):
    """Somebody of the family, an unborn baby too. ``hidden_from`` must never see how to reach them."""

    __tablename__ = "person"
    __table_args__ = (
        of_a_family(),
        one_of("kind", PersonKind),
        yes_or_no("parental_responsibility"),
        yes_or_no("dob_estimated"),
    )
    first_name: str
    last_name: str
    relationship: str
    kind: str
    dob: date | None = None
    due_date: date | None = None
    parental_responsibility: bool | None = None
    household: str | None = None
    dob_estimated: bool | None = None
    phone: str | None = None
    email: str | None = None
    first_language: str | None = None
    interpreter: str | None = None
    access_needs: str | None = None
    nhs_number: str | None = None
    own_script: str | None = None
    preferred_name: str | None = None
    pronouns: str | None = None
    name_order: str | None = None
    legal_status: str | None = None
    school: str | None = None
    gp: str | None = None
    upn: str | None = None
    ethnicity: str | None = None
    formats: list[str] | None = Field(default=None, sa_type=TEXTS)
    copy_language: str | None = None
    hidden_from: list[str] | None = Field(default=None, sa_type=TEXTS)
    died: date | None = None
    left: date | None = None


class RelationRow(Kept, table=True):
    """What somebody is to one of the children, where it differs from child to child."""

    __tablename__ = "relation"
    __table_args__ = (of_a_family(),)
    person: str
    child: str
    relation: str


class WorkerRow(Kept, table=True):
    """Somebody who helps the family for an agency."""

    __tablename__ = "worker"
    __table_args__ = (
        of_a_family(),
        yes_or_no("interpreter"),
        yes_or_no("active"),
    )
    name: str
    role: str
    agency: str
    email: str | None = None
    phone: str | None = None
    interpreter: bool | None = None
    active: bool | None = None
    restricted_notes: list[str] | None = Field(default=None, sa_type=TEXTS)
    formats: list[str] | None = Field(default=None, sa_type=TEXTS)


class AgreementRow(Kept, table=True):
    """One conversation about sharing. A later one stands beside it, never in its place."""

    __tablename__ = "agreement"
    __table_args__ = (
        of_a_family(),
        one_of("method", AgreementMethod),
        yes_or_no("told_limits"),
        yes_or_no("told_rights"),
    )
    by: str
    on: date
    method: str
    scope: str
    note: str | None = None
    interpreter: str | None = None
    for_children: list[str] | None = Field(default=None, sa_type=TEXTS)
    told_limits: bool | None = None
    told_rights: bool | None = None
    judged_by: str | None = None
    review_on: date | None = None


class AnswerRow(Kept, table=True):
    """What an agreement says of one agency. ``limit`` says to what sharing is limited."""

    __tablename__ = "answer"
    __table_args__ = (
        of_a_family(),
        within("agreement"),
        one_of("answer", AgencyAnswer),
    )
    agreement: str
    agency: str
    answer: str
    limit: str | None = None
    reason: str | None = None


class SharingRow(Kept, table=True):
    """A decision to share, or not to share, outside an agreement (Working Together: record your decision)."""

    __tablename__ = "sharing"
    __table_args__ = (
        of_a_family(),
        within("meeting"),
        yes_or_no("shared"),
        yes_or_no("agreement_asked"),
    )
    on: date
    what: str
    shared: bool
    shared_with: str | None = None
    meeting: str | None = None
    agreement_asked: bool | None = None
    why_not_asked: str | None = None
    decided_by: str | None = None
    advised_by: str | None = None
    lawful_reason: str | None = None
    told_family_on: date | None = None
    why_not_told: str | None = None
