"""What is worth a look before everybody stands up. Nothing here stops anybody: each can be left with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from eymeeting.domain.closing import closure_of, ends_the_work, intended_ending
from eymeeting.domain.cutting import who_gets_a_plan
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.gates import outside_here
from eymeeting.domain.how_heard import said_something, who_is_to_be_heard
from eymeeting.domain.lead import lead_of
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import names_in_picker, people_now
from eymeeting.domain.owed import somebody_new_for
from eymeeting.domain.own_plan import to_settle
from eymeeting.domain.pack import Pack
from eymeeting.domain.reviewing import asked_actions, carried_on
from eymeeting.domain.sight import is_open_in_the_room
from eymeeting.domain.spoken_to import marked_words, was_spoken_to
from eymeeting.domain.telling import is_discussion, told_checks

HEARD: Final = "heard "
"""How the id of a check begins that asks how somebody was heard; their id follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing to look at: in words, whether it is settled, and the step where it can be settled.

    ``who`` is the child or parent of a check about how somebody was heard.
    ``reason`` says why it is left open; like how somebody was heard it is for
    the chair, so that neither is in the ``words``. What ``is_optional`` may stay
    open and is not counted.
    """

    id: str
    words: str
    settled: bool
    step: str
    who: str | None = None
    reason: str | None = None
    is_optional: bool = False


def checks(
    family: Family, meeting: Meeting, pack: Pack, *, today: date, outdated: Collection[str] = ()
) -> tuple[Check, ...]:
    """Everything to look at, in the order of the meeting; settled ones too, so that nothing is a surprise.

    ``outdated`` are the ids of the copies that do not hold any more how things stand.
    """
    reasons = {each.what: each.reason for each in family.left_open if each.meeting == meeting.id}
    if is_discussion(meeting):
        found = (
            *_at_the_start(family, meeting, today),
            *_what_is_agreed(family, meeting, pack),
            *(_check(*each) for each in told_checks(family, meeting, today)),
        )
    else:
        found = (
            *_at_the_start(family, meeting, today),
            *_heard(family, meeting, pack),
            *_asked_about(family, meeting, pack, today),
            *_at_the_end(family, meeting, pack, outdated),
        )
    return tuple(check if check.settled else replace(check, reason=reasons.get(check.id)) for check in found)


def still_open(found: tuple[Check, ...]) -> tuple[Check, ...]:
    """What is neither settled nor left with a reason, and has to be one of them."""
    return tuple(
        check for check in found if not (check.settled or check.is_optional) and check.reason is None
    )


def _at_the_start(family: Family, meeting: Meeting, today: date) -> Iterator[Check]:
    yield _check("attendance", bool(family.taking_part(meeting.id)), *marked_words(meeting), "welcome")
    asked = any(each.on <= today for each in family.agreements)
    yield _check(
        "agreement",
        asked,
        "Sharing has been asked about.",
        "Sharing has not been asked about.",
        "agreement",
    )
    if asked:
        outside = bool(outside_here(family, meeting, today))
        yield _check(
            "outside",
            not outside,
            "Everyone here is in the agreement.",
            "Not everyone here is in the agreement.",
            "agreement",
        )


def _heard(family: Family, meeting: Meeting, pack: Pack) -> Iterator[Check]:
    people = who_is_to_be_heard(family, meeting)
    names = names_in_picker(people_now(family))
    told = {each.who for each in family.heard if each.meeting == meeting.id}

    def may_be_told(entry: Entry) -> bool:
        return is_open_in_the_room(family, entry, pack=pack, meeting=meeting.id)

    for person in people:
        yield Check(
            id=f"{HEARD}{person.id}",
            words=f"How did we hear {names[person.id]}?",
            settled=person.id in told
            or was_spoken_to(family, meeting, person.id)
            or said_something(family, meeting, person, may_be_told),
            step="children" if person.kind == "child" else "welcome",
            who=person.id,
        )


def _asked_about(family: Family, meeting: Meeting, pack: Pack, today: date) -> Iterator[Check]:
    asked = asked_actions(family, meeting, pack)
    if asked and any(step.id == "review" for step in pack.kind(meeting.type).steps):
        left = sum(each.answer is None for each in asked)
        were = "1 action was" if left == 1 else f"{left} actions were"
        yield _check("asked", not left, "Each action was asked about.", f"{were} not asked about.", "review")
    yield from _wants_somebody_new(family, meeting, pack, today)


def _wants_somebody_new(family: Family, meeting: Meeting, pack: Pack, today: date) -> Iterator[Check]:
    """What nobody can go on with as agreed. Why not is for the chair, so it is not in the words."""
    wanting = somebody_new_for(family, pack, today=today, meeting=meeting.id)
    if wanting:
        needs = "1 action needs" if len(wanting) == 1 else f"{len(wanting)} actions need"
        steps = {each.id for each in pack.kind(meeting.type).steps}
        is_asked = "review" in steps and any(now.action.meeting != meeting.id for now in wanting)
        step = "review" if is_asked else "actions"
        yield Check(id="somebody new", words=f"{needs} somebody new.", settled=False, step=step)


def _at_the_end(family: Family, meeting: Meeting, pack: Pack, outdated: Collection[str]) -> Iterator[Check]:
    yield from _what_is_agreed(family, meeting, pack)
    for each in to_settle(meeting, pack):
        yield Check(id=each.id, words=each.words, settled=each.settled, step=each.id)
    what_comes_next = _afterwards if ends_the_work(meeting) else _until_next_time
    yield from what_comes_next(family, meeting, pack)
    yield _copies(family, meeting, outdated)


def _what_is_agreed(family: Family, meeting: Meeting, pack: Pack) -> Iterator[Check]:
    actions = [
        action
        for action in family.actions
        if action.meeting == meeting.id and is_open_in_the_room(family, action, pack=pack, meeting=meeting.id)
    ]
    carried = len(carried_on(family, meeting, pack))
    is_the_ending = ends_the_work(meeting)
    if actions or not is_the_ending:
        yield _check(
            "actions",
            bool(actions) or bool(carried),
            _agreed(len(actions), carried),
            "No action is agreed.",
            "actions",
        )
    nobody = sum(1 for action in actions if action.owner is None)
    if actions:
        yield _check(
            "owners",
            not nobody,
            "Each action has somebody to do it.",
            f"{_have(nobody)} nobody to do {'it' if nobody == 1 else 'them'}.",
            "actions",
        )
        no_date = sum(1 for action in actions if action.due is None)
        yield _check("dates", not no_date, "Each action has a date.", f"{_have(no_date)} no date.", "actions")


def _copies(family: Family, meeting: Meeting, outdated: Collection[str]) -> Check:
    """Whether every adult of the family who was here has a copy of this meeting, of how things stand now."""
    made = {copy.to for copy in family.copies if copy.meeting == meeting.id}
    here = set(family.taking_part(meeting.id))
    without = [each for each in who_gets_a_plan(family, meeting) if each.id in here and each.id not in made]
    some = "1 of those here has" if len(without) == 1 else f"{len(without)} of those here have"
    words = f"{some} no copy yet." if made else "The copies are still to be made."
    if made and not without and outdated:
        words = "The copies are to be made again."
    return _check(
        "copies", bool(made) and not without and not outdated, "The copies are made.", words, "finish"
    )


def _afterwards(family: Family, meeting: Meeting, pack: Pack) -> Iterator[Check]:
    """Instead of a main helper and a next day: whom to call, and whether somebody looks in once more."""
    closure = closure_of(family, meeting.id)
    steps = {step.id for step in pack.kind(meeting.type).steps}
    left = sum(not each.action.after_closing for each in carried_on(family, meeting, pack))
    if left:
        are = "1 open action does" if left == 1 else f"{left} open actions do"
        yield Check(
            id="left undone",
            words=f"{are} not go on after today. Is that right?",
            settled=False,
            step="outcome",
        )
    yield _check(
        "call",
        closure is not None and closure.who_to_call is not None,
        "The plan says who to call.",
        "The plan does not say who to call.",
        "call" if "call" in steps else "outcome",
    )
    later = _check(
        "later",
        closure is not None and closure.later_check is not None,
        "There is a day for a later look.",
        "No later look. There need not be one.",
        "outcome",
    )
    yield replace(later, is_optional=True)


def _until_next_time(family: Family, meeting: Meeting, pack: Pack) -> Iterator[Check]:
    lead = family.worker(lead_of(family, meeting.id) or "")
    yield _check(
        "lead",
        lead is not None,
        f"{lead.name if lead else ''} is the family's {pack.words.lead_on_copy}.",
        f"Nobody is the family's {pack.words.lead_on_copy} yet.",
        "lead",
    )
    if lead is not None:
        yield _check(
            "phone",
            bool(lead.phone),
            f"The plan says how to ring {lead.name}.",
            f"No phone number for {lead.name}.",
            "lead",
        )
    steps_on = intended_ending(meeting) in ("step_up", "step_down")
    settled = meeting.next_meeting is not None or steps_on
    words = "The next day is set." if meeting.next_meeting is not None else "Others take it on from here."
    yield _check("next", settled, words, "No day for the next meeting.", "next")


def _check(id: str, settled: bool, done: str, still: str, step: str) -> Check:  # noqa: A002
    return Check(id=id, words=done if settled else still, settled=settled, step=step)


def _agreed(number: int, carried: int) -> str:
    if number or not carried:
        return "1 action is agreed." if number == 1 else f"{number} actions are agreed."
    return "1 action is carried on." if carried == 1 else f"{carried} actions are carried on."


def _have(number: int) -> str:
    return "1 action has" if number == 1 else f"{number} actions have"
