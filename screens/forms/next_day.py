"""When people meet again, moved between meetings."""

from __future__ import annotations

from dataclasses import replace

from eymeeting.domain.dates import spoken
from eymeeting.domain.family_now import NextTime, lead_now, met_on, next_time
from eymeeting.domain.text import clean_line
from eymeeting.domain.times import read_time, spoken_time
from screens.family_desk import FamilyView
from screens.forms.form import FormRow, Reading
from screens.forms.words_of_days import coming_day


class NextDayForm:
    """Day, time and place of the next meeting. What was agreed at the last one stays on record."""

    help = """\
    Type the new day as you would say it: *tue 12 jan*, *6w*, *in 2 weeks*. **Enter** keeps it.
    What was agreed at the last meeting stays on record; the move is kept beside it.
    """

    def __init__(self, ref: str) -> None:
        self.where = f"{ref}/next day"

    def title(self, view: FamilyView) -> str:
        """Whose next meeting it is."""
        return f"The next meeting · {view.family.details.chosen_name or view.family.details.family_name}"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The day; time and place once there is a day."""
        coming = next_time(view.family)
        day = FormRow(
            id="on", label="Day", value="" if coming is None else spoken(coming.on), hint="tue 12 jan, or 6w"
        )
        if coming is None:
            return (day,)
        return (
            day,
            FormRow(id="time", label="Time", value=spoken_time(coming.time), hint="1.30pm"),
            FormRow(id="place", label="Place", value=coming.place or "", hint="the room and the centre"),
        )

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        words, coming = clean_line(typed).strip(), next_time(view.family)
        if row == "place" and coming is not None:
            return _moved(view, replace(coming, place=words or None))
        if row == "time" and coming is not None:
            time = read_time(words)
            if time is None:
                return Reading(problem="What time? 10, 1.30pm or 13:30.")
            return replace(_moved(view, replace(coming, time=time)), understood=spoken_time(time))
        read = coming_day(words, view.today, view.calendar)
        if read.day is None:
            return Reading(problem=read.problem)
        at = coming or NextTime(on=read.day, time="10:00", place=_last_place(view), planned=None)
        return replace(_moved(view, replace(at, on=read.day)), understood=read.understood)

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:  # noqa: ARG002
        """Nothing is chosen here."""
        return Reading()

    def taken_away(self, view: FamilyView) -> Reading | None:
        """A meeting that was set up for a day, and at which nobody was yet, may be let go."""
        coming = next_time(view.family)
        if coming is None or coming.planned is None:
            return None
        if any(getattr(entry, "meeting", None) == coming.planned.id for entry in _of_meetings(view)):
            return Reading(
                problem="Something is already written for this meeting. It ends as “did not happen”."
            )
        return Reading(changes=(view.change(coming.planned, None),))


def _moved(view: FamilyView, coming: NextTime) -> Reading:
    if coming == next_time(view.family):
        return Reading()
    lead = lead_now(view.family)
    return Reading(
        changes=met_on(
            view.family,
            view.pack,
            on=coming.on,
            time=coming.time,
            place=coming.place,
            chair=view.keyboard if lead is None else lead.id,
        )
    )


def _last_place(view: FamilyView) -> str | None:
    places = [meeting.venue for meeting in view.family.meetings_in_order() if meeting.venue]
    return places[-1] if places else None


def _of_meetings(view: FamilyView) -> tuple[object, ...]:
    family = view.family
    return (
        *family.attendance,
        *family.scores,
        *family.lines,
        *family.actions,
        *family.invitations,
        *family.child_words,
    )
