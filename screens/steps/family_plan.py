"""Whether everybody agrees to the family's own plan, and who watches that it works."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.action_words import who_and_when
from eymeeting.domain.names import names_in_picker, short_names
from eymeeting.domain.own_plan import WHY, answered, asked_why, may_watch, turned_watcher
from screens.plain import plain
from screens.steps.carried_on import carried_on_lines
from screens.steps.ending_words import EndingWordsStep
from screens.steps.step import Step
from screens.widgets.lettered_list import LetteredList, LetteredRow

_FIELD: Final = "plan_agreed_why"
_YES: Final = "yes"
_NOT_YET: Final = "not yet"
_SHOWN: Final = 6
"""More actions than this would leave no room for the answer."""


class AgreedStep(EndingWordsStep):
    """The plan as it stands, yes or not yet, and a field for why, or for what would need to change."""

    STEP = "agreed"
    OF_THE_MEETING = True
    HELP = """\
    **A**: everybody says yes to the plan. **B**: not yet; then the field asks what would need to change.
    The same letter again takes it back; the other letter asks anew, and takes the words away. **Tab** goes to the
    words. Nothing here stops the meeting.
    """
    QUESTIONS: ClassVar[Mapping[str, str]] = {_FIELD: WHY}
    DEFAULT_CSS = """
    AgreedStep #plan { height: auto; margin-bottom: 1; }
    AgreedStep #answers { margin-bottom: 1; }
    """

    def above(self) -> ComposeResult:
        """The plan, and the two answers."""
        yield Static(id="plan")
        yield LetteredList(self._rows(), id="answers")

    def keyboard_goes_to(self) -> Widget:
        """The answers, or the words that were being typed."""
        return self.editor(_FIELD) if self.field_at_start else self.query_one(LetteredList)

    def draw(self) -> None:
        """Draw the plan, the answer, and what is asked beside it."""
        self.query_one("#plan", Static).update(plain("\n".join(self._plan())))
        self.query_one(LetteredList).show(self._rows())
        self.query_one(".heading", Static).update(plain(asked_why(self.view.meeting)))

    @on(LetteredList.Chosen)
    def answer(self, event: LetteredList.Chosen) -> None:
        """Say whether the plan is agreed; not yet asks at once what would need to change."""
        event.stop()
        if not self.recorder.left():
            return
        meeting = self.view.meeting
        after = answered(meeting, event.id == _YES)
        if self.did(meeting, after) and after.plan_agreed is False:
            self.screen.set_focus(self.editor(_FIELD))

    def _rows(self) -> list[LetteredRow]:
        said = self.view.meeting.plan_agreed
        return [
            LetteredRow(_YES, "Yes, we all agree", mark="✓" if said is True else "·"),
            LetteredRow(_NOT_YET, "Not yet", mark="✓" if said is False else "·"),
        ]

    def _plan(self) -> list[str]:
        view, names = self.view, short_names(self.view.family)
        actions = view.open_here(view.family.actions)
        before = carried_on_lines(view)
        if not actions:
            return before or ["No action is written down yet."]
        told = (
            f"{place}. {each.text} ({who_and_when(each, names, view.pack, view.today)})"
            for place, each in enumerate(actions[:_SHOWN], start=1)
        )
        more = len(actions) - _SHOWN
        return [*told, *([f"… and {more} more."] if more > 0 else []), *before]


class WatchingStep(Step):
    """Everybody with a letter: those chosen watch that the plan works."""

    STEP = "watching"
    HELP = """\
    A **letter** says that somebody watches that the plan works; the same letter again takes it back. There may
    be several, of the family and of the people who help.
    """

    def compose(self) -> ComposeResult:
        """What the chair may say, everybody, and who watches so far."""
        yield Static(plain(self.say()), classes="say")
        yield LetteredList(self._rows(), id="watching")

    def keyboard_goes_to(self) -> Widget:
        """The list."""
        return self.query_one(LetteredList)

    def show(self) -> None:
        """Draw who watches."""
        self.query_one(LetteredList).show(self._rows())

    @on(LetteredList.Chosen)
    def turn(self, event: LetteredList.Chosen) -> None:
        """Somebody watches, or does not."""
        event.stop()
        meeting = self.view.meeting
        self.did(meeting, turned_watcher(meeting, event.id))

    def _rows(self) -> list[LetteredRow]:
        room, watched = self.view.room, self.view.meeting.watched_by or ()
        names = names_in_picker((*room.people, *room.workers))
        return [
            LetteredRow(
                who,
                names[who],
                mark="✓" if who in watched else "·",
                group="The family" if room.person(who) is not None else "The people who help",
            )
            for who in may_watch(room)
        ]
