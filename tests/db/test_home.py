from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from made.wards import everybody_came, met, wards

from db.file import OpenFile, UnusableFile, open_file
from db.home import SHOWN, FamilyFinder, FamilyFound
from db.interchange import read_families
from db.store import NotSaved, Store
from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.family import Change, Family
from eymeeting.domain.people import FamilyDetails, Person
from eymeeting.domain.sitting import Place
from eymeeting.packs import default_pack

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def in_the_list(family: Family) -> FamilyFound:
    """How a family stands in Home's list, worked out from the whole of it."""
    meetings = family.meetings_in_order()
    following = meetings[-1].next_meeting if meetings else None
    unfinished = [meeting for meeting in meetings if meeting.outcome is None]
    return FamilyFound(
        ref=family.ref,
        name=family.details.chosen_name or family.details.family_name,
        meeting_on=min((meeting.on for meeting in unfinished), default=None),
        begun=any(time.meeting == meeting.id for time in family.step_times for meeting in unfinished),
        last_met=max((meeting.on for meeting in meetings if meeting.took_place), default=None),
        next_meeting=following.on if following else None,
        closed=family.details.closed
        or (meetings[-1].on if meetings and meetings[-1].outcome == "close" else None),
    )


@settings(
    max_examples=15,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_the_list_says_what_the_store_says(generated: ModuleType, blank: Path, data: st.DataObject) -> None:
    given_families = read_families(json.dumps(data.draw(generated.families_in_json(most=3))))
    with (
        TemporaryDirectory() as folder,
        closing(open_file(Path(shutil.copy(blank, folder)), {})) as file,
    ):
        store = Store(file, lambda: NOW)
        store.take_in(given_families)
        found = FamilyFinder(file).find("")
        kept = {ref: in_the_list(store.family(ref)) for ref in store.refs()}
        assert {family.ref: family for family in found.families} == kept
        assert found.in_all == len(kept)
        for family in given_families:
            for word in words_of(family):
                start = data.draw(st.integers(0, len(word)))
                part = word[start : data.draw(st.integers(start, len(word)))]
                assert family.ref in [each.ref for each in FamilyFinder(file).find(part).families]


def words_of(family: Family) -> list[str]:
    people = [(person.first_name, person.last_name, person.own_script) for person in family.people]
    return [
        family.ref,
        family.details.family_name,
        family.details.chosen_name or "",
        *(word or "" for words in people for word in words),
    ]


def person(first: str, last: str, **known: Any) -> Person:
    return Person(
        id="p1",
        first_name=first,
        last_name=last,
        relationship="mother",
        kind="adult",
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household=None,
        **known,
    )


@pytest.fixture
def find(store: Store, file: OpenFile) -> Callable[[str], list[str]]:
    """A function that gives the references of the families found, among a few with special names."""
    named = {
        "F-PERCENT": person("Hundred % Sure", "Ames"),
        "F-LINE": person("Under_score", "Bell"),
        "F-SLASH": person("Back\\slash", "Cole"),
        "F-PLAIN": person("Hundredth Sure", "Underscore"),
        "F-LUKASZ": person("Łukasz", "Wiśniewski", preferred_name="Lukaszek"),
        "F-DANG": person("Hồng", "Đặng", name_order="family first"),
        "F-OWN": person("Muhammad", "", own_script="مُحَمَّد"),
        "F-LONG": person("Mary  Ann", "O’Neill"),
    }
    store.take_in(
        [
            Family(details=FamilyDetails(id=ref, family_name=f"Case {place}"), people=(each,))
            for place, (ref, each) in enumerate(named.items())
        ]
    )
    finder = FamilyFinder(file)
    return lambda typed: [family.ref for family in finder.find(typed).families]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("%", ["F-PERCENT"]),
        ("d % s", ["F-PERCENT"]),
        ("under_", ["F-LINE"]),
        ("_", ["F-LINE"]),
        ("\\", ["F-SLASH"]),
        ("k\\s", ["F-SLASH"]),
        ("%%", []),
        ("'", ["F-LONG"]),
        ('"; drop table family', []),
        ("lukasz wis", ["F-LUKASZ"]),
        ("WIŚNIEWSKI łuk", ["F-LUKASZ"]),
        ("lukaszek", ["F-LUKASZ"]),
        ("dang", ["F-DANG"]),
        ("đặng hồng", ["F-DANG"]),
        ("Hong", ["F-DANG"]),
        ("محمد", ["F-OWN"]),
        ("mary  ann o'n", ["F-LONG"]),
        ("  mary  ", ["F-LONG"]),
        ("case 3", ["F-PLAIN"]),
        ("f-own", ["F-OWN"]),
        (
            "\ud800\x00\x1b",
            ["F-PERCENT", "F-LINE", "F-SLASH", "F-PLAIN", "F-LUKASZ", "F-DANG", "F-OWN", "F-LONG"],
        ),
        ("nobody", []),
        ("x" * 100_000, []),
        ("%_\\" * 30_000, []),
    ],
    ids=lambda each: str(each)[:20],
)
def test_families_are_found_as_people_type(
    typed: str, found: list[str], find: Callable[[str], list[str]]
) -> None:
    assert find(typed) == found


