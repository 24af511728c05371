"""Who works here: introduced in one line, and known again in every family."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from eymeeting.domain.entry import new_id
from eymeeting.domain.introductions import Introduction
from eymeeting.domain.people import Worker
from eymeeting.domain.settings import Colleague
from eymeeting.domain.text import clean_line, folded

ENOUGH_TO_KNOW: Final = 2
"""Letters of a name after which a colleague is offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadColleague:
    """What a line was understood as: a colleague, or why it is not yet clear."""

    colleague: Colleague | None = None
    understood: str = ""
    problem: str = ""


def read_colleague(typed: str, colleagues: Sequence[Colleague]) -> ReadColleague:
    """Read a line of name, job and service, such as “Grace Holloway, family support worker, Larkfield centre”."""
    name, role, agency = parts_of(typed)
    if not name:
        return ReadColleague()
    if not role:
        return ReadColleague(problem="After a comma, say their job; after another, the service.")
    if any(is_same(each, name, role, agency) for each in colleagues):
        return ReadColleague(problem=f"{name} is on the list already.")
    colleague = Colleague(
        id=new_id(),
        position=max((each.position for each in colleagues), default=0) + 1,
        name=name,
        role=role[:1].upper() + role[1:],
        agency=agency,
        interpreter=True if "interpreter" in folded(role) else None,
    )
    understood = " · ".join((name, colleague.role, agency or "no service named"))
    return ReadColleague(colleague=colleague, understood=understood)


def parts_of(typed: str) -> tuple[str, str, str]:
    """Name, job and service as they stand in a line between commas; further commas belong to the service."""
    name, _, rest = typed.partition(",")
    role, _, agency = rest.partition(",")
    return clean_line(name), clean_line(role), clean_line(agency)


def is_same(colleague: Colleague, name: str, role: str, agency: str) -> bool:
    """Whether a colleague is who is named: name, job and service alike, however they are written."""
    known = (colleague.name, colleague.role, colleague.agency)
    return [folded(part) for part in known] == [folded(part) for part in (name, role, agency)]


def in_a_line(colleague: Colleague) -> str:
    """A colleague as somebody would introduce them in one line."""
    return ", ".join(part for part in (colleague.name, colleague.role, colleague.agency) if part)


def completion(typed: str, colleagues: Iterable[Colleague], workers: Iterable[Worker]) -> str | None:
    """The whole line of the first colleague whose line begins as typed, whatever the case.

    Those who help this family already are not offered. Nothing comes back where nobody fits.
    """
    begun = typed.casefold()
    if len(typed.strip()) < ENOUGH_TO_KNOW:
        return None
    here = {(folded(each.name), folded(each.role)) for each in workers}
    lines = (in_a_line(each) for each in colleagues if (folded(each.name), folded(each.role)) not in here)
    return next(
        (line for line in lines if line.casefold().startswith(begun) and len(line) > len(typed)), None
    )


def as_known(introduction: Introduction, colleagues: Iterable[Colleague]) -> Introduction:
    """The introduction with what is known of the colleague: telephone, email, whether they interpret."""
    worker = introduction.member
    if not isinstance(worker, Worker):
        return introduction
    known = (each for each in colleagues if is_same(each, worker.name, worker.role, worker.agency))
    found = next(known, None)
    if found is None:
        return introduction
    member = replace(worker, email=found.email, phone=found.phone, interpreter=found.interpreter)
    return replace(introduction, member=member)
