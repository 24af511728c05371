"""Answers, states and outcomes in words, on the screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from eymeeting.domain.agreement import AgencyAnswer, AgreementMethod
from eymeeting.domain.contact import ContactMethod
from eymeeting.domain.meeting import AttendanceStatus, NoScore, Outcome, Reply, Result, Section
from eymeeting.domain.people import Format

NOT_RECORDED: Final = "not recorded"
NOT_ASKED: Final = "not asked"

NO_SCORE: Final[Mapping[NoScore, str]] = {
    "prefer_not_to_say": "would rather not say",
    "not_asked": NOT_ASKED,
}
STATUS: Final[Mapping[str, str]] = {
    "not_yet_asked": "not yet asked",
    "not_started": "not started",
    "under_way": "under way",
    "part_done": "part done",
    "done": "done",
    "not_done": "not done",
    "no_longer_needed": "no longer needed",
    "handed_on": "handed on",
}
ATTENDED: Final[Mapping[AttendanceStatus, str]] = {
    "present": "present",
    "part": "for part of it",
    "by_phone": "by phone",
    "by_video": "by video",
    "views_only": "gave their views",
    "apologies": "sent apologies",
    "apologies_with_update": "sent apologies and an update",
    "sent_update": "sent an update",
    "sent_substitute": "sent somebody else",
    "did_not_come": "did not come",
    "not_invited": "not invited",
    "asked_to_leave": "asked to leave",
}
ANSWER: Final[Mapping[AgencyAnswer, str]] = {
    "yes": "yes",
    "no": "no",
    "limited": "yes, limited",
    "withdrawn": "withdrawn",
    "not_asked": NOT_ASKED,
    "not_needed": "not needed",
}
METHOD: Final[Mapping[AgreementMethod, str]] = {
    "spoken": "said aloud",
    "signed": "signed",
    "read_aloud": "read aloud and agreed",
    "phone": "by phone",
}
REPLY: Final[Mapping[Reply, str]] = {"coming": "coming", "not_coming": "not coming", "no_reply": "no reply"}
OUTCOME: Final[Mapping[Outcome, str]] = {
    "carry_on": "carry on",
    "lighter_touch": "carry on with a lighter touch",
    "close": "close",
    "step_up": "step up to social care",
    "step_down": "step down to one agency",
    "adjourned": "adjourned",
    "did_not_happen": "did not happen",
}
ENDING: Final[Mapping[Outcome, str]] = {
    "carry_on": "We carry on",
    "lighter_touch": "We carry on with a lighter touch",
    "close": "We close: the family no longer needs us",
    "step_up": "We step up to social care",
    "step_down": "We step down to one service",
    "adjourned": "We break off and go on another day",
    "did_not_happen": "The meeting did not happen",
}
"""An outcome as it is said in the room."""
RESULT: Final[Mapping[Result, str]] = {"better": "better", "same": "the same", "worse": "worse"}
PART: Final[Mapping[Section, str]] = {
    "past": "Before",
    "present": "Now",
    "future": "What we hope for",
    "good_at": "What we are good at",
    "change": "What we want to change, improve or strengthen",
    "life_when": "How life will be when it has happened",
}
CONTACT: Final[Mapping[ContactMethod, str]] = {
    "call": "call",
    "visit": "visit",
    "met": "met",
    "message": "message",
    "letter": "letter",
    "video": "video call",
}
FORMAT: Final[Mapping[Format, str]] = {
    "standard": "standard",
    "clear": "clear print",
    "large": "large print",
    "dyslexia": "dyslexia-friendly",
    "easyread": "easy read",
    "read_aloud": "read aloud",
}


def score_in_words(value: int | NoScore | None) -> str:
    """A score as it stands on paper, never blank; nothing said is “not asked”."""
    if value is None:
        return NOT_ASKED
    return str(value) if isinstance(value, int) else NO_SCORE[value]


def listed(names: Sequence[str], last: str = "and") -> str:
    """Names as people say them: one, two and three."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
