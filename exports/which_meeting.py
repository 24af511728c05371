"""Which meeting a copy is of, kind by kind: the day in its name, its folder and its words are that meeting's."""

from __future__ import annotations

from exports.laid_out import Asked
from eymeeting.domain.before_a_meeting import meeting_ahead
from eymeeting.domain.cutting import choose_meeting
from eymeeting.domain.form_filled_in import meeting_of_form
from eymeeting.domain.full_record import meeting_recorded
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.score_cards import meeting_scored


def latest(asked: Asked) -> Meeting:
    """The latest that people met for and the reader may know of."""
    return choose_meeting(asked.family, asked.reader, asked.meeting, today=asked.today)


def ahead(asked: Asked) -> Meeting:
    """The next one, for papers that go out before it."""
    _, meeting = meeting_ahead(asked.family, asked.reader, asked.meeting, today=asked.today, pack=asked.pack)
    return meeting


def recorded(asked: Asked) -> Meeting:
    """The latest that the reader chaired, for its record."""
    return meeting_recorded(asked.family, asked.reader, asked.meeting, today=asked.today)


def on_the_form(asked: Asked) -> Meeting:
    """The one that the reader is to chair, for its paper form."""
    return meeting_of_form(asked.family, asked.reader, asked.meeting)


def scored(asked: Asked) -> Meeting:
    """The one that is planned or under way, for somebody's own numbers."""
    return meeting_scored(asked.family, asked.reader, asked.meeting, today=asked.today)
