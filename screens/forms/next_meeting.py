"""The next meeting: when and where, what kind, what the family was told, who is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from eymeeting.domain.closing import closed_as_before, opened_again, opens_again_words
from eymeeting.domain.dates import remarks, spoken
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Change
from eymeeting.domain.family_changing import told_elsewhere
from eymeeting.domain.family_now import NextTime, last_venue, lead_now, next_time
from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.kept_apart import Gathering, meant, next_agreed
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.planning import (
    asked,
    coming_meeting,
    holds_anything,
    invitation_of,
    with_its_minutes,
)
from eymeeting.domain.sharing import let_go, taken_up
from eymeeting.domain.text import clean_line
from eymeeting.domain.times import read_time, spoken_time
from screens.family_desk import FamilyView
from screens.forms.apart_rows import KEPT_APART, told_of, with_or_without
from screens.forms.at_the_gate import stopped, told_of_asking
from screens.forms.form import FormRow, Reading
from screens.forms.next_meeting_rows import REPLIES, WHO, rows_about, who_is_asked
from screens.forms.words_of_days import coming_day, past_day


class NextMeetingForm:
    """A meeting that is planned. Its first row, the day, sets it up."""

    help = """\
    Type the day as you would say it: *tue 12 jan*, *6w*, *in 2 weeks*. **Enter** keeps it and goes on.
    What was agreed at the last meeting stays on record; a new day is kept beside it.
    Below, a **letter** says who is asked and what they answered; the same letter again takes it back.
    Once somebody is asked, **F9** in the family's place makes the papers: invitations, agendas, slips.
    For whoever is outside the agreement it first says why, and asks for the lawful reason to go on.
    """

    def __init__(self, ref: str, gathering: Gathering | None = None) -> None:
        """``gathering`` is the one that is meant where people are kept apart, and there may be several."""
        self.where = f"{ref}/next meeting" if gathering is None else f"{ref}/meeting {meant(gathering)}"
        self._gathering = gathering
        self._own = (gathering and gathering.planned) or new_id()

    def title(self, view: FamilyView) -> str:
        """Whose next meeting it is."""
        return f"The next meeting · {view.family.details.called}"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The day; everything else once there is a day."""
        coming = self._next(view)
        if coming is None:
            closed = opens_again_words(view.family, view.today, view.pack, view.today)
            return (FormRow(id="on", label="Day", hint="tue 12 jan, or 6w", note=closed),)
        when = (
            FormRow(
                id="on",
                label="Day",
                value=spoken(coming.on),
                hint="tue 12 jan, or 6w",
                note=" ".join(
                    [*remarks(coming.on, view.today, view.calendar), told_of(view, self._coming(view))]
                ).strip(),
            ),
            FormRow(id="start", label="Time", value=spoken_time(coming.time), hint="1.30pm"),
            FormRow(
                id="venue",
                label="Place",
                value=coming.place or "",
                hint=f"the room and the {view.pack.words.centre}",
            ),
        )
        meeting = self._coming(view)
        return (*when, *rows_about(view, meeting), *who_is_asked(view, meeting))

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        words = clean_line(typed).strip()
        match row:
            case "on":
                day = coming_day(words, view.today, view.calendar)
                if day.day is None:
                    return Reading(problem=day.problem)
                return self._telling(view, self._with(view, on=day.day), day.understood)
            case "start":
                time = read_time(words)
                if time is None:
                    return Reading(problem="What time? 10, 1.30pm or 13:30.")
                return self._telling(view, self._with(view, start=time), spoken_time(time))
            case "family_told_on":
                return self._told_on(view, words)
            case "venue":
                return self._telling(view, self._with(view, venue=words))
            case _:
                return self._with(view, **{row: words or None})

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:
        """What a choice in a row would change."""
        if row.startswith(WHO):
            return self._asking(view, row.removeprefix(WHO), choice)
        if row == KEPT_APART:
            apart = kept_away_from(with_or_without(self._coming(view), choice))
            return self._telling(view, self._with(view, separate_from=apart or None))
        if row == "recorder":
            meeting = self._coming(view)
            return self._with(view, recorder=None if choice in (meeting.recorder, meeting.chair) else choice)
        return self._with(view, **{row: choice})

    def taken_away(self, view: FamilyView) -> Reading | None:
        """A meeting that was set up, and for which nothing is written yet, may be let go."""
        coming = self._next(view)
        meeting = None if coming is None else coming.planned
        if meeting is None:
            return None
        family = view.family
        moved = (*told_elsewhere(family, meeting.id), *let_go(family, meeting.id))
        for change in moved:
            family = family.after(change)
        if holds_anything(family, meeting):
            return Reading(
                problem="Something is already written for this meeting. It can end as “did not happen”."
            )
        asked_to = [each for each in family.invitations if each.meeting == meeting.id]
        spent = [each for each in family.step_times if each.meeting == meeting.id]
        gone = tuple(view.change(each, None) for each in (*asked_to, *spent, meeting))
        return Reading(changes=(*moved, *gone, *closed_as_before(family, meeting)))

    def _next(self, view: FamilyView) -> NextTime | None:
        """The meeting that is meant, set up or agreed on; without one, whichever comes next."""
        if self._gathering is None:
            return next_time(view.family)
        planned = next((each for each in view.family.meetings if each.id == self._own), None)
        if planned is not None:
            return NextTime(on=planned.on, time=planned.start, place=planned.venue or None, planned=planned)
        if self._gathering.agreed_at is None:
            return None
        agreed = self._gathering
        return NextTime(on=agreed.on, time=agreed.start, place=agreed.place or None, planned=None)

    def _telling(self, view: FamilyView, reading: Reading, understood: str = "") -> Reading:
        """What was read, with what it could bring about for people who are kept apart."""
        told = told_of(view, self._coming(view), reading.changes)
        return replace(reading, understood=" ".join(part for part in (understood, told) if part))

    def _coming(self, view: FamilyView) -> Meeting:
        """The planned meeting, or what it would be by what the last meeting agreed."""
        coming = self._next(view)
        if coming is not None and coming.planned is not None:
            return coming.planned
        lead = lead_now(view.family)
        meeting = coming_meeting(
            view.family,
            view.pack,
            on=view.today if coming is None else coming.on,
            start="10:00" if coming is None else coming.time,
            venue=last_venue(view.family) if coming is None else coming.place or "",
            chair=view.keyboard if lead is None else lead.id,
        )
        wanted = self._gathering or next_agreed(view.family)
        return replace(
            meeting,
            id=self._own,
            separate_from=(kept_away_from(meeting) if wanted is None else wanted.apart) or None,
        )

    def _with(self, view: FamilyView, **changed: Any) -> Reading:
        coming = self._next(view)
        planned = None if coming is None else coming.planned
        before = self._coming(view)
        after = with_its_minutes(view.family, replace(before, **changed), view.pack)
        if after == before and coming is not None:
            return Reading()
        return Reading(changes=(view.change(planned, after), *self._setting_up(view, planned, after)))

    def _told_on(self, view: FamilyView, words: str) -> Reading:
        if not words:
            return self._with(view, family_told_on=None)
        read = past_day(words, view.today)
        if read.day is None:
            return Reading(problem=read.problem)
        return replace(self._with(view, family_told_on=read.day), understood=read.understood)

    def _setting_up(self, view: FamilyView, planned: Meeting | None, meeting: Meeting) -> tuple[Change, ...]:
        """What a meeting changes besides when it is set up."""
        if planned is not None:
            return ()
        return (*opened_again(view.family, meeting.on), *taken_up(view.family, meeting))

    def _asking(self, view: FamilyView, who: str, choice: str) -> Reading:
        """Somebody new to this meeting who is outside the agreement is not asked without a reason."""
        meeting = self._coming(view)
        if invitation_of(view.family, meeting.id, who) is not None:
            return self._telling(view, Reading(changes=self._asked(view, who, choice)))
        stop = stopped(view, meeting, who, lambda now: self._asked(now, who, choice))
        if stop is not None:
            return stop
        reading = Reading(changes=self._asked(view, who, choice))
        return self._telling(view, reading, told_of_asking(view, who))

    def _asked(self, view: FamilyView, who: str, choice: str) -> tuple[Change, ...]:
        coming = self._next(view)
        planned = None if coming is None else coming.planned
        meeting = self._coming(view)
        before = invitation_of(view.family, meeting.id, who)
        reply = REPLIES[choice][1]
        after = asked(view.family, meeting.id, who, reply, today=view.today)
        takes_back = before is not None and before.reply == reply
        change = view.change(before, None if takes_back else after)
        longer = with_its_minutes(view.family.after(change), meeting, view.pack)
        with_time = () if longer == planned else (view.change(planned, longer),)
        return (*with_time, change, *self._setting_up(view, planned, longer))
