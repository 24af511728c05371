from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import screens
from eymeeting.app import EyMeeting
from eymeeting.domain.keys import CHOOSABLE
from screens.everywhere import EVERYWHERE
from screens.key_list import PLACES, KeyPlace, acts_to_choose_keys_for, document
from screens.meeting import MeetingScreen

ROOT = Path(__file__).parents[2]


def kinds() -> Iterator[type[DOMNode]]:
    """Every screen and field of ours that takes keys."""
    for module in walk_packages(screens.__path__, "screens."):
        for kind in vars(import_module(module.name)).values():
            ours = isinstance(kind, type) and issubclass(kind, DOMNode) and kind.__module__ == module.name
            if ours and "BINDINGS" in vars(kind):
                yield kind


KINDS = sorted(set(kinds()), key=lambda kind: kind.__name__)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
each_place = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)


def bindings(kind: Any) -> list[Binding]:
    return list(vars(kind)["BINDINGS"])


@each_kind
def test_every_key_has_a_name_and_says_what_it_does(kind: type[DOMNode]) -> None:
    for binding in bindings(kind):
        assert binding.id, f"{binding.key} has no name"
        assert binding.tooltip, f"{binding.key} says nothing"


@each_kind
def test_every_screen_and_field_with_keys_is_in_the_list_of_keys(kind: type[DOMNode]) -> None:
    listed = {each for place in PLACES for part in place.parts for each in part.__mro__}
    assert kind in listed


@each_kind
def test_keys_that_may_be_chosen_stand_apart_from_those_that_stay(kind: type[DOMNode]) -> None:
    for binding in bindings(kind):
        keys = binding.key.split(",")
        if any(key in CHOOSABLE for key in keys) and binding.id != "picker.leave":
            assert all(key in CHOOSABLE for key in keys), binding.key
            assert binding.priority, f"{binding.key} would go to the text"


@each_place
def test_no_two_acts_of_a_place_share_a_key_that_may_be_chosen(place: KeyPlace) -> None:
    acts: dict[str, set[str]] = {}
    for act in place.all_acts:
        for key in act.keys:
            if key in CHOOSABLE:
                acts.setdefault(key, set()).add(act.id)
    assert {key: sorted(ids) for key, ids in acts.items() if len(ids) > 1 and "picker.leave" not in ids} == {}


def test_the_same_act_has_the_same_keys_everywhere() -> None:
    for place in PLACES:
        for act in place.acts:
            if act.may_have_other_keys:
                assert act.keys == acts_to_choose_keys_for()[act.id][1].keys, (place.name, act.id)


def test_every_act_of_a_meeting_has_a_function_key_and_a_control_key() -> None:
    keys: dict[str, set[str]] = {}
    for binding in bindings(MeetingScreen):
        if binding.id not in ("help", "help.question_mark"):
            keys.setdefault(binding.action, set()).update(binding.key.split(","))
    for action, its in keys.items():
        assert any(key.startswith("f") for key in its), action
        assert any(key.startswith("ctrl+") for key in its), action


def test_the_keys_of_everywhere_are_the_apps() -> None:
    assert EyMeeting.BINDINGS is EVERYWHERE


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if issubclass(kind, Screen)], ids=lambda kind: kind.__name__
)
def test_f1_is_help_on_every_screen_and_at_most_six_keys_are_shown(kind: type[DOMNode]) -> None:
    of_the_screen = [each for base in kind.__mro__ for each in vars(base).get("BINDINGS", ())]
    ours = [each for each in of_the_screen if isinstance(each, Binding) and each.tooltip]
    assert "f1" in {key for each in ours for key in each.key.split(",")}
    assert issubclass(kind, Screen)


def test_the_document_of_the_keys_is_made_from_the_app() -> None:
    """Write it anew with: python -c "from screens.key_list import document; print(document(), end='')"."""
    assert (ROOT / "docs" / "keys.md").read_text("utf-8") == document()
