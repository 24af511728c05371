"""What stands in the chair's full record of a meeting: plain values, cut for that chair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eymeeting.domain.copies import NextTime


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
    """The chair's record of one meeting. Tables are rows of text, with an empty cell only where it says so.

    The columns: ``details`` and ``decisions`` label, text; ``attendance`` name, role, agency,
    attended; ``agreement`` who agreed, agency, answer, what was said and when; ``last_time``
    action, who, due, result; ``scores`` part of life, who, at the start (empty until the plan
    ends), last time, now, hoped for (empty in an area that was not chosen); ``copies`` who, which
    copy, how; ``safeguarding`` label, text, for the restricted page alone; ``invited`` who, when
    and how, reply; ``heard`` who, how; ``left_open`` what, why; ``corrections`` day, by whom,
    what, what it was before, why; ``contacts`` when, how and with whom, what was said, and who
    may see it (empty: everyone on the plan); ``family_changes`` who, what and when, what was
    noted; ``leads`` who, from when to when, agreed by whom, what was said and handed over.
    ``story`` and ``journey`` are parts: the name of the part, what was said. ``sharing`` are
    decisions to share, or not to, outside an agreement.
    """

    ref: str
    family_name: str
    meeting: str
    on: date
    marking: str
    organisation: str
    meeting_word: str
    agreement_title: str
    journey_title: str
    details: tuple[tuple[str, str], ...]
    attendance: tuple[tuple[str, str, str, str], ...]
    agreement: tuple[tuple[str, str, str, str], ...]
    last_time: tuple[tuple[str, str, str, str], ...]
    story: tuple[tuple[str, tuple[RecordedWords, ...]], ...]
    journey: tuple[tuple[str, tuple[RecordedWords, ...]], ...]
    child_words: tuple[RecordedWords, ...]
    contributions: tuple[RecordedWords, ...]
    scores: tuple[tuple[str, str, str, str, str, str], ...]
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
    family_changes: tuple[tuple[str, str, str], ...] = ()
    leads: tuple[tuple[str, str, str, str], ...] = ()
