"""The papers before a meeting, as they are offered: what can be made for whom, and what is likely to be wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from eymeeting.domain.agreement_form import may_answer_alone
from eymeeting.domain.before_a_meeting import check_may_be_asked, check_may_be_written_to
from eymeeting.domain.consent import is_agreed
from eymeeting.domain.family import Family
from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.in_words import REPLY
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.meeting import Meeting, Reply
from eymeeting.domain.names import members_now
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person, Worker
from eymeeting.domain.problems import Refused
from eymeeting.domain.scoring import who_may_score
from eymeeting.domain.sight import is_kept_apart

PaperKind = Literal["invitation", "update_slip", "agreement_form", "agenda", "score_cards", "form"]

NOT_ASKED: Final = "not asked yet"
"""Beside somebody who could be asked to the meeting and is not."""

WITHOUT_A_COMPUTER: Final = "by hand"
"""Beside the form on which a meeting is written down where there is no computer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperBefore:
    """A row of papers of one kind, for one reader or several, and whether it is made unless somebody says otherwise.

    ``why`` says in a word how it stands with them; it may stand on a screen everyone can read.
    """

    kind: PaperKind
    readers: tuple[str, ...]
    is_likely: bool
    why: str = ""


def set_before(
    family: Family, meeting: Meeting, *, room: Family, today: date, pack: Pack
) -> tuple[PaperBefore, ...]:
    """An invitation or a slip for each who may have one, the agendas, an agreement form for each who can agree.

    Last come what a meeting on paper needs, which is never made by itself: score cards and the chair's form.
    ``room`` is the family with those workers alone who may be named on the screen. Nobody is offered whom the
    meeting is kept apart from, whose service is outside what the family agreed to, or to whom it is not safe to
    write. Once anybody is asked, the others are not ticked.
    """
    members = [each for each in members_now(room) if _may_have_one(family, meeting, each, today)]
    replies = {each.who: each.reply for each in family.invitations if each.meeting == meeting.id}
    agendas = tuple(each.id for each in members if not replies or _comes(replies, each.id))
    return (
        *_words_to(family, meeting, members, replies, today),
        *([PaperBefore(kind="agenda", readers=agendas, is_likely=True)] if agendas else []),
        *_forms(family, members, replies, today, pack),
        *_on_paper(family, meeting, members, replies, pack),
    )


def _comes(replies: dict[str, Reply | None], who: str) -> bool:
    return who in replies and replies[who] != "not_coming"


def _may_have_one(family: Family, meeting: Meeting, member: Person | Worker, today: date) -> bool:
    if member.id in kept_away_from(meeting) or is_kept_apart(family, meeting.id, member.id):
        return False
    try:
        check_may_be_asked(family, member.id, today)
    except Refused:
        return False
    return True


def _words_to(
    family: Family,
    meeting: Meeting,
    members: list[Person | Worker],
    replies: dict[str, Reply | None],
    today: date,
) -> Iterator[PaperBefore]:
    """An invitation, or for whoever cannot come a slip; to a child of a meeting that some do not know of, nothing."""
    for member in members:
        try:
            check_may_be_written_to(family, member.id)
        except Refused:
            continue
        is_child = isinstance(member, Person) and member.kind != "adult"
        reply = replies.get(member.id)
        if reply == "not_coming":
            if not is_child and _may_have_a_slip(family, member, today):
                yield PaperBefore(
                    kind="update_slip", readers=(member.id,), is_likely=True, why=REPLY["not_coming"]
                )
        elif member.id != meeting.chair and not (is_child and kept_away_from(meeting)):
            why = (REPLY[reply] if reply else "") if member.id in replies else NOT_ASKED
            is_likely = member.id in replies and reply != "coming"
            yield PaperBefore(kind="invitation", readers=(member.id,), is_likely=is_likely, why=why)


def _may_have_a_slip(family: Family, member: Person | Worker, today: date) -> bool:
    if isinstance(member, Person):
        return True
    return not interprets(member) and is_agreed(family, member.agency, today=today)


def _forms(
    family: Family, members: list[Person | Worker], replies: dict[str, Reply | None], today: date, pack: Pack
) -> Iterator[PaperBefore]:
    """A form for each who can agree; ticked for whoever is coming and has not been asked about sharing yet."""
    said = {each.by for each in family.agreements}
    for member in members:
        if not isinstance(member, Person):
            continue
        if member.kind == "adult" or may_answer_alone(family, member, today=today, pack=pack):
            is_likely = member.id not in said and _comes(replies, member.id)
            yield PaperBefore(kind="agreement_form", readers=(member.id,), is_likely=is_likely)


def _on_paper(
    family: Family,
    meeting: Meeting,
    members: list[Person | Worker],
    replies: dict[str, Reply | None],
    pack: Pack,
) -> Iterator[PaperBefore]:
    """A card for each who may score and may come, where the meeting scores; the form for its chair."""
    score = {each.id for each in who_may_score(family, meeting.id)}
    cards = tuple(
        each.id for each in members if each.id in score and (not replies or _comes(replies, each.id))
    )
    steps = {each.id for each in pack.kind(meeting.type).steps}
    if cards and "scores" in steps:
        yield PaperBefore(kind="score_cards", readers=cards, is_likely=False)
    if any(each.id == meeting.chair for each in members):
        yield PaperBefore(kind="form", readers=(meeting.chair,), is_likely=False, why=WITHOUT_A_COMPUTER)
