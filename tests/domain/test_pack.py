from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from eymeeting.packs import default_pack


def test_an_area_the_pack_does_not_know_is_shown_as_written() -> None:
    assert default_pack().area_name("gardening") == "gardening"
    assert not default_pack().is_asked_alone("gardening")


def test_a_step_is_called_as_in_its_meeting_or_in_another_and_never_nothing() -> None:
    pack = default_pack()
    assert pack.step_title("actions") == "What will happen next"
    assert pack.step_title("actions", "taf_closing") == "After today"
    assert pack.step_title("journey", "taf_closing") == "Our Family Journey"
    assert replace(pack, meetings=()).step_title("actions") == "Actions"


def test_an_area_that_is_asked_alone_or_off_is_not_scored_together() -> None:
    together = [area.id for area in default_pack().joint_areas()]
    assert len(together) == 9
    assert not {"safety", "work", "habits", "law"} & set(together)


@given(st.integers(1, 10))
def test_every_score_has_its_band(value: int) -> None:
    band = default_pack().band(value)
    assert band.low <= value <= band.high
