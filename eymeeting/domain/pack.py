"""A council's own words: what a pack holds."""

from __future__ import annotations

from dataclasses import dataclass

from eymeeting.domain.meeting import ClosingReason, MeetingType
from eymeeting.domain.pack_choices import (
    CLOSING_WORDS,
    PLAN_KINDS,
    ClosingWords,
    PlanKinds,
    SafetyLine,
    WorkerWord,
)
from eymeeting.domain.plain_words import NOTHING_TO_FIND, CheckWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A part of family life that is scored. ``ask_alone``: never asked in front of others."""

    id: str
    name: str
    prompt: str
    child_name: str | None = None
    outcome: str | None = None
    ask_alone: bool = False
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What the scores from ``low`` to ``high`` mean, in an adult's and in a child's words."""

    low: int
    high: int
    adult: str
    child: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a meeting: its planned minutes, and what the chair may say."""

    id: str
    title: str
    minutes: int
    say: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingKind:
    """A kind of meeting by its interchange name, with its local name and its steps in order."""

    type: MeetingType
    name: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """The planned length."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A panel by its local name, with the minutes one family has."""

    name: str
    slot_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Local names of things, used on screens and on paper, each as it stands inside a sentence."""

    centre: str
    plan: str
    lead: str
    lead_on_copy: str
    agreement: str
    meeting: str = "family meeting"
    assessment: str = "assessment"


def at_the_start(words: str) -> str:
    """Local words as they begin a line, with a capital letter."""
    return f"{words[:1].upper()}{words[1:]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Time limits and numbers the council has set. ``wd`` are working days in England.

    ``keep_until_age``: what is kept of a family is looked at again when its
    youngest child is this old; nothing is deleted by itself.
    """

    first_meeting_wd: int
    review_weeks: int
    review_warn_weeks: int
    copy_wd: int
    chosen_areas: int
    child_answers_from_age: int
    drift_months: int
    drift_reviews: int
    drift_moves: int
    interpreter_adds_thirds: int
    keep_until_age: int = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """The council's own sentences for paper, each list in its order on the page.

    ``scale`` says what the two ends of the scale mean. ``ground_rules`` are shown
    at the start of a meeting. ``lead_agreement`` is what the lead says to the family,
    until the family and the lead find words of their own. ``harm_steps`` are for whoever
    writes down what they were told alone: whom to ring, what to say; ``lawful_reasons``
    are offered there, and wherever something is shared without an agreement.
    """

    version: str
    sharing: tuple[str, ...]
    harm: tuple[str, ...]
    keeping: tuple[str, ...]
    wrong: tuple[str, ...]
    worried: tuple[str, ...]
    scale: str = ""
    ground_rules: tuple[str, ...] = ()
    lead_agreement: tuple[str, ...] = ()
    harm_steps: tuple[str, ...] = ()
    lawful_reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Markings:
    """The handling line on each kind of paper. ``{name}`` is the name the family chose."""

    family: str
    full_record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The choices offered. Whatever else somebody types is kept as typed.

    ``levels`` are the words for the levels of need 1 to 4, in order; there may be none.
    """

    relationships: tuple[str, ...]
    child_relationships: tuple[str, ...]
    agencies: tuple[str, ...]
    roles: tuple[str, ...]
    lead_roles: tuple[str, ...]
    came_from: tuple[str, ...]
    needs: tuple[str, ...]
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One council's words, areas, bands, agendas, lists, limits and sentences.

    ``worker_words`` are for workers' screens and the chair's record alone; none means
    that they are not used, and so it is with the ``safety_line``. ``check`` is what is
    found in words typed for families, as advice.
    """

    name: str
    version: str
    organisation: str
    words: Words
    areas: tuple[Area, ...]
    bands: tuple[Band, ...]
    meetings: tuple[MeetingKind, ...]
    panels: tuple[Panel, ...]
    lists: Lists
    limits: Limits
    sentences: Sentences
    markings: Markings
    closing_reasons: tuple[ClosingWords, ...] = CLOSING_WORDS
    plan_kinds: PlanKinds = PLAN_KINDS
    worker_words: tuple[WorkerWord, ...] = ()
    safety_line: SafetyLine | None = None
    check: CheckWords = NOTHING_TO_FIND

    def area_name(self, id: str) -> str:  # noqa: A002
        """The area's plain name; an id the pack does not know is shown as written."""
        return next((area.name for area in self.areas if area.id == id), id)

    def is_asked_alone(self, id: str) -> bool:  # noqa: A002
        """Whether the area is never asked in front of others."""
        return any(area.id == id and area.ask_alone for area in self.areas)

    def joint_areas(self) -> tuple[Area, ...]:
        """The areas that are scored together, in order."""
        return tuple(area for area in self.areas if area.on and not area.ask_alone)

    def band(self, value: int) -> Band:
        """The band a score from 1 to 10 falls in."""
        return next(band for band in self.bands if band.low <= value <= band.high)

    def kind(self, type: str) -> MeetingKind:  # noqa: A002
        """The kind of meeting with this interchange name."""
        return next(kind for kind in self.meetings if kind.type == type)

    def step_title(self, id: str, type: str = "") -> str:  # noqa: A002
        """What a step is called, in a kind of meeting or in the first that has it; its plain id where none has."""
        kinds = sorted(self.meetings, key=lambda kind: kind.type != type)
        found = (step.title for kind in kinds for step in kind.steps if step.id == id)
        return next(found, at_the_start(id))

    def closing(self, reason: ClosingReason) -> ClosingWords:
        """A reason for an ending in the words here; one that is not offered any more keeps the app's own."""
        known = (*self.closing_reasons, *CLOSING_WORDS)
        return next(each for each in known if each.reason == reason)

    def level(self, number: int) -> str:
        """A level of need in the words here: “level 2: some help”, or only its number where it has none."""
        words = self.lists.levels[number - 1] if 1 <= number <= len(self.lists.levels) else ""
        return f"level {number}: {words}" if words else f"level {number}"

    def worker_word(self, id: str) -> str:  # noqa: A002
        """A worker-side word; an id the pack does not know is shown as written."""
        return next((each.words for each in self.worker_words if each.id == id), id)
