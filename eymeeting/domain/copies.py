"""What stands on a copy: plain values, already cut for the one reader it is made for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """The family's first call: name, job, and a phone when the service gave one."""

    name: str
    role: str
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextTime:
    """When and where people meet again; ``time`` as ``HH:MM``."""

    on: date
    time: str
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One area the family chose, in its plain name, with how life will be when it has happened."""

    area: str
    life_when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAction:
    """A row of “What will happen next”. ``who`` is names in plain words, owner first.

    ``not_yet_asked`` holds who will ask, when the owner was not there.
    ``moved_from`` holds the dates it was moved from, oldest first. ``handed_on_by``
    had it until this meeting. ``words`` is what was said of it since last time.
    ``area`` is the plain name of its part of life. ``cost`` is what it costs, such as “£40”, where that is
    told on this paper: to the family what its own costs, to a worker what theirs does.
    """

    what: str
    who: str
    due: date | None
    how_we_will_know: str | None = None
    theirs: bool = False
    not_yet_asked: str | None = None
    part_done: bool = False
    moved_from: tuple[date, ...] = ()
    not_done: bool = False
    handed_on_by: str | None = None
    words: str | None = None
    area: str = ""
    cost: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One person's voice on one area: last time, now, hoped for.

    Values are words or numbers: “not asked” where nobody asked. ``hoped_for`` is
    empty in an area that was not chosen to work on, where nobody is asked for a hope.
    When the plan ends, ``last_time`` is what they said at the start.
    """

    area: str
    who: str
    last_time: str
    now: str
    hoped_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleChartRow:
    """One person's numbers in one area, one for each series; None where there is none."""

    area: str
    who: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleChart:
    """The scale as a picture. ``series`` are the times in their order, such as “Last time” and “Now”.

    The rows of one area stand together. A number is a whole one, 1 to 10.
    """

    title: str
    series: tuple[str, ...]
    rows: tuple[ScaleChartRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """Somebody who was there or could not come, with what they are to the family or their job."""

    name: str
    role: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HowFar:
    """Every number one person gave one area, the first one first, and the change in words, such as “up 5”.

    There are two or more, and the last is from the meeting of this copy.
    """

    area: str
    who: str
    numbers: tuple[int, ...]
    change: str

    @property
    def fell(self) -> bool:
        """Whether the last number is lower than the first."""
        return self.numbers[-1] < self.numbers[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a plan ends, as far as its family is told on paper.

    ``is_celebrated``: people look back at how far they have come; elsewhere the
    paper says no more than what is so. ``reason`` is a whole sentence, where one
    is kind to print. ``goes_on_with`` is whoever finishes what is left.
    ``to_call`` is whom to call, in the family's words, when that is not the ``helper``
    of the copy. ``said`` are the reader's own words about how it was.
    """

    is_celebrated: bool
    reason: str | None = None
    goes_on_with: Helper | None = None
    to_call: str | None = None
    how_far: tuple[HowFar, ...] = ()
    keep_doing: tuple[str, ...] = ()
    later_check: date | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlan:
    """What a copy says of a plan that the family made itself.

    ``is_agreed`` is None while nobody has said. ``words`` say why it was agreed, or
    what is still to change; ``watched_by`` is names in plain words.
    """

    is_agreed: bool | None = None
    words: str | None = None
    watched_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A kind of thing that does not stand on a paper, and why, for whoever makes it: never what it is."""

    kind: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyCopy:
    """The plan one adult of the family takes home. Everything here may be shown to that adult.

    ``belongs_to`` is the name the family chose for itself, or the reader's own.
    ``child_words`` are pairs: whose words, the words. ``may_see`` names services.
    ``sharing`` and ``worried`` are the organisation's own sentences, ready to print:
    paragraphs the one, single sentences the other.
    ``lead_word`` is what the helper is called on paper, and ``plan_word`` the plan, as in
    “Our keyworker” and “Our family plan”; ``to_do`` heads what will happen next.
    ``measured`` is what helpers measured and brought, where they said it in front of everyone.
    ``is_without_a_meeting``: nobody met, so that those who were there are those who were spoken to.
    ``done`` is what was done since last time, or over the whole time when the plan ends.
    ``no_longer_needed`` was on the plan until this meeting. ``chart`` shows the very
    numbers of ``scores``; there is none where nobody gave any. ``ending`` stands on
    the copy of the meeting that ends the plan. ``own_plan`` stands on that of a plan the family made itself;
    ``left_out`` counts what this reader does not get, ``left_out_by_kind`` how much of each kind, and why; neither
    ever stands on the copy.
    ``must_not_hold`` are texts that must be nowhere in the finished file, each with its kind where that is known.
    """

    title_name: str | None
    belongs_to: str
    reader: str
    on: date
    place: str | None
    helper: Helper | None
    next_time: NextTime | None
    going_well: tuple[str, ...]
    changes: tuple[Change, ...]
    wanted: tuple[str, ...]
    life_when: tuple[str, ...]
    done: tuple[PlannedAction, ...]
    actions: tuple[PlannedAction, ...]
    worried: tuple[str, ...]
    scores: tuple[ScoreRow, ...]
    scale: str
    family_there: tuple[Attended, ...]
    helpers_there: tuple[Attended, ...]
    could_not_come: tuple[Attended, ...]
    child_words: tuple[tuple[str, str], ...]
    may_see: tuple[str, ...]
    sharing: tuple[str, ...]
    marking: str
    organisation: str
    lead_word: str
    plan_word: str
    to_do: str
    left_out: int = 0
    left_out_by_kind: Mapping[LeftOut, int] = field(default_factory=dict)
    must_not_hold: Mapping[str, str] | tuple[str, ...] = field(default=())
    chart: ScaleChart | None = None
    is_without_a_meeting: bool = False
    measured: tuple[str, ...] = ()
    has_changed: tuple[str, ...] = ()
    what_helped: tuple[str, ...] = ()
    no_longer_needed: tuple[str, ...] = ()
    ending: Ending | None = None
    own_plan: OwnPlan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPage:
    """One child's own page. Everything here may be read by anybody at home.

    ``own_script`` is the child's name as they write it, beside the Latin letters.
    ``on`` is the day people met; there is none where somebody of the family does
    not know of that meeting. ``said`` are the child's own words, ``said_on`` the day
    of these where it was an earlier one. ``came``: the child took part in the meeting.
    ``will_happen`` is told in the words confirmed for the child alone; ``theirs``
    are what the child does, and ``who`` helps with. ``talk_to`` is the family's
    main helper by name, where that is known and may be told.
    ``must_not_hold`` and the two counts are as on a ``FamilyCopy``.
    """

    child: str
    on: date | None
    came: bool
    said: tuple[str, ...]
    said_on: date | None
    will_happen: tuple[PlannedAction, ...]
    talk_to: str | None
    is_the_end: bool
    organisation: str
    left_out: int = 0
    left_out_by_kind: Mapping[LeftOut, int] = field(default_factory=dict)
    must_not_hold: Mapping[str, str] = field(default_factory=dict)
    own_script: str = ""
