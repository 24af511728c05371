"""A small family made for tests of what is filled in about it, and the view a form is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.people import FamilyDetails, Household, Person, PersonKind, Worker
from eymeeting.packs import default_pack
from screens.family_desk import FamilyView
from screens.forms.form import Form, FormRow, Reading

PACK = default_pack()
TODAY = date(2026, 11, 22)
REF = "EYM-0071"


class NoHolidays:
    """A calendar without bank holidays."""

    def bank_holiday(self, day: date) -> str | None:
        return None


def person(
    who: str, first: str, last: str, relationship: str, kind: PersonKind = "adult", **known: Any
) -> Person:
    plain = Person(
        id=who,
        first_name=first,
        last_name=last,
        relationship=relationship,
        kind=kind,
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household="A",
    )
    return replace(plain, **known)


def worker(who: str, name: str, role: str, agency: str, **known: Any) -> Worker:
    return replace(Worker(id=who, name=name, role=role, agency=agency), **known)


def home(
    key: str, letter: str, *lines: str, postcode: str = "", hidden_from: tuple[str, ...] = ()
) -> Household:
    return Household(id=key, household=letter, lines=lines, postcode=postcode, hidden_from=hidden_from)


def family_of(*entries: Entry) -> Family:
    """A family of these, in this order."""
    family = Family(details=FamilyDetails(id=REF, family_name="Orme"))
    for place, entry in enumerate(entries):
        family = family.after(Change(family=REF, before=None, after=replace(entry, position=place)))
    return family


def view_of(family: Family, keyboard: str = "w1") -> FamilyView:
    """What a form is given, on 22 November 2026."""
    return FamilyView(
        family=family,
        pack=PACK,
        keyboard=keyboard,
        now=datetime(2026, 11, 22, 10, 0, tzinfo=UTC),
        calendar=NoHolidays(),
    )


def after(family: Family, reading: Reading) -> Family:
    """The family once what was read is kept."""
    assert not reading.problem, reading.problem
    for change in reading.changes:
        family = family.after(change)
    return family


class Filling:
    """Somebody who fills in a form, row by row."""

    def __init__(self, family: Family, form: Form) -> None:
        self.family = family
        self.form = form

    @property
    def view(self) -> FamilyView:
        return view_of(self.family)

    @property
    def title(self) -> str:
        return self.form.title(self.view)

    def types(self, row: str, words: str) -> Reading:
        reading = self.form.read(self.view, row, words)
        if not reading.problem:
            self.family = after(self.family, reading)
        return reading

    def chooses(self, row: str, choice: str) -> Reading:
        reading = self.form.choose(self.view, row, choice)
        if not reading.problem:
            self.family = after(self.family, reading)
        return reading

    def rows(self) -> dict[str, FormRow]:
        return {row.id: row for row in self.form.rows(self.view)}

    def shown(self, row: str) -> str:
        return self.rows()[row].shown
