from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from made.views import NoHolidays

from db.interchange import read_families, write_families
from eymeeting.domain.family import Family
from eymeeting.domain.full_record import full_record
from eymeeting.domain.gates import may_be_invited, outside_here
from eymeeting.packs import default_pack
from screens.family_desk import FamilyView
from screens.forms.next_meeting import NextMeetingForm

PACK = default_pack()
TODAY = date(2026, 4, 22)


@cache
def whitlocks() -> Family:
    kept = Path(__file__).with_name("over_time.json").read_text("utf-8")
    return next(family for family in read_families(kept) if family.ref == "EYM-0008")


def view(family: Family) -> FamilyView:
    now = datetime(2026, 4, 22, 10, 0, tzinfo=UTC)
    return FamilyView(family=family, pack=PACK, keyboard="w2", now=now, calendar=NoHolidays())


def test_0008_inviting_w4_is_stopped_with_the_reason_and_going_on_needs_a_recorded_one() -> None:
    family, form = whitlocks(), NextMeetingForm("EYM-0008")
    stopped = form.choose(view(family), "who w4", "asked")
    assert stopped.problem == "The family said no to sharing with Hillside Primary on Tuesday 10 February."
    assert stopped.changes == ()
    assert stopped.first is not None
    assert stopped.first.taken_away(view(family)) is None
    given = stopped.first.choose(view(family), "lawful_reason", "risk of significant harm")
    assert not given.problem
    kept = family
    for change in given.changes:
        kept = kept.after(change)
    assert [each.who for each in kept.invitations] == ["w4"]
    (decision,) = kept.sharings
    coming = kept.meetings[-1]
    assert (decision.lawful_reason, decision.meeting) == ("risk of significant harm", coming.id)
    record = full_record(kept, coming.chair, today=coming.on, pack=PACK, meeting=coming.number)
    assert "Lawful reason: risk of significant harm" in " ".join(record.sharing)
    assert read_families(write_families([kept]))[0].sharings[0].lawful_reason == "risk of significant harm"
    undone = kept
    for change in reversed(given.changes):
        undone = undone.after(change.undone())
    assert undone == family


def test_0008_after_21_april_housing_is_outside_and_before_it_was_not() -> None:
    family = whitlocks()
    assert may_be_invited(family, "w3", date(2026, 4, 20)) is None
    gate = may_be_invited(family, "w3", TODAY)
    assert gate is not None
    assert gate.words == "The family stopped sharing with Housing on Tuesday 21 April."
    assert [may_be_invited(family, who, TODAY) for who in ("w1", "w2", "p1")] == [None, None, None]


def test_0008_whoever_was_refused_and_sits_there_all_the_same_is_marked() -> None:
    family = whitlocks()
    first = family.meetings[0]
    assert outside_here(family, first, first.on) == ()
    came = tuple(replace(each, status="present") if each.who == "w4" else each for each in family.attendance)
    (found,) = outside_here(replace(family, attendance=came), first, TODAY)
    assert found[0] == "w4"
