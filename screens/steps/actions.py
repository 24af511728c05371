"""What will happen next: the actions agreed, typed through the quick line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from eymeeting.domain.action_words import what_else, who_and_when
from eymeeting.domain.actions import Action
from eymeeting.domain.cost import total
from eymeeting.domain.entry import Entry
from eymeeting.domain.names import short_names
from eymeeting.domain.not_for import is_kept_from_anybody
from eymeeting.domain.sitting import Place
from eymeeting.domain.text import clean_text
from screens.plain import KEPT_FROM_SOMEBODY, plain
from screens.steps.actions_keys import ACTIONS_KEYS, THE_QUICK_LINE
from screens.steps.asking_an_owner import ASKED, who_may_ask
from screens.steps.carried_on import carried_on_lines
from screens.steps.step import Step, TakesDown
from screens.widgets.drawn_list import POINTER
from screens.widgets.line_editor import LineEditor
from screens.widgets.option_rows import OptionRows


class ActionsStep(Step):
    """The actions of this meeting, each with all that was agreed about it."""

    STEP = "actions"
    IS_TYPED_IN_QUICK_LINE = True
    HELP = f"""\
    Type in the quick line: {THE_QUICK_LINE}
    **Up** or **Esc** goes to the list. There **Enter** puts an action right and **Delete** takes it away;
    **F8** brings it back. **A** says who will ask, or that they have been asked. **C** is how you tell a child.
    **F2** goes back to the quick line.
    """
    BINDINGS: ClassVar[list[BindingType]] = ACTIONS_KEYS
    DEFAULT_CSS = """
    ActionsStep OptionList {
        height: 1fr; min-height: 3; border: none; padding: 0; background: transparent;
    }
    ActionsStep #telling { margin-top: 1; }
    ActionsStep #carried-on { margin-bottom: 1; }
    """

    @dataclass
    class PutRight(Message):
        """An action is to be put right in the quick line."""

        action: Action

    class Emptied(Message):
        """The last action was taken away while the keyboard was at the list."""

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        name, _, action = place.field.partition(":")
        self._telling = action if name == _CHILD else ""
        self._pointed: int | None = None

    def compose(self) -> ComposeResult:
        """What the chair may say, the actions, what can be done with one, and how a child is told of it."""
        yield Static(plain(self.say()), classes="say")
        yield Static(id="carried-on", classes="quiet")
        yield Static(id="none", classes="quiet")
        yield OptionRows(id="actions", compact=True)
        yield Static(id="together", classes="quiet")
        yield Static(plain(_AWAY), id="keys", classes="quiet")
        yield Static(id="telling", classes="heading")
        yield LineEditor(id="child", placeholder="In words a child knows. Enter ends it.")

    def on_mount(self) -> None:
        """Draw the actions, and go to where the keyboard was."""
        self._draw()
        self._draw_carried_on()
        actions = self._actions()
        if actions and not self._telling:
            self.query_one(OptionList).highlighted = min(self.start_place.cursor, len(actions) - 1)
        told = self._told()
        if told is not None:
            self._editor.put(told.child_words or "", self.start_place.cursor)
        self._draw_telling()

    def keyboard_goes_to(self) -> Widget:
        """The actions, or the words for a child where those were being typed."""
        return self.query_one(OptionList) if self._told() is None else self._editor

    @property
    def place(self) -> Place:
        """The action under the cursor, or the cursor in the words for a child."""
        if self.screen.focused is self._editor:
            return Place(step=self.STEP, field=f"{_CHILD}:{self._telling}", cursor=self._editor.cursor)
        return Place(step=self.STEP, field="actions", cursor=self.query_one(OptionList).highlighted or 0)

    def show(self) -> None:
        """Draw what now stands."""
        self._draw()
        self._draw_carried_on()
        told = self._told()
        if told is not None and (told.child_words or "") != clean_text(self._editor.text):
            self._editor.put(told.child_words or "")
        self._draw_telling()

    @on(OptionList.OptionHighlighted)
    def point(self) -> None:
        """Point to the action under the cursor, so that it shows without colour too."""
        shown, names = self.query_one(OptionList), short_names(self.view.family)
        for place, action in enumerate(self._actions()[: shown.option_count]):
            if (place == shown.highlighted) != (place == self._pointed):
                shown.replace_option_prompt_at_index(place, self._shown(place, action, names))
        self._pointed = shown.highlighted

    @on(OptionList.OptionSelected)
    def put_right(self, event: OptionList.OptionSelected) -> None:
        """Open the quick line with this action."""
        event.stop()
        self.post_message(self.PutRight(self._actions()[event.option_index]))

    def entry_here(self) -> Entry | None:
        """The action under the cursor."""
        return self._here()

    def action_take_away(self) -> None:
        """Take away the action under the cursor."""
        action = self._here()
        if action is not None:
            self.did(action, None)

    def action_who_asks(self) -> None:
        """Ask who will ask the owner of the action under the cursor."""
        action = self._here()
        if action is None or action.owner is None or action.status not in ("not_started", "not_yet_asked"):
            return
        question, choices = who_may_ask(self.view, action)
        self.ask(question, choices, lambda who: self._asks(action.id, who))

    def action_tell_a_child(self) -> None:
        """Open the words for a child of the action under the cursor."""
        action = self._here()
        if action is None or not self.recorder.left():
            return
        self._telling = action.id
        self._editor.put(action.child_words or "")
        self._draw_telling()
        self.screen.set_focus(self._editor)

    @on(LineEditor.Typed, "#child")
    def keep_telling(self, event: LineEditor.Typed) -> None:
        """Keep the words for a child as they are typed."""
        event.stop()
        before = self._told()
        if before is not None:
            words = clean_text(event.text)
            after = replace(before, child_words=words if words.strip() else None)
            self.recorder.wrote(before, after, self.place, event.edits)

    @on(LineEditor.Ended, "#child")
    @on(LineEditor.Wandered, "#child")
    def back_to_actions(self, event: LineEditor.Ended | LineEditor.Wandered) -> None:
        """Go back to the actions."""
        event.stop()
        if self.recorder.left():
            self._telling = ""
            self._draw()
            self._draw_telling()
            self.screen.set_focus(self.query_one(OptionList))

    @on(DescendantFocus)
    def say_keys(self) -> None:
        """Say what the letters do while the keyboard is at the list."""
        self.query_one("#keys", Static).update(plain(_KEYS if self._is_at_list else _AWAY))

    @on(DescendantBlur)
    def leave_words(self) -> None:
        """The words for a child were left: what was typed there is one thing to undo."""
        self.say_keys()
        if self._telling:
            self.recorder.left()

    def _asks(self, id: str, who: str) -> None:  # noqa: A002
        action = next((each for each in self._actions() if each.id == id), None)
        if action is None:
            return
        if who == ASKED:
            self.did(action, replace(action, status="not_started", who_will_ask=None))
        else:
            self.did(action, replace(action, status="not_yet_asked", who_will_ask=who))

    def _actions(self) -> tuple[Action, ...]:
        return self.view.open_here(self.view.family.actions)

    def _here(self) -> Action | None:
        at, actions = self.query_one(OptionList).highlighted, self._actions()
        return None if at is None or at >= len(actions) else actions[at]

    def _told(self) -> Action | None:
        return next((each for each in self._actions() if each.id == self._telling), None)

    @property
    def _is_at_list(self) -> bool:
        return self.screen.focused is self.query_one(OptionList)

    @property
    def _editor(self) -> LineEditor:
        return self.query_one("#child", LineEditor)

    def _draw(self) -> None:
        shown = self.query_one(OptionList)
        at, before = shown.highlighted, shown.option_count
        actions = self._actions()
        shown.clear_options()
        names = short_names(self.view.family)
        shown.add_options([Option(self._shown(place, each, names)) for place, each in enumerate(actions)])
        self._pointed = None
        if actions:
            last = len(actions) - 1
            shown.highlighted = last if at is None or len(actions) > before else min(at, last)
        shown.display = bool(actions)
        self.query_one("#keys").display = bool(actions)
        self.query_one("#none").display = not actions
        costs = total(actions)
        self.query_one("#together", Static).update(plain(f"Together: {costs}"))
        self.query_one("#together").display = bool(costs)
        if not actions and self._is_at_list:
            self.post_message(self.Emptied())

    def _draw_carried_on(self) -> None:
        """What goes on from before, so that nobody agrees it a second time."""
        shown, lines = self.query_one("#carried-on", Static), carried_on_lines(self.view)
        shown.update(plain("\n".join(lines)))
        shown.display = bool(lines)
        self.query_one("#none", Static).update(plain(_NOTHING_NEW if lines else _NOTHING))

    def _draw_telling(self) -> None:
        told = self._told()
        self._editor.display = told is not None
        heading = self.query_one("#telling", Static)
        heading.display = told is not None
        if told is not None:
            heading.update(plain(f"How would you tell a child? {told.text}"))

    def _shown(self, place: int, action: Action, names: Mapping[str, str]) -> Content:
        view = self.view
        told = who_and_when(action, names, view.pack, view.today)
        else_told = " · ".join(what_else(action, names))
        pointer = POINTER if place == self.query_one(OptionList).highlighted else " "
        sign = KEPT_FROM_SOMEBODY if is_kept_from_anybody(action) else ""
        title = Content.assemble(f"{pointer}{place + 1}. ", plain(action.text), sign).stylize("bold")
        return Content("\n").join(
            [title, *(plain(words).stylize("$text-muted") for words in (told, else_told) if words)]
        )


_CHILD = "child"
_NOTHING = "Nothing agreed yet. Type below what somebody will do."
_NOTHING_NEW = "Nothing new agreed yet. Type below what somebody will do."
_KEYS = "Enter put right  Delete take away  A ask  C a child"
_AWAY = "Up goes to the list, to put right or take away."
