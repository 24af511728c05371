"""Every key of every place: for the settings, and for the document made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from inspect import cleandoc
from typing import Any, Final

from textual.binding import Binding, BindingType
from textual.dom import DOMNode

from eymeeting.domain.keys import CHOOSABLE
from screens.agreement import AgreementScreen
from screens.agreement_line import AgreementLine
from screens.agreement_table import AgreementTable
from screens.copies import CopiesScreen
from screens.copies_given import CopiesGivenScreen
from screens.cover import CoverScreen
from screens.covered import CoveredScreen
from screens.easy_words import EasyWordsScreen
from screens.everywhere import EVERYWHERE
from screens.face import FaceScreen
from screens.family import FamilyScreen
from screens.for_you_alone import ForYouAlone
from screens.form_screen import FormScreen
from screens.giving_away import GivingAwayScreen
from screens.harm_note import HarmNoteScreen
from screens.help import HelpScreen
from screens.home import HomeScreen
from screens.last_time import ForTheChairScreen, LastTimeScreen
from screens.meeting import MeetingScreen
from screens.new_family import NewFamilyScreen
from screens.not_for import NotForScreen
from screens.panel.afterwards import AfterwardsScreen
from screens.panel.agenda import AgendaScreen
from screens.panel.item import ItemScreen
from screens.panel.panels import PanelsScreen
from screens.panel.table import TableScreen
from screens.paper_check import PaperCheckScreen
from screens.papers_before import PapersBeforeScreen
from screens.paused import PausedScreen
from screens.picker import Picker
from screens.said_alone import SaidAloneScreen
from screens.settings.colleagues_place import ColleaguesPlace
from screens.settings.settings_place import SettingsScreen
from screens.start import StartScreen
from screens.steps.actions import ActionsStep
from screens.steps.alone import AloneScreen
from screens.steps.area_pick import AreaPick
from screens.steps.areas import AreasStep
from screens.steps.attendance import AttendanceStep
from screens.steps.children import ChildrenStep
from screens.steps.childs_words import ChildsWords
from screens.steps.family_view import ViewStep
from screens.steps.helper_words import HelperWords
from screens.steps.lines import LinesStep
from screens.steps.next_meeting import NextStep
from screens.steps.not_yet import NotYetStep
from screens.steps.outcome import OutcomeStep
from screens.steps.picture_scale import PictureScale
from screens.steps.review import ReviewStep
from screens.steps.review_field import ReviewField
from screens.steps.safety_line import SafetyLineScreen
from screens.steps.scores import ScoresStep
from screens.steps.tells_family import TellsStep
from screens.steps.then_now_one_day import ThenNowOneDayStep
from screens.steps.told import ToldStep
from screens.taking_home import TakingHomeScreen
from screens.then_and_now import ThenAndNowScreen
from screens.time_alone import TimeAloneScreen
from screens.trail import TrailScreen
from screens.who_owes import WhoOwesScreen
from screens.widgets.agreement_grid import AgreementGrid
from screens.widgets.family_list import FamilyList
from screens.widgets.helpful_scale import HelpfulScale
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
    """A place, the screens and fields whose keys are told for it, and those that ``also`` take keys there."""

    name: str
    parts: tuple[type[DOMNode], ...]
    also: tuple[type[DOMNode], ...] = ()

    @property
    def acts(self) -> tuple[Act, ...]:
        """What its own keys do, each once."""
        return _acts(_bindings_of(self.parts) if self.parts else EVERYWHERE)

    @property
    def all_acts(self) -> tuple[Act, ...]:
        """What any key does there, those of everywhere among them."""
        return _acts((*EVERYWHERE, *_bindings_of((*self.parts, *self.also))))


def _acts(bindings: Iterable[BindingType]) -> tuple[Act, ...]:
    told: dict[str, Act] = {}
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


_MEETING: Final[tuple[type[DOMNode], ...]] = (MeetingScreen, QuickLineBar)

PLACES: Final[tuple[KeyPlace, ...]] = (
    KeyPlace("Everywhere", ()),
    KeyPlace("Home", (HomeScreen,), also=(FamilyList,)),
    KeyPlace("A new family", (NewFamilyScreen,), also=(SomebodyInput, LetteredList)),
    KeyPlace("A family's place", (FamilyScreen,), also=(SomebodyInput, LetteredList)),
    KeyPlace("A line for somebody new", (SomebodyInput,)),
    KeyPlace("A form", (FormScreen, HarmNoteScreen, EasyWordsScreen, RowForm), also=(LineEditor,)),
    KeyPlace("Who may know what", (AgreementScreen, AgreementTable, AgreementLine), also=(AgreementGrid,)),
    KeyPlace("A meeting, at every step", (MeetingScreen,)),
    KeyPlace("The quick line", (QuickLineBar,), also=_MEETING),
    KeyPlace("A meeting: who is here", (AttendanceStep,), also=(*_MEETING, LetteredList)),
    KeyPlace("A meeting: what people say", (LinesStep, LineEditor), also=_MEETING),
    KeyPlace("A meeting: then, now, one day", (ThenNowOneDayStep,), also=(*_MEETING, LineEditor)),
    KeyPlace("The family's own time", (TimeAloneScreen,)),
    KeyPlace("A meeting: a child's words", (ChildrenStep, ChildsWords), also=(*_MEETING, LineEditor)),
    KeyPlace("A meeting: the helpers' words", (HelperWords,), also=(*_MEETING, LineEditor)),
    KeyPlace("A meeting: the scores", (ScoresStep,), also=(*_MEETING, ScoreGrid)),
    KeyPlace("The panels", (PanelsScreen,), also=(FamilyList,)),
    KeyPlace("A panel: the order", (AgendaScreen,), also=(FamilyList,)),
    KeyPlace("A panel: who is here", (TableScreen, RowForm)),
    KeyPlace("A panel: one family", (ItemScreen, RowForm), also=(LineEditor, QuickLineBar)),
    KeyPlace("A panel: afterwards", (AfterwardsScreen,), also=(LetteredList,)),
    KeyPlace("The score grid", (ScoreGrid,)),
    KeyPlace("The areas to score", (AreaPick, KeyedRows)),
    KeyPlace("The scores then and now", (ThenAndNowScreen,)),
    KeyPlace("The scale in faces", (PictureScale,)),
    KeyPlace("What is asked alone", (AloneScreen, SafetyLineScreen)),
    KeyPlace("What was said alone", (SaidAloneScreen,), also=(LetteredList,)),
    KeyPlace("A meeting: what we said we would do", (ReviewStep, ReviewField), also=_MEETING),
    KeyPlace("A meeting: what matters most", (AreasStep, RankedAreas), also=_MEETING),
    KeyPlace("A meeting: the actions", (ActionsStep,), also=_MEETING),
    KeyPlace("A meeting: how we did", (ViewStep, HelpfulScale), also=(*_MEETING, LineEditor)),
    KeyPlace("A meeting: how it goes on", (OutcomeStep,), also=(*_MEETING, LetteredList)),
    KeyPlace("A meeting: the next meeting", (NextStep,), also=_MEETING),
    KeyPlace("A meeting: until the family is told", (NotYetStep,), also=_MEETING),
    KeyPlace("A meeting: told, and who tells", (ToldStep, TellsStep), also=_MEETING),
    KeyPlace("The agreement grid", (AgreementGrid,), also=_MEETING),
    KeyPlace("A list", (LetteredList, FamilyList)),
    KeyPlace("The screen turned to the family", (FaceScreen,)),
    KeyPlace("What was agreed last time", (LastTimeScreen,)),
    KeyPlace("For the chair", (ForTheChairScreen,)),
    KeyPlace("The copies", (CopiesScreen,)),
    KeyPlace("The check of the papers", (PaperCheckScreen,)),
    KeyPlace("The copies of a family", (CopiesGivenScreen,), also=(LetteredList,)),
    KeyPlace("The papers before a meeting", (PapersBeforeScreen,), also=(LetteredList,)),
    KeyPlace("Is a copy safe to take home?", (TakingHomeScreen,)),
    KeyPlace("Not for …", (NotForScreen,), also=(LetteredList,)),
    KeyPlace("What may give somebody away", (GivingAwayScreen,), also=(LetteredList,)),
    KeyPlace("Who owes what", (WhoOwesScreen,), also=(LetteredList,)),
    KeyPlace("Who changed what", (TrailScreen,)),
    KeyPlace("A question", (StartScreen, Picker, ForYouAlone), also=(LetteredList,)),
    KeyPlace(
        "Covered, a break, or after a meeting was cut short", (CoveredScreen, PausedScreen, CoverScreen)
    ),
    KeyPlace("Settings", (SettingsScreen, RowForm)),
    KeyPlace("Settings: who works here", (ColleaguesPlace,), also=(LetteredList,)),
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
    return {
        place.name: {
            act.id: tuple(chosen[act.id].split(",")) if act.id in chosen else act.keys
            for act in place.all_acts
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
        told: dict[str, list[str]] = {}
        for act in place.acts:
            told.setdefault(act.tooltip, []).extend(_written(key) for key in act.keys)
        rows = [f"| {', '.join(dict.fromkeys(keys))} | {words} |" for words, keys in told.items()]
        parts.append("\n".join([f"## {place.name}", "", "| Keys | What they do |", "|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _written(key: str) -> str:
    name = said(key)
    return f"`{name}`" if name in "+-.?" else name
