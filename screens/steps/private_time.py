"""The family's own time: how long it asked for, and then a locked screen with a clock."""

from __future__ import annotations

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.sitting import Draft
from eymeeting.domain.time_alone import LENGTHS, TimeAlone, as_kept, as_read, length
from screens.plain import plain
from screens.steps.step import Step
from screens.time_alone import TimeAloneScreen
from screens.widgets.lettered_list import LetteredList, LetteredRow

_OPEN_ENDED: Final = "open"
_HOW: Final = (
    "A letter locks the screen: a clock stands there, and no key does anything but the one named on it."
)


class PrivateTimeStep(Step):
    """A letter begins the time. It is on disk since when, so that the clock comes back after the app was closed."""

    STEP = "private"
    HELP = """\
    A **letter** begins the family's own time and locks the screen: a large clock, nothing of anybody, nothing
    is written down, and keys do nothing. **F10** or **Ctrl+G** ends it. **F12** covers it, and **Ctrl+U** is a
    short break, as everywhere. If the app is closed meanwhile, the clock comes back and has gone on.
    """

    def compose(self) -> ComposeResult:
        """What the chair may say, how long it may be, and how long it was."""
        yield Static(plain(self.say()), classes="say")
        yield LetteredList(_rows(), id="lengths")
        yield Static(id="had", classes="quiet")
        yield Static(_HOW, classes="quiet")

    def on_mount(self) -> None:
        """The family is still on its own where the app was closed meanwhile."""
        time = as_read(self.recorder.draft(self._where).text)
        if time is not None:
            self._lock(time)

    def keyboard_goes_to(self) -> Widget:
        """The lengths."""
        return self.query_one(LetteredList)

    @on(LetteredList.Chosen)
    def begin(self, event: LetteredList.Chosen) -> None:
        """Lock the screen; first it is on disk since when."""
        event.stop()
        agreed = None if event.id == _OPEN_ENDED else int(event.id)
        time = TimeAlone(since=self.view.now, agreed=agreed)
        self.recorder.drafted(self._where, Draft(text=as_kept(time), cursor=0), self.place, 0)
        if self.recorder.left():
            self._lock(time)

    @property
    def _where(self) -> str:
        return f"{self.view.family.ref}/{self.view.meeting_id}/{self.STEP}"

    def _lock(self, time: TimeAlone) -> None:
        self.app.clear_notifications()
        clock = TimeAloneScreen(time, lambda: self.view.now, self._spend)
        self.app.push_screen(clock, lambda _: self._over(time))

    def _spend(self) -> None:
        self.post_message(self.Turned(self.STEP))

    def _over(self, time: TimeAlone) -> None:
        self._spend()
        self.recorder.did(clear_draft=self._where)
        had = f"You have had {length(time.had(self.view.now))}."
        self.query_one("#had", Static).update(plain(had))


def _rows() -> list[LetteredRow]:
    return [
        LetteredRow(_OPEN_ENDED, "As long as you need"),
        *(LetteredRow(str(minutes), length(minutes).capitalize()) for minutes in LENGTHS),
    ]
