"""Who works here: added by one line, changed in a form."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from eymeeting.domain.colleagues import read_colleague
from screens.plain import plain
from screens.settings.colleague_form import ColleagueForm
from screens.settings.form import Outcome
from screens.settings.place import SettingsPlace
from screens.settings.rows_place import RowsPlace
from screens.widgets.draft_input import DraftInput
from screens.widgets.key_line import KeyLine
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.status_line import StatusLine
from screens.widgets.too_small import TooSmall

_WHERE: Final = "settings/somebody"


class ColleaguesPlace(SettingsPlace):
    """The list, and the line for somebody new."""

    AUTO_FOCUS = "#somebody"
    HELP = """\
    A line each, with commas: *Grace Holloway, family support worker, Larkfield centre*.
    From then on two letters of the name are enough wherever somebody new is written down:
    **Tab** or **right** takes what is offered.
    In the list a **letter** opens somebody, to put them right or to take them off it.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f2,ctrl+n",
            "add",
            "Add somebody",
            priority=True,
            tooltip="Go to the line for somebody new",
            id="add",
        ),
    ]

    def compose(self) -> ComposeResult:
        """The list, the line, what it means, status, keys."""
        yield Static("Who works here, and whom you work with", id="title")
        yield LetteredList(self._lettered(), id="everybody")
        yield Static("Nobody is on the list yet.", id="nobody")
        yield DraftInput(
            self.desk.draft(_WHERE),
            where=_WHERE,
            id="somebody",
            placeholder="Somebody new: name, job, service",
        )
        yield Static(id="told")
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Say how things stand."""
        self.show()
        self.say_saved(None)

    @on(LetteredList.Chosen)
    def open_one(self, event: LetteredList.Chosen) -> None:
        """Open somebody."""
        event.stop()
        self.app.push_screen(RowsPlace(self.desk, ColleagueForm(event.id)))

    @on(DraftInput.Typed)
    def keep_half_typed(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed line, and say what it means so far."""
        event.stop()
        self.half_typed(_WHERE, event.draft, event.edits)
        read = read_colleague(event.draft.text, self.desk.set_up.colleagues)
        self.tell(read.problem or read.understood)

    @on(Input.Submitted, "#somebody")
    def add(self, event: Input.Submitted) -> None:
        """Put somebody on the list."""
        event.stop()
        set_up = self.desk.set_up
        read = read_colleague(event.value, set_up.colleagues)
        if read.colleague is None:
            self.tell(read.problem)
            return
        after = replace(set_up, colleagues=(*set_up.colleagues, read.colleague))
        if self.carry_out(Outcome(after=after, what=f"{read.colleague.name} on the list"), _WHERE):
            self.query_one("#somebody", DraftInput).put("")
            self.tell("")

    def action_add(self) -> None:
        """Go to the line for somebody new."""
        self.set_focus(self.query_one("#somebody"))

    def show(self) -> None:
        """Draw the list as it is now."""
        everybody = self.query_one(LetteredList)
        everybody.show(self._lettered())
        everybody.display = bool(self.desk.set_up.colleagues)
        self.query_one("#nobody").display = not everybody.display

    def tell(self, words: str) -> None:
        """Say something under the line."""
        self.query_one("#told", Static).update(plain(words))

    def _lettered(self) -> list[LetteredRow]:
        return [
            LetteredRow(
                one.id,
                one.name,
                ", ".join(part for part in (one.role, one.agency) if part),
                one.phone or "",
            )
            for one in self.desk.set_up.colleagues
        ]
