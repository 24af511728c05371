"""The form on which somebody agrees whom is shared with, prefilled with what they said themselves and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from eymeeting.domain.agreeing import SCOPE
from eymeeting.domain.agreement import Agreement
from eymeeting.domain.before_a_meeting import off_the_paper, paper_before
from eymeeting.domain.consent import AGREED, Standing, answers_alone, same_agency, standings
from eymeeting.domain.family import Family
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person
from eymeeting.domain.problems import Refused

NOT_FOR_A_WORKER: Final = "An agreement form is for somebody of the family. Nothing was written."
ANSWERED_FOR: Final = (
    "A grown-up answers for this child. A child has a form of their own from the age set in the pack, or once "
    "somebody has judged that they understand enough. Nothing was written."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementForm:
    """The form of one reader. ``answers`` are the services asked about, each with this reader's own present answer.

    A refusal stands in the chair's record alone, so that it is asked again as “not asked”. ``for_children``
    says whether they answer for the children too: nothing while that is not known. ``is_child``: a child answers alone.
    ``interpreter`` is what is stored of this reader. The lists of sentences are the organisation's own.
    ``must_not_hold`` are texts that must be nowhere in the finished file.
    """

    reader: str
    on: date
    is_child: bool
    for_children: bool | None
    answers: tuple[Standing, ...]
    interpreter: str | None
    sharing: tuple[str, ...]
    harm: tuple[str, ...]
    keeping: tuple[str, ...]
    wrong: tuple[str, ...]
    organisation: str
    plan_word: str
    must_not_hold: Mapping[str, str] = field(default_factory=dict)


def agreement_form(
    family: Family, reader: str, *, today: date, pack: Pack, meeting: int | None = None
) -> AgreementForm:
    """One reader's form for the next meeting that is planned, or for the one with that number.

    Raises:
        Refused: it is not for a worker, nor for a child for whom a grown-up answers; the meeting is kept
            apart from the reader, or none is planned.
        NotFound: nobody has this id, or no meeting that number.
    """
    member = family.member(reader)
    if not isinstance(member, Person):
        raise Refused(NOT_FOR_A_WORKER)
    if member.kind != "adult" and not may_answer_alone(family, member, today=today, pack=pack):
        raise Refused(ANSWERED_FOR)
    whole, paper = paper_before(family, reader, meeting, today=today, pack=pack)
    words = pack.sentences
    return AgreementForm(
        reader=paper.full_name(reader) or "",
        on=paper.meeting.on,
        is_child=member.kind != "adult",
        for_children=member.parental_responsibility,
        answers=tuple(_asked_about(paper)),
        interpreter=paper.cleared(member.interpreter),
        sharing=words.sharing,
        harm=words.harm,
        keeping=words.keeping,
        wrong=words.wrong,
        organisation=pack.organisation,
        plan_word=pack.words.plan,
        must_not_hold=off_the_paper(whole, paper),
    )


def may_answer_alone(family: Family, child: Person, *, today: date, pack: Pack) -> bool:
    """Whether a child answers alone: from the age set, or since somebody judged that they understand enough."""
    now = Agreement(id="", position=0, by=child.id, on=today, method="spoken", scope=SCOPE)
    given = [each for each in family.agreements if each.by == child.id and each.on <= today]
    return any(answers_alone(child, each, pack) for each in (now, *given))


def _asked_about(paper: ForOneReader) -> Iterator[Standing]:
    """The services this reader has answered about, then those of the workers they may know of, each once."""
    own = standings(paper.family, paper.reader.id, today=paper.today)
    told: list[str] = []
    for each in own:
        limit = paper.cleared(each.limit)
        answer = each.answer if each.answer in AGREED else "not_asked"
        if paper.cleared(each.agency) and each.answer != "not_needed":
            told.append(each.agency)
            yield Standing(agency=each.agency, answer=answer, limit=limit if answer == "limited" else None)
    for worker in paper.family.workers:
        if not worker.agency or worker.active is False or interprets(worker):
            continue
        known = paper.name(worker.id) is not None and paper.cleared(worker.agency) is not None
        if known and not any(same_agency(worker.agency, each) for each in told):
            told.append(worker.agency)
            if not any(same_agency(worker.agency, each.agency) for each in own):
                yield Standing(agency=worker.agency, answer="not_asked")
