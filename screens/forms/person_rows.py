"""The rows about somebody of the family, as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from eymeeting.domain.births import birth_in_words
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.family import Family
from eymeeting.domain.in_words import FORMAT, listed
from eymeeting.domain.kept_homes import is_anyone_kept_from, is_kept, is_kept_from, name_in_the_room
from eymeeting.domain.languages import ENGLISH, LANGUAGES, language_name
from eymeeting.domain.names import name_in_picker, people_now
from eymeeting.domain.people import Person, PersonKind
from eymeeting.domain.responsibility import to_ask
from screens.family_desk import FamilyView
from screens.forms.form import Choice, FormRow

KINDS: Final[dict[PersonKind, str]] = {"adult": "adult", "child": "child", "unborn": "not born yet"}
NAME_ORDERS: Final = {"given first": "given name first", "family first": "family name first"}
RESPONSIBILITY: Final = {"yes": True, "no": False, "unknown": None}
TO_A_CHILD: Final = "to "
"""How the id of a row begins that says what somebody is to one child; the child's id follows."""


def person_now(view: FamilyView, id: str) -> Person | None:  # noqa: A002
    """Somebody as they are now, births and new names told at meetings among it."""
    return view.family.person_on(id, date.max)


def rows_of_person(view: FamilyView, person: Person) -> tuple[FormRow, ...]:
    """The rows as they stand. What can be known only of a child, or a grown-up, stands only there."""
    kept = is_anyone_kept_from(view.family, person)
    return (
        *_names(person),
        *_who(view, person),
        *_reach(view.family, person, kept=kept),
        *_needs(person, kept=kept),
        *_gone(person),
    )


def choices(words: Mapping[Any, str]) -> tuple[Choice, ...]:
    """Choices from ids and words."""
    return tuple(Choice(id=choice, words=said) for choice, said in words.items())


def others(family: Family, person: Person) -> tuple[Person, ...]:
    """Everybody else of the family who is born."""
    return tuple(each for each in people_now(family) if each.id != person.id and each.kind != "unborn")


def homes(family: Family, person: Person) -> dict[str, str]:
    """The homes to choose from for somebody, with who lives there; never an address.

    One that is kept from them has no name here, and of one that is kept from anybody else nobody is named.
    """
    known = [each.household for each in family.people if each.household]
    known += [each.household for each in family.households]
    kept = {home.household for home in family.households if is_kept(family, home)}
    told = {}
    for home in dict.fromkeys(known):
        living = [each.called for each in people_now(family) if each.household == home]
        if is_kept_from(family, home, person.id):
            told[home] = "another home"
        elif home in kept or not living:
            told[home] = name_in_the_room(family, home)
        else:
            told[home] = f"{home} ({listed(living)})"
    return told


def _names(person: Person) -> Iterator[FormRow]:
    yield FormRow(id="first_name", label="First name", value=person.first_name, heading="Names")
    yield FormRow(
        id="last_name", label="Last name", value=person.last_name, hint="may be empty: one name only"
    )
    yield FormRow(id="preferred_name", label="Called", value=person.preferred_name or "", hint="in the room")
    yield FormRow(id="pronouns", label="Pronouns", value=person.pronouns or "", hint="she/her, they/them")
    yield FormRow(
        id="own_script", label="In their own script", value=person.own_script or "", hint="as they write it"
    )
    yield FormRow(
        id="name_order",
        label="Order of names",
        choices=choices(NAME_ORDERS),
        chosen=() if person.name_order is None else (person.name_order,),
    )


def _who(view: FamilyView, person: Person) -> Iterator[FormRow]:
    lists = view.pack.lists
    known = (
        (*lists.relationships, *lists.child_relationships)
        if person.kind == "adult"
        else (*lists.child_relationships, *lists.relationships)
    )
    yield FormRow(
        id="relationship",
        label="Who they are",
        value=person.relationship,
        hint="mother, foster carer, child",
        suggestions=known,
        heading="In the family",
    )
    yield from _to_children(view.family, person)
    yield FormRow(id="kind", label="Adult or child", choices=choices(KINDS), chosen=(person.kind,))
    if person.kind == "unborn":
        yield FormRow(id="due_date", label="Due on", value=_day(person.due_date), hint="20 sept")
        yield FormRow(id="dob", label="Born on", hint="the day, once the baby is here")
    else:
        born = (
            "" if person.dob is None else birth_in_words(person.dob, is_estimated=bool(person.dob_estimated))
        )
        yield FormRow(id="dob", label="Born on", value=born, hint="11.3.94, about 1994, about 3 years old")
    if person.kind == "adult" or person.parental_responsibility is not None:
        yield _responsibility(person)


