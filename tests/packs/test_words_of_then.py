from __future__ import annotations

from dataclasses import replace
from datetime import date

from eymeeting.domain.meeting import Meeting
from eymeeting.domain.panel_meeting import PackHeld
from eymeeting.packs import default_pack, shipped_text
from eymeeting.packs.held import as_held, words_of

NOW = default_pack()
OURS = shipped_text("essex").replace('name = "Money"', 'name = "Pounds and pence"')
HELD = as_held(NOW, OURS)
MEETING = Meeting(
    id="m1",
    number=1,
    type="taf_first",
    on=date(2026, 6, 1),
    start="10:00",
    planned_minutes=60,
    chair="w1",
    venue="",
    held_under=HELD.fingerprint,
)


def kept(fingerprint: str) -> PackHeld | None:
    return HELD if fingerprint == HELD.fingerprint else None


def test_a_meeting_keeps_the_words_it_was_held_under_and_the_organisation_of_today() -> None:
    now = replace(NOW, organisation="The new hub")
    then = words_of(MEETING, now, kept)
    assert then.area_name("money") == "Pounds and pence"
    assert then.organisation == "The new hub"
    assert words_of(replace(MEETING, held_under=None), now, kept) is now
    assert words_of(replace(MEETING, held_under="nobody"), now, kept) is now


def test_words_that_this_version_cannot_read_give_way_to_those_in_use() -> None:
    assert words_of(MEETING, NOW, lambda _: replace(HELD, text="name = 3")) is NOW


def test_a_pack_has_one_fingerprint_and_another_text_another() -> None:
    assert as_held(NOW, OURS) == HELD
    assert as_held(NOW, OURS + "\n").fingerprint != HELD.fingerprint
