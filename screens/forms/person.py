"""Somebody of the family: names, who they are, how to reach them, what helps them."""

from __future__ import annotations

from datetime import date

from eymeeting.domain.in_words import listed
from eymeeting.domain.names import name_in_picker
from eymeeting.domain.put_right import named_in, taken_away
from eymeeting.domain.text import clean_line
from screens.family_desk import FamilyView
from screens.forms.form import FormRow, Reading
from screens.forms.household import HouseholdForm
from screens.forms.person_choices import choose_of_person
from screens.forms.person_reading import read_of_person
from screens.forms.person_rows import person_now, rows_of_person

_GONE = "They are not here any more."


class PersonForm:
    """What is known of somebody of the family, an unborn baby too."""

    help = """\
    Move with **up** and **down**. Type over a line, or press a choice's **letter**; press it again to let it go.
    **Right** takes up what is suggested. Every line is kept as you leave it.
    **Home** says which home it is, by a letter or a short name; **F3** opens its address.
    A birthday may be *11.3.94*, *about 1994*, *spring 2019* or *about 3 years old*.
    This page is for whoever is at the keyboard: turn the screen while it shows how people can be reached.
    What is kept from somebody stays covered until you ask for it.
    """

    def __init__(self, ref: str, person: str) -> None:
        self._ref = ref
        self.where = f"{ref}/person {person}"
        self._person = person

    def title(self, view: FamilyView) -> str:
        """Who it is, told apart from everybody else, with the name in its own script."""
        person = person_now(view, self._person)
        if person is None:
            return _GONE
        own_script = f" · {person.own_script}" if person.own_script else ""
        return f"{name_in_picker(person, view.family)}{own_script}"

    def rows(self, view: FamilyView) -> tuple[FormRow, ...]:
        """The rows as they stand; none when the person is not here any more."""
        person = person_now(view, self._person)
        return () if person is None else rows_of_person(view, person)

    def read(self, view: FamilyView, row: str, typed: str) -> Reading:
        """What words typed in a row would mean."""
        person = person_now(view, self._person)
        if person is None:
            return Reading(problem=_GONE)
        return read_of_person(view, person, row, clean_line(typed).strip())

    def choose(self, view: FamilyView, row: str, choice: str) -> Reading:
        """What a choice in a row would change."""
        person = person_now(view, self._person)
        return Reading(problem=_GONE) if person is None else choose_of_person(view, person, row, choice)

    def home(self, view: FamilyView) -> HouseholdForm | None:
        """The newest address of their home, or a new one that is theirs from its first line on."""
        person = view.family.person(self._person)
        if person is None:
            return None
        here = [home for home in view.family.households if home.household == person.household]
        if not here:
            return HouseholdForm(self._ref, None, lives_here=person.id)
        newest = max(here, key=lambda home: (home.until is None, home.since or date.min, home.position))
        return HouseholdForm(self._ref, newest.id)

    def taken_away(self, view: FamilyView) -> Reading | None:
        """Somebody named nowhere can be taken away; otherwise there is the day they left."""
        person = view.family.person(self._person)
        if person is None:
            return None
        where = named_in(view.family, person.id)
        if where:
            return Reading(
                problem=f"{person.called} is named in {listed(where)}. Write the day they left instead."
            )
        return Reading(changes=taken_away(view.family, person))
