from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, action, copy_for, with_more

from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.cost import in_pounds, is_sayable, read_cost, total
from eymeeting.domain.full_record import full_record
from eymeeting.domain.owed import owed_list
from eymeeting.domain.quick_line import QuickLine, read_quick_line

TODAY = date(2026, 11, 22)
OURS, THEIRS = "Take the bus to group", "Buy a stair gate"
COSTING = with_more(
    actions=(action(OURS, "mum", budget_pounds=12.5), action(THEIRS, "teacher", budget_pounds=40.0))
)


def read(text: str) -> QuickLine:
    return read_quick_line(text, FAMILY, PACK, TODAY, EnglandCalendar())


@pytest.mark.parametrize(
    ("text", "cost", "due"),
    [
        ("Buy a gate @rosa £40", 40.0, None),
        ("Buy a gate @rosa £40 fri", 40.0, date(2026, 11, 27)),
        ("Buy a gate @rosa fri £40", 40.0, date(2026, 11, 27)),
        ("Buy a gate @rosa fri 27 nov, £12.50 #home ~it is up", 12.5, date(2026, 11, 27)),
        ("Buy a gate @rosa #home £1,250", 1250.0, None),
        ("Buy a gate @rosa for £40", 40.0, None),
        ("Buy a gate #home £40", 40.0, None),
    ],
)
def test_a_sum_behind_the_name_or_the_area_is_what_it_costs(text: str, cost: float, due: date | None) -> None:
    line = read(text)
    assert (line.what, line.cost, line.due, line.problems) == ("Buy a gate", cost, due, ())
    assert in_pounds(cost) in line.understood


def test_a_sum_among_the_words_stays_there_and_it_is_said_how_it_would_be_counted() -> None:
    line = read("Buy a gate for £40 @rosa fri")
    assert (line.what, line.cost) == ("Buy a gate for £40", None)
    assert "To count what it costs, put the sum behind the name." in line.remarks
    assert read("Ask who paid the £40 back @rosa fri").remarks == ()


def test_two_sums_or_words_about_a_sum_are_said_and_never_dropped() -> None:
    assert "One line has one cost." in read("Buy @rosa £40 #home £50").problems
    assert read("Buy @rosa £40 #home £40").cost == 40.0
    assert "I don't understand “each”." in read("Buy @rosa £40 each").problems
    assert "I don't understand “£4x”." in read("Buy @rosa £4x").problems


@given(st.text(alphabet="£ 0123456789.,forab", max_size=24))
def test_nothing_but_sums_is_taken_out_of_words(text: str) -> None:
    costs, rest = read_cost(text)
    assert len(rest) == len(text)
    assert sum(here != there for here, there in zip(rest, text, strict=True)) >= 2 * len(costs)
    assert bool(costs) or rest == text


@given(st.integers(0, 10**9))
def test_every_sum_in_whole_pence_can_be_said(pence: int) -> None:
    amount = float(f"{pence // 100}.{pence % 100:02}")
    assert is_sayable(amount)
    assert read(f"Buy @rosa {in_pounds(amount)}").cost == amount


def test_a_total_is_only_there_where_something_costs() -> None:
    assert total(()) == total((action("x", "mum"),)) == ""
    assert total(COSTING.actions) == "£52.50"
    assert total((action("x", "mum", budget_pounds=0.1), action("y", "mum", budget_pounds=0.2))) == "£0.30"


def test_a_family_is_told_what_its_own_costs_and_a_worker_what_theirs_does() -> None:
    told = {each.what: each.cost for each in copy_for("mum", COSTING).actions}
    assert told == {OURS: "£12.50", THEIRS: ""}
    owed = owed_list(COSTING, "teacher", today=date(2026, 6, 1), pack=PACK)
    assert {each.what: each.cost for each in owed.actions} == {THEIRS: "£40"}
    helped = replace(
        COSTING, actions=tuple(replace(each, helpers=("teacher",)) for each in COSTING.actions[:1])
    )
    [helping] = owed_list(helped, "teacher", today=date(2026, 6, 1), pack=PACK).helps
    assert helping.cost == ""


def test_the_record_has_every_cost_and_what_they_come_to() -> None:
    record = full_record(COSTING, "lead", today=date(2026, 6, 1), pack=PACK)
    assert [each.what for each in record.actions] == [f"{OURS} (costs £12.50)", f"{THEIRS} (costs £40)"]
    assert dict(record.decisions)["Costs agreed, together"] == "£52.50"
    bare = full_record(with_more(), "lead", today=date(2026, 6, 1), pack=PACK)
    assert "Costs agreed, together" not in dict(bare.decisions)
