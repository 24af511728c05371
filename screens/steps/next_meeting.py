"""When people meet again."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input, Static

from eymeeting.domain.dates import how_far, remarks, spoken
from eymeeting.domain.day_and_time import read_day_and_time
from eymeeting.domain.kept_apart import agreed_next, cautions
from eymeeting.domain.meeting import NextMeeting
from eymeeting.domain.sitting import Draft, Place
from eymeeting.domain.text import clean_line
from eymeeting.domain.times import read_time, spoken_time, to_the_quarter
from screens.for_you_alone import ForYouAlone
from screens.plain import plain
from screens.steps.step import Step
from screens.widgets.draft_input import DraftInput

SOMETHING_TO_CHECK: Final = "Something to check: Ctrl+O."
"""All that a screen which everybody can read tells of people who are kept apart."""

_FIELDS = (("on", "When"), ("time", "What time"), ("place", "Where"))


class NextStep(Step):
    """Day, time and place of the next meeting."""

    STEP = "next"
    HELP = """\
    The day as you would say it: *tue 12 jan*, *6w*, *in 2 weeks*. **Enter** keeps it.
    Where there is **something to check**, turn the screen and press **Ctrl+O**: it is for you alone.
    **F7** turns the whole plan to the family, to read it back.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+o",
            "check",
            "Something to check",
            show=False,
            priority=True,
            tooltip="What there is to check about this day and place; turn the screen first",
            id="next.check",
        ),
    ]
    DEFAULT_CSS = """
    NextStep .row { height: auto; }
    NextStep DraftInput { margin-bottom: 0; }
    """

    def compose(self) -> ComposeResult:
        """The three fields, and what was understood."""
        yield Static(plain(self.say()), classes="say")
        for name, label in _FIELDS:
            yield Static(plain(label), classes="heading")
            is_suggestion = not self.recorder.draft(self._where(name)).text
            yield DraftInput(
                self._draft(name),
                where=self._where(name),
                id=name,
                placeholder=_HINTS[name].format(centre=self.view.pack.words.centre),
                is_suggestion=is_suggestion,
            )
        yield Static(id="understood", classes="quiet")

    def on_mount(self) -> None:
        """Say what stands."""
        self._draw()

    def keyboard_goes_to(self) -> Widget:
        """The field where the keyboard was, or the day."""
        names = [name for name, _ in _FIELDS]
        field = self.start_place.field if self.start_place.field in names else "on"
        return self.query_one(f"#{field}")

    @property
    def place(self) -> Place:
        """The field with the keyboard."""
        for name, _ in _FIELDS:
            field = self.query_one(f"#{name}", DraftInput)
            if field.has_focus:
                return Place(step=self.STEP, field=name, cursor=field.cursor_position)
        return super().place

    def show(self) -> None:
        """Draw what now stands."""
        for name, _ in _FIELDS:
            field, draft = self.query_one(f"#{name}", DraftInput), self._draft(name)
            if field.value != draft.text:
                field.put(draft.text, draft.cursor)
        self._draw()

    @on(DraftInput.Typed)
    def keep_draft(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed field, and say what it means so far."""
        event.stop()
        self.recorder.drafted(event.field.where, event.draft, self.place, event.edits)
        self._draw()

    @on(Input.Submitted)
    def next_field(self, event: Input.Submitted) -> None:
        """Keep what is there, and go on."""
        event.stop()
        self._keep()
        self.app.action_focus_next()

    @on(DescendantBlur)
    def keep_when_left(self) -> None:
        """Keep what is there when its field is left."""
        if self.query(DraftInput):
            self._keep()

    def finish(self) -> None:
        """Keep the next meeting as it stands in the fields."""
        self._keep()

    def _keep(self) -> None:
        meeting, coming = self.view.meeting, self._coming()
        if all(self._value(name) == self._kept(name) for name, _ in _FIELDS):
            return
        if coming is None and (self._value("on").strip() or meeting.next_meeting is None):
            return
        if coming == meeting.next_meeting or self.did(meeting, replace(meeting, next_meeting=coming)):
            for name, _ in _FIELDS:
                self.recorder.drafted(self._where(name), Draft(text="", cursor=0), self.place, 0)
            self.recorder.left()
            self.show()

    def _coming(self) -> NextMeeting | None:
        read, said_too = read_day_and_time(self._value("on"), self.view.today)
        time = said_too or read_time(self._value("time"))
        if read is None or read.day is None or time is None:
            return None
        return NextMeeting(on=read.day, time=time, place=clean_line(self._value("place")) or None)

    def _draw(self) -> None:
        self.query_one("#understood", Static).update(plain(self._understood()))

    def _understood(self) -> str:
        words, today = self._value("on"), self.view.today
        if not words.strip():
            return "No day yet."
        read, said_too = read_day_and_time(words, today)
        if read is None:
            return "Write the day as you would say it: tue 12 jan, or 6w."
        if read.day is None:
            return read.problem or ""
        time = said_too or read_time(self._value("time"))
        at = f", {spoken_time(time)}" if time else ""
        notes = [*remarks(read.day, today, self.view.calendar), *(() if time else ("What time?",))]
        if self._to_check():
            notes.append(SOMETHING_TO_CHECK)
        return " ".join([f"{spoken(read.day)}{at}, {how_far(read.day, today)}.", *notes])

    def action_check(self) -> None:
        """Show what there is to check, to whoever is at the keyboard alone."""
        found = self._to_check()
        if found:
            self.app.push_screen(ForYouAlone(found))

    def _to_check(self) -> tuple[str, ...]:
        view, coming = self.view, self._coming()
        gathering = agreed_next(replace(view.meeting, next_meeting=coming))
        return () if gathering is None else cautions(view.family, gathering, view.today)

    def _draft(self, name: str) -> Draft:
        draft = self.recorder.draft(self._where(name))
        return draft if draft.text else Draft(text=self._kept(name), cursor=len(self._kept(name)))

    def _kept(self, name: str) -> str:
        meeting = self.view.meeting
        coming = meeting.next_meeting
        match name:
            case "on":
                return "" if coming is None else spoken(coming.on)
            case "time":
                return spoken_time(to_the_quarter(meeting.start) if coming is None else coming.time)
            case _:
                return meeting.venue if coming is None else coming.place or ""

    def _where(self, name: str) -> str:
        return f"{self.view.family.ref}/{self.view.meeting_id}/next/{name}"

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", DraftInput).value


_HINTS = {"on": "tue 12 jan, or 6w", "time": "1.30pm", "place": "the room and the {centre}"}
