"""Whom the family rings when things get hard again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.closing import told_of_the_ending
from eymeeting.domain.names import names_in_picker, short_names, why_not_an_owner
from eymeeting.domain.people import Worker
from screens.desk import MeetingView
from screens.plain import plain
from screens.steps.ending_words import EndingWordsStep
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.line_editor import LineEditor

_FIELD = "who_to_call"


def call_rows(view: MeetingView, chosen: str) -> list[LetteredRow]:
    """Everybody who may be called, the helpers first; ``chosen`` is what stands on the plan now."""
    room, names = view.room, short_names(view.family)
    people = [each for each in room.people if why_not_an_owner(each) is None and each.kind != "child"]
    workers = [each for each in room.workers if why_not_an_owner(each) is None]
    picked = names_in_picker((*people, *workers))
    groups = [(each, "The people who help") for each in workers] + [(each, "The family") for each in people]
    return [
        LetteredRow(each.id, picked[each.id], "", "", "✓" if names[each.id] == chosen else "·", group)
        for each, group in groups
    ]


class CallStep(EndingWordsStep):
    """The helpers and the family, a letter each; underneath, anybody else in words."""

    STEP = "call"
    HELP = """\
    A **letter** says whom the family would ring first; again, and nobody is named.
    **Tab** goes to the line for anybody else, or for more words: *Grace, or the helpline on 0800 111*.
    """
    QUESTIONS: ClassVar[Mapping[str, str]] = {_FIELD: "Or in their words"}

    def above(self) -> ComposeResult:
        """Everybody who may be called."""
        yield LetteredList(self._rows(), id="callable")
        yield Static(id="number", classes="quiet")

    def keyboard_goes_to(self) -> Widget:
        """The list, or the words that were being typed."""
        return self.editor(_FIELD) if self.field_at_start else self.query_one(LetteredList)

    def draw(self) -> None:
        """Draw who is named, and whether there is a number for them."""
        self.query_one(LetteredList).show(self._rows())
        self.query_one("#number", Static).update(plain(self._number()))

    @on(LetteredList.Chosen)
    def choose(self, event: LetteredList.Chosen) -> None:
        """Name somebody, or nobody."""
        event.stop()
        if self.recorder.left():
            name = short_names(self.view.family)[event.id]
            named = None if name == self.closure.who_to_call else name
            self.recorder.did(*told_of_the_ending(self.view.family, self.view.meeting_id, who_to_call=named))

    @on(LineEditor.Typed)
    def draw_named(self) -> None:
        """Draw who is named by what is typed."""
        self.call_later(self.draw)

    def _rows(self) -> list[LetteredRow]:
        return call_rows(self.view, self.words(_FIELD))

    def _number(self) -> str:
        named, names = self.words(_FIELD), short_names(self.view.family)
        found = next((each for each in self.view.room.workers if names[each.id] == named), None)
        if not isinstance(found, Worker):
            return ""
        return f"{found.name}: {found.phone}" if found.phone else f"No phone number for {found.name} yet."
