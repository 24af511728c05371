"""A move: the day, then the new address, which stays kept from whom the one before was kept."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.dates import day_in_words
from eymeeting.domain.family_moving import (
    living_with,
    move_taken_back,
    moved_alone,
    moved_on_another_day,
    moved_together,
    news_of_move,
)
from eymeeting.domain.in_words import listed
from eymeeting.domain.kept_homes import is_anyone_kept_from
from eymeeting.domain.names import short_names
from eymeeting.domain.text import clean_line
from screens.family_desk import FamilyView
from screens.forms.form import FormRow, Reading
from screens.forms.household import HouseholdForm
from screens.forms.person_rows import person_now
from screens.forms.words_of_days import past_day

TOGETHER: Final = "together"
"""Everybody at the same home moves."""

_LATER: Final = "The address goes under Where they live, in the family's place."
_STAYS_KEPT: Final = "The new address stays kept from whom the one before was kept."
_NOT_ITS_ROWS: Final = ("household", "since", "until")


class MoveForm:
    """Somebody moves, alone or with everybody at their home. Before the day, nothing has moved.

    At a meeting only the day is written down: an address does not belong on a
    screen that everybody can read.
    """

    help = """\
    The day as you would say it: *last saturday*, *3 nov*. **Enter** keeps it: the old address ends on that day.
    Then the new address, which may stay empty. It is kept from everybody the old one was kept from;
    look at **Kept from** before you go on. Turn the screen while this page shows an address.
    """

    def __init__(self, ref: str, who: str, how: str, move: str, *, at: str = "") -> None:
        """``how`` is ``TOGETHER``, or the letter of a home they move to alone, or empty for one of their own."""
        self.where = f"{ref}/move of {who}"
        self._who, self._how, self._move, self._at = who, how, move, at
        self._home = HouseholdForm(ref, move)

    def title(self, view: FamilyView) -> str:
        """Who moves; at a meeting nobody is named whose home is kept from anybody."""
        names = short_names(view.family)
        person = view.family.person(self._who)
        if self._at and person is not None and is_anyone_kept_from(view.family, person):
            return "A move"
        told = [each.person for each in news_of_move(view.family, self._move)]
        together = [each.id for each in living_with(view.family, self._who)] if self._how == TOGETHER else []
        who = tuple(names[each] for each in told or together or [self._who])
        return f"{listed(who)} · {'moved' if told else 'a move'}"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The day; once it is told, the new address."""
        if person_now(view, self._who) is None:
            return ()
        news = news_of_move(view.family, self._move)
        day = FormRow(
            id="on",
            label="Moved on",
            value=day_in_words(news[0].on) if news else "",
            hint="last saturday, or 3 nov",
            note=_LATER if self._at else "",
        )
        if not self._has_address(view):
            return (day,)
        rows = (row for row in self._home.rows(view) if row.id not in _NOT_ITS_ROWS)
        return (day, *rows)

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        if row != "on":
            return self._home.read(view, row, typed)
        words = clean_line(typed).strip()
        if not words:
            return Reading()
        read = past_day(words, view.today)
        if read.day is None:
            return Reading(problem=read.problem)
        family = view.family
        if news_of_move(family, self._move):
            changes = moved_on_another_day(family, self._move, read.day)
        elif self._how == TOGETHER:
            changes = moved_together(family, self._who, read.day, move=self._move, at=self._at)
        else:
            changes = moved_alone(family, self._who, read.day, move=self._move, to=self._how, at=self._at)
        return Reading(understood=f"{read.understood}. {_STAYS_KEPT}", changes=changes)

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:
        """Keep the new address from somebody, or no longer."""
        return self._home.choose(view, row, choice)

    def taken_away(self, view: FamilyView) -> Reading | None:
        """A move of a whole home that was a mistake."""
        changes = move_taken_back(view.family, self._move)
        return Reading(changes=changes) if changes else None

    def _has_address(self, view: FamilyView) -> bool:
        return not self._at and any(home.id == self._move for home in view.family.households)
