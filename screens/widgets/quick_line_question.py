"""What the quick line asks when a name is not clear, and what the answer makes of the line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from eymeeting.domain.family import Family
from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.known_names import owners_known
from eymeeting.domain.quick_line import with_owner, with_somebody_new
from eymeeting.domain.quick_line_marks import Says
from eymeeting.domain.quick_line_reading import Asks
from screens.desk import MeetingView

OFFERED: Final = 9
SOMEBODY_NEW: Final = "0"
"""Answers that the name is that of somebody nobody here knows yet."""
_WHOSE: Final[dict[Says, str]] = {
    "going_well": "Who says that this is going well?",
    "worried": "Who says that they are worried?",
    "own_words": "Whose words are these?",
}


@dataclass(frozen=True)
class Question:
    """A question under the line: its words, the characters that answer it, and whom each means in order."""

    words: str
    answers: str
    asked: str
    candidates: tuple[str, ...]

    @classmethod
    def about(cls, asks: Asks, says: Says, view: MeetingView) -> Question:
        """Whom a name means, or whose words these are. Where nobody is called so, anybody may be meant."""
        candidates = (asks.candidates or _everybody(view))[:OFFERED]
        owners = owners_known(view.room)
        names = {
            who: owners.labels[who] if asks.candidates and asks.asked else owners.in_words(who)
            for who in candidates
        }
        choices = [f"{place} {names[who]}" for place, who in enumerate(candidates, start=1)]
        answers = "123456789"[: len(candidates)]
        if not asks.asked:
            question = _WHOSE[says]
        elif asks.is_new:
            question = f"Nobody known here is called {asks.asked}."
            choices.insert(0, f"{SOMEBODY_NEW} Somebody new")
            answers += SOMEBODY_NEW
        else:
            question = f"Which {asks.asked}?"
        return cls("   ".join((question, *choices)), answers, asks.asked, candidates)

    def answered(self, character: str, text: str, family: Family) -> tuple[str, int]:
        """The line with the answer in it, and where the cursor is then."""
        if character == SOMEBODY_NEW:
            return with_somebody_new(text, self.asked, family)
        line = with_owner(text, self.asked, self.candidates[int(character) - 1], family)
        return line, len(line)


def _everybody(view: MeetingView) -> tuple[str, ...]:
    """Everybody a name may be meant for, those here before the others."""
    here, apart = view.here(), kept_away_from(view.meeting)
    known = [who for who in owners_known(view.room).members if who not in apart]
    return tuple(sorted(known, key=lambda who: who not in here))
