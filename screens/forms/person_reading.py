"""What words typed about somebody of the family mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from eymeeting.domain.births import age_in_words, birth_in_words, read_birth
from eymeeting.domain.dates import spoken
from eymeeting.domain.entry import new_id
from eymeeting.domain.family_changing import told
from eymeeting.domain.introductions import relationship_in_words
from eymeeting.domain.kept_homes import is_kept_from, is_like_an_address, keeping_homes
from eymeeting.domain.languages import ENGLISH, language_code, language_name
from eymeeting.domain.nhs_number import read_nhs_number
from eymeeting.domain.people import Person, Relation
from eymeeting.domain.put_right import put_right, told_at_a_meeting
from screens.family_desk import FamilyView
from screens.forms.form import Reading
from screens.forms.person_choices import KEPT_HOME
from screens.forms.person_rows import TO_A_CHILD
from screens.forms.reach_words import about_email, about_phone, about_upn
from screens.forms.words_of_days import any_day, past_day

_TOLD_AT_A_MEETING: Final = "That was told at a meeting, so a day stays. Write the right one."
NOT_AN_ADDRESS: Final = (
    "The address goes under Where they live. Here stands only which home it is: A, or Gran's."
)
_NOTES: Final[dict[str, Callable[[str], str]]] = {
    "phone": about_phone,
    "email": about_email,
    "upn": about_upn,
}


def read_of_person(view: FamilyView, person: Person, row: str, words: str) -> Reading:
    """What words typed in a row about somebody would change."""
    if row.startswith(TO_A_CHILD):
        return _to_a_child(view, person, row.removeprefix(TO_A_CHILD), words)
    read = _READ.get(row)
    if read is not None:
        return read(view, person, words)
    if row in ("left", "died"):
        return _gone(view, person, row, words)
    note = _NOTES[row](words) if row in _NOTES else ""
    return _with(view, person, note, **{row: words or None})


def _with(view: FamilyView, person: Person, understood: str = "", /, **known: object) -> Reading:
    changes = keeping_homes(view.family, put_right(view.family, person.id, **known))
    return Reading(understood=understood, changes=changes)


def _first_name(view: FamilyView, person: Person, words: str) -> Reading:
    if not words:
        return Reading(problem="Somebody with one name has it as their first.")
    return _with(view, person, first_name=words)


def _last_name(view: FamilyView, person: Person, words: str) -> Reading:
    return _with(view, person, last_name=words)


def _relationship(view: FamilyView, person: Person, words: str) -> Reading:
    if not words:
        return Reading(problem="Who are they in the family? Any words will do.")
    meant = relationship_in_words(words, view.pack.lists) or words
    return _with(view, person, "" if meant == words else meant, relationship=meant)


def _to_a_child(view: FamilyView, person: Person, child: str, words: str) -> Reading:
    before = next(
        (each for each in view.family.relations if (each.person, each.child) == (person.id, child)), None
    )
    meant = relationship_in_words(words, view.pack.lists) or words
    if not meant or (meant == person.relationship and before is None):
        return Reading(changes=() if before is None else (view.change(before, None),))
    new = Relation(
        id=new_id(),
        position=view.family.next_position(Relation),
        person=person.id,
        child=child,
        relation=meant,
    )
    after = new if before is None else replace(before, relation=meant)
    understood = "" if meant == words else meant
    return Reading(understood=understood, changes=() if after == before else (view.change(before, after),))


def _household(view: FamilyView, person: Person, words: str) -> Reading:
    if words != person.household and is_like_an_address(words):
        return Reading(problem=NOT_AN_ADDRESS)
    if is_kept_from(view.family, words, person.id):
        return Reading(problem=KEPT_HOME)
    return _with(view, person, household=words or None)


def _due_date(view: FamilyView, person: Person, words: str) -> Reading:
    if not words:
        return _with(view, person, due_date=None)
    read = any_day(words, view.today)
    if read.day is None:
        return Reading(problem=read.problem)
    return _with(view, person, read.understood, due_date=read.day)


def _dob(view: FamilyView, person: Person, words: str) -> Reading:
    if person.kind == "unborn":
        return _born(view, person, words)
    birth = read_birth(words, view.today)
    if birth.problem is not None:
        return Reading(problem=birth.problem)
    if birth.day is None:
        if told_at_a_meeting(view.family, person.id, "dob") is not None:
            return Reading(problem=_TOLD_AT_A_MEETING)
        return _with(view, person, "Not known.", dob=None, dob_estimated=None)
    is_estimated = birth.is_estimated
    told = birth_in_words(birth.day, is_estimated=is_estimated) if is_estimated else spoken(birth.day)
    age = age_in_words(birth.day, view.today, is_estimated=is_estimated)
    known = {"dob": birth.day, "dob_estimated": is_estimated or None}
    return _with(view, person, f"{told}, {age}", **known)


def _born(view: FamilyView, person: Person, words: str) -> Reading:
    """An unborn baby is here: the same person, from that day on with a birthday instead of a due date."""
    if not words:
        return Reading()
    read = past_day(words, view.today)
    if read.day is None:
        return Reading(problem=read.problem)
    understood = f"Born {spoken(read.day)}, {age_in_words(read.day, view.today)}"
    return Reading(
        understood=understood, changes=told(view.family, person.id, "born", read.day, news=new_id())
    )


def _nhs_number(view: FamilyView, person: Person, words: str) -> Reading:
    if not words:
        return _with(view, person, nhs_number=None)
    read = read_nhs_number(words)
    if read.number is None:
        return Reading(problem=read.problem or "")
    return _with(view, person, "The check figure fits.", nhs_number=read.number)


def _copy_language(view: FamilyView, person: Person, words: str) -> Reading:
    code = language_code(words) if words else ENGLISH
    if code is None:
        return Reading(problem="Which language is that? Write its name, or its code, such as ar for Arabic.")
    if code == ENGLISH:
        return _with(view, person, "Headings are in English.", copy_language=None)
    understood = f"{language_name(code)}, once somebody has checked its headings and they are kept here."
    return _with(view, person, understood, copy_language=code)


def _gone(view: FamilyView, person: Person, row: str, words: str) -> Reading:
    if not words:
        if told_at_a_meeting(view.family, person.id, row) is not None:
            return Reading(problem=_TOLD_AT_A_MEETING)
        return _with(view, person, "", **{row: None})
    read = past_day(words, view.today)
    if read.day is None:
        return Reading(problem=read.problem)
    if row == "left" and person.left is None:
        changes = told(view.family, person.id, "left", read.day, news=new_id())
        return Reading(understood=read.understood, changes=changes)
    return _with(view, person, read.understood, **{row: read.day})


_READ: Final[dict[str, Callable[[FamilyView, Person, str], Reading]]] = {
    "first_name": _first_name,
    "last_name": _last_name,
    "relationship": _relationship,
    "household": _household,
    "due_date": _due_date,
    "dob": _dob,
    "nhs_number": _nhs_number,
    "copy_language": _copy_language,
}
