"""Whether somebody may be asked to a meeting, and who sits there outside what the family agreed to.

A family may say no to a service, or stop; going on all the same takes a lawful
reason that is recorded (the field's guidance: no agreement is needed where
somebody may come to harm, but the decision is written down).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eymeeting.domain.agreement import AgencyAnswer, Agreement
from eymeeting.domain.consent import AGREED, REFUSALS, is_agreed, latest_answers, same_agency
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.kept_apart import together_here
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import people_now, short_names
from eymeeting.domain.people import Person
from eymeeting.domain.responsibility import is_carer


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Why somebody is outside the agreement, for whoever is at the keyboard alone.

    What ``stops`` an invitation is gone on with only for a recorded reason; anything else is told.
    """

    words: str
    stops: bool


def may_be_invited(family: Family, who: str, today: date) -> Gate | None:
    """Nothing where somebody may be asked to a meeting without more, else why not, by the answers of a day.

    Nobody is outside an agreement while sharing has not been asked about at all,
    and who interprets, or a child, never is.
    """
    if not any(each.on <= today for each in family.agreements):
        return None
    worker = family.worker(who)
    if worker is not None:
        return None if interprets(worker) else about_a_service(family, worker.agency, today)
    person = next((each for each in people_now(family) if each.id == who), None)
    return None if person is None else _of_a_parent(family, person, today)


def outside_here(family: Family, meeting: Meeting, today: date) -> tuple[tuple[str, str], ...]:
    """Who is marked as here and should not read along: id and why, by the answers of the meeting's day.

    They are outside the agreement, or the meeting was kept apart from them.
    """
    day = min(today, meeting.on)
    found = ((who, _of_somebody_here(family, meeting, who, day)) for who in family.still_here(meeting.id))
    return tuple((who, gate.words) for who, gate in found if gate is not None)


def outside_in_words(family: Family, meeting: Meeting, today: date) -> tuple[str, ...]:
    """A sentence for each who is here and outside the agreement, the workers' beginning with their name."""
    names = short_names(family)
    return tuple(
        words if family.worker(who) is None else f"{names[who]}: {words[:1].lower()}{words[1:]}"
        for who, words in outside_here(family, meeting, today)
    )


def to_check_here(family: Family, meeting: Meeting, today: date) -> tuple[str, ...]:
    """Everything about who is here that whoever is at the keyboard has to know, a sentence each."""
    return (*outside_in_words(family, meeting, today), *together_here(family, meeting))


def about_a_service(family: Family, agency: str, today: date) -> Gate | None:
    """Nothing where the family agreed to share with a service, else why it is outside, by the answers of a day."""
    if is_agreed(family, agency, today=today):
        return None
    given = _given_for(family, agency, today)
    refused = [(agreement, answer) for agreement, answer in given if answer in REFUSALS]
    if refused:
        agreement, answer = max(refused, key=lambda each: (each[0].on, each[0].position))
        verb = "said no to" if answer == "no" else "stopped"
        day = spoken_near(agreement.on, today)
        return Gate(words=f"The family {verb} sharing with {agency} on {day}.", stops=True)
    if any(answer in AGREED for _, answer in given):
        words = f"Sharing with {agency} is agreed, but it is not known who can agree for the children."
        return Gate(words=words, stops=False)
    return Gate(words=f"The family has not agreed to sharing with {agency} yet.", stops=True)


def _of_somebody_here(family: Family, meeting: Meeting, who: str, day: date) -> Gate | None:
    if who in kept_away_from(meeting):
        name = short_names(family)[who]
        words = (
            f"{name} is here, and this meeting is kept apart from {name}. Nothing said at it is on the screen "
            "until they have left."
        )
        return Gate(words=words, stops=False)
    return may_be_invited(family, who, day)


def _given_for(family: Family, agency: str, today: date) -> list[tuple[Agreement, AgencyAnswer]]:
    """The latest answers for a service of everybody who has parental responsibility, or may have it."""
    return [
        (agreement, answer.answer)
        for person in family.people
        if person.kind == "adult" and person.parental_responsibility is not False
        for agreement, answer in latest_answers(family, person.id, today=today)
        if same_agency(answer.agency, agency)
    ]


def _of_a_parent(family: Family, person: Person, today: date) -> Gate | None:
    if person.kind != "adult" or person.died is not None or person.left is not None:
        return None
    if not (person.parental_responsibility is True or is_carer(person)):
        return None
    if any(each.by == person.id and each.on <= today for each in family.agreements):
        return None
    return Gate(words=f"{short_names(family)[person.id]} has no agreement of their own yet.", stops=False)
