"""A family meeting and everything said in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from eymeeting.domain.entry import Entry, Visibility

MeetingType = Literal[
    "taf_first",
    "taf_review",
    "taf_closing",
    "facilitated_family_meeting",
    "family_network_meeting",
    "desk_review",
    "professionals_discussion",
]
Outcome = Literal["carry_on", "lighter_touch", "close", "step_up", "step_down", "adjourned", "did_not_happen"]
AttendanceStatus = Literal[
    "present",
    "part",
    "by_phone",
    "by_video",
    "views_only",
    "apologies",
    "apologies_with_update",
    "sent_update",
    "sent_substitute",
    "did_not_come",
    "not_invited",
    "asked_to_leave",
]
IN_THE_ROOM: Final[frozenset[AttendanceStatus]] = frozenset({"present", "part", "by_phone", "by_video"})
"""The statuses of somebody who took part, in the room or from afar."""
AttendanceRole = Literal[
    "chair", "recorder", "supporter", "advocate", "interpreter", "observer", "contributor"
]
Reply = Literal["coming", "not_coming", "no_reply"]
Section = Literal["past", "present", "future", "good_at", "change", "life_when"]
STORY: Final[tuple[Section, ...]] = ("past", "present", "future")
JOURNEY: Final[tuple[Section, ...]] = ("good_at", "change", "life_when")
NoScore = Literal["prefer_not_to_say", "not_asked"]
Event = Literal["born", "name_change", "moved", "joined", "left"]
ClosingReason = Literal[
    "needs_met",
    "one_agency_will_finish",
    "social_care_took_the_lead",
    "family_chose_to_stop",
    "could_not_reach_the_family",
    "moved_away",
    "opened_in_error",
]
Result = Literal["better", "same", "worse"]
HowHeard = Literal["in_the_room", "from_afar", "their_words", "sent_word", "spoke_before", "not_heard"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """When and where people meet again. ``time`` is local wall time."""

    on: date
    time: str
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Where a meeting broke off, and why."""

    at: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Entry):
    """One meeting of one family. Times are local wall time, ``HH:MM``.

    No ``outcome`` while it is planned or not finished. ``separate_from`` are
    the people it is kept apart from. ``entered_on`` is set when it was typed in
    from paper afterwards. ``locked_on``: from that day on, what is put right is
    a dated correction. ``resumes`` is the number of the adjourned meeting that
    this one goes on with. ``children_first``: the children's part comes straight
    after the welcome, so that they may leave early.
    ``areas`` are those the family picked to score, when it picked any.
    ``going_to`` is how the people round the table say it goes on; it ends
    nothing: only the ``outcome`` does.
    """

    number: int
    type: MeetingType
    on: date
    start: str
    planned_minutes: int
    chair: str
    venue: str
    recorder: str | None = None
    outcome: Outcome | None = None
    title: str | None = None
    purpose: str | None = None
    end: str | None = None
    entered_on: date | None = None
    family_told: str | None = None
    family_told_on: date | None = None
    lead_professional: str | None = None
    lead_agreed_by: tuple[str, ...] | None = None
    next_meeting: NextMeeting | None = None
    separate_from: tuple[str, ...] | None = None
    stopped: Stopped | None = None
    planned_start: str | None = None
    planned_end: str | None = None
    ground_rules_shown: bool | None = None
    interpreter: str | None = None
    locked_by: str | None = None
    locked_on: date | None = None
    what_helped: str | None = None
    got_in_the_way: str | None = None
    result: Result | None = None
    resumes: int | None = None
    children_first: bool | None = None
    areas: tuple[str, ...] | None = None
    going_to: Outcome | None = None
    held_under: str | None = None
    family_told_by: str | None = None
    went_on_because: str | None = None
    plan_agreed: bool | None = None
    plan_agreed_why: str | None = None
    watched_by: tuple[str, ...] | None = None
    kept_empty: tuple[str, ...] = ()

    def is_over(self, today: date) -> bool:
        """Whether it was finished, or ended on an earlier day: from then on it is put right with dated corrections.

        Typed in from paper, it is as of the day on which that was done.
        """
        last = max(self.on, self.entered_on or self.on)
        return self.locked_on is not None or (self.outcome is not None and last < today)

    @property
    def took_place(self) -> bool:
        """Whether people met: it has an outcome, and the outcome is not that it did not happen."""
        return self.outcome is not None and self.outcome != "did_not_happen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Entry):
    """Whether somebody came, and when they came in and left."""

    meeting: str
    who: str
    status: AttendanceStatus
    note: str | None = None
    came: str | None = None
    left: str | None = None
    role: AttendanceRole | None = None
    substitute_for: str | None = None
    reply: Reply | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Entry):
    """Somebody was asked to a meeting: on which day, how, and what they answered so far."""

    meeting: str
    who: str
    on: date | None = None
    how: str | None = None
    reply: Reply | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard(Entry):
    """How a child or a parent was heard at a meeting, whether they came or not."""

    meeting: str
    who: str
    how: HowHeard
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOpen(Entry):
    """Something that was not settled when a meeting ended, and why. ``what`` names the check."""

    meeting: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Entry):
    """Something of a finished meeting that was put right: on which day, by whom, what it was before.

    ``about`` is the id of the entry that was put right.
    """

    meeting: str
    on: date
    by: str
    what: str
    about: str | None = None
    was: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Entry):
    """A line of the family's story or of Our Family Journey. ``by`` is whose words it is, when known.

    ``not_for`` never read it, whoever else may; ``times_not_for`` read it without its times of day.
    ``dated`` is when something that mattered was, as people say it: “the summer Remi was born”.
    """

    meeting: str
    section: Section
    text: str
    by: str | None = None
    visibility: Visibility | None = None
    done: bool | None = None
    not_for: tuple[str, ...] | None = None
    times_not_for: tuple[str, ...] | None = None
    dated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Entry):
    """What one person says of one area, 1 to 10, or that they would rather not. Never averaged.

    ``on`` is set when it was not given in the meeting itself, ``asked_by`` when
    somebody asked for it alone, and ``not_for`` those who never read it.
    """

    meeting: str
    area: str
    person: str
    value: int | NoScore
    note: str | None = None
    on: date | None = None
    visibility: Visibility | None = None
    asked_by: str | None = None
    entered_by: str | None = None
    not_for: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyScore(Entry):
    """What one person says on a council's own separate line about safety, 0 to 10; never mixed with the scores.

    Without ``visibility`` it is for whoever said it, whoever asked and the chair.
    """

    meeting: str
    person: str
    value: int
    asked_by: str | None = None
    note: str | None = None
    visibility: Visibility | None = None
    not_for: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something measured and brought to the meeting."""

    measure: str
    value: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Entry):
    """What a worker says, or sends when they cannot come."""

    meeting: str
    by: str
    visibility: Visibility
    working: str | None = None
    worry: str | None = None
    can_offer: str | None = None
    text: str | None = None
    evidence: Evidence | None = None
    not_for: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildWords(Entry):
    """A child's exact words, how they were gathered and by whom."""

    meeting: str
    who: str
    words: str
    how: str
    visibility: Visibility
    heard_by: str | None = None
    heard_on: date | None = None
    not_for: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority(Entry):
    """An area the family chose to work on, in the order chosen."""

    meeting: str
    area: str
    life_when: str | None = None
    hoped_for: int | None = None
    not_for: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadAgreement(Entry):
    """Who is the family's first call, from when to when, and what was said about it."""

    worker: str
    since: date
    until: date | None = None
    agreed_by: tuple[str, ...] | None = None
    text: str | None = None
    manager: str | None = None
    backup: str | None = None
    handover: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTime(Entry):
    """How long a meeting has spent on one of its steps, in seconds."""

    meeting: str
    step: str
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyChange(Entry):
    """Somebody was born, took a new name, moved, joined or left."""

    meeting: str
    person: str
    event: Event
    on: date
    first_name: str | None = None
    last_name: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy(Entry):
    """A paper that somebody was given. ``left_out`` counts what this reader does not get.

    ``without`` names what stayed off this one copy, so that it was safe to take home. ``format`` and
    ``language`` say in which form it was made. ``owed_by`` is the last day to give it, where it could not be
    printed; ``replaces`` the file name of an older copy that it stands for from now on; ``removed_on`` the day its
    file was taken away.
    """

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
    without: tuple[str, ...] | None = None
    format: str | None = None
    language: str | None = None
    printed_on: date | None = None
    owed_by: date | None = None
    replaces: str | None = None
    removed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyWords(Entry):
    """Short words for an easy read copy, typed or confirmed by a person, in the place of a longer text.

    ``of`` is the fingerprint of that text (``easy_words.fingerprint``): the words stand wherever a reader may
    read it, and nowhere else. Once it has changed, it waits for short words again.
    """

    of: str
    words: str
    confirmed_by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure(Entry):
    """How the work with a family ended. ``said_by`` is whose words ``family_said`` are, when known."""

    meeting: str
    reason: ClosingReason | None = None
    who_to_call: str | None = None
    keep_doing: tuple[str, ...] | None = None
    family_said: str | None = None
    handed_to: str | None = None
    level_of_need: int | None = None
    later_check: date | None = None
    helpfulness: int | None = None
    said_by: str | None = None
    not_for: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Safeguarding(Entry):
    """A worry about harm. Only for whoever raised it and the chair, in the chair's full record."""

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
