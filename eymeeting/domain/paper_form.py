"""A meeting on paper, step by step as the app takes it: what stands on the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from eymeeting.domain.agenda import agenda
from eymeeting.domain.family import Family
from eymeeting.domain.going_on import asks_what_has_changed
from eymeeting.domain.meeting import Meeting, MeetingType
from eymeeting.domain.pack import Area, Limits, Pack, Sentences, Step
from eymeeting.domain.people import FamilyDetails
from eymeeting.domain.scoring import areas_scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody who was asked: their name, and what they are to the family or their job and service."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAsk:
    """An action of last time to be asked about: what, who has it, by when."""

    what: str
    who: str
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForm:
    """One meeting to be written by hand.

    ``steps`` are the app's, in its order. ``called`` is what the family is called,
    empty on a blank form, and then nothing is known of anybody either.
    ``scorers`` are the names of those who may score, in the areas that are scored together.
    ``wanted`` and ``chosen`` are what was agreed last time: what the family wants, and an area with how
    life will be. ``agreed`` are services that were said yes to, where everybody in the room may read that.
    ``must_not_hold`` are texts that must be nowhere in the finished file, each with its kind.
    """

    kind: str
    type: MeetingType
    is_a_review: bool
    steps: tuple[Step, ...]
    organisation: str
    marking: str
    sentences: Sentences
    limits: Limits
    areas: tuple[Area, ...]
    ref: str = ""
    called: str = ""
    on: date | None = None
    start: str = ""
    place: str = ""
    chair: str = ""
    purpose: str = ""
    people: tuple[Named, ...] = ()
    children: tuple[str, ...] = ()
    helpers: tuple[Named, ...] = ()
    interpreters: tuple[Named, ...] = ()
    scorers: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    actions: tuple[ToAsk, ...] = ()
    wanted: tuple[str, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()
    must_not_hold: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Whether nothing of any family stands on it."""
        return not self.called

    def title(self, step: str) -> str:
        """What one of its steps is called, by the step's id."""
        return next(each.title for each in self.steps if each.id == step)


def blank_form(pack: Pack, type: MeetingType) -> PaperForm:  # noqa: A002
    """The form of a kind of meeting with nothing filled in."""
    nobody = Family(details=FamilyDetails(id="", family_name=""))
    meeting = Meeting(
        id="", number=1, type=type, on=date.min, start="", planned_minutes=0, chair="", venue=""
    )
    return empty_form(nobody, meeting, pack)


def empty_form(family: Family, meeting: Meeting, pack: Pack) -> PaperForm:
    """The form of one meeting with its own steps and parts of life, and nothing else of the family."""
    return PaperForm(
        kind=pack.kind(meeting.type).name,
        type=meeting.type,
        is_a_review=asks_what_has_changed(meeting),
        steps=agenda(family, meeting, pack),
        organisation=pack.organisation,
        marking=pack.markings.full_record,
        sentences=pack.sentences,
        limits=pack.limits,
        areas=areas_scored(pack, meeting, ()),
    )
