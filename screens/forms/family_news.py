"""What has changed with somebody: born, a new name, left, came back, died. Only what that needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from eymeeting.domain.births import age_in_words
from eymeeting.domain.dates import day_in_words, spoken
from eymeeting.domain.family_changing import Happening, died, news_of, told, told_at, why_not_on
from eymeeting.domain.meeting import Event
from eymeeting.domain.names import name_in_picker
from eymeeting.domain.people import Person
from eymeeting.domain.put_right import put_right
from eymeeting.domain.text import clean_line
from screens.family_desk import FamilyView
from screens.forms.form import FormRow, Reading
from screens.forms.person_rows import person_now
from screens.forms.words_of_days import past_day

GONE: Final = "They are not here any more."
FIRST_THE_NAME: Final = "First the new name, then from which day."
_TITLES: Final[Mapping[Happening, str]] = {
    "born": "the birth",
    "name_change": "a new name",
    "left": "left",
    "joined": "came back",
    "died": "has died",
}
_DAYS: Final[Mapping[Happening, str]] = {
    "born": "Born on",
    "name_change": "From which day",
    "left": "Left on",
    "joined": "Back since",
    "died": "Died on",
}
_NAMES: Final = ("first_name", "last_name")


class FamilyNewsForm:
    """One thing that happened to somebody, with its day. The same news opened again is put right."""

    help = """\
    The day as you would say it: *yesterday*, *last friday*, *17 sept*. **Enter** keeps it.
    What was known before stays on record: papers of earlier meetings keep the names of their day.
    The news is kept with the next meeting that is set up, or until there is one with the latest.
    **F6** takes it away when it was a mistake.
    """

    def __init__(self, ref: str, who: str, event: Happening, news: str, *, at: str = "") -> None:
        """``news`` is the id under which it is kept, ``at`` the meeting that is open."""
        self.where = f"{ref}/{event} of {who}"
        self._who, self._event, self._news, self._at = who, event, news, at

    def title(self, view: FamilyView) -> str:
        """Who it is about, and what happened."""
        person = person_now(view, self._who)
        if person is None:
            return GONE
        return f"{name_in_picker(person, view.family)} · {_TITLES[self._event]}"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The day, and the names where there are any to tell; of a new name they come first."""
        person = person_now(view, self._who)
        if person is None:
            return ()
        day = FormRow(
            id="on",
            label=_DAYS[self._event],
            value="" if (told_on := self._day(view, person)) is None else day_in_words(told_on),
            hint="yesterday, or 17 sept",
            note=self._note(view, person),
        )
        match self._event:
            case "name_change":
                return (*_names(person), day)
            case "born" if told_on is not None:
                return (day, *_names(person))
            case _:
                return (day,)

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        person, words = person_now(view, self._who), clean_line(typed).strip()
        if person is None:
            return Reading(problem=GONE)
        if row in _NAMES:
            return self._named(view, person, row, words)
        if not words:
            return Reading()
        if self._event == "name_change" and news_of(view.family, self._news) is None:
            return Reading(problem=FIRST_THE_NAME)
        read = past_day(words, view.today)
        if read.day is None:
            return Reading(problem=read.problem)
        problem = why_not_on(view.family, self._who, self._event, read.day)
        if problem:
            return Reading(problem=problem)
        return Reading(
            understood=self._understood(read.day, view.today, read.understood),
            changes=died(view.family, self._who, read.day)
            if self._event == "died"
            else told(view.family, self._who, _event(self._event), read.day, news=self._news, at=self._at),
        )

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:  # noqa: ARG002
        """There is nothing to choose."""
        return Reading()

    def taken_away(self, view: FamilyView) -> Reading | None:
        """News that was a mistake."""
        if self._event == "died":
            is_told = (person := view.family.person(self._who)) is not None and person.died is not None
            return Reading(changes=put_right(view.family, self._who, died=None)) if is_told else None
        news = news_of(view.family, self._news)
        return None if news is None else Reading(changes=(view.change(news, None),))

    def _named(self, view: FamilyView, person: Person, row: str, words: str) -> Reading:
        if not words and row == "first_name":
            return Reading(problem="Somebody with one name has it as their first.")
        if words == getattr(person, row):
            return Reading()
        names = {row: words}
        on = self._day(view, person) or view.today
        changes = told(view.family, self._who, _event(self._event), on, news=self._news, at=self._at, **names)
        return Reading(changes=changes)

    def _day(self, view: FamilyView, person: Person) -> date | None:
        news = news_of(view.family, self._news)
        if news is not None:
            return news.on
        known = {"born": person.dob, "left": person.left, "died": person.died}
        return known.get(self._event)

    def _note(self, view: FamilyView, person: Person) -> str:
        news = news_of(view.family, self._news)
        if news is not None:
            return f"Kept with meeting {view.family.meeting(news.meeting).number}."
        if self._event == "died":
            return f"Nothing that {person.called} said is lost. They are not asked for anything more."
        meeting = told_at(view.family, self._who, at=self._at)
        return "" if meeting is None else f"It will be kept with meeting {meeting.number}."

    def _understood(self, day: date, today: date, words: str) -> str:
        return f"Born {spoken(day)}, {age_in_words(day, today)}" if self._event == "born" else words


def _names(person: Person) -> tuple[FormRow, ...]:
    keeps = f"In the room they stay “{person.preferred_name}”." if person.preferred_name else ""
    return (
        FormRow(id="first_name", label="First name", value=person.first_name, note=keeps),
        FormRow(
            id="last_name", label="Last name", value=person.last_name, hint="may be empty: one name only"
        ),
    )


def _event(happening: Happening) -> Event:
    assert happening != "died"
    return happening
