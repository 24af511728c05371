"""Who had agreed to what on a day: people by agencies, each with the answer that stood then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.consent import (
    ALWAYS_ANSWERS_FROM,
    REFUSALS,
    age_on,
    answers_alone,
    latest_answers,
    same_agency,
)
from eymeeting.domain.family import Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.names import people_now
from eymeeting.domain.naming import only_kept_apart
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person
from eymeeting.domain.sight import Reader
from eymeeting.domain.text import clean_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """One person's answer for one agency as it stood on a day, and the conversation it was given in."""

    answer: Answer
    agreement: Agreement

    def may_be_seen(self, on: date) -> bool:
        """Whether it may stand where everyone can read it: a refusal only on the day it was said aloud."""
        return self.answer.answer not in REFUSALS or self.agreement.on == on


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The people who can answer, the agencies, and every answer that stood on the day."""

    on: date
    people: tuple[Person, ...]
    agencies: tuple[str, ...]
    answers: dict[tuple[str, str], Stands] = field(default_factory=dict)

    def stands(self, person: str, agency: str) -> Stands | None:
        """Somebody's answer for an agency; nothing when they had never given one."""
        found = (
            stands
            for (who, named), stands in self.answers.items()
            if who == person and same_agency(named, agency)
        )
        return next(found, None)

    def answer(self, person: str, agency: str) -> AgencyAnswer:
        """What somebody had answered; “not asked” when they never had."""
        stands = self.stands(person, agency)
        return "not_asked" if stands is None else stands.answer.answer


def matrix(
    family: Family,
    on: date,
    pack: Pack,
    *,
    more: Iterable[str] = (),
    without: Iterable[str] = (),
    readers: Iterable[str] = (),
) -> Matrix:
    """Everybody's answers as they stood at the end of a day. Nothing entered for a later day counts.

    ``more`` are agencies to show besides. Left out are the people ``without``, and
    agencies that one of the ``readers``, to whom the screen is turned, knows only
    from meetings that were kept apart from them.
    """
    left_out = set(without)
    people = tuple(
        person
        for person in people_now(family)
        if person.id not in left_out and _has_a_say(family, person, on, pack)
    )
    found = {
        (person.id, answer.agency): Stands(answer=answer, agreement=agreement)
        for person in people
        for agreement, answer in latest_answers(family, person.id, today=on)
    }
    working = (w.agency for w in family.workers if w.active is not False and not interprets(w))
    named = _each_once((*working, *(agency for _, agency in found), *more))
    known = tuple(
        agency
        for agency in named
        if all(_knows_of(family, reader, agency, found, on=on, pack=pack) for reader in readers)
    )
    return Matrix(on=on, people=people, agencies=known, answers=found)


def can_answer(person: Person, on: date, pack: Pack) -> bool:
    """Whether somebody is asked without more: an adult, or a child old enough in this council."""
    if person.died is not None and person.died <= on:
        return False
    if person.kind == "adult":
        return True
    if person.kind == "unborn" or person.dob is None:
        return False
    return age_on(person.dob, on) >= min(pack.limits.child_answers_from_age, ALWAYS_ANSWERS_FROM)


def too_young(family: Family, on: date, pack: Pack) -> tuple[Person, ...]:
    """The children who answer alone only if somebody judges that they understand enough."""
    return tuple(
        person
        for person in people_now(family)
        if person.kind == "child" and person.died is None and not can_answer(person, on, pack)
    )


def is_judged(family: Family, person: Person, on: date, pack: Pack) -> bool:
    """Whether a child's newest conversation about sharing stands by itself."""
    given = [each for each in family.agreements if each.by == person.id and each.on <= on]
    newest = max(given, key=lambda each: (each.on, each.position), default=None)
    return newest is not None and answers_alone(person, newest, pack)


def _has_a_say(family: Family, person: Person, on: date, pack: Pack) -> bool:
    return can_answer(person, on, pack) or any(
        each.by == person.id and each.on <= on for each in family.agreements
    )


def _each_once(agencies: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for agency in agencies:
        if clean_line(agency) and not any(same_agency(agency, each) for each in kept):
            kept.append(agency)
    return tuple(kept)


def _knows_of(
    family: Family,
    reader: str,
    agency: str,
    found: dict[tuple[str, str], Stands],
    *,
    on: date,
    pack: Pack,
) -> bool:
    """Whether the agency is no secret from this reader. Who was kept apart from nothing knows of all."""
    if not any(reader in (meeting.separate_from or ()) for meeting in family.meetings):
        return True
    if any(who == reader and same_agency(named, agency) for who, named in found):
        return True
    those = [worker for worker in family.workers if same_agency(worker.agency, agency)]
    return any(
        not only_kept_apart(family, Reader(id=reader), worker, today=on, pack=pack) for worker in those
    ) or not (those or any(same_agency(named, agency) for _, named in found))
