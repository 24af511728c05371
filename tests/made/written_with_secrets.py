"""What is written down of a family made up by Hypothesis beside what is said: actions, the record, calls, a panel."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final, get_args

from made.pen import Pen, everybody, people_among, true_of

from eymeeting.domain.actions import Action, ActionStatus, Update
from eymeeting.domain.agreement import Sharing
from eymeeting.domain.contact import Contact
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import (
    Copy,
    FamilyChange,
    Heard,
    Invitation,
    LeadAgreement,
    LeftOpen,
    Meeting,
    Safeguarding,
)
from eymeeting.domain.panel import FamilyTold, Known, PanelItem

STATUSES: Final[tuple[ActionStatus, ...]] = get_args(ActionStatus)
AREAS: Final = ("money", "home")


def for_the_record(pen: Pen, family: Family, meeting: Meeting) -> None:
    """Keep what stands in the chair's record alone, and what is written down beside it."""
    members, workers = everybody(family), [each.id for each in family.workers]
    at: dict[str, Any] = {"meeting": meeting.id}
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


def all_actions(pen: Pen, family: Family, panel: PanelItem | None) -> None:
    """Keep the actions, with what was told of them since."""
    members = everybody(family)
    for number in range(pen.count(0, 5)):
        meeting = pen.one((*family.meetings, *((None,) if panel else ())))
        place = meeting.id if meeting else panel.id if panel else ""
        owner, seen, not_for = pen.one((None, *members)), pen.visibility(members), pen.not_for(members)
        helpers = pen.some(members, 2) if pen.chance(2) else ()
        later = [each.id for each in family.meetings if meeting is None or each.number >= meeting.number]
        news = [_news(pen, f"a{number}", later, members) for _ in range(pen.count(0, 2))]
        news.sort(key=lambda each: str(each.meeting))
        had_it = _owners(owner, news)
        owners = tuple(dict.fromkeys(each for each in had_it if each))
        said = true_of(
            seen,
            place,
            authors=owners,
            reached=(*owners, *helpers),
            whose=people_among(family, owner, had_it[-1]),
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
                area=pen.one(AREAS),
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
            alone = people_among(family, had_it[at])
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


def between_meetings(pen: Pen, family: Family) -> None:
    """Keep calls and visits, and who is the family's first call."""
    members, workers = everybody(family), [each.id for each in family.workers]
    for number in range(pen.count(0, 2)):
        meeting = pen.one(family.meetings)
        by, who, not_for = pen.one(workers), pen.one((None, *members)), pen.not_for(members)
        seen = pen.visibility(members)
        said = true_of(
            seen,
            meeting.id,
            authors=(by,),
            whose=people_among(family, who),
            not_for=not_for or (),
            kind="contact",
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


def at_a_panel(pen: Pen, family: Family) -> PanelItem:
    """Keep a family's item at a panel, with what services know."""
    members, workers = everybody(family), [each.id for each in family.workers]
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
        said = true_of(seen, item.id, authors=(by,), not_for=not_for or (), kind="known at a panel")
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
