"""The next meeting: when and where, what kind, what the family was told, who is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from eymeeting.domain.at_the_keyboard import who_may_type
from eymeeting.domain.closing import closed_as_before, opened_again, opens_again_words
from eymeeting.domain.dates import remarks, spoken
from eymeeting.domain.entry import new_id
from eymeeting.domain.family_changing import told_elsewhere
from eymeeting.domain.family_now import NextTime, last_venue, lead_now, next_time
from eymeeting.domain.in_words import REPLY
from eymeeting.domain.kept_apart import Gathering, meant, next_agreed
from eymeeting.domain.meeting import Meeting, Reply
from eymeeting.domain.names import members_now, short_names
from eymeeting.domain.planning import (
    asked,
    coming_meeting,
    holds_anything,
    invitation_of,
    kinds_offered,
    with_its_minutes,
)
from eymeeting.domain.text import clean_line
from eymeeting.domain.times import read_time, spoken_time
from screens.family_desk import FamilyView
from screens.forms.apart_rows import KEPT_APART, apart_row, told_of, with_or_without
from screens.forms.form import Choice, FormRow, Reading
from screens.forms.words_of_days import coming_day, past_day
from screens.steps import STEPS

_ASKED: Final = "asked"
_REPLIES: Final[dict[str, tuple[str, Reply | None]]] = {
    _ASKED: ("asked", None),
    **{reply: (words, reply) for reply, words in REPLY.items()},
}
_WHO: Final = "who "
_WORDS: Final = {"purpose": "Why we meet", "interpreter": "Interpreter", "family_told": "Told what"}


class NextMeetingForm:
    """A meeting that is planned. Its first row, the day, sets it up."""

    help = """\
    Type the day as you would say it: *tue 12 jan*, *6w*, *in 2 weeks*. **Enter** keeps it and goes on.
    What was agreed at the last meeting stays on record; a new day is kept beside it.
    Below, a **letter** says who is asked and what they answered; the same letter again takes it back.
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
            FormRow(id="venue", label="Place", value=coming.place or "", hint="the room and the centre"),
        )
        meeting = self._coming(view)
        return (*when, *_about(view, meeting), *_who_is_asked(view, meeting))

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
        if row.startswith(_WHO):
            return self._telling(view, self._asked(view, row.removeprefix(_WHO), choice))
        if row == KEPT_APART:
            apart = with_or_without(self._coming(view), choice).separate_from
            return self._telling(view, self._with(view, separate_from=apart))
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
        family, moved = view.family, told_elsewhere(view.family, meeting.id)
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
            separate_from=meeting.separate_from if wanted is None else wanted.apart or None,
        )

    def _with(self, view: FamilyView, **changed: Any) -> Reading:
        coming = self._next(view)
        planned = None if coming is None else coming.planned
        before = self._coming(view)
        after = with_its_minutes(view.family, replace(before, **changed), view.pack)
        if after == before and coming is not None:
            return Reading()
        opening = () if planned is not None else opened_again(view.family, after.on)
        return Reading(changes=(view.change(planned, after), *opening))

    def _told_on(self, view: FamilyView, words: str) -> Reading:
        if not words:
            return self._with(view, family_told_on=None)
        read = past_day(words, view.today)
        if read.day is None:
            return Reading(problem=read.problem)
        return replace(self._with(view, family_told_on=read.day), understood=read.understood)

    def _asked(self, view: FamilyView, who: str, choice: str) -> Reading:
        coming = self._next(view)
        planned = None if coming is None else coming.planned
        meeting = self._coming(view)
        before = invitation_of(view.family, meeting.id, who)
        reply = _REPLIES[choice][1]
        after = asked(view.family, meeting.id, who, reply, today=view.today)
        takes_back = before is not None and before.reply == reply
        change = view.change(before, None if takes_back else after)
        longer = with_its_minutes(view.family.after(change), meeting, view.pack)
        setting_up = () if longer == planned else (view.change(planned, longer),)
        opening = () if planned is not None else opened_again(view.family, longer.on)
        return Reading(changes=(*setting_up, change, *opening))


def _about(view: FamilyView, meeting: Meeting) -> tuple[FormRow, ...]:
    workers = tuple(Choice(id=each.id, words=each.name) for each in who_may_type(view.family))
    kinds = {each.type: each.name for each in kinds_offered(view.pack, STEPS, meeting.type)}
    return (
        FormRow(
            id="type",
            label="Kind",
            choices=tuple(Choice(id=each, words=name) for each, name in kinds.items()),
            chosen=(meeting.type,),
            heading="The meeting",
        ),
        FormRow(id="purpose", label=_WORDS["purpose"], value=meeting.purpose or "", hint="in one line"),
        apart_row(view, meeting),
        FormRow(id="chair", label="In the chair", choices=workers, chosen=(meeting.chair,)),
        FormRow(
            id="recorder",
            label="At the keyboard",
            choices=workers,
            chosen=(meeting.recorder or meeting.chair,),
        ),
        FormRow(
            id="interpreter",
            label=_WORDS["interpreter"],
            value=meeting.interpreter or "",
            hint="name and language",
        ),
        FormRow(
            id="family_told",
            label=_WORDS["family_told"],
            value=meeting.family_told or "",
            hint="what will be talked about, and why",
            heading="What the family was told",
        ),
        FormRow(
            id="family_told_on",
            label="Told on",
            value="" if meeting.family_told_on is None else spoken(meeting.family_told_on),
            hint="yesterday, or 12 nov",
        ),
    )


def _who_is_asked(view: FamilyView, meeting: Meeting) -> tuple[FormRow, ...]:
    members = [
        each
        for each in members_now(view.family)
        if getattr(each, "kind", "") != "unborn" and getattr(each, "died", None) is None
    ]
    names = short_names(view.family)
    rows = []
    for place, member in enumerate(members):
        found = invitation_of(view.family, meeting.id, member.id)
        chosen = () if found is None else (found.reply or _ASKED,)
        rows.append(
            FormRow(
                id=f"{_WHO}{member.id}",
                label=names[member.id],
                choices=tuple(Choice(id=each, words=words) for each, (words, _) in _REPLIES.items()),
                chosen=chosen,
                heading="Who is asked" if place == 0 else None,
            )
        )
    return tuple(rows)
