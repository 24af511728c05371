"""What a choice about somebody of the family changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from eymeeting.domain.in_words import FORMAT
from eymeeting.domain.kept_homes import is_kept_from, keeping_homes
from eymeeting.domain.people import Household, Person
from eymeeting.domain.put_right import put_right
from screens.family_desk import FamilyView
from screens.forms.form import Reading
from screens.forms.person_rows import RESPONSIBILITY

KEPT_HOME: Final = (
    "This home is kept from them. If they do live there now, first let that go: at the home, under "
    "Where they live, and on the page of each person there."
)
_BORN_ON_WHICH_DAY: Final = "Is the baby here? Then write the day under Born on."
_STILL_BORN_ON_A_DAY: Final = "Somebody with a birthday is born. Empty the birthday first."


def choose_of_person(view: FamilyView, person: Person, row: str, choice: str) -> Reading:
    """What a choice in a row about somebody would change; chosen again, it is let go."""
    match row:
        case "kind":
            return _kind(view, person, choice)
        case "parental_responsibility":
            answer = RESPONSIBILITY[choice]
            same = answer == person.parental_responsibility
            return _with(view, person, parental_responsibility=None if same else answer)
        case "formats":
            return _formats(view, person, choice)
        case "hidden_from":
            return _hidden_from(view, person, choice)
        case "household" if is_kept_from(view.family, choice, person.id):
            return Reading(problem=KEPT_HOME)
        case _:
            same = getattr(person, row) == choice
            return _with(view, person, **{row: None if same else choice})


def _with(view: FamilyView, person: Person, **known: object) -> Reading:
    return Reading(changes=keeping_homes(view.family, put_right(view.family, person.id, **known)))


def _kind(view: FamilyView, person: Person, kind: str) -> Reading:
    if kind == "unborn" and person.dob is not None:
        return Reading(problem=_STILL_BORN_ON_A_DAY)
    if kind == "unborn" or person.kind != "unborn":
        return _with(view, person, kind=kind)
    return Reading(problem=_BORN_ON_WHICH_DAY)


def _formats(view: FamilyView, person: Person, choice: str) -> Reading:
    wanted = {*(person.formats or ())} ^ {choice}
    return _with(view, person, formats=tuple(each for each in FORMAT if each in wanted) or None)


def _hidden_from(view: FamilyView, person: Person, other: str) -> Reading:
    """Keep how to reach somebody from somebody else, or no longer."""
    before = person.hidden_from or ()
    kept = tuple(each for each in before if each != other) if other in before else (*before, other)
    read = _with(view, person, hidden_from=kept or None)
    if other not in kept:
        return replace(read, understood="Where they live stays kept: look at the household too.")
    if any(isinstance(change.after, Household) for change in read.changes):
        return replace(read, understood="Where they live is kept from them too.")
    return read