def _to_children(family: Family, person: Person) -> Iterator[FormRow]:
    told = {each.child: each.relation for each in family.relations if each.person == person.id}
    children = [each for each in people_now(family) if each.kind != "adult" and each.id != person.id]
    for child in children:
        if child.id in told or (person.kind == "adult" and len(children) > 1):
            yield FormRow(
                id=f"{TO_A_CHILD}{child.id}",
                label=f"To {child.called}"[:22],
                value=told.get(child.id, ""),
                hint=person.relationship,
            )


def _responsibility(person: Person) -> FormRow:
    [stands] = [
        choice for choice, answer in RESPONSIBILITY.items() if answer is person.parental_responsibility
    ]
    question = to_ask(person)
    unknown = "not known" if question is None else "not known yet: please ask"
    return FormRow(
        id="parental_responsibility",
        label="Parental responsibility",
        hint=question or "",
        choices=choices({"yes": "yes", "no": "no", "unknown": unknown}),
        chosen=(stands,),
    )


def _reach(family: Family, person: Person, *, kept: bool) -> Iterator[FormRow]:
    known = homes(family, person)
    yield FormRow(
        id="household",
        label="Home",
        value=person.household or "",
        hint="The address goes under Where they live: F3 opens it."
        if known
        else "A, or Gran's. The address goes under Where they live",
        choices=choices(known),
        chosen=() if person.household is None else (person.household,),
        heading="How to reach them (turn the screen)",
        kept=kept,
    )
    if person.kind == "unborn":
        return
    yield FormRow(id="phone", label="Telephone", value=person.phone or "", hint="07700 900123", kept=kept)
    yield FormRow(id="email", label="Email", value=person.email or "", kept=kept)
    yield FormRow(
        id="hidden_from",
        label="Kept from",
        hint="These people never see how to reach them, nor where they live.",
        choices=choices({each.id: name_in_picker(each, family) for each in others(family, person)}),
        chosen=person.hidden_from or (),
        several=True,
        kept=kept,
    )


def _needs(person: Person, *, kept: bool) -> Iterator[FormRow]:
    if person.kind != "unborn":
        yield FormRow(
            id="first_language",
            label="First language",
            value=person.first_language or "",
            heading="What helps them",
        )
        yield FormRow(
            id="interpreter",
            label="Interpreter",
            value=person.interpreter or "",
            hint="Polish, by phone",
        )
        yield FormRow(
            id="access_needs",
            label="Access needs",
            value=person.access_needs or "",
            hint="a room without steps, a break half way",
            is_long=True,
        )
        yield FormRow(
            id="formats",
            label="Their copies",
            hint="Of several, the first in this order is made.",
            choices=choices(FORMAT),
            chosen=person.formats or (),
            several=True,
        )
        yield FormRow(
            id="copy_language",
            label="Headings on copies",
            value=language_name(person.copy_language or ENGLISH),
            hint="Arabic, Polish; what people say stays as said",
            suggestions=("English", *LANGUAGES.values()),
        )
        yield FormRow(
            id="school",
            label="School or nursery",
            value=person.school or "",
            kept=kept,
            heading="Services and numbers",
        )
        yield FormRow(id="gp", label="GP", value=person.gp or "", kept=kept)
        yield FormRow(
            id="nhs_number", label="NHS number", value=person.nhs_number or "", hint="ten figures, or empty"
        )
        if person.kind == "child" or person.upn:
            yield FormRow(id="upn", label="Pupil number (UPN)", value=person.upn or "")
        yield FormRow(
            id="ethnicity",
            label="Ethnicity",
            value=person.ethnicity or "",
            hint="in their words; ask, not guess",
        )
    yield FormRow(id="legal_status", label="Legal status", value=person.legal_status or "", hint="section 20")


def _gone(person: Person) -> Iterator[FormRow]:
    yield FormRow(id="left", label="Left on", value=_day(person.left), heading="No longer here")
    yield FormRow(id="died", label="Died on", value=_day(person.died))


def _day(day: date | None) -> str:
    return "" if day is None else day_in_words(day)
