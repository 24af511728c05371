"""One child's own page: what they said, what will happen, and whom they can talk to.

It lies about at home, so that nothing is on it that is for some of the family alone, be it the child's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.at_home import AtHome, at_home
from eymeeting.domain.closing import ends_the_work
from eymeeting.domain.copies import ChildPage, PlannedAction
from eymeeting.domain.family import ActionNow, Family, action_now
from eymeeting.domain.family_copy import whom_to_call
from eymeeting.domain.left_out import left_out_by_kind
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import people_now
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.our_words import OurWords, joined
from eymeeting.domain.own_script import own_script
from eymeeting.domain.pack import Pack
from eymeeting.domain.people import Person
from eymeeting.domain.problems import Refused
from eymeeting.domain.protected import held_by
from eymeeting.domain.sight import Reader

NOT_BORN: Final = "There is no copy for a baby who is not born yet. Nothing was written."
YOU: Final = "you"
"""What the child is called where others are named beside them."""

PRINTED: Final = """
    My page. This page belongs to. You came to our meeting on. Thank you. You told us what you think.
    What you said. On you said. We thought about you. We met on. You can tell us what you think at any time.
    What will happen. Who. When by. will ask. We will find somebody. We will tell you. Ask to tell you.
    This was our last meeting. You can still talk to us. Who you can talk to. Any grown-up you trust.
    A good day looks like this. Draw it here, or write. page of
"""
"""The words that stand on every child's page: by these nobody is told."""


def child_page(
    family: Family, child: str, *, today: date, pack: Pack, meeting: int | None = None
) -> ChildPage:
    """One child's page, of the meeting that ``at_home`` finds or of the one with that number.

    Raises:
        Refused: there is no such child on the plan yet or any more, the meeting was
            kept apart from them, or there is none yet.
        NotFound: no meeting has that number.
    """
    _check_has_a_page(family, child)
    page = at_home(family, child, today=today, pack=pack, meeting=meeting)
    _check_was_born(family, child, page.meeting)
    cut = _cut(page)
    off = page.must_not_hold()
    always = set(held_by(PRINTED, off))
    return replace(
        cut,
        left_out=page.left_out(),
        left_out_by_kind=left_out_by_kind(page),
        must_not_hold={text: kind for text, kind in off.items() if text not in always},
    )


def _check_has_a_page(family: Family, who: str) -> None:
    child = next((each for each in people_now(family) if each.id == who), None)
    if child is None or child.kind == "adult":
        raise Refused("A child's page is for a child of the family.")
    if child.kind == "unborn":
        raise Refused(NOT_BORN)
    if child.died is not None or child.left is not None:
        raise Refused("There is no page for a child who is no longer part of the plan.")


def _check_was_born(family: Family, who: str, meeting: Meeting) -> None:
    then = family.person_on(who, meeting.on)
    if then is not None and then.kind == "unborn":
        raise Refused(
            "There is no copy of this meeting for a child who was not born yet. Nothing was written."
        )


def _cut(page: AtHome) -> ChildPage:
    is_known = page.sees(page.meeting)
    came = is_known and any(
        each.who == page.reader.id and page.sees(each)
        for each in page.family.attendance
        if each.meeting == page.meeting.id and each.who in page.family.taking_part(each.meeting)
    )
    said_at, said = _said(page, came=came)
    return ChildPage(
        child=_called(page),
        on=page.meeting.on if is_known else None,
        came=came,
        said=said,
        said_on=said_at.on if said_at is not None and said_at.id != page.meeting.id else None,
        will_happen=tuple(_will_happen(page)),
        talk_to=page.name(_whom_all_know_to_call(page)),
        is_the_end=is_known and ends_the_work(page.meeting),
        organisation=page.pack.organisation,
        own_script=own_script(page, page.reader.id),
    )


def _whom_all_know_to_call(page: AtHome) -> str | None:
    """The family's first call, where that is the same to everybody who has one: an id, or nobody."""
    found = {
        worker.id
        for paper in (_paper_of(page, each) for each in page.everybody)
        if (worker := whom_to_call(paper))
    }
    return found.pop() if len(found) == 1 else None


def _paper_of(page: AtHome, reader: Reader) -> ForOneReader:
    return ForOneReader(
        family=page.family, reader=reader, today=page.today, pack=page.pack, meeting=page.meeting, on=page.on
    )


def _called(page: AtHome) -> str:
    """The child's own name as people use it, without what tells them apart from others."""
    child: Person | None = page.family.person_on(page.reader.id, page.on)
    return "" if child is None else child.called


def _said(page: AtHome, *, came: bool) -> tuple[Meeting | None, tuple[str, ...]]:
    """The child's words at this meeting; where they came and nothing was written down, those from before."""
    for meeting in page.meetings() if came else (page.meeting,):
        words = [
            each.words
            for each in page.family.child_words
            if (each.meeting, each.who) == (meeting.id, page.reader.id) and page.sees(each)
        ]
        words += [
            each.text
            for each in page.family.lines
            if (each.meeting, each.by) == (meeting.id, page.reader.id) and page.sees(each)
        ]
        said = page.all_cleared(words)
        if said:
            return meeting, said
    return None, ()


def _will_happen(page: AtHome) -> Iterator[PlannedAction]:
    """What is still to be done and was put into words for the child, the soonest first."""
    found = [
        action_now(page.family, each)
        for each in page.family.actions
        if page.sees(each) and _is_told_to(page, each)
    ]
    for now in sorted(found, key=lambda each: each.due or date.max):
        words = page.cleared(now.action.child_words) if now.is_open else None
        if words is not None:
            yield _for_the_child(page, now, words)


def _is_told_to(page: AtHome, action: Action) -> bool:
    """Whether an action is told to this child: not where other children alone do it or help with it."""
    doing = {action.owner, action_now(page.family, action).owner, *(action.helpers or ())}
    children = {each.id for each in people_now(page.family) if each.kind == "child"}
    return page.reader.id in doing or not doing & children


def _for_the_child(page: AtHome, now: ActionNow, words: str) -> PlannedAction:
    child = page.reader.id
    theirs = now.owner == child
    owner = None if theirs else page.name(now.owner)
    helpers = [page.name(each) for each in now.action.helpers or () if each not in (now.owner, child)]
    beside = [OurWords(YOU)] if child in (now.action.helpers or ()) and not theirs else []
    asks = page.name(now.action.who_will_ask) if now.status == "not_yet_asked" and owner else None
    return PlannedAction(
        what=words,
        who=joined([each for each in (owner, *helpers, *beside) if each]),
        due=now.due if now.due is not None and now.due >= page.on else None,
        theirs=theirs,
        not_yet_asked=asks,
    )
