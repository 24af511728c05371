"""What stands on a copy: plain values, already cut for the one reader it is made for."""

from __future__ import annotations

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
    ``moved_from`` holds the dates it was moved from, oldest first.
    """

    what: str
    who: str
    due: date | None
    how_we_will_know: str | None = None
    theirs: bool = False
    not_yet_asked: str | None = None
    part_done: bool = False
    moved_from: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One person's voice on one area: last time, now, hoped for.

    Values are words or numbers: “not asked” where nobody asked. ``hoped_for`` is
    empty in an area that was not chosen to work on, where nobody is asked for a hope.
    """

    area: str
    who: str
    last_time: str
    now: str
    hoped_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """Somebody who was there or could not come, with what they are to the family or their job."""

    name: str
    role: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyCopy:
    """The plan one adult of the family takes home. Everything here may be shown to that adult.

    ``belongs_to`` is the name the family chose for itself, or the reader's own.
    ``child_words`` are pairs: whose words, the words. ``may_see`` names services.
    ``sharing`` and ``worried`` are the organisation's own sentences, ready to print.
    ``lead_word`` is what the helper is called on paper, as in “Our main helper is”.
    ``left_out`` counts what this reader does not get; it never stands on the copy.
    ``must_not_hold`` are texts that must be nowhere in the finished file.
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
    lead_word: str = "main helper"
    left_out: int = 0
    must_not_hold: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAction:
    """An action in the full record: numbered, with its area, its state in words and its dates.

    ``visible_to`` is empty where everyone on the plan may see it.
    """

    number: int
    what: str
    who: str
    due: str
    area: str
    how_we_will_know: str
    status: str
    visible_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedWords:
    """Something said or written, with whose words and who may see it, in plain words.

    ``who`` is empty where nobody is named, ``visible_to`` where everyone on the plan may see it.
    """

    text: str
    who: str
    visible_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FullRecord:
    """The chair's record of one meeting. Tables are rows of text, never with an empty cell.

    The columns: ``details`` and ``decisions`` label, text; ``attendance`` name, role, agency,
    attended; ``agreement`` who agreed, agency, answer, what was said and when; ``last_time``
    action, who, due, result; ``scores`` part of life, who, last time, now; ``copies`` who,
    which copy, how; ``safeguarding`` label, text, for the restricted page alone;
    ``invited`` who, when and how, reply; ``heard`` who, how; ``left_open`` what, why;
    ``corrections`` day, by whom, what, what it was before, why; ``contacts`` when, how and
    with whom, what was said, and who may see it (empty: everyone on the plan).
    ``story`` and ``journey`` are parts: the name of the part, what was said. ``sharing`` are
    decisions to share, or not to, outside an agreement.
    """

    ref: str
    family_name: str
    meeting: str
    on: date
    marking: str
    organisation: str
    details: tuple[tuple[str, str], ...]
    attendance: tuple[tuple[str, str, str, str], ...]
    agreement: tuple[tuple[str, str, str, str], ...]
    last_time: tuple[tuple[str, str, str, str], ...]
    story: tuple[tuple[str, tuple[RecordedWords, ...]], ...]
    journey: tuple[tuple[str, tuple[RecordedWords, ...]], ...]
    child_words: tuple[RecordedWords, ...]
    contributions: tuple[RecordedWords, ...]
    scores: tuple[tuple[str, str, str, str], ...]
    priorities: tuple[str, ...]
    actions: tuple[RecordedAction, ...]
    decisions: tuple[tuple[str, str], ...]
    safeguarding: tuple[tuple[str, str], ...]
    copies: tuple[tuple[str, str, str], ...]
    sharing: tuple[str, ...]
    worries: tuple[RecordedWords, ...] = ()
    next_time: NextTime | None = None
    restricted_for: str = "whoever raised it and the chair"
    invited: tuple[tuple[str, str, str], ...] = ()
    heard: tuple[tuple[str, str], ...] = ()
    left_open: tuple[tuple[str, str], ...] = ()
    corrections: tuple[tuple[str, str, str, str, str], ...] = ()
    contacts: tuple[tuple[str, str, str, str], ...] = ()
