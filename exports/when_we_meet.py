"""When a meeting that is still to come begins and about when it ends, as every paper before it says."""

from __future__ import annotations

from exports.fixed_words import FixedWords
from exports.spoken import sentence, spoken_day, time_of_day
from eymeeting.domain.before_a_meeting import MeetingToCome


def when_we_meet(meeting: MeetingToCome, words: FixedWords) -> str:
    """The day and the time, “Tuesday 12 January 2027, 10am to about 11.30am.”; no end where none is known."""
    day, start = spoken_day(meeting.on, words), time_of_day(meeting.start, words)
    if not meeting.until:
        return sentence(words("{day}, {start}", day=day, start=start))
    end = time_of_day(meeting.until, words)
    return sentence(words("{day}, {start} to about {end}", day=day, start=start, end=end))
