from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made.pells import PACK
from made.wards import met, wards

from eymeeting.domain.before_we_finish import checks
from eymeeting.domain.cutting import choose_meeting
from eymeeting.domain.earlier import earlier_meetings
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.full_record import full_record
from eymeeting.domain.meeting import Contribution, Meeting
from eymeeting.domain.planning import coming_meeting, next_kind
from eymeeting.domain.problems import Refused
from eymeeting.domain.sight import Reader, is_open_in_the_room, sees
from eymeeting.domain.telling import (
    WhatWasTold,
    is_untold,
    may_go_on,
    promised,
    takes_nothing_yet,
    what_was_told,
    who_tells,
    why_not_yet,
    with_what_was_told,
)
from eymeeting.domain.text import clean_line
from eymeeting.domain.whose_copies import copies_for

TODAY = date(2026, 11, 22)
FIRST = date(2026, 9, 1)
TALKED = date(2026, 11, 20)
SAID = "Zofia may lose the flat"
TOLD = WhatWasTold(what="that we talk about the flat", by="Grace Holloway", on=date(2026, 11, 18))


def talked(told: WhatWasTold | None = None, because: str | None = None) -> Family:
    """The Wards, met once and then talked about by helpers, who said and agreed something."""
    family = met(met(wards(), FIRST), TALKED, kind="professionals_discussion")
    discussion = replace(family.meetings[-1], went_on_because=because)
    discussion = discussion if told is None else with_what_was_told(discussion, told)
    said = Contribution(id="k1", meeting=discussion.id, by="w1", visibility=FOR_THE_FAMILY, worry=SAID)
    family = replace(family, meetings=(family.meetings[0], discussion), contributions=(said,))
    for change in promised(family, discussion, who="w1", by=date(2026, 11, 27)):
        family = family.after(change)
    return family


def discussion_of(family: Family) -> Meeting:
    return family.meetings[-1]


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        (WhatWasTold(), ("by whom", "when", "what")),
        (replace(TOLD, on=None), ("when",)),
        (replace(TOLD, by=""), ("by whom",)),
        (replace(TOLD, what=""), ("what",)),
        (TOLD, ()),
    ],
)
def test_there_is_no_talk_until_it_is_said_when_by_whom_and_what(
    told: WhatWasTold, missing: tuple[str, ...]
) -> None:
    discussion = discussion_of(talked(told))
    assert what_was_told(discussion).missing == missing
    assert may_go_on(discussion) is not bool(missing)
    assert bool(why_not_yet(discussion)) is bool(missing)
    for step in ("workers", "actions", "next"):
        assert takes_nothing_yet(discussion, step) is bool(missing)
    for step in ("welcome", "told", "finish"):
        assert not takes_nothing_yet(discussion, step)


def test_a_reason_lets_helpers_talk_and_blank_words_are_no_reason() -> None:
    assert may_go_on(discussion_of(talked(because="nobody answers, and it is urgent")))
    assert not may_go_on(discussion_of(talked(because="  ")))


def test_no_other_kind_of_meeting_waits_for_it() -> None:
    family = met(wards(), FIRST, None)
    assert not takes_nothing_yet(family.meetings[0], "actions")


@given(st.text(max_size=30), st.text(max_size=12), st.none() | st.dates())
def test_what_was_told_comes_back_as_it_was_said(what: str, by: str, on: date | None) -> None:
    what, by = clean_line(what).strip(), clean_line(by).strip()
    if " (told by " in what + by:
        return
    told = WhatWasTold(what=what, by=by, on=on)
    again = what_was_told(with_what_was_told(discussion_of(talked()), told))
    assert (again.what, again.by, again.on) == (told.what, told.by, told.on)


