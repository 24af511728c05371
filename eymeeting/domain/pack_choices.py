"""What a council may choose to add to its pack, and what stands where it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from eymeeting.domain.meeting import ClosingReason
from eymeeting.domain.people import PlanKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingWords:
    """A reason for which work with a family ends, as it is said here.

    ``on_paper`` is a kind, whole sentence for the family's copy; without one the
    reason stands in the chair's record alone.
    """

    reason: ClosingReason
    words: str
    on_paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerWord:
    """A word workers have for how a family is doing, such as “coping”. No family ever sees it.

    The ``id`` is kept with a panel's item, so that its words may change.
    """

    id: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyLine:
    """A line of its own from 0 to 10 about children's safety, never mixed with the scores of 1 to 10.

    ``low`` says what 0 means, ``high`` what 10 means.
    """

    name: str
    prompt: str
    low: str
    high: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanKinds:
    """What each kind of plan is called here."""

    early_help: str = "early help"
    child_in_need: str = "child in need"
    child_protection: str = "child protection"
    education_health_care: str = "education, health and care"
    none: str = "no plan"

    def called(self, kind: PlanKind) -> str:
        """One kind of plan in the words here."""
        words: str = getattr(self, kind)
        return words

    def choices(self) -> tuple[tuple[PlanKind, str], ...]:
        """Every kind with its words, in the order they are offered."""
        return tuple((kind, self.called(kind)) for kind in _KINDS)


_KINDS: Final[tuple[PlanKind, ...]] = (
    "early_help",
    "child_in_need",
    "child_protection",
    "education_health_care",
    "none",
)

PLAN_KINDS: Final = PlanKinds()
"""The app's own words for the kinds of plan."""

TOLD_ON_PAPER: Final[frozenset[ClosingReason]] = frozenset(
    {"needs_met", "one_agency_will_finish", "family_chose_to_stop"}
)
"""The reasons a family's paper may give. The others could be unkind there, or tell somebody at home too much."""

CLOSING_WORDS: Final = (
    ClosingWords(reason="needs_met", words="needs met", on_paper="We finish because things are better."),
    ClosingWords(
        reason="one_agency_will_finish",
        words="one agency will finish",
        on_paper="One service will carry on with us.",
    ),
    ClosingWords(reason="social_care_took_the_lead", words="social care took the lead"),
    ClosingWords(
        reason="family_chose_to_stop",
        words="the family chose to stop",
        on_paper="We chose to stop here.",
    ),
    ClosingWords(reason="could_not_reach_the_family", words="could not reach the family"),
    ClosingWords(reason="moved_away", words="moved away"),
    ClosingWords(reason="opened_in_error", words="opened in error"),
)
"""The reasons and their words where a pack names none; and the words of a reason a pack does not offer."""
