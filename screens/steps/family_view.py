"""What the family thinks of the help it had: a number, and its own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.closing import told_of_the_ending
from eymeeting.domain.names import short_names
from screens.plain import plain
from screens.steps.ending_words import EndingWordsStep
from screens.steps.lines import WHOSE_WORDS, speakers
from screens.widgets.helpful_scale import HelpfulScale

_FIELD = "family_said"
_TURN = "Turn the screen to the family: only they answer, and nobody has to."


class ViewStep(EndingWordsStep):
    """One to ten, large and calm, and a field for the family's words."""

    STEP = "view"
    HELP = """\
    Turn the screen to the family. A **digit** is their own number, **0** is ten; **-** is “would rather not
    say”. **Enter** or **Tab** goes to their words. **Ctrl+O** says whose words they are.
    """
    QUESTIONS: ClassVar[Mapping[str, str]] = {_FIELD: "In their own words"}
    BINDINGS: ClassVar[list[BindingType]] = [WHOSE_WORDS]

    def above(self) -> ComposeResult:
        """Who answers, and the numbers."""
        yield Static(plain(_TURN), classes="quiet")
        yield HelpfulScale(id="helpful")
        yield Static(id="told", classes="quiet")

    def beside(self, name: str) -> ComposeResult:  # noqa: ARG002
        """Whose words they are."""
        yield Static(id="whose", classes="quiet")

    def keyboard_goes_to(self) -> Widget:
        """The numbers, or the words that were being typed."""
        return self.editor(_FIELD) if self.field_at_start else self.query_one(HelpfulScale)

    def draw(self) -> None:
        """Draw the number that stands, and whose words they are."""
        closure, names = self.closure, short_names(self.view.family)
        self.query_one(HelpfulScale).show(closure.helpfulness)
        whose = names.get(closure.said_by or "", "nobody's in particular")
        self.query_one("#whose", Static).update(plain(f"Whose words: {whose}   (Ctrl+O)"))
        if closure.helpfulness is not None:
            self._tell(f"{closure.helpfulness} of 10.")

    @on(HelpfulScale.Said)
    def keep_number(self, event: HelpfulScale.Said) -> None:
        """Keep the family's number."""
        event.stop()
        if self.recorder.left():
            self.recorder.did(
                *told_of_the_ending(self.view.family, self.view.meeting_id, helpfulness=event.number)
            )
            if event.number is None:
                self._tell("That is fine. No number is kept.")

    def action_whose_words(self) -> None:
        """Ask whose words they are: somebody's of the family."""
        family = [each for each in speakers(self.view) if not each[0] or self.view.family.person(each[0])]
        self.ask("Whose words are these?", family, self._by)

    def _by(self, who: str) -> None:
        if self.recorder.left():
            self.recorder.did(
                *told_of_the_ending(self.view.family, self.view.meeting_id, said_by=who or None)
            )
        self.screen.set_focus(self.editor(_FIELD))

    def _tell(self, words: str) -> None:
        self.query_one("#told", Static).update(plain(words))
