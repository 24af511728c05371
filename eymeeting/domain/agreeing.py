"""What is written down when somebody answers about sharing. An earlier day's answer is never changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from eymeeting.domain.agreement import AgencyAnswer, Agreement, AgreementMethod, Answer
from eymeeting.domain.consent import own_answer, same_agency
from eymeeting.domain.entry import Entry, new_id
from eymeeting.domain.family import Family
from eymeeting.domain.limits import BETWEEN

SCOPE: Final = "this plan and its reviews"
"""What an agreement is about unless somebody says otherwise."""

Step = tuple[Entry | None, Entry | None]
"""An entry as it was before and as it is after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Somebody is asked on a day. ``method`` counts when this is the first they say that day."""

    person: str
    on: date
    method: AgreementMethod = "spoken"


def of_the_day(family: Family, asking: Asking) -> Agreement | None:
    """What somebody has said on this day so far, the newest conversation; or nothing."""
    said = [each for each in family.agreements if (each.by, each.on) == (asking.person, asking.on)]
    return max(said, key=lambda each: each.position, default=None)


def answer_of_the_day(family: Family, asking: Asking, agency: str) -> Answer | None:
    """What somebody has answered for an agency on this day; or nothing."""
    agreement = of_the_day(family, asking)
    found = (
        each
        for each in family.answers
        if agreement is not None and each.agreement == agreement.id and same_agency(each.agency, agency)
    )
    return next(found, None)


def answered(family: Family, asking: Asking, agency: str, answer: AgencyAnswer) -> tuple[Step, ...]:
    """What an answer changes: the day's own answer is corrected, an earlier day's stays and is followed by a new one.

    “Not asked” takes the day's answer away where an earlier one stands: not
    having asked again today takes nobody's yes back.
    """
    before = answer_of_the_day(family, asking, agency)
    if answer == "not_asked" and _stood_before(family, asking, agency):
        return not_answered(family, asking, agency)
    if before is not None:
        return () if before.answer == answer else ((before, _anew(before, answer)),)
    agreement = of_the_day(family, asking)
    begun: tuple[Step, ...] = ()
    if agreement is None:
        agreement = _begun(family, asking)
        begun = ((None, agreement),)
    after = Answer(
        id=new_id(),
        position=family.next_position(Answer),
        agreement=agreement.id,
        agency=agency,
        answer=answer,
    )
    return (*begun, (None, after))


def not_answered(family: Family, asking: Asking, agency: str) -> tuple[Step, ...]:
    """What changes when the day's answer is taken away: what stood before stands again."""
    before = answer_of_the_day(family, asking, agency)
    if before is None:
        return ()
    agreement = of_the_day(family, asking)
    rest = replace(family, answers=tuple(each for each in family.answers if each.id != before.id))
    if agreement is not None and _unless_empty(rest, agreement) is None:
        return ((before, None), (agreement, None))
    return ((before, None),)


def with_words(family: Family, asking: Asking, agency: str, **words: str | None) -> tuple[Step, ...]:
    """What changes when the day's answer is given its ``limit`` or its ``reason``.

    Semicolons in a limit become commas: they stand between the limits of two people.
    """
    before = answer_of_the_day(family, asking, agency)
    if before is None:
        return ()
    more: dict[str, Any] = {
        name: text.replace(BETWEEN, ",") if text and name == "limit" else text for name, text in words.items()
    }
    after = replace(before, **more)
    return () if after == before else ((before, after),)


def with_more(family: Family, asking: Asking, **more: Any) -> tuple[Step, ...]:
    """What changes when something is told of the day's conversation: how it was, what people were told.

    A conversation that has only begun is written down with it.
    """
    before = of_the_day(family, asking)
    if before is None:
        return ((None, replace(_begun(family, asking), **more)),)
    after = replace(before, **more)
    return () if after == before else ((before, _unless_empty(family, after)),)


def told(family: Family, askings: tuple[Asking, ...], what: str) -> tuple[Step, ...]:
    """What changes when everybody here is told something, ``told_limits`` or ``told_rights``.

    When all of them are marked as told already, the marks are taken back.
    """
    there = [of_the_day(family, asking) for asking in askings]
    all_told = bool(there) and all(each is not None and getattr(each, what) for each in there)
    position = family.next_position(Agreement)
    steps: list[Step] = []
    for asking, before in zip(askings, there, strict=True):
        if before is None:
            begun = replace(_begun(family, asking), position=position, **_told(what, is_told=True))
            position += 1
            steps.append((None, begun))
        elif all_told or not getattr(before, what):
            after = replace(before, **_told(what, is_told=not all_told))
            steps.append((before, _unless_empty(family, after)))
    return tuple(steps)


def _told(what: str, *, is_told: bool) -> dict[str, Any]:
    return {what: True if is_told else None}


def _begun(family: Family, asking: Asking) -> Agreement:
    return Agreement(
        id=new_id(),
        position=family.next_position(Agreement),
        by=asking.person,
        on=asking.on,
        method=asking.method,
        scope=SCOPE,
    )


def _anew(before: Answer, answer: AgencyAnswer) -> Answer:
    return replace(before, answer=answer, limit=None, reason=None)


def _stood_before(family: Family, asking: Asking, agency: str) -> bool:
    """Whether somebody had an answer on the day before that is more than not having been asked."""
    earlier = replace(family, agreements=tuple(each for each in family.agreements if each.on < asking.on))
    return own_answer(earlier, asking.person, agency, today=asking.on).answer != "not_asked"


def _unless_empty(family: Family, agreement: Agreement) -> Agreement | None:
    """The conversation, or nothing when it holds neither an answer nor anything else."""
    said = any(answer.agreement == agreement.id for answer in family.answers)
    is_as_begun = (agreement.method, agreement.scope) == ("spoken", SCOPE)
    return None if is_as_begun and not said and not _tells_more(agreement) else agreement


def _tells_more(agreement: Agreement) -> bool:
    """Whether a conversation says anything besides its answers."""
    told_of = (agreement.told_limits, agreement.told_rights, agreement.note, agreement.interpreter)
    return any(told_of) or bool(agreement.judged_by or agreement.for_children or agreement.review_on)
