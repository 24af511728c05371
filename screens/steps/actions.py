"""What will happen next: the actions agreed, typed through the quick line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from eymeeting.domain.actions import Action
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.names import short_names
from eymeeting.domain.sitting import Place
from screens.plain import plain
from screens.steps.step import Step


class ActionsStep(Step):
    """The actions of this meeting. Enter puts one right, Delete takes it away."""

    STEP = "actions"
    HELP = """\
    **F2** opens the quick line: *Ring housing about the damp @joe fri 11 dec #home ~he has a date*.
    What follows **@** is who and when; **Tab** takes the name offered; **Enter** keeps it.
    On the list, **Enter** puts an action right and **Delete** takes it away; **F8** brings it back.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "take_away", "Take away", tooltip="Take away this action; F8 brings it back"),
    ]
    DEFAULT_CSS = """
    ActionsStep OptionList {
        height: auto; max-height: 100%; border: none; padding: 0; background: transparent;
    }
    """

    @dataclass
    class PutRight(Message):
        """An action is to be put right in the quick line."""

        action: Action

    def compose(self) -> ComposeResult:
        """What the chair may say, and the actions."""
        yield Static(plain(self.say()), classes="say")
        yield Static(plain("Nothing agreed yet. F2 writes something to do."), id="none", classes="quiet")
        yield OptionList(id="actions", compact=True)

    def on_mount(self) -> None:
        """Draw the actions."""
        self._draw()

    def keyboard_goes_to(self) -> Widget:
        """The actions."""
        return self.query_one(OptionList)

    @property
    def place(self) -> Place:
        """The action under the cursor."""
        return Place(step=self.STEP, field="actions", cursor=self.query_one(OptionList).highlighted or 0)

    def show(self) -> None:
        """Draw what now stands."""
        self._draw()

    @on(OptionList.OptionSelected)
    def put_right(self, event: OptionList.OptionSelected) -> None:
        """Open the quick line with this action."""
        event.stop()
        self.post_message(self.PutRight(self._actions()[event.option_index]))

    def action_take_away(self) -> None:
        """Take away the action under the cursor."""
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self._actions()):
            self.did(self._actions()[at], None)

    def _actions(self) -> tuple[Action, ...]:
        return self.view.open_here(self.view.family.actions)

    def _draw(self) -> None:
        shown = self.query_one(OptionList)
        at, before = shown.highlighted, shown.option_count
        actions = self._actions()
        shown.clear_options()
        names = short_names(self.view.family)
        shown.add_options(
            [Option(self._shown(place, each, names)) for place, each in enumerate(actions, start=1)]
        )
        if actions:
            last = len(actions) - 1
            shown.highlighted = last if at is None or len(actions) > before else min(at, last)
        shown.display = bool(actions)
        self.query_one("#none").display = not actions

    def _shown(self, place: int, action: Action, names: Mapping[str, str]) -> Content:
        who = (
            ", ".join(names[each] for each in (action.owner, *(action.helpers or ())) if each) or "nobody yet"
        )
        when = spoken_near(action.due, self.view.today) if action.due else "no date yet"
        parts = [who, when]
        if action.area:
            parts.append(self.view.pack.area_name(action.area))
        if action.status == "not_yet_asked":
            asker = names.get(action.who_will_ask or "")
            parts.append(f"not yet asked, {asker} will ask" if asker else "not yet asked")
        if action.how_we_will_know:
            parts.append(f"we will know: {action.how_we_will_know}")
        return Content.assemble(f"{place}. ", plain(action.text), "\n   ", (" · ".join(parts), "$text-muted"))
