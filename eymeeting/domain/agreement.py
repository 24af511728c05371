"""What somebody agreed to have shared, with whom, when and how. Dated, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from eymeeting.domain.entry import Entry

AgreementMethod = Literal["signed", "spoken", "read_aloud", "phone"]
AgencyAnswer = Literal["yes", "no", "limited", "withdrawn", "not_asked", "not_needed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Entry):
    """One conversation about sharing. A later one stands beside it, never in its place.

    ``told_limits``: told what cannot be kept private. ``told_rights``: told about
    copies, how long things are kept and the right to see them. ``judged_by``: who
    judged that a child understands enough to answer alone.
    """

    by: str
    on: date
    method: AgreementMethod
    scope: str
    note: str | None = None
    interpreter: str | None = None
    for_children: tuple[str, ...] | None = None
    told_limits: bool | None = None
    told_rights: bool | None = None
    judged_by: str | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Entry):
    """What an agreement says of one agency. ``limit`` says to what sharing is limited."""

    agreement: str
    agency: str
    answer: AgencyAnswer
    limit: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing(Entry):
    """A decision to share, or not to share, outside an agreement (Working Together: record your decision)."""

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
