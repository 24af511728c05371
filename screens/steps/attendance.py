"""Who is here: one key a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, Final, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from eymeeting.domain.colleagues import as_known
from eymeeting.domain.entry import new_id
from eymeeting.domain.in_words import ATTENDED
from eymeeting.domain.introductions import Introduction, read_introduction
from eymeeting.domain.meeting import IN_THE_ROOM, Attendance, AttendanceStatus
from eymeeting.domain.names import names_in_picker
from eymeeting.domain.sitting import Place
from eymeeting.domain.spoken_to import next_status, status_words
from eymeeting.domain.times import spoken_time
from screens.desk import MeetingView
from screens.plain import plain
from screens.steps.step import Step, TakesDown
from screens.widgets.draft_input import DraftInput
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.somebody_input import SomebodyInput

STATUS_WORDS: Final[Mapping[AttendanceStatus, str]] = {**ATTENDED, "present": "here"}
NOBODY: Final = "—"
"""In the row of somebody who is no longer named on the list while it is open."""

_STATUSES = {status: status for status in get_args(AttendanceStatus)}


def attendance_rows(view: MeetingView) -> list[LetteredRow]:
    """Everybody of the family and every worker, with how they attended."""
    family = view.room
    marked_here = {each.who for each in family.attendance if each.meeting == view.meeting_id}
    people = [
        person
        for person in family.people
        if person.kind != "unborn" and (person.died is None or person.id in marked_here)
    ]
    names = names_in_picker((*people, *family.workers))
    groups = [(person.id, "The family") for person in people]
    groups += [(worker.id, "The people who help") for worker in family.workers]
    rows = []
    for who, group in groups:
        mark = family.attendance_of(view.meeting_id, who)
        told = view.open_here(() if mark is None else (mark,))
        state = _state(told[0], status_words(view.meeting)) if told else ""
        here = mark is not None and mark.status in IN_THE_ROOM and mark.left is None
        sign = "·" if mark is None else "✓" if here else "–"
        rows.append(LetteredRow(who, names[who], "", state, sign, group))
    return rows


def in_their_places(before: Sequence[LetteredRow], now: Sequence[LetteredRow]) -> list[LetteredRow]:
    """The rows as they are now, each with the letter it had before: a letter does not move under the fingers.

    Whoever is no longer named leaves an empty row; whoever is new stands at the end of their group.
    """
    named = {row.id: row for row in now}
    had = {row.id for row in before}
    groups = dict.fromkeys(row.group for row in (*now, *before))
    return [
        row
        for group in groups
        for row in (
            *(
                named.get(each.id, LetteredRow(each.id, NOBODY, group=group))
                for each in before
                if each.group == group
            ),
            *(each for each in now if each.group == group and each.id not in had),
        )
    ]


def _state(mark: Attendance, called: Mapping[AttendanceStatus, str]) -> str:
    came, left = (spoken_time(time) if time else "" for time in (mark.came, mark.left))
    times = [came and f"from {came}", left and f"until {left}"]
    said = "" if mark.status == "part" and any(times) else called[mark.status]
    return " ".join(part for part in (said, *times) if part)


def marked(
    view: MeetingView, who: str, status: AttendanceStatus | None
) -> tuple[Attendance | None, Attendance | None]:
    """The attendance before and after somebody is marked; no status takes the mark away."""
    before = view.family.attendance_of(view.meeting_id, who)
    if status is None:
        return before, None
    if before is not None:
        return before, replace(before, status=status)
    position = view.family.next_position(Attendance)
    return None, Attendance(id=new_id(), position=position, meeting=view.meeting_id, who=who, status=status)


def came_or_left(view: MeetingView, who: str) -> tuple[Attendance | None, Attendance | None]:
    """The attendance before and after somebody comes in, leaves, or is back, at this minute."""
    before = view.family.attendance_of(view.meeting_id, who)
    if before is None or before.status not in IN_THE_ROOM:
        _, after = marked(view, who, "part")
        return before, None if after is None else replace(after, came=view.time, left=None)
    if before.left is None:
        status: AttendanceStatus = "part" if before.status == "present" else before.status
        return before, replace(before, status=status, left=view.time)
    return before, replace(before, left=None)


class AttendanceStep(Step):
    """Everybody known, a letter each; underneath, somebody new."""

    STEP = "welcome"
    HELP = """\
    Press somebody's **letter**: here, then apologies, then did not come, then not marked. In a review without
    a meeting: spoken to by phone, face to face, sent word, not reached.
    **Shift** and the letter offers every other way of taking part.
    **F5** at any step says who came in or left just now.
    **+** says what has changed with somebody: born, a new name, moved, joined, left, died.
    **Tab** goes to the line for somebody new: name, who they are, birthday or service, with commas.
    """
    DEFAULT_CSS = """
    AttendanceStep LetteredList { max-height: 500; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "plus",
            "screen.changed",
            "What has changed",
            key_display="+",
            tooltip="Somebody was born, has a new name, moved, joined, left or died",
            id="welcome.changed",
        ),
    ]

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._rows = attendance_rows(self.view)

    def compose(self) -> ComposeResult:
        """The list, then the line for somebody new."""
        yield Static(plain(self.say()), classes="say")
        yield LetteredList(self._rows, id="everybody", other=True)
        yield Static("")
        yield SomebodyInput(
            self.recorder.draft(self._where),
            where=self._where,
            placeholder="Who else? Name, who they are, birthday or service",
            colleagues=self.recorder.colleagues,
            workers=lambda: self.view.family.workers,
        )
        yield Static(id="understood", classes="quiet")

    def keyboard_goes_to(self) -> Widget:
        """The list, or the line for somebody new."""
        return self.query_one("#somebody" if self.start_place.field == "somebody" else "#everybody")

    @property
    def place(self) -> Place:
        """The list or the line."""
        line = self.query_one("#somebody", DraftInput)
        return (
            Place(step=self.STEP, field="somebody", cursor=line.cursor_position)
            if line.has_focus
            else super().place
        )

    @property
    def _where(self) -> str:
        return f"{self.view.family.ref}/{self.view.meeting_id}/somebody"

    def show(self) -> None:
        """Draw everybody's marks."""
        known = {each.id for each in (*self.view.family.people, *self.view.family.workers)}
        before = [row for row in self._rows if row.id in known]
        self._rows = in_their_places(before, attendance_rows(self.view))
        self.query_one(LetteredList).show(self._rows)

    def _is_named(self, who: str) -> bool:
        return any(row.id == who and row.name != NOBODY for row in self._rows)

    @on(LetteredList.Chosen)
    def mark(self, event: LetteredList.Chosen) -> None:
        """Mark somebody, or change the mark to the next one."""
        event.stop()
        if not self._is_named(event.id):
            return
        before = self.view.family.attendance_of(self.view.meeting_id, event.id)
        status = None if before is None else before.status
        self.did(*marked(self.view, event.id, next_status(self.view.meeting, status)))

    @on(LetteredList.Other)
    def mark_otherwise(self, event: LetteredList.Other) -> None:
        """Offer every way of taking part."""
        event.stop()
        if not self._is_named(event.id):
            return
        choices = tuple((status, words, "") for status, words in status_words(self.view.meeting).items())
        self.ask("How did they take part?", choices, lambda status: self._mark(event.id, status))

    def _mark(self, who: str, status: str) -> None:
        self.did(*marked(self.view, who, _STATUSES[status]))

    @on(DraftInput.Typed)
    def keep_draft(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed line, and say what it means so far."""
        event.stop()
        self.recorder.drafted(event.field.where, event.draft, self.place, event.edits)
        told = self._read(event.draft.text)
        self.query_one("#understood", Static).update(plain(told.problem or told.understood))

    @on(Input.Submitted, "#somebody")
    def add(self, event: Input.Submitted) -> None:
        """Add somebody new, here from now on."""
        event.stop()
        told = as_known(self._read(event.value), self.recorder.colleagues())
        if told.member is None:
            self.query_one("#understood", Static).update(plain(told.problem or ""))
            return
        _, here = marked(self.view, told.member.id, "present")
        changes = (self.view.change(None, told.member), self.view.change(None, here))
        if self.recorder.did(*changes, clear_draft=self._where):
            self.query_one("#somebody", DraftInput).put("")
            self.query_one("#understood", Static).update("")

    def _read(self, text: str) -> Introduction:
        return read_introduction(text, self.view.family, self.view.pack, self.view.today)
