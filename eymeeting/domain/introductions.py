"""Introducing somebody in one line, such as “Amina Diallo, mother, 11.3.1994”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from eymeeting.domain.births import NOT_A_BIRTH, Birth, birth_in_words, read_birth
from eymeeting.domain.date_words import ReadDate, read_date
from eymeeting.domain.dates import day_in_words, spoken
from eymeeting.domain.family import Family
from eymeeting.domain.pack import Lists, Pack
from eymeeting.domain.people import Person, PersonKind, Worker
from eymeeting.domain.text import clean_line, folded

EVERYDAY_WORDS = {
    "mum": "mother",
    "mummy": "mother",
    "mam": "mother",
    "dad": "father",
    "daddy": "father",
    "nan": "grandmother",
    "nana": "grandmother",
    "gran": "grandmother",
    "granny": "grandmother",
    "grandma": "grandmother",
    "grandad": "grandfather",
    "granddad": "grandfather",
    "grandpa": "grandfather",
    "stepmother": "step-parent",
    "stepfather": "step-parent",
    "stepmum": "step-parent",
    "stepdad": "step-parent",
    "stepparent": "step-parent",
    "son": "child",
    "daughter": "child",
    "baby": "child",
    "boy": "child",
    "girl": "child",
    "unborn": "unborn baby",
}
"""What people say for the words on the pack's lists."""


CHILDRENS_WORDS = frozenset(
    {
        *("twin", "twins", "triplet", "triplets", "stepson", "stepdaughter", "stepchild", "grandson"),
        *("granddaughter", "newborn", "infant", "toddler", "kid", "teenager", "schoolboy", "schoolgirl"),
    }
)
"""What else people say of a child. It is kept as it was said."""

_A_DAY = re.compile(r"(?:born |b |dob )?\d{1,4}[./ -]\d{1,2}[./ -]\d{1,4}", flags=re.IGNORECASE)
_NOT_A_DAY = "The part after who they are should be a birthday, such as 11.3.1994, or a due date."


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """What a line was understood as: somebody of the family or a worker, or why it is not yet clear."""

    member: Person | Worker | None = None
    problem: str | None = None
    understood: str = ""


def read_introduction(text: str, family: Family, pack: Pack, today: date) -> Introduction:
    """Read a line of name, who they are, and for family a birthday or due date, for workers their service.

    Parental responsibility is never assumed. The words of a relationship are kept
    as typed where the pack has no word for them.
    """
    parts = [clean_line(part) for part in text.split(",")]
    parts = [part for part in parts if part]
    if not parts:
        return Introduction()
    if len(parts) == 1:
        return Introduction(
            problem="After a comma, say who they are: mother, grandad, child, or their job and service."
        )
    name, who, *rest = parts
    relationship = relationship_in_words(who, pack.lists)
    if relationship is not None:
        return _person(name, relationship, rest, family, pack, today)
    birthday = next((part for part in (who, *rest) if _is_birthday(part, today)), None)
    if birthday is not None:
        return Introduction(
            problem=f"“{birthday}” reads as a birthday. Before it, say who they are in the family: "
            "mother, child, grandad. Somebody who helps has a job and a service."
        )
    if rest or _is_job(who, pack.lists):
        return _worker(name, who, ", ".join(rest), family)
    return Introduction(problem=f"Is “{who}” a job? Then add the service after another comma.")


def introduced(member: Person | Worker) -> str:
    """The line that introduces somebody who is known already, to put it right."""
    if isinstance(member, Worker):
        parts = [member.name, member.role, member.agency]
    else:
        parts = [member.full_name, member.relationship]
        if member.due_date is not None:
            parts.append(f"due {day_in_words(member.due_date)}")
        elif member.dob is not None:
            parts.append(birth_in_words(member.dob, is_estimated=bool(member.dob_estimated)))
    return ", ".join(part for part in parts if part)


def next_ref(refs: Iterable[str], prefix: str = "EYM") -> str:
    """The next free reference, four digits after the prefix."""
    numbers = [int(found[1]) for ref in refs if (found := re.fullmatch(rf"{prefix}-(\d+)", ref))]
    return f"{prefix}-{max(numbers, default=0) + 1:04}"