def test_somebody_new_is_found_at_once_and_somebody_gone_no_more(store: Store, file: OpenFile) -> None:
    family = Family(details=FamilyDetails(id="F-1", family_name="Ames"))
    store.take_in([family])
    added = Change(family="F-1", before=None, after=person("Zofia", "Bell"))
    finder = FamilyFinder(file)
    store.apply(added, who="w1")
    assert finder.find("zofia").in_all == 1
    store.apply(added.undone(), who="w1")
    assert finder.find("zofia").in_all == 0
    renamed = replace(family.details, family_name="Cole")
    store.apply(Change(family="F-1", before=family.details, after=renamed), who="w1")
    assert finder.find("cole").in_all == 1
    assert finder.find("ames").in_all == 0


def test_families_come_in_the_order_of_their_names_as_people_look_for_them(
    store: Store, file: OpenFile
) -> None:
    names = ["Abbott", "de Vries", "Łuczak", "Mbeki", "Ó Súilleabháin", "Patel", "Żukowska"]
    store.take_in(
        [
            Family(details=FamilyDetails(id=f"F-{place}", family_name="Bell", chosen_name=name))
            for place, name in enumerate(reversed(names))
        ]
    )
    finder = FamilyFinder(file)
    assert [family.name for family in finder.find("").families] == names
    assert [family.name for family in finder.find("f-").families] == names
    store.apply(
        Change(
            family="F-0",
            before=FamilyDetails(id="F-0", family_name="Bell", chosen_name="Żukowska"),
            after=FamilyDetails(id="F-0", family_name="Aalto"),
        ),
        who="w1",
    )
    assert next(family.ref for family in finder.find("").families) == "F-0"


def test_a_planned_meeting_is_not_begun_until_somebody_sits_down_at_it(store: Store, file: OpenFile) -> None:
    store.take_in([everybody_came(met(wards(), date(2026, 12, 1), outcome=None))])
    finder = FamilyFinder(file)
    [planned] = finder.find("").families
    assert (planned.meeting_on, planned.begun, planned.last_met) == (date(2026, 12, 1), False, None)
    store.begin_sitting("W-1", "m1", "w1", Place(step="welcome"))
    [begun] = finder.find("").families
    assert begun.begun


def test_the_first_of_many_families_are_listed_whatever_is_typed(store: Store, file: OpenFile) -> None:
    opened = date(2026, 11, 2)
    details = [
        FamilyDetails(id=f"F-{number:03}", family_name=f"Name {number:03}", opened=opened)
        for number in range(220)
    ]
    store.take_in([Family(details=each) for each in details])
    finder = FamilyFinder(file)
    assert finder.find("").in_all == 220
    for typed in ("", "n", "na", "name"):
        found = finder.find(typed)
        assert [family.ref for family in found.families] == [f"F-{number:03}" for number in range(SHOWN)]
        assert found.in_all == (None if typed else 220)
    few = finder.find("9")
    assert (len(few.families), few.in_all) == (40, 40)
    assert [family.ref for family in finder.find("name 219").families] == ["F-219"]
    everybody = finder.find("name 1")
    assert (len(everybody.families), everybody.in_all) == (100, 100)
    waiting, *_ = finder.due_by_working_days(NOW.date(), default_pack().limits, EnglandCalendar())
    assert (len(waiting.rows), waiting.in_all, waiting.rows[0].ref) == (100, 220, "F-000")


def test_nobody_is_found_before_there_are_tables(tmp_path: Path, opened: Callable[[Path], OpenFile]) -> None:
    finder = FamilyFinder(opened(tmp_path / "new.sqlite3"))
    assert finder.find("").in_all == 0
    assert finder.due(NOW.date()) == ()
    assert finder.due_by_working_days(NOW.date(), default_pack().limits, EnglandCalendar()) == ()
    assert not finder.is_interrupted()


@pytest.mark.parametrize("day", ["2026-1\x01-22", 7, b"2026-11-22"])
def test_a_day_that_cannot_be_read_is_told_as_damage(
    day: object, store: Store, file: OpenFile, every_key: tuple[Family, ...]
) -> None:
    store.take_in(every_key[:1])
    file.connection.execute('UPDATE meeting SET "on" = ?', [day])
    with pytest.raises(NotSaved, match=r"cannot be kept .* or be read"):
        store.family(every_key[0].ref)
    with pytest.raises(UnusableFile, match="is damaged"):
        FamilyFinder(file).find("")


def test_the_last_meeting_says_when_the_next_one_is(
    store: Store, file: OpenFile, every_key: tuple[Family, ...]
) -> None:
    family = next(
        each for each in every_key if any(meeting.next_meeting for meeting in each.meetings) and each.meetings
    )
    [first, *_] = [meeting for meeting in family.meetings if meeting.next_meeting]
    day = date(2027, 1, 5)
    both = [replace(first, id=f"t{number}", number=number, on=day, start="10:00") for number in (90, 91)]
    both[0] = replace(both[0], next_meeting=None)
    store.take_in([replace(Family(details=family.details), meetings=tuple(reversed(both)))])
    [found] = FamilyFinder(file).find("").families
    assert first.next_meeting is not None
    assert found.next_meeting == first.next_meeting.on