def test_what_is_said_without_the_family_knowing_reaches_none_of_them() -> None:
    family = talked(because="it is urgent")
    said, discussion = family.contributions[0], discussion_of(family)
    assert is_untold(discussion)
    assert not sees(family, Reader(id="p1"), said, today=TODAY, pack=PACK)
    assert sees(family, Reader(id="w1", as_chair_of=discussion.id), said, today=TODAY, pack=PACK)
    later = met(family, TODAY, None, kind="taf_review")
    assert [each.number for each in earlier_meetings(later, later.meetings[-1])] == [1]
    assert not is_open_in_the_room(later, said, pack=PACK, meeting=later.meetings[-1].id)
    assert is_open_in_the_room(family, said, pack=PACK, meeting=discussion.id)
    again = met(family, TODAY, None, kind="professionals_discussion")
    assert is_open_in_the_room(again, said, pack=PACK, meeting=again.meetings[-1].id)
    assert not is_open_in_the_room(family, said, pack=PACK)
    assert SAID not in str(family_copy(family, "p1", today=TODAY, pack=PACK).going_well)
    with pytest.raises(Refused):
        family_copy(family, "p1", today=TODAY, pack=PACK, meeting=2)


def test_once_the_family_is_told_it_may_read_what_was_for_everyone() -> None:
    family = talked(TOLD)
    assert sees(family, Reader(id="p1"), family.contributions[0], today=TODAY, pack=PACK)


def test_a_family_copy_is_of_the_last_meeting_they_were_at_and_of_a_discussion_only_when_the_chair_says_so() -> (
    None
):
    family = talked(TOLD)
    assert choose_meeting(family, "p1", None, today=TODAY).number == 1
    assert choose_meeting(family, "p1", 2, today=TODAY).number == 2
    offered = copies_for(family, discussion_of(family), "w1")
    assert [(each.reader, each.kind, each.is_likely) for each in offered] == [
        ("p1", "family", False),
        ("w1", "record", True),
    ]
    untold = talked(because="it is urgent")
    assert [each.kind for each in copies_for(untold, discussion_of(untold), "w1")] == ["record"]
    assert copies_for(family, discussion_of(family), "w9") == ()


def test_the_reason_stands_in_the_record_alone() -> None:
    record = full_record(talked(because="nobody answers"), "w1", today=TODAY, pack=PACK)
    assert dict(record.details)["Went on although the family was not told, because"] == "nobody answers"
    later = met(talked(because="nobody answers"), TODAY, kind="taf_review")
    assert "nobody answers" not in str(full_record(later, "w1", today=TODAY, pack=PACK))
    assert "nobody answers" not in str(
        replace(family_copy(later, "p1", today=TODAY, pack=PACK), must_not_hold=())
    )


def test_who_tells_the_family_is_something_to_do_like_any_other() -> None:
    family = talked(TOLD)
    promise = who_tells(family, discussion_of(family))
    assert promise is not None
    assert (promise.owner, promise.due) == ("w1", date(2026, 11, 27))
    [change] = promised(family, discussion_of(family), who="w1", by=None, words="Zofia hears it from me")
    again = who_tells(family.after(change), discussion_of(family))
    assert again is not None
    assert (again.due, again.text) == (None, "Zofia hears it from me")
    [gone] = promised(family, discussion_of(family), who=None, by=None)
    assert who_tells(family.after(gone), discussion_of(family)) is None


def test_before_a_discussion_ends_it_asks_who_tells_the_family_and_not_how_they_were_heard() -> None:
    family = talked(TOLD)
    found = {each.id: each for each in checks(family, discussion_of(family), PACK, today=TODAY)}
    assert found["told"].settled
    assert found["tells"].words == "Grace Holloway tells the family by Friday 27 November."
    assert not {"lead", "next", "copies"} & set(found)
    assert not any(each.who for each in found.values())
    bare = replace(family, actions=())
    still = {each.id: each for each in checks(bare, discussion_of(bare), PACK, today=TODAY)}["tells"]
    assert (still.settled, still.words, still.step) == (False, "Nobody is to tell the family yet.", "next")


def test_a_discussion_is_no_first_meeting_and_one_broken_off_goes_on_with_what_was_told() -> None:
    before_any = met(wards(), FIRST, kind="professionals_discussion")
    assert next_kind(before_any) == "taf_first"
    family = talked(TOLD)
    stopped = replace(
        family, meetings=(family.meetings[0], replace(discussion_of(family), outcome="adjourned"))
    )
    again = coming_meeting(stopped, PACK, on=TODAY, start="10:00", venue="Larkfield", chair="w1")
    assert again.type == "professionals_discussion"
    assert what_was_told(again) == TOLD
