"""What is said beside the agreement grid: about the answer under the cursor, and how it was given."""

from __future__ import annotations

from datetime import date
from typing import Final

from eymeeting.domain.agreement import AgencyAnswer, Agreement
from eymeeting.domain.agreement_matrix import Matrix, Stands
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.in_words import METHOD, listed
from eymeeting.domain.names import short_names
from eymeeting.domain.pack import Sentences
from eymeeting.domain.signing import signing_question, signs_for

ANSWER_WORDS: Final[dict[AgencyAnswer, str]] = {
    "yes": "yes",
    "no": "no",
    "limited": "limited",
    "withdrawn": "stopped",
    "not_asked": "not asked",
    "not_needed": "no need to ask",
}
NOT_YET: Final = "not yet"


def may_be_said(sentences: Sentences) -> tuple[str, ...]:
    """What the chair may say about sharing, a few sentences at a time, in the pack's words."""
    parts = (sentences.sharing, sentences.harm, sentences.keeping, sentences.wrong)
    return tuple(" ".join(part) for part in parts if part)


def marks(shown: Matrix, *, all_: bool) -> dict[tuple[str, str], str]:
    """By person and service the answers that may stand in the grid; all of them where nobody else looks on."""
    found: dict[tuple[str, str], str] = {}
    for person in shown.people:
        for agency in shown.agencies:
            stands = shown.stands(person.id, agency)
            if stands is not None and (all_ or stands.may_be_seen(shown.on)):
                found[person.id, agency] = stands.answer.answer
    return found


def answer_line(
    shown: Matrix, cell: tuple[str, str], names: dict[str, str], today: date, *, all_: bool
) -> str:
    """The answer under the cursor in words, with its day. A reason never stands here."""
    person, agency = cell
    if not person or not agency:
        return ""
    who = f"{names.get(person, '')}, {agency}"
    stands = shown.stands(person, agency)
    if stands is None or not (all_ or stands.may_be_seen(shown.on)):
        return f"{who}: {NOT_YET}."
    return f"{who}: {_said(stands, today)}."


def conversation_line(agreement: Agreement | None, names: dict[str, str], needs: str | None) -> str:
    """How the day's conversation with one person was, and what they were told, with the key for each."""
    limits = _tick(agreement is not None and agreement.told_limits)
    rights = _tick(agreement is not None and agreement.told_rights)
    how = METHOD["spoken" if agreement is None else agreement.method]
    lines = [
        f"p {limits} told what we cannot keep private",
        f"c {rights} told about copies and keeping   h {how}",
    ]
    more = []
    if agreement is not None and agreement.interpreter:
        more.append(f"{names.get(agreement.interpreter, 'somebody')} interpreted")
    elif needs:
        more.append(f"Interpreter: {needs}. Who interpreted? i says it")
    if agreement is not None and agreement.for_children is not None:
        more.append(f"for {listed([names.get(each, 'somebody') for each in agreement.for_children])}")
    if agreement is not None and agreement.judged_by:
        judge = names.get(agreement.judged_by, agreement.judged_by)
        more.append(f"understands enough to answer alone, judged by {judge}")
    return "\n".join([*lines, *([" · ".join(more)] if more else [])])


def signing_line(family: Family, person: str) -> str:
    """Who can agree for the children: a question while it is not known, else what is known of this person."""
    question = signing_question(family, person)
    return f"{question} u writes it down." if question else signs_for(family, person)


def names_here(family: Family) -> dict[str, str]:
    """What everybody is called in the room."""
    return dict(short_names(family))


def _said(stands: Stands, today: date) -> str:
    answer, agreement = stands.answer, stands.agreement
    words = ANSWER_WORDS[answer.answer]
    if answer.answer == "limited":
        words = f"limited: {answer.limit}" if answer.limit else f"{words}. To what? l says it"
    day = "today" if agreement.on == today else spoken_near(agreement.on, today)
    return f"{words} ({day})"


def _tick(told: bool | None) -> str:
    return "✓" if told else "·"
