"""From families to JSON text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from db.interchange.shapes import to_json
from eymeeting.domain.actions import Action
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import JOURNEY, STORY, Meeting, Section
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.said_alone import as_one

SCHEMA: Final = 1
_OWN: Final = frozenset({"id", "position", "meeting", "panel_item", "agreement", "kept_empty"})
_PLACE: Final = frozenset({"position", "kept_empty"})
_PARENT: Final = frozenset({"position", "meeting", "panel_item"})


def write_families(families: Iterable[Family]) -> str:
    """The families as JSON text, ready for a file."""
    whole = {"schema": SCHEMA, "families": [family_to_json(family) for family in families]}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def family_to_json(family: Family) -> dict[str, Any]:
    """One family as a JSON object."""
    details = family.details
    found = to_json(details, _PLACE)
    if "safe_contact" in details.kept_empty:
        found.setdefault("safe_contact", {})
    numbers = {meeting.id: meeting.number for meeting in family.meetings}
    found |= {
        "addresses": [to_json(household, _OWN) for household in family.households],
        "people": [_person(family, person) for person in family.people],
        "professionals": [to_json(worker, _PLACE) for worker in family.workers],
        "agreement": [
            to_json(agreement, _OWN)
            | {
                "agencies": {
                    answer.agency: to_json(answer, _OWN | {"agency"})
                    for answer in family.answers
                    if answer.agreement == agreement.id
                }
            }
            for agreement in family.agreements
        ],
        "meetings": [_meeting(family, meeting) for meeting in family.meetings],
        "panel_items": [_panel_item(family, panel_item) for panel_item in family.panel_items],
    }
    sharing = [
        to_json(one, _OWN) | ({} if one.meeting is None else {"meeting": numbers[one.meeting]})
        for one in family.sharings
    ]
    between = [to_json(update, _OWN) for update in family.updates if update.meeting is None]
    leads = [to_json(lead, _OWN) for lead in family.lead_agreements]
    contacts = [to_json(contact, _OWN) for contact in family.contacts]
    _keep(found, "sharing", sharing, details.kept_empty)
    _keep(found, "lead_agreements", leads, details.kept_empty)
    _keep(found, "updates_between", between, details.kept_empty)
    _keep(found, "contacts", contacts, details.kept_empty)
    easy_words = [to_json(each, _OWN) for each in family.easy_words]
    _keep(found, "easy_words", easy_words, details.kept_empty)
    return found


def relations_of(person: str) -> str:
    """What somebody's list of relations is called among what was held empty."""
    return f"relations of {person}"


def _person(family: Family, person: Entry) -> dict[str, Any]:
    found = to_json(person, _PLACE)
    relations = [to_json(each, _OWN | {"person"}) for each in family.relations if each.person == person.id]
    if relations or relations_of(person.id) in family.details.kept_empty:
        found["relations"] = relations
    return found


def _meeting(family: Family, meeting: Meeting) -> dict[str, Any]:
    def of(entries: Sequence[Any]) -> list[Any]:
        return [to_json(entry, _OWN) for entry in entries if entry.meeting == meeting.id]

    found = to_json(meeting, _OWN)
    found |= {
        "attendance": of(family.attendance),
        "scores": of(family.scores),
        "actions": _actions(action for action in family.actions if action.meeting == meeting.id),
        "copies": of(family.copies),
    }
    for key, sections in (("story", STORY), ("journey", JOURNEY)):
        told = _sections(family, meeting, key, sections)
        if told or key in meeting.kept_empty:
            found[key] = told
    for key, entries in (
        ("contributions", family.contributions),
        ("child_words", family.child_words),
        ("priorities", family.priorities),
        ("updates", family.updates),
        ("family_changes", family.family_changes),
        ("step_times", family.step_times),
        ("invitations", family.invitations),
        ("heard", family.heard),
        ("left_open", family.left_open),
        ("corrections", family.corrections),
        ("safety_line", family.safety_scores),
    ):
        _keep(found, key, of(entries), meeting.kept_empty)
    harm = as_one(family, [each for each in family.safeguarding if each.meeting == meeting.id])
    for key, single in (("closure", family.closures), ("safeguarding", () if harm is None else (harm,))):
        if written := of(single):
            found[key] = written[0]
    return found


def _sections(family: Family, meeting: Meeting, key: str, sections: tuple[Section, ...]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for section in sections:
        lines = [to_json(line, _OWN | {"section"}) for line in family.lines_of(meeting.id, section)]
        if lines or f"{key}.{section}" in meeting.kept_empty:
            told[section] = lines
    return told


def _panel_item(family: Family, panel_item: PanelItem) -> dict[str, Any]:
    found = to_json(panel_item, _OWN)
    found["actions"] = _actions(action for action in family.actions if action.panel_item == panel_item.id)
    known = [to_json(each, _OWN) for each in family.known if each.panel_item == panel_item.id]
    _keep(found, "known", known, panel_item.kept_empty)
    return found


def _actions(actions: Iterable[Action]) -> list[Any]:
    return [to_json(action, _PARENT) for action in actions]


def _keep(found: dict[str, Any], key: str, written: list[Any], kept_empty: tuple[str, ...]) -> None:
    if written or key in kept_empty:
        found[key] = written
