"""A family, its people and households, and the workers who help it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from eymeeting.domain.entry import Entry

PersonKind = Literal["adult", "child", "unborn"]
PlanKind = Literal["early_help", "child_in_need", "child_protection", "education_health_care", "none"]
SafeAnswer = Literal["yes", "no", "unknown"]
Format = Literal["standard", "clear", "large", "dyslexia", "easyread", "read_aloud"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContact:
    """Whether it is safe to write, to ring, to leave a message."""

    write: SafeAnswer | None = None
    ring: SafeAnswer | None = None
    leave_message: SafeAnswer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyDetails(Entry):
    """What is known of the family as a whole. Its ``id`` is the reference the services use.

    ``kept_empty`` names the lists and groups that an imported file held empty,
    so that the file comes back as it was.
    """

    family_name: str
    chosen_name: str | None = None
    opened: date | None = None
    closed: date | None = None
    assessment_date: date | None = None
    came_from: str | None = None
    plan_kind: PlanKind | None = None
    level_of_need: int | None = None
    case_system_number: str | None = None
    safe_contact: SafeContact | None = None
    legal_hold: bool | None = None
    hub: str | None = None
    level_at_start: int | None = None
    level_at_close: int | None = None
    separate_copies: bool | None = None
    access_needs: str | None = None
    retention_review: date | None = None
    kept_empty: tuple[str, ...] = ()

    @property
    def ref(self) -> str:
        """The reference the services use."""
        return self.id

    @property
    def called(self) -> str:
        """The name the family chose, else the one the services use."""
        return self.chosen_name or self.family_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Household(Entry):
    """An address a household has lived at. ``hidden_from`` must never learn it."""

    household: str
    lines: tuple[str, ...]
    postcode: str
    hidden_from: tuple[str, ...]
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """Somebody of the family, an unborn baby too. ``hidden_from`` must never see how to reach them.

    ``parental_responsibility`` is ``None`` while it is not known; it is never assumed.
    ``formats`` are the forms they need their papers in, the first that is a paper counts; ``copy_language``
    is the code of the language for the headings on them, such as “ar”.
    """

    first_name: str
    last_name: str
    relationship: str
    kind: PersonKind
    dob: date | None
    due_date: date | None
    parental_responsibility: bool | None
    household: str | None
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
    formats: tuple[Format, ...] | None = None
    copy_language: str | None = None
    hidden_from: tuple[str, ...] | None = None
    died: date | None = None
    left: date | None = None

    @property
    def called(self) -> str:
        """The name people use in the room."""
        return self.preferred_name or self.first_name

    @property
    def full_name(self) -> str:
        """Both names in the person's own order; one name alone when there is only one."""
        names = [self.first_name, self.last_name]
        if self.name_order == "family first":
            names.reverse()
        return " ".join(name for name in names if name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Entry):
    """What somebody is to one of the children, where it differs from child to child."""

    person: str
    child: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker(Entry):
    """Somebody who helps the family for an agency.

    ``restricted_notes`` names the professions whose restricted notes this worker may read.
    """

    name: str
    role: str
    agency: str
    email: str | None = None
    phone: str | None = None
    interpreter: bool | None = None
    active: bool | None = None
    restricted_notes: tuple[str, ...] | None = None
    formats: tuple[Format, ...] | None = None
