"""What is said and written of a family made up by Hypothesis, each text with a word of its own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, get_args

from eymeeting.domain.actions import Action, ActionStatus, Update
from eymeeting.domain.agreement import Sharing
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import (
    ChildWords,
    Closure,
    Contribution,
    Copy,
    Correction,
    Evidence,
    FamilyChange,
    Heard,
    Invitation,
    LeadAgreement,
    LeftOpen,
    Line,
    Meeting,
    Priority,
    Safeguarding,
    Score,
    Section,
)
from eymeeting.domain.panel import FamilyTold, Known, PanelItem

if TYPE_CHECKING:
    from made.families_with_secrets import Pen

SECTIONS: Final = get_args(Section)
STATUSES: Final[tuple[ActionStatus, ...]] = get_args(ActionStatus)
AREAS: Final = ("money", "home", "safety")
ALONE: Final = "safety"


def everything_said(pen: Pen, family: Family) -> None:
    """Keep what is said at each meeting of a family and between them, and at a panel."""
    panel = _panel(pen, family) if pen.chance(3) else None
    for meeting in family.meetings:
        _lines(pen, family, meeting)
        _views(pen, family, meeting)
        _scores(pen, family, meeting)
        _choices(pen, family, meeting)
        _record(pen, family, meeting)
    _actions(pen, family, panel)
    _between(pen, family)


def _everybody(family: Family) -> tuple[str, ...]:
    return tuple(each.id for each in (*family.people, *family.workers))


def _people(family: Family, *who: str | None) -> tuple[str, ...]:
    return tuple(each.id for each in family.people if each.id in who)


def _true(seen: Visibility, place: str | None, **more: Any) -> dict[str, Any]:
    """What is true of a text that may be seen so far: those it names are reached wherever it was said."""
    named = seen.to or ()
    more["reached"] = (*more.get("reached", ()), *named)
    return {"level": seen.level, "to": named, "place": place, **more}


def _lines(pen: Pen, family: Family, meeting: Meeting) -> None:
    members = _everybody(family)
    for number in range(pen.count(0, 4)):
        by = pen.one((None, *members))
        seen, not_for = pen.visibility(members), pen.not_for(members)
        said = _true(
            seen, meeting.id, authors=(by,) if by else (), whose=_people(family, by), not_for=not_for or ()
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
    members, workers = _everybody(family), [each.id for each in family.workers]
    for number in range(pen.count(0, 2)):
        by, seen, not_for = pen.one(workers), pen.visibility(members), pen.not_for(members)
        said = _true(seen, meeting.id, authors=(by,), not_for=not_for or (), kind="view of a helper")
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
        by, seen, not_for = pen.one((None, *members)), pen.visibility(members), pen.not_for(members)
        said = _true(seen, meeting.id, authors=(by,) if by else (), whose=(child,), not_for=not_for or ())
        pen.keep(
            ChildWords(
                id=f"{meeting.id}-q{child}",
                meeting=meeting.id,
                who=child,
                words=pen.text(kind="words of a child", **said),
                how=pen.text(kind="how a child said it", **said),
                visibility=seen,
                heard_by=by,
                not_for=not_for,
            )
        )


def _scores(pen: Pen, family: Family, meeting: Meeting) -> None:
    members, workers = _everybody(family), [each.id for each in family.workers]
    apart = meeting.separate_from or ()
    for person in (each for each in family.people if each.id not in apart and pen.chance(2)):
        for number, area in enumerate(pen.some(AREAS, 2)):
            own = pen.visibility(members) if pen.chance(3) else None
            asker = pen.one(workers) if area == ALONE or pen.chance(6) else None
            alone = Visibility(level="named", to=(asker,) if asker else ())
            seen = own or (alone if area == ALONE else Visibility(level="family"))
            not_for = pen.not_for(members)
            said = _true(
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
                    value=pen.one((2, 5, 9, "prefer_not_to_say")),  # type: ignore[arg-type]
                    note=pen.maybe_text(kind="note beside a score", **said),
                    visibility=own,
                    asked_by=asker,
                    not_for=not_for,
                )
            )


def _choices(pen: Pen, family: Family, meeting: Meeting) -> None:
    members = _everybody(family)
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


def _record(pen: Pen, family: Family, meeting: Meeting) -> None:
    members, workers = _everybody(family), [each.id for each in family.workers]
    at = {"meeting": meeting.id}
    only: dict[str, Any] = {"place": meeting.id, "in_records": True}
    if pen.chance(3):
        by = pen.one(workers)
        harm: dict[str, Any] = {
            "kind": "harm",
            "level": "safeguarding",
            "place": meeting.id,
            "authors": (by,),
        }
        pen.keep(
            Safeguarding(
                id=f"{meeting.id}-h",
                raised_by=by,
                time="10:20",
                what=pen.text(**harm),
                shared_with=pen.text(**harm),
                agreement_asked=False,
                why_not_asked=pen.text(**harm),
                decided_by=pen.text(**harm),
                told_family=pen.maybe_text(**harm),
                **at,
            )
        )
    if pen.chance(3):
        pen.keep(
            Sharing(
                id=f"{meeting.id}-d",
                on=meeting.on,
                what=pen.text(kind="sharing", **only),
                shared=True,
                shared_with=pen.text(kind="sharing", **only),
                decided_by=pen.one(workers),
                lawful_reason=pen.text(kind="sharing", **only),
                **at,
            )
        )
    if pen.chance(3):
        who = pen.one(members)
        pen.keep(Invitation(id=f"{meeting.id}-i", who=who, note=pen.text(kind="invitation", **only), **at))
        pen.keep(
            Heard(id=f"{meeting.id}-o", who=who, how="their_words", note=pen.text(kind="heard", **only), **at)
        )
        pen.keep(
            LeftOpen(id=f"{meeting.id}-n", what="dates", reason=pen.text(kind="left open", **only), **at)
        )
    if pen.chance(4):
        who = pen.one([each.id for each in family.people])
        told: dict[str, Any] = {"place": meeting.id, "whose": (who,)}
        pen.keep(
            FamilyChange(
                id=f"{meeting.id}-f",
                person=who,
                event=pen.one(("moved", "name_change")),
                on=meeting.on,
                first_name=pen.word(kind="new name", place=meeting.id, is_gated=False).title()
                if pen.chance(2)
                else None,
                note=pen.text(kind="what changed", **told),
                **at,
            )
        )
    if pen.chance(2):
        to = pen.one(members)
        given: dict[str, Any] = {
            "level": "named",
            "to": (to, meeting.chair),
            "place": meeting.id,
            "reached": (to,),
        }
        pen.keep(
            Copy(
                id=f"{meeting.id}-y",
                to=to,
                how=pen.text(kind="copy", **given),
                file_name=f"{pen.word(kind='copy', **given)}.docx",
                **at,
            )
        )


def _actions(pen: Pen, family: Family, panel: PanelItem | None) -> None:
    members = _everybody(family)
    for number in range(pen.count(0, 5)):
        meeting = pen.one((*family.meetings, *((None,) if panel else ())))
        place = meeting.id if meeting else panel.id if panel else ""
        owner, seen, not_for = pen.one((None, *members)), pen.visibility(members), pen.not_for(members)
        helpers = pen.some(members, 2) if pen.chance(3) else ()
        later = [each.id for each in family.meetings if meeting is None or each.number >= meeting.number]
        news = [_news(pen, f"a{number}", later, members) for _ in range(pen.count(0, 2))]
        news.sort(key=lambda each: str(each.meeting))
        had_it = _owners(owner, news)
        owners = tuple(dict.fromkeys(each for each in had_it if each))
        said = _true(
            seen,
            place,
            authors=owners,
            reached=(*owners, *helpers),
            whose=_people(family, owner, had_it[-1]),
            not_for=not_for or (),
            kind="action",
        )
        text, timeless = pen.timed(pen.text(**said), members, **said)
        pen.keep(
            Action(
                id=f"a{number}",
                text=text,
                times_not_for=timeless,
                owner=owner,
                due=family.meetings[-1].on + timedelta(days=pen.count(1, 40)),
                area=pen.one(AREAS[:2]),
                status=pen.one(STATUSES),
                visibility=seen,
                meeting=meeting.id if meeting else None,
                panel_item=None if meeting else place,
                helpers=helpers or None,
                how_we_will_know=pen.maybe_text(**said),
                child_words=pen.text(**said) if pen.chance(4) else None,
                who_will_ask=pen.one((None, *(each.id for each in family.workers))),
                not_for=not_for,
            )
        )
        for at, update in enumerate(news):
            alone = _people(family, had_it[at])
            _keep_news(pen, update, at, said, alone[0] if alone else None)


def _owners(owner: str | None, news: list[Update]) -> list[str | None]:
    """Who had an action at first, and after each piece of news."""
    had_it = [owner]
    for each in news:
        had_it.append(each.reassigned_to or (None if each.status == "handed_on" else had_it[-1]))
    return had_it


def _news(pen: Pen, action: str, meetings: list[str], members: tuple[str, ...]) -> Update:
    return Update(
        id="",
        action=action,
        status=pen.one(STATUSES),
        meeting=pen.one(meetings),
        reassigned_to=pen.one(members) if pen.chance(3) else None,
        not_for=pen.not_for(members) if pen.chance(2) else None,
    )


def _keep_news(pen: Pen, update: Update, number: int, said: dict[str, Any], alone: str | None) -> None:
    told = {
        **said,
        "kind": "how an action went",
        "told_at": update.meeting,
        "told_to": update.reassigned_to,
        "not_for": (*said["not_for"], *(update.not_for or ())),
    }
    pen.keep(
        Update(
            id=f"{update.action}-u{number}",
            action=update.action,
            status=update.status,
            meeting=update.meeting,
            reassigned_to=update.reassigned_to,
            not_for=update.not_for,
            note=pen.maybe_text(**told),
            reason=pen.maybe_text(**told, own=alone),
            escalate_to=pen.text(**told) if pen.chance(5) else None,
        )
    )


def _between(pen: Pen, family: Family) -> None:
    members, workers = _everybody(family), [each.id for each in family.workers]
    for number in range(pen.count(0, 2)):
        meeting = pen.one(family.meetings)
        by, who, not_for = pen.one(workers), pen.one((None, *members)), pen.not_for(members)
        seen = pen.visibility(members)
        said = _true(
            seen, meeting.id, authors=(by,), whose=_people(family, who), not_for=not_for or (), kind="contact"
        )
        pen.keep(
            Contact(
                id=f"t{number}",
                on=meeting.on,
                by=by,
                how="call",
                text=pen.text(**said),
                who=who,
                visibility=None if seen.level == "chair_and_agency" else seen,
                not_for=not_for,
            )
        )
    if pen.chance(3):
        note: dict[str, Any] = {"kind": "note for the next lead", "in_records": True}
        pen.keep(
            LeadAgreement(
                id="lead",
                worker=pen.one(workers),
                since=family.meetings[0].on,
                agreed_by=pen.some([each.id for each in family.people], 2) or None,
                text=pen.text(kind="what the lead promised", is_gated=False),
                manager=pen.text(**note),
                handover=pen.text(**note),
            )
        )


def _panel(pen: Pen, family: Family) -> PanelItem:
    members, workers = _everybody(family), [each.id for each in family.workers]
    item = PanelItem(
        id="panel",
        on=family.meetings[0].on,
        panel="Family Matters",
        slot_minutes=10,
        brought_by=pen.one(workers),
        why_now=pen.text(kind="panel", level="chair_and_agency", place="panel"),
        family_told=FamilyTold(
            told=True, note=pen.text(kind="panel", level="chair_and_agency", place="panel")
        ),
        question=pen.text(kind="panel", level="chair_and_agency", place="panel"),
        decision=pen.text(kind="panel", level="chair_and_agency", place="panel"),
    )
    pen.keep(item)
    for number in range(pen.count(0, 2)):
        by, seen, not_for = pen.one(workers), pen.visibility(members), pen.not_for(members)
        said = _true(seen, item.id, authors=(by,), not_for=not_for or (), kind="known at a panel")
        pen.keep(
            Known(
                id=f"known{number}",
                panel_item=item.id,
                by=by,
                text=pen.text(**said),
                visibility=seen,
                not_for=not_for,
            )
        )
    return item
