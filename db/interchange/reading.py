"""From JSON text to families: all of them sound, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

from db.interchange.checking import checked
from db.interchange.places import named
from db.interchange.shapes import from_json
from db.interchange.writing import relations_of
from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import Agreement, Answer, Sharing
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import (
    JOURNEY,
    STORY,
    Attendance,
    ChildWords,
    Closure,
    Contribution,
    Copy,
    Correction,
    EasyWords,
    FamilyChange,
    Heard,
    Invitation,
    LeadAgreement,
    LeftOpen,
    Line,
    Meeting,
    Priority,
    Safeguarding,
    SafetyScore,
    Score,
    StepTime,
)
from eymeeting.domain.panel import Known, PanelItem
from eymeeting.domain.people import FamilyDetails, Household, Person, Relation, Worker
from eymeeting.domain.problems import Refused
from eymeeting.domain.soundness import faults

E = TypeVar("E", bound=Entry)
_SHOWN: Final = 20
_MEETING_LISTS: Final = (
    "contributions",
    "child_words",
    "priorities",
    "updates",
    "family_changes",
    "step_times",
    "invitations",
    "heard",
    "left_open",
    "corrections",
    "safety_line",
)
_FAMILY_LISTS: Final = ("sharing", "lead_agreements", "updates_between", "contacts", "easy_words")


class UnsoundFile(Refused):
    """A file that cannot be taken in. One sentence a line: the family, the field and the problem."""

    def __init__(self, problems: Iterable[str]) -> None:
        found = list(problems)
        shown = found[:_SHOWN]
        if len(found) > _SHOWN:
            shown.append(f"And {len(found) - _SHOWN} more.")
        super().__init__("\n".join(["Nothing was imported: the file does not fit.", *shown]))


def read_families(text: str) -> tuple[Family, ...]:
    """The families in a JSON text, every text in them cleaned.

    Raises:
        UnsoundFile: the text is not JSON, does not fit the schema, or names
            somebody or something that is not there.

    """
    given, problems = checked(text)
    if problems:
        raise UnsoundFile(problems)
    families = [_family(each, place) for place, each in enumerate(given["families"])]
    refs = [family.ref for family in families]
    twice = [
        f"Family {named(ref, refs.index(ref))} is in the file twice."
        for ref in dict.fromkeys(refs)
        if refs.count(ref) > 1
    ]
    wrong = [
        f"Family {named(family.ref, place)}: {fault}"
        for place, family in enumerate(families)
        for fault in faults(family)
    ]
    if twice or wrong:
        raise UnsoundFile([*twice, *wrong])
    return tuple(families)


def _family(given: Mapping[str, Any], place: int) -> Family:
    empty = tuple(key for key in ("safe_contact", *_FAMILY_LISTS) if key in given and not given[key])
    held = {key: value for key, value in given.items() if key not in empty}
    alone = tuple(
        relations_of(each["id"]) for each in given["people"] if "relations" in each and not each["relations"]
    )
    details = from_json(FamilyDetails, held, position=place, kept_empty=(*empty, *alone))
    meetings = [_meeting(each, number) for number, each in enumerate(given["meetings"])]
    ids = {meeting.number: meeting.id for meeting in meetings}
    panel_items = [_panel_item(each, number) for number, each in enumerate(given["panel_items"])]
    told = _Told()
    told.in_meetings(meetings, given["meetings"])
    told.in_panels(panel_items, given["panel_items"])
    return Family(
        details=details,
        households=tuple(_many(Household, given["addresses"], "h")),
        people=tuple(_named(Person, given["people"])),
        relations=tuple(_relations(given["people"])),
        workers=tuple(_named(Worker, given["professionals"])),
        agreements=tuple(_many(Agreement, given["agreement"], "g")),
        answers=tuple(_answers(given["agreement"])),
        sharings=tuple(_sharings(given.get("sharing", []), ids)),
        meetings=tuple(meetings),
        lead_agreements=tuple(_many(LeadAgreement, given.get("lead_agreements", []), "l")),
        panel_items=tuple(panel_items),
        updates=(
            *told.of(Update),
            *_many(Update, given.get("updates_between", []), "between", len(told.of(Update))),
        ),
        attendance=told.of(Attendance),
        lines=told.of(Line),
        scores=told.of(Score),
        contributions=told.of(Contribution),
        child_words=told.of(ChildWords),
        priorities=told.of(Priority),
        actions=told.of(Action),
        copies=told.of(Copy),
        family_changes=told.of(FamilyChange),
        closures=told.of(Closure),
        safeguarding=told.of(Safeguarding),
        step_times=told.of(StepTime),
        known=told.of(Known),
        invitations=told.of(Invitation),
        heard=told.of(Heard),
        left_open=told.of(LeftOpen),
        corrections=told.of(Correction),
        safety_scores=told.of(SafetyScore),
        contacts=tuple(_many(Contact, given.get("contacts", []), "contact")),
        easy_words=tuple(_many(EasyWords, given.get("easy_words", []), "easy")),
    )


def _meeting(given: Mapping[str, Any], place: int) -> Meeting:
    empty = [key for key in _MEETING_LISTS if key in given and not given[key]]
    for key in ("story", "journey"):
        told = given.get(key)
        if told is not None:
            empty += [f"{key}.{section}" for section in told if not told[section]]
            empty += [] if told else [key]
    return from_json(Meeting, given, id=f"m{place + 1}", position=place, kept_empty=tuple(empty))


def _panel_item(given: Mapping[str, Any], place: int) -> PanelItem:
    empty = ("known",) if "known" in given and not given["known"] else ()
    return from_json(PanelItem, given, id=f"panel{place + 1}", position=place, kept_empty=empty)


class _Told:
    """Gathers the entries inside meetings and panel items, numbered through the whole family."""

    def __init__(self) -> None:
        self._found: dict[type[Entry], list[Entry]] = {}

    def of(self, kind: type[E]) -> tuple[E, ...]:
        return tuple(entry for entry in self._found.get(kind, []) if isinstance(entry, kind))

    def in_meetings(self, meetings: Iterable[Meeting], given: Iterable[Mapping[str, Any]]) -> None:
        for meeting, each in zip(meetings, given, strict=True):
            for kind, key in _IN_MEETINGS:
                for one in each.get(key, []):
                    self._add(kind, one, meeting=meeting.id)
            for part, sections in (("story", STORY), ("journey", JOURNEY)):
                for section in sections:
                    for one in each.get(part, {}).get(section, []):
                        self._add(Line, one, meeting=meeting.id, section=section)
            for kind, key in ((Closure, "closure"), (Safeguarding, "safeguarding")):
                if key in each:
                    self._add(kind, each[key], meeting=meeting.id)

    def in_panels(self, panel_items: Iterable[PanelItem], given: Iterable[Mapping[str, Any]]) -> None:
        for panel_item, each in zip(panel_items, given, strict=True):
            for one in each["actions"]:
                self._add(Action, one, panel_item=panel_item.id)
            for one in each.get("known", []):
                self._add(Known, one, panel_item=panel_item.id)

    def _add(self, kind: type[Entry], given: Mapping[str, Any], **parent: str) -> None:
        kept = self._found.setdefault(kind, [])
        own = {} if "id" in given else {"id": f"{kind.__name__.lower()}{len(kept) + 1}"}
        kept.append(from_json(kind, given, position=len(kept), **own, **parent))


_IN_MEETINGS: Final[tuple[tuple[type[Entry], str], ...]] = (
    (Attendance, "attendance"),
    (Score, "scores"),
    (Contribution, "contributions"),
    (ChildWords, "child_words"),
    (Priority, "priorities"),
    (Action, "actions"),
    (Update, "updates"),
    (Copy, "copies"),
    (FamilyChange, "family_changes"),
    (StepTime, "step_times"),
    (Invitation, "invitations"),
    (Heard, "heard"),
    (LeftOpen, "left_open"),
    (Correction, "corrections"),
    (SafetyScore, "safety_line"),
)


def _named(kind: type[E], given: Iterable[Mapping[str, Any]]) -> Iterator[E]:
    for place, each in enumerate(given):
        yield from_json(kind, each, position=place)


def _many(kind: type[E], given: Iterable[Mapping[str, Any]], prefix: str, first: int = 0) -> Iterator[E]:
    for place, each in enumerate(given, start=first):
        yield from_json(kind, each, id=f"{prefix}{place + 1}", position=place)


def _relations(people: Iterable[Mapping[str, Any]]) -> Iterator[Relation]:
    told = [(person["id"], each) for person in people for each in person.get("relations", [])]
    for place, (person, each) in enumerate(told):
        yield from_json(Relation, each, id=f"r{place + 1}", position=place, person=person)


def _answers(agreements: Iterable[Mapping[str, Any]]) -> Iterator[Answer]:
    place = 0
    for number, agreement in enumerate(agreements, start=1):
        for agency, answer in agreement["agencies"].items():
            place += 1
            yield from_json(
                Answer, answer, id=f"answer{place}", position=place - 1, agreement=f"g{number}", agency=agency
            )


def _sharings(given: Iterable[Mapping[str, Any]], meetings: Mapping[int, str]) -> Iterator[Sharing]:
    for place, each in enumerate(given):
        meeting = meetings.get(each["meeting"], "") if "meeting" in each else None
        yield from_json(Sharing, each, id=f"s{place + 1}", position=place, meeting=meeting)
