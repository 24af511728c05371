from dataclasses import replace
from datetime import date

import pytest
from made.panels import item, osmans, whites

from eymeeting.domain.panel import TellFamily
from eymeeting.domain.panel_lists import late, tell_the_family, told
from eymeeting.domain.problems import Refused

TODAY = date(2026, 11, 26)


def test_families_are_told_by_their_day_those_nobody_tells_yet_first_and_the_told_last() -> None:
    nobody = item(tell_family=None)
    later = item(tell_family=TellFamily(who="p1", by=date(2026, 12, 1)))
    done = item(tell_family=TellFamily(who="w1", by=date(2026, 11, 24), told_on=date(2026, 11, 24)))
    rows = tell_the_family(
        [(whites(), done), (whites(), later), (osmans(), item()), (osmans(), nobody)], TODAY
    )
    assert [(each.ref, each.who, each.by and each.by.day) for each in rows] == [
        ("EYM-0701", "", None),
        ("EYM-0701", "Grace Holloway (family support worker)", 25),
        ("EYM-0702", "the mother", 1),
        ("EYM-0702", "Grace Holloway (family support worker)", 24),
    ]
    assert [each.family_name for each in late(rows)] == ["Team Osman"]


def test_a_talk_that_was_put_off_with_nothing_decided_is_told_to_nobody() -> None:
    put_off = item(decision=None, tell_family=None, carried_to=date(2026, 12, 1))
    assert tell_the_family([(osmans(), put_off)], TODAY) == ()


def test_a_family_that_was_told_is_not_late_any_more_and_undoing_brings_it_back() -> None:
    family = osmans()
    change = told(family, item(), TODAY)
    after = family.after(change)
    [row] = tell_the_family([(after, after.panel_items[0])], TODAY)
    assert (row.told_on, row.is_late) == (TODAY, False)
    assert after.after(change.undone()) == family


def test_nobody_has_told_a_family_that_nobody_was_asked_to_tell() -> None:
    with pytest.raises(Refused, match="Say who, and by when"):
        told(osmans(), replace(item(), tell_family=None), TODAY)
