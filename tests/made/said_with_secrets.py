"""What is said and written of a family made up by Hypothesis, each text with a word of its own."""

from __future__ import annotations

from typing import Any, Final, get_args

from made.pen import Pen, everybody, people_among, true_of
from made.written_with_secrets import all_actions, at_a_panel, between_meetings, for_the_record

from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import (
    ChildWords,
    Closure,
    Contribution,
    Correction,
    Evidence,
    Line,
    Meeting,
    Priority,
    Score,
    Section,
)

SECTIONS: Final = get_args(Section)
AREAS: Final = ("money", "home", "safety")
ALONE: Final = "safety"


def everything_said(pen: Pen, family: Family) -> None:
    """Keep what is said at each meeting of a family and between them, and at a panel."""
    panel = at_a_panel(pen, family) if pen.chance(3) else None
    for meeting in family.meetings:
        _lines(pen, family, meeting)
        _views(pen, family, meeting)
        _scores(pen, family, meeting)
        _choices(pen, family, meeting)
        for_the_record(pen, family, meeting)
    all_actions(pen, family, panel)
    between_meetings(pen, family)


def _lines(pen: Pen, family: Family, meeting: Meeting) -> None:
    members = everybody(family)
    for number in range(pen.count(0, 4)):
        by = pen.one((None, *members))
        seen, not_for = pen.visibility(members), pen.not_for(members)
        said = true_of(
            seen,
            meeting.id,
            authors=(by,) if by else (),
            whose=people_among(family, by),
            not_for=not_for or (),
        )
        text, timeless = pen.timed(pen.text(kind="line", **said), members, **said)
        line = Line(
            id=f"{meeting.id}-l{number}",
            meeting=meeting.id,
            section=pen.one(SECTIONS),
            text=text,
            times_not_for=timeless,
            by=by,
            visibility=None if seen.level == "family" and pen.chance(2) else seen,
            done=True if pen.chance(5) else None,
            not_for=not_for,
        )
        pen.keep(line)
        if pen.chance(4):
            chair = {**said, "in_records": True, "authors": (), "kind": "correction"}
            pen.keep(
                Correction(
                    id=f"{line.id}-c",
                    meeting=meeting.id,
                    on=meeting.on,
                    by=meeting.chair,
                    what="what was said",
                    about=line.id,
                    was=pen.text(**chair),
                    why=pen.text(**chair),
                )
            )


def _views(pen: Pen, family: Family, meeting: Meeting) -> None:
    members, workers = everybody(family), [each.id for each in family.workers]
    for number in range(pen.count(0, 2)):
        by, seen, not_for = pen.one(workers), pen.visibility(members), pen.not_for(members)
        said = true_of(seen, meeting.id, authors=(by,), not_for=not_for or (), kind="view of a helper")
        brought = Evidence(measure=pen.text(**said), value=pen.text(**said)) if pen.chance(5) else None
        pen.keep(
            Contribution(
                id=f"{meeting.id}-k{number}",
                meeting=meeting.id,
                by=by,
                visibility=seen,
                working=pen.maybe_text(**said),
                worry=pen.maybe_text(**said),
                can_offer=pen.maybe_text(**said),
                text=pen.maybe_text(**said),
                evidence=brought,
                not_for=not_for,
            )
        )
    for child in (each.id for each in family.people if each.kind == "child" and pen.chance(2)):
        heard_by, seen, not_for = pen.one((None, *members)), pen.visibility(members), pen.not_for(members)
        said = true_of(
            seen, meeting.id, authors=(heard_by,) if heard_by else (), whose=(child,), not_for=not_for or ()
        )
        pen.keep(
            ChildWords(
                id=f"{meeting.id}-q{child}",
                meeting=meeting.id,
                who=child,
                words=pen.text(kind="words of a child", **said),
                how=pen.text(kind="how a child said it", **said),
                visibility=seen,
                heard_by=heard_by,
                not_for=not_for,
            )
        )


def _scores(pen: Pen, family: Family, meeting: Meeting) -> None:
    members, workers = everybody(family), [each.id for each in family.workers]
    apart = meeting.separate_from or ()
    for person in (each for each in family.people if each.id not in apart and pen.chance(2)):
        for number, area in enumerate(pen.some(AREAS, 2)):
            own = pen.visibility(members) if pen.chance(3) else None
            asker = pen.one(workers) if area == ALONE or pen.chance(6) else None
            alone = Visibility(level="named", to=(asker,) if asker else ())
            seen = own or (alone if area == ALONE else Visibility(level="family"))
            not_for = pen.not_for(members)
            said = true_of(
                seen,
                meeting.id,
                authors=(person.id,),
                whose=(person.id,),
                not_for=not_for or (),
                for_those_there=own is None and area != ALONE,
                stays_at_the_centre=area == ALONE and seen.level != "family",
            )
            named = area if area == ALONE or pen.chance(2) else pen.text(kind="part of life scored", **said)
            pen.keep(
                Score(
                    id=f"{meeting.id}-s{person.id}{number}",
                    meeting=meeting.id,
                    area=named,
                    person=person.id,
                    value=pen.one((2, 5, 9, "prefer_not_to_say")),
                    note=pen.maybe_text(kind="note beside a score", **said),
                    visibility=own,
                    asked_by=asker,
                    not_for=not_for,
                )
            )


def _choices(pen: Pen, family: Family, meeting: Meeting) -> None:
    members = everybody(family)
    for number, area in enumerate(pen.some(("money", "home"), 2)):
        not_for = pen.not_for(members)
        said: dict[str, Any] = {"place": meeting.id, "not_for": not_for or ()}
        pen.keep(
            Priority(
                id=f"{meeting.id}-r{number}",
                meeting=meeting.id,
                area=area if pen.chance(2) else pen.text(kind="part of life chosen", **said),
                life_when=pen.maybe_text(kind="how life will be", **said),
                hoped_for=8,
                not_for=not_for,
            )
        )
    if meeting.type == "taf_closing" and meeting.outcome == "close":
        not_for, by = pen.not_for(members), pen.one((None, *(each.id for each in family.people)))
        said = {"place": meeting.id, "not_for": not_for or ()}
        words = pen.text(kind="what was said of the help", own=by, **said)
        pen.keep(
            Closure(
                id=f"{meeting.id}-e",
                meeting=meeting.id,
                reason=pen.one(("needs_met", "one_agency_will_finish", "moved_away")),
                who_to_call=pen.maybe_text(kind="who to call", **said),
                keep_doing=(pen.text(kind="what goes on", **said),),
                family_said=words if by else None,
                said_by=by,
                handed_to=pen.one([each.id for each in family.workers]),
                not_for=not_for,
            )
        )
