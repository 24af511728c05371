from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from made.panels import PANEL, item, osmans, whites
from made.wards import agreed, ended, everybody_came, met, scored, told, wards
from made.wards import given as copied

from db.due import stands
from db.file import OpenFile, UnusableFile, open_file
from db.home import FamilyFinder
from db.interchange import read_families
from db.store import Store
from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.actions import Action, ActionStatus
from eymeeting.domain.contact import Contact
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Outcome
from eymeeting.domain.panel import TellFamily
from eymeeting.domain.panel_gate import blank_item
from eymeeting.domain.panel_lists import told as told_since
from eymeeting.domain.sitting import Place
from eymeeting.domain.standing import MADE_NOT_GIVEN, standing
from eymeeting.domain.what_is_due import (
    DueList,
    Standing,
    copies_from,
    first_meetings_from,
)
from eymeeting.packs import default_pack

NOW = datetime(2026, 11, 22, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
ENGLAND, LIMITS = EnglandCalendar(), default_pack().limits
RELEASED = Path(__file__).with_name("revisions")
OPENED = date(2026, 11, 2)


def due_on(file: OpenFile, today: date = TODAY) -> dict[str, DueList]:
    finder = FamilyFinder(file)
    lists = (*finder.due(today), *finder.due_by_working_days(today, LIMITS, ENGLAND))
    return {each.kind: each for each in lists}


def lines(file: OpenFile, today: date = TODAY) -> dict[str, list[str]]:
    return {kind: [row.line for row in each.rows] for kind, each in due_on(file, today).items() if each.rows}


def kept(file: OpenFile, ref: str) -> Standing:
    found = file.connection.execute("SELECT * FROM standing WHERE family = ?", [ref])
    names = [column[0] for column in found.description]
    return stands(dict(zip(names, found.fetchone(), strict=True)))


def told_of(families: Iterable[Family], today: date) -> dict[str, list[str]]:
    """Whom each list should name, worked out from whole families."""
    first = first_meetings_from(today, LIMITS.first_meeting_wd, ENGLAND)
    copies = copies_from(today, LIMITS.copy_wd, ENGLAND)
    found: dict[str, list[str]] = {
        kind: []
        for kind in (
            *("today", "unfinished", "reviews", "actions", "to_tell", "put_off", "checks"),
            *("first_meetings", "worth_a_look", "copies"),
        )
    }
    for family in families:
        stands = standing(family)
        open_days = [meeting.on for meeting in family.meetings if meeting.outcome is None]
        found["today"] += [family.ref] * (open_days.count(today) + stands.meets_as_agreed(today))
        found["unfinished"] += [family.ref] * sum(day < today for day in open_days)
        for kind, is_due in (
            ("reviews", stands.review_is_due(today)),
            ("actions", bool(stands.late(today))),
            ("checks", stands.check_is_due(today)),
            ("worth_a_look", bool(stands.drifts(today, LIMITS))),
            ("first_meetings", stands.first_meeting_is_due(today, first)),
            ("copies", stands.copies_are_due(copies)),
        ):
            found[kind] += [family.ref] * is_due
        tellings = (each.tell_family for each in family.panel_items)
        found["to_tell"] += [
            family.ref for each in tellings if each and not each.told_on and each.by <= today + 7 * DAY
        ]
        latest = max(family.panel_items, key=lambda each: (each.on, each.position), default=None)
        if latest is not None and latest.carried_to is not None and latest.carried_to <= today:
            found["put_off"].append(family.ref)
    return {kind: sorted(refs) for kind, refs in found.items()}


@settings(
    max_examples=10,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_the_lists_say_what_the_rules_say_of_whole_families(
    generated: ModuleType, blank: Path, data: st.DataObject
) -> None:
    families = read_families(json.dumps(data.draw(generated.families_in_json(most=3))))
    days = sorted({meeting.on for family in families for meeting in family.meetings} | {TODAY})
    near = [day for day in days if date(2, 1, 1) < day < date(9990, 1, 1)]
    today = data.draw(st.sampled_from(near)) + data.draw(st.sampled_from((-DAY, 0 * DAY, DAY, 50 * DAY)))
    with TemporaryDirectory() as folder, closing(open_file(Path(shutil.copy(blank, folder)), {})) as file:
        store = Store(file, lambda: NOW)
        store.take_in(families)
        whole = [store.family(ref) for ref in store.refs()]
        assert {family.ref: kept(file, family.ref) for family in whole} == {
            family.ref: standing(family) for family in whole
        }
        due = due_on(file, today)
        assert {kind: sorted(row.ref for row in each.rows) for kind, each in due.items()} == told_of(
            whole, today
        )
        assert all(len(each.rows) == each.in_all for each in due.values())


STATUSES: tuple[ActionStatus, ...] = ("done", "not_done", "under_way")
meeting_days = st.dates(TODAY - 90 * DAY, TODAY + 30 * DAY)
outcomes: st.SearchStrategy[Outcome | None] = st.sampled_from(
    ["carry_on", "carry_on", "adjourned", "close", "did_not_happen", None]
)


@st.composite
def ward_families(draw: st.DrawFn, ref: str) -> Family:
    family = wards(ref, assessment_date=draw(meeting_days))
    for _ in range(draw(st.integers(0, 4))):
        family = met(
            family,
            draw(meeting_days),
            draw(outcomes),
            draw(st.none() | meeting_days),
            draw(st.sampled_from(["taf_first", "taf_review", "taf_review"])),
        )
        family = scored(family, draw(st.integers(1, 3)), who="p1", asked_by=draw(st.none() | st.just("w1")))
        if draw(st.booleans()):
            family = agreed(
                family, draw(st.none() | meeting_days), after_closing=draw(st.none() | st.just(True))
            )
            if draw(st.booleans()):
                status: ActionStatus = draw(st.sampled_from(STATUSES))
                family = told(family, status, draw(meeting_days), draw(st.none() | meeting_days))
        if draw(st.booleans()):
            family = copied(
                family, draw(st.sampled_from(["p1", "w1"])), draw(st.sampled_from(["sent", MADE_NOT_GIVEN]))
            )
    return ended(family, TODAY - DAY, draw(meeting_days)) if draw(st.integers(0, 3)) == 3 else family


@settings(
    max_examples=8,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.data())
def test_the_lists_follow_every_change(blank: Path, data: st.DataObject) -> None:
    refs = [f"W-{number}" for number in range(4)]
    families = [data.draw(ward_families(ref)) for ref in refs]
    with TemporaryDirectory() as folder, closing(open_file(Path(shutil.copy(blank, folder)), {})) as file:
        store = Store(file, lambda: NOW)
        store.take_in(families)
        for family in families:
            other = data.draw(ward_families(family.ref))
            entries = [
                *(
                    (None, entry)
                    for entry in other.meetings
                    if entry.id not in {m.id for m in family.meetings}
                ),
                *((entry, None) for entry in family.updates[:1]),
                *((entry, None) for entry in family.scores[:1]),
                *((entry, replace(entry, later_check=None)) for entry in family.closures),
                *((entry, replace(entry, outcome="carry_on")) for entry in family.meetings[:1]),
                (family.details, other.details),
            ]
            store.apply(
                *(Change(family=family.ref, before=before, after=after) for before, after in entries),
                who="w1",
            )
        due = due_on(file)
        whole = [store.family(ref) for ref in refs]
        assert {kind: sorted(row.ref for row in each.rows) for kind, each in due.items()} == told_of(
            whole, TODAY
        )


def test_each_family_has_one_plain_line(store: Store, file: OpenFile) -> None:
    after = date(2026, 10, 6)
    given_out = copied(met(wards("W-1"), after, again=TODAY), "p1")
    store.take_in(
        [
            given_out,
            met(wards("W-2"), TODAY, None),
            copied(agreed(met(wards("W-3"), after, again=after + 10 * DAY), after + 2 * DAY), "p1"),
            wards("W-4", opened=OPENED),
            met(wards("W-5"), after, "lighter_touch"),
            met(wards("W-6"), TODAY - DAY, None),
            copied(met(wards("W-7"), TODAY - DAY, "lighter_touch"), "p1", MADE_NOT_GIVEN),
        ]
    )
    assert lines(file) == {
        "today": ["16:00 · Kiln Lane", "16:00 · the blue room"],
        "unfinished": ["was planned for 21 November"],
        "reviews": ["37 days late, agreed for 16 October"],
        "actions": ["1 late, due 8 October"],
        "first_meetings": ["due by Monday 23 November, tomorrow"],
        "copies": ["no copy yet, met 6 October", "1 made, not given yet, met 21 November"],
    }
    assert {row.ref for row in due_on(file)["today"].rows if row.meets} == {"W-1", "W-2"}


def owing(ref: str, by: date | None, **more: object) -> Family:
    family = copied(met(wards(ref), TODAY - DAY, "lighter_touch"), "p1", MADE_NOT_GIVEN)
    *before, last = family.copies
    owed = replace(last, kind="family", owed_by=by, **more)  # type: ignore[arg-type]
    return replace(family, copies=(*before, owed))


def test_copies_that_are_owed_stand_first_the_nearest_day_before_the_others(
    store: Store, file: OpenFile
) -> None:
    newer = owing("W-5", TODAY + DAY)
    newer = copied(newer, "p1", MADE_NOT_GIVEN)
    newer = replace(newer, copies=(newer.copies[0], replace(newer.copies[1], kind="family")))
    given_since = copied(owing("W-6", TODAY), "p1")
    store.take_in(
        [
            owing("W-1", None),
            owing("W-2", TODAY + 5 * DAY),
            owing("W-3", TODAY - DAY),
            owing("W-4", TODAY, removed_on=TODAY),
            newer,
            replace(
                given_since, copies=(given_since.copies[0], replace(given_since.copies[1], kind="family"))
            ),
        ]
    )
    due = due_on(file)["copies"]
    assert [(row.ref, row.line) for row in due.rows] == [
        ("W-3", "1 made, was owed by 21 November, met 21 November"),
        ("W-2", "1 made, owed by Friday 27 November, met 21 November"),
        ("W-1", "1 made, not given yet, met 21 November"),
        ("W-5", "1 made, not given yet, met 21 November"),
    ]
    assert due.in_all == 4


def test_what_a_panel_leaves_to_do_has_a_line_until_it_is_done(store: Store, file: OpenFile) -> None:
    late, soon = TellFamily(who="w1", by=TODAY - DAY), TellFamily(who="w1", by=TODAY + 2 * DAY)
    before = TODAY - 7 * DAY
    put_off = item(id="i2", on=before, brought_by="w1", tell_family=None, decision=None, carried_to=TODAY)
    store.take_in(
        [
            whites(about=item(brought_by="w1", on=before, tell_family=late)),
            replace(osmans(), panel_items=(item(on=before, tell_family=soon), replace(put_off, position=1))),
        ]
    )
    assert lines(file) == {
        "to_tell": [
            "was to be told by 21 November, yesterday",
            "tell them by Tuesday 24 November, in 2 days",
        ],
        "put_off": ["put off to Sunday 22 November, today"],
    }
    family = store.family("EYM-0701")
    done = told_since(family, family.panel_items[0], TODAY)
    again = blank_item(family, replace(PANEL, on=TODAY), 10, "w2")
    store.apply(done, Change(family=family.ref, before=None, after=again), who="w1")
    assert lines(file) == {"to_tell": ["was to be told by 21 November, yesterday"]}


def test_what_drifts_has_one_line_and_the_look_after_a_closing_another_until_it_is_done(
    store: Store, file: OpenFile
) -> None:
    opened = TODAY - 400 * DAY
    drifts = met(
        met(wards("W-1", opened=opened), TODAY - 100 * DAY, again=TODAY - 90 * DAY), TODAY - 20 * DAY
    )
    over = ended(wards("W-2", opened=opened), TODAY - 60 * DAY, check=TODAY + 7 * DAY)
    stays = wards("W-3", opened=TODAY - 100 * DAY)
    for ago in (90, 60, 30):
        stays = scored(met(stays, TODAY - ago * DAY, kind="taf_review" if ago == 30 else "taf_first"), 2)
    store.take_in([drifts, over, stays])
    told_of_both = lines(file)
    assert told_of_both["worth_a_look"] == [
        "last met 70 days late · open since 18 October 2025",
        "a score has not risen over two reviews",
    ]
    assert told_of_both["checks"] == ["agreed for Sunday 29 November, in a week"]
    assert "checks" not in lines(file, TODAY - DAY)
    assert lines(file, TODAY + 30 * DAY)["checks"] == ["agreed for 29 November, 23 days ago"]
    call = Contact(id="t1", position=0, on=TODAY, by="w1", how="call", text="All is well", reached=False)
    store.apply(Change(family="W-2", before=None, after=call), who="w1")
    assert "checks" in lines(file)
    store.apply(Change(family="W-2", before=call, after=replace(call, reached=True)), who="w1")
    assert "checks" not in lines(file)
    store.apply(
        Change(family="W-1", before=drifts.details, after=replace(drifts.details, closed=TODAY)), who="w1"
    )
    assert lines(file)["worth_a_look"] == ["a score has not risen over two reviews"]
    store.apply(
        Change(family="W-3", before=stays.scores[1], after=replace(stays.scores[1], value=5)), who="w1"
    )
    store.apply(
        Change(family="W-3", before=stays.scores[2], after=replace(stays.scores[2], value=3)), who="w1"
    )
    assert "worth_a_look" not in lines(file)


def test_a_meeting_is_under_way_when_somebody_has_sat_down_at_it(store: Store, file: OpenFile) -> None:
    late = met(wards(), date(2026, 10, 6), again=TODAY - 70 * DAY)
    store.take_in([everybody_came(met(late, TODAY, None))])
    assert lines(file)["today"] == ["16:00 · 70 days late · Kiln Lane"]
    store.begin_sitting("W-1", "m2", "w1", Place(step="welcome"))
    assert lines(file)["today"] == ["under way since 16:00 · 70 days late · Kiln Lane"]
    tomorrow = due_on(file, TODAY + DAY)["unfinished"].rows
    assert [(row.line, row.meets) for row in tomorrow] == [("begun on 22 November", True)]


@pytest.mark.parametrize("released", ["0001.sqlite3", "0002.sqlite3"])
def test_a_file_of_an_older_version_has_its_lists_once_it_is_brought_to_this_one(
    released: str, tmp_path: Path, opened: Callable[[Path], OpenFile], ticking: Callable[[], datetime]
) -> None:
    file = opened(Path(shutil.copy(RELEASED / released, tmp_path)))
    finder = FamilyFinder(file)
    assert finder.due(TODAY) == ()
    before = {family.ref for family in finder.find("").families}
    store = Store(file, ticking)
    assert {each.kind for each in finder.due(TODAY)} >= {"today", "reviews", "checks"}
    assert {family.ref for family in finder.find("").families} == before
    assert {ref: kept(file, ref) for ref in store.refs()} == {
        ref: standing(store.family(ref)) for ref in store.refs()
    }


@pytest.mark.parametrize(
    "columns", ["dues = 'no days'", "planned_on = 'soon'", "review_on = '1', agreed_on = 'x'"]
)
def test_a_list_that_cannot_be_read_is_told_as_damage(columns: str, store: Store, file: OpenFile) -> None:
    after = date(2026, 10, 6)
    store.take_in([agreed(met(wards(), after, again=after + DAY), after)])
    file.connection.execute(f"UPDATE standing SET {columns}")
    with pytest.raises(UnusableFile, match="is damaged"):
        due_on(file)


def test_taking_an_action_away_takes_its_lateness_away(store: Store, file: OpenFile) -> None:
    family = agreed(met(wards(), OPENED), OPENED)
    store.take_in([family])
    action: Action = family.actions[0]
    gone = Change(family="W-1", before=action, after=None)
    store.apply(gone, who="w1")
    assert due_on(file)["actions"].in_all == 0
    store.apply(gone.undone(), who="w1")
    assert due_on(file)["actions"].in_all == 1
