"""The copies of a meeting, made in one go: each adult's plan, and the full record for the chair."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from eymeeting.domain.cutting import who_gets_a_plan
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Copy
from eymeeting.domain.names import names_in_picker
from eymeeting.domain.problems import Problem
from eymeeting.domain.standing import MADE_NOT_GIVEN
from screens.everywhere import HELP_KEYS
from screens.plain import plain
from screens.recorder import Recorder
from screens.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from exports.copying import Made


class CopiesScreen(ModalScreen[None]):
    """Makes the copies, and says where each one is."""

    CSS_PATH = "copies.tcss"
    HELP = """\
    A plan for each adult, and the full record for the chair, are made in one go and put into the family's
    folder. Nothing there is ever overwritten. Print them, and give each to the person it names.
    **L** says how much each reader does not get: turn the screen first.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "enter,escape",
            "dismiss",
            "Back",
            priority=True,
            tooltip="Back to the meeting",
            id="copies.dismiss",
        ),
        Binding(
            "f9,ctrl+s", "dismiss", "Back", priority=True, tooltip="Back to the meeting", id="meeting.copies"
        ),
        Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip="Back to the meeting", id="back"),
        Binding(
            "l",
            "say_left_out",
            "Left out",
            show=False,
            tooltip="How much each reader does not get",
            id="copies.left_out",
        ),
    ]

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder
        self._told: list[tuple[str, str]] = []
        self._says_left_out = False

    def compose(self) -> ComposeResult:
        """The list, filled as the copies are made."""
        with VerticalScroll(id="box"):
            yield Static("Copies", id="heading")
            yield Static(id="where")
            yield Static("Making the copies …", id="made")
            yield Static("Enter goes back to the meeting.", id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Begin at once."""
        self.run_worker(self._make_all(), exclusive=True)

    def readers(self) -> Iterator[tuple[str, str, str]]:
        """Who gets what: the reader's id, the kind of copy, and the words for it."""
        view = self._recorder.view
        names = names_in_picker((*view.family.people, *view.family.workers))
        for person in who_gets_a_plan(view.family, view.meeting):
            yield person.id, "family", f"Plan for {names[person.id]}"
        yield view.meeting.chair, "record", f"Full record for {names[view.meeting.chair]}"

    async def _make_all(self) -> None:
        for reader, kind, words in self.readers():
            view = self._recorder.view
            family = self._recorder.desk.around.store.family(view.family.ref)
            try:
                made = await to_thread(self._make, family, reader, kind)
                self._log(made)
            except Problem as problem:
                self._tell(f"✗ {words}: {problem}")
            else:
                notes = " ".join(f"  {remark}" for remark in made.remarks)
                left = f"  {made.left_out} left out" if kind == "family" else ""
                self.query_one("#where", Static).update(plain(f"In {made.path.parent}"))
                told = (f"✓ {words}", f"  {made.path.name}", notes)
                self._tell("\n".join(part for part in told if part), left)

    def _make(self, family: Family, reader: str, kind: str) -> Made:
        from exports.copying import family_folder, make_copy

        view, around = self._recorder.view, self._recorder.desk.around
        return make_copy(
            family,
            reader,
            kind=kind,
            meeting=view.meeting.number,
            folder=family_folder(around.copies_folder, family.ref),
            now=view.now,
            pack=around.pack,
        )

    def _log(self, made: Made) -> None:
        view = self._recorder.view
        entry = Copy(
            id=new_id(),
            position=view.family.next_position(Copy),
            meeting=view.meeting_id,
            to=made.reader,
            how=MADE_NOT_GIVEN,
            on=view.today,
            kind=made.kind,
            file_name=made.path.name,
            fingerprint=made.fingerprint,
            made_at=view.now.isoformat(timespec="seconds"),
            made_by=view.keyboard,
            left_out=made.left_out,
        )
        self._recorder.note(view.change(None, entry))

    def action_say_left_out(self) -> None:
        """Say how much each reader does not get, or no longer."""
        self._says_left_out = not self._says_left_out
        self._draw()

    def _tell(self, words: str, left_out: str = "") -> None:
        self._told.append((words, left_out))
        self._draw()

    def _draw(self) -> None:
        lines = (line for words, left in self._told for line in (words, left if self._says_left_out else ""))
        self.query_one("#made", Static).update(plain("\n".join(line for line in lines if line)))