def relationship_in_words(who: str, lists: Lists) -> str | None:
    """What somebody is to the family, in the pack's words where it has them; nothing when it is no such word."""
    plain = folded(who)
    known = {folded(word): word for word in (*lists.relationships, *lists.child_relationships)}
    word = known.get(plain) or EVERYDAY_WORDS.get(plain.replace("-", ""))
    if word is not None:
        return word
    first = re.split(r"[ (]", plain)[0]
    if first in known or {first, first.replace("-", "")} & (EVERYDAY_WORDS.keys() | CHILDRENS_WORDS):
        return who
    return None


def _kind(relationship: str, lists: Lists) -> PersonKind:
    plain = folded(relationship)
    if plain.startswith("unborn"):
        return "unborn"
    first = re.split(r"[ (]", plain)[0].replace("-", "")
    if first in CHILDRENS_WORDS:
        return "child"
    first = EVERYDAY_WORDS.get(first, plain)
    return "child" if any(folded(word) in (plain, first) for word in lists.child_relationships) else "adult"


def _person(
    name: str, relationship: str, rest: list[str], family: Family, pack: Pack, today: date
) -> Introduction:
    kind = _kind(relationship, pack.lists)
    words = re.sub(r"^(born|due|dob|on)\b[: ]*", "", " ".join(rest), flags=re.IGNORECASE)
    is_unborn = kind == "unborn"
    birth = Birth() if is_unborn else read_birth(words, today)
    due = _due(words, today) if is_unborn else ReadDate()
    problem = birth.problem or due.problem
    if problem is not None:
        return Introduction(problem=_NOT_A_DAY if problem == NOT_A_BIRTH else problem)
    first, _, last = name.rpartition(" ")
    first, last = (first, last) if first else (last, "")
    prefix = {"adult": "p", "child": "c", "unborn": "c"}[kind]
    person = Person(
        id=_free_id(prefix, family),
        position=family.next_position(Person),
        first_name=first,
        last_name=last,
        relationship=relationship,
        kind=kind,
        dob=birth.day,
        dob_estimated=birth.is_estimated or None,
        due_date=due.day,
        parental_responsibility=None,
        household=_only_household(family),
    )
    if any(_is_same(each, person) for each in family.people):
        return Introduction(problem=f"{person.full_name} is already here.")
    return Introduction(member=person, understood=f"{name} · {relationship}{_told(person)} · family")


def _due(words: str, today: date) -> ReadDate:
    return read_date(words, today) or ReadDate(problem=_NOT_A_DAY if words else None)


def _told(person: Person) -> str:
    if person.due_date is not None:
        return f" · due {spoken(person.due_date)}"
    if person.dob is None:
        return ""
    if person.dob_estimated:
        return f" · born {birth_in_words(person.dob, is_estimated=True)}"
    return f" · born {spoken(person.dob)}"


def _worker(name: str, role: str, agency: str, family: Family) -> Introduction:
    worker = Worker(
        id=_free_id("w", family),
        position=family.next_position(Worker),
        name=name,
        role=role[:1].upper() + role[1:],
        agency=agency,
        interpreter=True if "interpreter" in folded(role) else None,
    )
    service = agency or "no service named"
    return Introduction(member=worker, understood=f"{name} · {worker.role} · {service} · helper")


def _is_same(one: Person, other: Person) -> bool:
    """Whether two have the very same name and birthday."""
    return one.dob is not None and (folded(one.full_name), one.dob) == (folded(other.full_name), other.dob)


def _is_birthday(words: str, today: date) -> bool:
    """Whether words are a birthday, and no service such as “0-19” or “24/7”."""
    if not re.search(r"\d", words) or re.fullmatch(r"\d{1,2}[-/]\d{1,2}", words):
        return False
    return read_birth(words, today).day is not None or _A_DAY.fullmatch(words) is not None


def _is_job(who: str, lists: Lists) -> bool:
    return folded(who) in {folded(word) for word in (*lists.roles, *lists.lead_roles)}


def _free_id(prefix: str, family: Family) -> str:
    taken = {entry.id for entry in (*family.people, *family.workers)}
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def _only_household(family: Family) -> str | None:
    labels = {household.household for household in family.households}
    return labels.pop() if len(labels) == 1 else None
