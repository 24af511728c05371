"""The invitation to a meeting, cut for the one who is asked: an adult, a child, a worker, whoever interprets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from eymeeting.domain.agenda import CHILDREN, agenda
from eymeeting.domain.at_home import at_home
from eymeeting.domain.before_a_meeting import (
    MeetingToCome,
    as_told_of,
    check_may_be_asked,
    check_may_be_written_to,
    meeting_ahead,
    off_the_paper,
    paper_before,
)
from eymeeting.domain.consent import AGREED, Standing, answer_of_the_family
from eymeeting.domain.copies import Attended
from eymeeting.domain.family import Family
from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.gates import may_be_invited
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.kept_homes import is_reach_kept
from eymeeting.domain.names import members_now
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import held_by

NOT_EVERYBODY_AT_HOME: Final = (
    "Somebody who may read a child's papers does not know of this meeting, so there is no invitation for "
    "the child. Tell them in person. Nothing was written."
)
BY_HAND: Final = (
    "This meeting is kept apart from somebody. Give the invitation by hand, to this reader alone."
)

PRINTED_FOR_A_CHILD: Final = """
    You are invited. This page belongs to. would like you to come to a meeting. We would like you to come to a
    meeting about your family. When and where. It starts at. We will tell you where. What will happen. We will ask
    you what is good and what you would like to change. You can say it, draw it or write it down. You choose who may
    see it. You can have a break, or stop, at any time. Your part comes first. After it you can go and play.
    You can bring somebody. Bring somebody you trust, or a toy. You need not come. Tell what you think another day.
    Tell us. What would you like us to know. Draw it here, or write. Somebody will be there who speaks your
    language. page of
"""
"""The words that stand on every child's invitation: by these nobody is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationPaper:
    """An invitation, cut for its one reader.

    ``kind`` says in whose words it speaks. ``why`` is what the meeting is for, ``asked`` are the others,
    ``steps`` the titles of its parts in order. ``needs`` and ``interpreter`` are what is stored of this reader alone.
    ``agreed`` are, to the family, the services it agreed to share with; to a worker there is
    ``standing``, of their own service alone and without the words of a limit. ``family_name`` is
    the name the family chose; to a worker whom it agreed to share with, the one the services
    use, and to others its reference.
    ``must_not_hold`` are texts that must be nowhere in the finished file, ``remarks`` are for whoever makes it.
    """

    kind: str
    reader: str
    meeting: MeetingToCome
    family_name: str | None = None
    why: str | None = None
    asked: tuple[Attended, ...] = ()
    steps: tuple[str, ...] = ()
    needs: str | None = None
    interpreter: str | None = None
    agreed: tuple[str, ...] = ()
    standing: Standing | None = None
    children_first: bool = False
    organisation: str = ""
    meeting_word: str = ""
    sharing: tuple[str, ...] = ()
    must_not_hold: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def invitation_paper(
    family: Family, reader: str, *, today: date, pack: Pack, meeting: int | None = None
) -> InvitationPaper:
    """One reader's invitation to the next meeting that is planned, or to the one with that number.

    Raises:
        Refused: the reader's service is outside what the family agreed to, it is not safe to write home,
            the meeting is kept apart from the reader, or none is planned.
        NotFound: nobody has this id, or no meeting that number.
    """
    member = family.member(reader)
    if isinstance(member, Person) and (family.person_on(reader, today) or member).kind == "child":
        return _for_a_child(family, reader, meeting, today=today, pack=pack)
    family, paper = paper_before(family, reader, meeting, today=today, pack=pack)
    check_may_be_written_to(family, reader)
    base = InvitationPaper(
        kind="adult",
        reader=paper.name(reader) or "",
        meeting=as_told_of(paper),
        organisation=pack.organisation,
        meeting_word=pack.words.meeting,
        sharing=pack.sentences.sharing,
        remarks=(BY_HAND,) if kept_away_from(paper.meeting) else (),
    )
    cut = _cut(base, family, paper)
    return replace(cut, must_not_hold=off_the_paper(family, paper))


def _cut(base: InvitationPaper, family: Family, paper: ForOneReader) -> InvitationPaper:
    worker = family.worker(paper.reader.id)
    if worker is not None and interprets(worker):
        return replace(base, kind="interpreter")
    told = replace(
        base,
        family_name=paper.cleared(family.details.chosen_name),
        why=paper.cleared(paper.meeting.purpose) if paper.sees(paper.meeting) else None,
        asked=tuple(_also_asked(family, paper)),
        steps=tuple(step.title for step in agenda(paper.family, paper.meeting, paper.pack)),
    )
    if worker is not None:
        standing = answer_of_the_family(family, worker.agency, today=paper.today)
        called = family.details.called if standing.answer in AGREED else family.ref
        return replace(
            told,
            kind="worker",
            family_name=paper.cleared(called),
            standing=replace(standing, limit=None),
        )
    me = family.person(paper.reader.id)
    return replace(
        told,
        agreed=paper.services(),
        needs=paper.cleared(me.access_needs) if me else None,
        interpreter=paper.cleared(me.interpreter) if me else None,
    )


def _also_asked(family: Family, paper: ForOneReader) -> Iterator[Attended]:
    """The others who are asked, as far as this reader may know: nobody whose whereabouts are kept from them."""
    asked = {
        each.who
        for each in family.invitations
        if each.meeting == paper.meeting.id and each.reply != "not_coming"
    }
    for member in members_now(family):
        if member.id not in asked - {paper.reader.id, *kept_away_from(paper.meeting)}:
            continue
        name = paper.cleared(paper.name(member.id))
        if name is None:
            continue
        if isinstance(member, Person):
            if not is_reach_kept(family, member, paper.reader.id):
                yield Attended(name=name, role="")
        elif (gate := may_be_invited(family, member.id, paper.today)) is None or not gate.stops:
            yield Attended(name=name, role=paper.cleared(member.role) or "")


def _for_a_child(
    family: Family, child: str, number: int | None, *, today: date, pack: Pack
) -> InvitationPaper:
    """A child's own invitation: it lies about at home, so that everybody there may read all of it."""
    family, meeting = meeting_ahead(family, child, number, today=today, pack=pack)
    check_may_be_asked(family, child, today)
    check_may_be_written_to(family, child)
    page = at_home(family, child, today=today, pack=pack, meeting=meeting.number)
    if not page.sees(page.meeting):
        raise Refused(NOT_EVERYBODY_AT_HOME)
    me = page.family.person_on(child, page.on)
    off = page.must_not_hold()
    always = set(held_by(PRINTED_FOR_A_CHILD, off))
    return InvitationPaper(
        kind="child",
        reader=me.called if me is not None else "",
        meeting=replace(as_told_of(page), until=""),
        interpreter=page.cleared(me.interpreter) if me is not None else None,
        children_first=bool(meeting.children_first)
        and any(step.id == CHILDREN for step in agenda(page.family, page.meeting, pack)),
        organisation=pack.organisation,
        meeting_word=pack.words.meeting,
        must_not_hold={text: kind for text, kind in off.items() if text not in always},
    )
