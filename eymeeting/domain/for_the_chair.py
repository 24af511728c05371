"""What the chair alone looks at as a review begins: signs of drift, and what may not be shared any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from eymeeting.domain.consent import REFUSALS
from eymeeting.domain.drift import signs
from eymeeting.domain.due_words import near
from eymeeting.domain.earlier import earlier_meetings
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import short_names
from eymeeting.domain.pack import Pack

NOTHING = "Nothing shows that this plan drifts, and nobody has taken an agreement back."


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is so, in a plain sentence, and what could help."""

    words: str
    helps: str


def for_the_chair(
    family: Family, *, reader: str, today: date, pack: Pack, at: Meeting | None = None
) -> tuple[Note, ...]:
    """The signs that a plan drifts, and who has said no to whom since the last meeting.

    Who said no stands for that meeting's chair alone. ``at`` is the meeting they sit at, if they do.
    """
    drift = tuple(
        Note(words=sign.words, helps=sign.helps)
        for sign in signs(family, reader=reader, today=today, pack=pack, at=at)
    )
    return (*(_taken_back(family, at, today) if at is not None and at.chair == reader else ()), *drift)


def _taken_back(family: Family, at: Meeting, today: date) -> Iterator[Note]:
    before = [each for each in earlier_meetings(family, at) if each.took_place]
    names = short_names(family)
    for agreement in family.agreements if before else ():
        if before[-1].on < agreement.on <= today:
            who, when = names.get(agreement.by, "Somebody"), near(agreement.on, today)
            for answer in family.answers:
                if answer.agreement == agreement.id and answer.answer in REFUSALS:
                    yield Note(
                        words=f"{who} said no to {answer.agency} on {when}.",
                        helps="Look at who is in the room before anything is shared.",
                    )
