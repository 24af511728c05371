from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.keys import CHOOSABLE, Taken, keymap, nearest_act, read_keys, taken

PLACES: dict[str, dict[str, tuple[str, ...]]] = {
    "Home": {"undo": ("f8", "ctrl+r"), "home.open": ("enter",)},
    "A meeting": {"undo": ("f8", "ctrl+r"), "meeting.quick_line": ("f2", "ctrl+n")},
}


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("f11", ("f11",)),
        ("F11, Ctrl+Y", ("f11", "ctrl+y")),
        ("ctrl-y", ("ctrl+y",)),
        ("CTRL Y,f11,F11,", ("ctrl+y", "f11")),
        ("ctrl + y", ("ctrl+y",)),
        ("  ", ()),
    ],
)
def test_keys_are_read_as_people_write_them(typed: str, keys: tuple[str, ...]) -> None:
    assert read_keys(typed).keys == keys
    assert read_keys(typed).problem == ""


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("crtl+n", "There is no key “crtl+n”. Did you mean ctrl+n?"),
        ("f112", "There is no key “f112”. Did you mean f12?"),
        ("f11, strl+y", "There is no key “strl+y”. Did you mean ctrl+y?"),
        ("§§§§§§", "There is no key “§§§§§§”."),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest_one(typed: str, problem: str) -> None:
    assert read_keys(typed).problem == problem
    assert read_keys(typed).keys == ()


@pytest.mark.parametrize(
    "key", ["a", "?", "7", "enter", "backspace", "delete", "tab", "up", "left", "space", "escape", "home"]
)
def test_keys_that_text_needs_cannot_be_taken(key: str) -> None:
    assert read_keys(key).problem.startswith(f"“{key}” is needed for typing.")


@pytest.mark.parametrize("letter", "chijmvx")
def test_what_a_terminal_sends_for_enter_tab_and_backspace_cannot_be_taken_nor_copy_cut_and_paste(
    letter: str,
) -> None:
    assert "needed for typing" in read_keys(f"ctrl+{letter}").problem


def test_an_unknown_act_is_answered_with_the_nearest_one() -> None:
    acts = ("meeting.quick_line", "undo")
    assert nearest_act("meetng.quick_line", acts) == (
        "There is no act “meetng.quick_line”. Did you mean meeting.quick_line?"
    )
    assert nearest_act("zzz", acts) == "There is no act “zzz”."


def test_a_key_that_another_act_of_the_same_place_has_is_found() -> None:
    assert taken("undo", ("f11", "f2"), PLACES) == Taken(
        key="f2", act="meeting.quick_line", place="A meeting"
    )


def test_a_key_that_only_acts_of_other_places_have_is_free() -> None:
    assert taken("home.open", ("f2",), PLACES) is None
    assert taken("undo", ("f8", "f11"), PLACES) is None


def test_keys_that_make_no_sense_are_passed_over_at_the_start() -> None:
    assert keymap({"undo": "f11,ctrl+y", "help": "enter", "cover": "", "back": "f99"}) == {
        "undo": "f11,ctrl+y"
    }


@settings(max_examples=60)
@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_key_that_may_be_chosen_or_refused_in_words(typed: str) -> None:
    read = read_keys(typed)
    assert all(key in CHOOSABLE for key in read.keys)
    assert not (read.keys and read.problem)
    assert read.keys or read.problem or not typed.replace(",", "").strip()
