from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eymeeting.domain.actions import Action
from eymeeting.domain.agreed import agreed_action, changes_for, put_right
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.people import FamilyDetails, Worker
from eymeeting.domain.quick_line import QuickLine
from eymeeting.packs import default_pack

PACK = default_pack()
FRIDAY = date(2026, 12, 11)
FAMILY = Family(
    details=FamilyDetails(id="EYM-0001", family_name="Adeyemi"),
    workers=tuple(Worker(id=f"w{n}", position=n, name=f"Worker {n}", role="", agency="") for n in (1, 2, 3)),
)
LINE = QuickLine(
    what="Ring housing",
    owners=("w3", "w1"),
    asks=None,
    due=FRIDAY,
    area="home",
    how_we_will_know="he has a date",
    problems=(),
    remarks=(),
    understood="",
)


def agree(line: QuickLine = LINE, here: tuple[str, ...] = (), family: Family = FAMILY) -> Action:
    return agreed_action(line, family, "m1", here=here, keyboard="w1")


def test_an_action_says_what_the_line_says() -> None:
    action = agree(here=("w1", "w3"))
    assert (action.text, action.owner, action.helpers) == ("Ring housing", "w3", ("w1",))
    assert (action.due, action.area, action.how_we_will_know) == (FRIDAY, "home", "he has a date")
    assert (action.meeting, action.status, action.who_will_ask) == ("m1", "not_started", None)
    assert action.visibility == Visibility(level="family")


def test_an_owner_who_is_not_here_is_still_to_be_asked_by_whoever_types() -> None:
    action = agree(here=("w1", "p1"))
    assert (action.status, action.who_will_ask) == ("not_yet_asked", "w1")


def test_while_nobody_is_marked_nobody_is_away() -> None:
    assert agree(here=()).status == "not_started"


def test_an_action_may_have_no_owner_no_date_and_no_area_yet() -> None:
    bare = replace(LINE, owners=(), due=None, area=None, how_we_will_know=None)
    action = agree(bare, here=("p1",))
    assert (action.owner, action.helpers, action.due, action.area) == (None, None, None, "")
    assert (action.status, action.who_will_ask, action.how_we_will_know) == ("not_started", None, None)


def test_ids_are_never_used_twice() -> None:
    first, second = agree(), replace(agree(), id="a3", position=4)
    family = replace(FAMILY, actions=(first, second))
    third = agree(family=family)
    assert third.id not in ("a1", "a3")
    assert third.position == 5


def test_putting_right_keeps_the_action_and_who_may_see_it() -> None:
    before = replace(agree(), visibility=Visibility(level="named", to=("w1",)), budget_pounds=40.0)
    before = replace(before, child_words="You can come too", carried_from=1, after_closing=True)
    after = put_right(
        before, replace(LINE, what="Ring the council", cost=40.0), PACK, here=("w3",), keyboard="w2"
    )
    assert after == replace(before, text="Ring the council")


@pytest.mark.parametrize(
    ("here", "status", "asker"), [(("w2",), "not_started", None), (("w1",), "not_yet_asked", "w1")]
)
def test_a_new_owner_is_asked_when_away(here: tuple[str, ...], status: str, asker: str | None) -> None:
    after = put_right(agree(), replace(LINE, owners=("w2",)), PACK, here=here, keyboard="w1")
    assert (after.owner, after.helpers) == ("w2", None)
    assert (after.status, after.who_will_ask) == (status, asker)


def test_the_line_says_who_asks_and_an_owner_who_has_come_is_asked() -> None:
    waiting = agree(replace(LINE, who_will_ask="w2"), here=("w1",))
    assert (waiting.status, waiting.who_will_ask) == ("not_yet_asked", "w2")
    same = put_right(waiting, LINE, PACK, here=("w1",), keyboard="w1")
    assert same == waiting
    other = put_right(waiting, replace(LINE, who_will_ask="w1"), PACK, here=("w1",), keyboard="w1")
    assert (other.status, other.who_will_ask) == ("not_yet_asked", "w1")
    came = put_right(waiting, LINE, PACK, here=("w1", "w3"), keyboard="w1")
    assert (came.status, came.who_will_ask) == ("not_started", None)


def test_all_changes_of_a_line_come_from_one_place() -> None:
    [change] = changes_for(LINE, FAMILY, "m1", PACK, here=(), keyboard="w1", today=FRIDAY)
    assert (change.before, change.after) == (None, agree())
    [right] = changes_for(LINE, FAMILY, "m1", PACK, here=(), keyboard="w1", today=FRIDAY, before=agree())
    assert (right.before, right.after) == (agree(), agree())
    unclear = replace(LINE, problems=("Which “joe”?",))
    assert changes_for(unclear, FAMILY, "m1", PACK, here=(), keyboard="w1", today=FRIDAY) == ()


def test_an_action_under_way_stays_so_with_a_new_owner() -> None:
    before = replace(agree(), status="under_way")
    after = put_right(before, replace(LINE, owners=("w2",)), PACK, here=("w1",), keyboard="w1")
    assert after.status == "under_way"


def test_what_a_line_cannot_say_stays_until_it_says_something_else() -> None:
    before = replace(agree(), owner=None, helpers=None, area="work")
    bare = replace(LINE, owners=(), due=None, area=None)
    assert put_right(before, bare, PACK, here=(), keyboard="w1") == before
    said = put_right(before, LINE, PACK, here=(), keyboard="w1")
    assert (said.owner, said.due, said.area) == ("w3", FRIDAY, "home")
    away = put_right(agree(), bare, PACK, here=(), keyboard="w1")
    assert (away.owner, away.due, away.area) == (None, None, "")
