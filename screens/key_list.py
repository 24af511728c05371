"""Every key of every place: for the settings, and for the document made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from inspect import cleandoc
from typing import Any, Final

from textual.binding import Binding
from textual.dom import DOMNode

from eymeeting.domain.keys import CHOOSABLE
from screens.agreement import AgreementScreen
from screens.agreement_table import AgreementTable
from screens.copies import CopiesScreen
from screens.cover import CoverScreen
from screens.covered import CoveredScreen
from screens.everywhere import EVERYWHERE
from screens.face import FaceScreen
from screens.family import FamilyScreen
from screens.form_screen import FormScreen
from screens.help import HelpScreen
from screens.home import HomeScreen
from screens.meeting import MeetingScreen
from screens.new_family import NewFamilyScreen
from screens.picker import Picker
from screens.settings.colleagues_place import ColleaguesPlace
from screens.settings.rows_place import RowsPlace
from screens.settings.settings_place import SettingsScreen
from screens.start import StartScreen
from screens.steps import STEPS
from screens.steps.alone import AloneScreen
from screens.steps.area_pick import AreaPick
from screens.widgets.agreement_grid import AgreementGrid
from screens.widgets.key_line import said
from screens.widgets.keyed_rows import KeyedRows
from screens.widgets.lettered_list import LetteredList
from screens.widgets.line_editor import LineEditor
from screens.widgets.quick_line_bar import QuickLineBar
from screens.widgets.ranked_areas import RankedAreas
from screens.widgets.row_form import RowForm
from screens.widgets.score_grid import ScoreGrid
from screens.widgets.somebody_input import SomebodyInput


@dataclass(frozen=True, slots=True)
class Act:
    """Something a key does. ``words`` name it in a word or two, ``tooltip`` says what it is."""

    id: str
    words: str
    tooltip: str
    keys: tuple[str, ...]

    @property
    def may_have_other_keys(self) -> bool:
        """Whether somebody may choose its keys: letters, arrows and Enter stay where they are."""
        return all(key in CHOOSABLE for key in self.keys)


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """A place, and the screens and fields that take keys there."""

    name: str
    parts: tuple[type[DOMNode], ...]
    is_everywhere: bool = False

    @property
    def acts(self) -> tuple[Act, ...]:
        """What its keys do, each once."""
        told: dict[str, Act] = {}
        bindings = [*(EVERYWHERE if self.is_everywhere else ()), *_bindings_of(self.parts)]
        for binding in bindings:
            if isinstance(binding, Binding) and binding.id and binding.tooltip:
                keys = tuple(binding.key.split(","))
                act = Act(binding.id, binding.description or binding.tooltip, binding.tooltip, keys)
                told.setdefault(binding.id, act)
        return tuple(told.values())


def _bindings_of(parts: tuple[type[DOMNode], ...]) -> Iterator[Any]:
    for part in parts:
        for kind in part.__mro__:
            if kind.__module__.startswith("screens."):
                yield from vars(kind).get("BINDINGS", ())
            if not vars(kind).get("_inherit_bindings", True):
                break


_MEETING: Final[tuple[type[DOMNode], ...]] = (
    MeetingScreen,
    QuickLineBar,
    LineEditor,
    *dict.fromkeys(STEPS.values()),
    RankedAreas,
)

PLACES: Final[tuple[KeyPlace, ...]] = (
    KeyPlace("Everywhere", (), is_everywhere=True),
    KeyPlace("Home", (HomeScreen,)),
    KeyPlace("A new family", (NewFamilyScreen,)),
    KeyPlace("A family's place", (FamilyScreen,)),
    KeyPlace("A line for somebody new", (SomebodyInput,)),
    KeyPlace("A form", (FormScreen, RowForm)),
    KeyPlace("Who may know what", (AgreementScreen, AgreementTable)),
    KeyPlace("A meeting", _MEETING),
    KeyPlace("The score grid", (ScoreGrid,)),
    KeyPlace("The agreement grid", (AgreementGrid,)),
    KeyPlace("The areas to score", (AreaPick, KeyedRows)),
    KeyPlace("What is asked alone", (AloneScreen,)),
    KeyPlace("A list of people", (LetteredList,)),
    KeyPlace("The screen turned to the family", (FaceScreen,)),
    KeyPlace("The copies", (CopiesScreen,)),
    KeyPlace("A question", (StartScreen, Picker)),
    KeyPlace("Covered, or after a meeting was cut short", (CoveredScreen, CoverScreen)),
    KeyPlace("Settings", (SettingsScreen, RowsPlace, ColleaguesPlace, RowForm)),
    KeyPlace("Help", (HelpScreen,)),
)
"""In the order of the document."""


IN_SEVERAL: Final = "In several places"
_NAMED: Final[Mapping[str, tuple[str, str]]] = {
    "help": ("Help", "Every key, and what the place is for"),
    "undo": ("Undo", "Take back the last thing done"),
    "back": ("Back, or home", "Back to where you came from; everything is kept"),
    "meet": ("Begin the meeting", "Begin the meeting, or go on with it"),
    "meeting.quick_line": ("Write an action", "Write something to do, and come back"),
    "meeting.step_before": ("The step before", "The step before"),
    "meeting.next_step": ("The next step", "The next step"),
}
"""What acts are called where no place is near to explain them, and what they are."""


@cache
def acts_to_choose_keys_for() -> Mapping[str, tuple[str, Act]]:
    """The acts whose keys may be chosen, with the name of the place each works in, or that there are several."""
    told: dict[str, tuple[str, Act]] = {}
    for place in PLACES:
        for act in place.acts:
            if not act.may_have_other_keys:
                continue
            words, tooltip = _NAMED.get(act.id, (act.words, act.tooltip))
            where, first = told.get(act.id, (place.name, replace(act, words=words, tooltip=tooltip)))
            stays = where in (place.name, PLACES[0].name) or act.id.startswith("meeting.")
            told[act.id] = (where if stays else IN_SEVERAL, first)
    order = (PLACES[0].name, IN_SEVERAL, *(place.name for place in PLACES[1:]))
    return dict(sorted(told.items(), key=lambda each: order.index(each[1][0])))


def keys_now(chosen: Mapping[str, str]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Each place's acts, and those of everywhere, with the keys they have now."""
    everywhere = PLACES[0].acts
    return {
        place.name: {
            act.id: tuple(chosen[act.id].split(",")) if act.id in chosen else act.keys
            for act in (*everywhere, *place.acts)
        }
        for place in PLACES
    }


def document() -> str:
    """The list of keys as a Markdown document."""
    parts = [
        cleandoc("""
        # Every key

        Function keys and control keys do the same, because many laptops hide the function keys. F1 shows in
        every place the keys that work there; `?` does so wherever nothing is typed. The mouse works, too: a
        click on a key in the last line presses it.

        Other keys for function keys and control keys are chosen under F6 on Home (Settings), then F5 (Keys).
        This list is made from the app itself; it shows the keys nobody has changed.
        """)
    ]
    for place in PLACES:
        rows = [f"| {', '.join(_written(key) for key in act.keys)} | {act.tooltip} |" for act in place.acts]
        parts.append("\n".join([f"## {place.name}", "", "| Keys | What they do |", "|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _written(key: str) -> str:
    return "`-`" if key == "minus" else said(key)
