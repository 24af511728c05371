"""Whose answer counts when something of a family is to be shared with a service."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.family import Family
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person
from eymeeting.domain.text import clean_line

STRICTEST_FIRST: Final[tuple[AgencyAnswer, ...]] = (
    "no",
    "withdrawn",
    "not_asked",
    "limited",
    "yes",
    "not_needed",
)
"""Of two answers that both count, the one further to the front is followed."""

REFUSALS: Final[frozenset[AgencyAnswer]] = frozenset({"no", "withdrawn"})
"""The answers that only the chair's record names; everywhere else they read “not yet”."""

AGREED: Final[frozenset[AgencyAnswer]] = frozenset({"yes", "limited", "not_needed"})
"""The answers with which a service is told of the plan, of all of it or of a part."""

LIMIT_WITHOUT_WORDS: Final = "what was said in the room"
"""Stands for a limit that nobody has put into words yet, beside those that have words."""

ALWAYS_ANSWERS_FROM: Final = 16
"""From this age somebody decides alone, whatever younger age a council has set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where somebody stands with one service today. ``limit`` says to what sharing is limited."""

    agency: str
    answer: AgencyAnswer
    limit: str | None = None


def same_agency(one: str, other: str) -> bool:
    """Whether two agencies are one: capitals, spaces and the kind of apostrophe do not count."""
    return _key(one) == _key(other)


def age_on(born: date, day: date) -> int:
    """Whole years. Somebody born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def answers_alone(person: Person, agreement: Agreement, pack: Pack) -> bool:
    """Whether a child's own agreement stands by itself.

    It does when somebody judged that the child understands enough, and without
    such a judgement from the age the council has set, or from 16 if that is
    younger. Without a date of birth it takes the judgement.
    """
    if agreement.judged_by:
        return True
    if person.dob is None:
        return False
    return age_on(person.dob, agreement.on) >= min(pack.limits.child_answers_from_age, ALWAYS_ANSWERS_FROM)


def standings(family: Family, person: str, *, today: date) -> tuple[Standing, ...]:
    """Somebody's own latest answer for every agency they have ever answered for."""
    return _standings(_latest(family, _agreements(family, person, today)))


def latest_answers(family: Family, person: str, *, today: date) -> tuple[tuple[Agreement, Answer], ...]:
    """As in ``standings``, each answer with the agreement in which it was given."""
    return _latest(family, _agreements(family, person, today))


def own_answer(family: Family, person: str, agency: str, *, today: date) -> Standing:
    """Somebody's own latest answer for one agency; “not asked” when they never gave one."""
    return _for_agency(standings(family, person, today=today), agency)


def answer_about(family: Family, person: str, agency: str, *, today: date, pack: Pack) -> Standing:
    """The answer that what is somebody's own follows.

    An adult's is their own. A child's is the child's own, once the child has
    answered alone; otherwise the strictest among those with parental
    responsibility, and one of them who was not asked has not agreed.
    """
    who = family.person(person)
    if who is None or who.kind == "adult":
        return own_answer(family, person, agency, today=today)
    alone = [each for each in _agreements(family, person, today) if answers_alone(who, each, pack)]
    if alone:
        return _for_agency(_standings(_latest(family, alone)), agency)
    parents = [
        _for_agency(
            _standings(_latest(family, _covering(_agreements(family, parent.id, today), person))), agency
        )
        for parent in _with_responsibility(family)
    ]
    return strictest(parents, agency)


def answer_of_the_family(family: Family, agency: str, *, today: date) -> Standing:
    """The answer that what belongs to nobody in particular follows: the family's plan, a worker's words.

    The strictest given by those with parental responsibility. Whoever of them
    was never asked does not speak against the one who said yes; when none of
    them has answered, nobody has agreed.
    """
    given = [own_answer(family, each.id, agency, today=today) for each in _with_responsibility(family)]
    return strictest([each for each in given if each.answer != "not_asked"], agency)


def is_agreed(family: Family, agency: str, *, today: date) -> bool:
    """Whether the family agreed to share with a service, if only in part, or need not be asked."""
    return answer_of_the_family(family, agency, today=today).answer in AGREED


def has_refused(family: Family, reader: str, agency: str, *, today: date) -> bool:
    """Whether an agency was refused, as far as this reader's paper goes.

    The reader's own answer decides; without one, a refusal by anybody with
    parental responsibility does.
    """
    own = own_answer(family, reader, agency, today=today)
    if own.answer != "not_asked":
        return own.answer in REFUSALS
    return any(
        own_answer(family, each.id, agency, today=today).answer in REFUSALS
        for each in _with_responsibility(family)
    )


def strictest(answers: Iterable[Standing], agency: str) -> Standing:
    """The strictest of several answers, with every limit that was set; “not asked” when there is none."""
    found = sorted(answers, key=lambda each: STRICTEST_FIRST.index(each.answer))
    if not found:
        return Standing(agency=agency, answer="not_asked")
    alike = [each for each in found if each.answer == found[0].answer]
    without_words = LIMIT_WITHOUT_WORDS if found[0].answer == "limited" else None
    limits = dict.fromkeys(limit for each in alike if (limit := each.limit or without_words))
    return Standing(agency=agency, answer=found[0].answer, limit="; ".join(limits) or None)


def _key(agency: str) -> str:
    return clean_line(agency).replace("’", "'").casefold()


def _with_responsibility(family: Family) -> tuple[Person, ...]:
    return tuple(person for person in family.people if person.parental_responsibility is True)


def _agreements(family: Family, by: str, today: date) -> list[Agreement]:
    given = [each for each in family.agreements if each.by == by and each.on <= today]
    return sorted(given, key=lambda each: (each.on, each.position))


def _covering(agreements: Iterable[Agreement], child: str) -> list[Agreement]:
    return [each for each in agreements if each.for_children is None or child in each.for_children]


def _latest(family: Family, agreements: Iterable[Agreement]) -> tuple[tuple[Agreement, Answer], ...]:
    latest: dict[str, tuple[Agreement, Answer]] = {}
    for agreement in agreements:
        for answer in family.answers:
            if answer.agreement == agreement.id:
                latest[_key(answer.agency)] = (agreement, answer)
    return tuple(latest.values())


def _standings(given: Iterable[tuple[Agreement, Answer]]) -> tuple[Standing, ...]:
    return tuple(
        Standing(agency=answer.agency, answer=answer.answer, limit=answer.limit) for _, answer in given
    )


def _for_agency(found: Iterable[Standing], agency: str) -> Standing:
    unasked = Standing(agency=agency, answer="not_asked")
    return next((each for each in found if same_agency(each.agency, agency)), unasked)
