"""How a plan ends, as far as its family is told on paper: what is better, and how to come back."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.closing import closure_of, ends_the_work
from eymeeting.domain.copies import Ending, Helper
from eymeeting.domain.meeting import IN_THE_ROOM, ClosingReason, Closure
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.people import Worker
from eymeeting.domain.score_rows import how_far
from eymeeting.domain.text import folded

NOT_CELEBRATED: Final[frozenset[ClosingReason]] = frozenset(
    {"social_care_took_the_lead", "could_not_reach_the_family", "opened_in_error"}
)
"""Reasons for which a paper that looks back at how far people have come would not be kind."""


def ending(paper: ForOneReader) -> Ending | None:
    """How the plan ends; nothing where the meeting of this paper does not end it.

    The level of need, a number for how helpful it was, and who took over for
    any other reason than to finish what is left are for the record.
    """
    if not ends_the_work(paper.meeting):
        return None
    closure = closure_for(paper)
    if closure is None:
        return Ending(is_celebrated=True, how_far=how_far(paper))
    is_celebrated = closure.reason not in NOT_CELEBRATED
    return Ending(
        is_celebrated=is_celebrated,
        reason=(paper.pack.closing(closure.reason).on_paper or None) if closure.reason else None,
        goes_on_with=_goes_on_with(paper, closure),
        to_call=None if called_by_name(paper, closure) else paper.cleared(closure.who_to_call),
        how_far=how_far(paper),
        keep_doing=paper.all_cleared(closure.keep_doing or ()),
        later_check=closure.later_check,
        said=_said(paper, closure),
    )


def closure_for(paper: ForOneReader) -> Closure | None:
    """What was said of the ending at the meeting of this paper, if anything was that its reader may see."""
    closure = closure_of(paper.family, paper.meeting.id)
    return closure if closure is not None and paper.sees(closure) else None


def called_by_name(paper: ForOneReader, closure: Closure) -> Worker | None:
    """The worker whose name was given as whom to call, when that is all that was given."""
    named = folded(closure.who_to_call or "").strip(" .")
    return next(
        (
            each
            for each in paper.family.workers
            if named and folded(each.name) == named and paper.name(each.id)
        ),
        None,
    )


def _goes_on_with(paper: ForOneReader, closure: Closure) -> Helper | None:
    if closure.reason != "one_agency_will_finish":
        return None
    worker, name = paper.family.worker(closure.handed_to or ""), paper.name(closure.handed_to)
    if worker is None or name is None:
        return None
    return Helper(name=name, role=paper.cleared(worker.role) or "", phone=paper.cleared(worker.phone))


def _said(paper: ForOneReader, closure: Closure) -> str | None:
    """What the reader said of the help; another's words about it stand on no copy.

    Where it is not written down whose words they are, they are the reader's
    if nobody else of the family was there.
    """
    there = {
        each.who
        for each in paper.family.attendance
        if each.meeting == paper.meeting.id and each.status in IN_THE_ROOM and paper.family.person(each.who)
    }
    whose = {closure.said_by} if closure.said_by else there
    return paper.cleared(closure.family_said) if whose == {paper.reader.id} else None
