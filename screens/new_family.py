"""A new family in a few lines: what it is called, who is in it, who helps. Enough to begin."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from eymeeting.domain.at_the_keyboard import who_may_type
from eymeeting.domain.colleagues import as_known
from eymeeting.domain.family import Change, Family
from eymeeting.domain.introductions import Introduction, introduced, next_ref, read_introduction
from eymeeting.domain.names import names_in_picker
from eymeeting.domain.people import FamilyDetails, Person, Worker
from eymeeting.domain.problems import Problem
from eymeeting.domain.put_right import in_place_of
from eymeeting.domain.settings import Colleague
from eymeeting.domain.sitting import Draft
from eymeeting.domain.text import clean_line
from screens.help import HelpScreen
from screens.keeper import Keeper
from screens.plain import plain
from screens.surroundings import Surroundings
from screens.widgets.draft_input import DraftInput, too_long
from screens.widgets.key_line import KeyLine
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.somebody_input import SomebodyInput
from screens.widgets.status_line import StatusLine
from screens.widgets.too_small import TooSmall

WHO = "new family"
"""Who the trail names while nobody is at a meeting's keyboard."""


class NewFamilyScreen(Screen[str | None]):
    """Gives back the reference of the family whose first meeting is to begin, or nothing."""

    CSS_PATH = "new_family.tcss"
    AUTO_FOCUS = ""
    HELP = """\
    First what the services call the family, then what it calls itself on its plan.
    Then a line each, with commas: *Folake Adeyemi, mother, 11.3.1994* · *Remi, child, 29.2.2020* ·
    *baby, unborn, due 3 may* ·
    *Grace Holloway, family support worker, Larkfield centre*.
    A wrong line: **Tab** goes to the list, and the **letter** puts the line back to be put right.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f1", "help", "Help", priority=True, tooltip="Every key, and how the lines are read", id="help"
        ),
        Binding(
            "f4,ctrl+t", "meet", "Begin meeting", priority=True, tooltip="Begin the first meeting", id="meet"
        ),
        Binding(
            "f8,ctrl+r", "undo", "Undo", priority=True, tooltip="Take back the last thing added", id="undo"
        ),
        Binding(
            "f10,ctrl+g", "home", "Home", priority=True, tooltip="Go home; the family is kept", id="back"
        ),
        Binding(
            "escape",
            "step_back",
            "Home",
            show=False,
            priority=True,
            tooltip="Go home; the family is kept",
            id="back.escape",
        ),
    ]

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._family: Family | None = None
        self._done: list[Change] = []
        self._put_right: str | None = None
        self._saved = 0
        self._keeper = Keeper(self, self._say_saved, self._around.rescue)

    def compose(self) -> ComposeResult:
        """The names, the people, the line for the next one."""
        yield Static("A new family", id="title")
        yield Static("What do the services call the family?", classes="label")
        yield self._field("family_name", "a surname, or several")
        yield Static("What does the family call itself, on its plan? It may be left empty.", classes="label")
        yield self._field("chosen_name", "the family's own words")
        yield Static("Who is in it, and who helps? A line each.", classes="label")
        yield SomebodyInput(
            self._draft("somebody"),
            where=self._where("somebody"),
            placeholder="name, who they are, birthday or service",
            colleagues=self._colleagues,
            workers=lambda: () if self._family is None else self._family.workers,
        )
        yield Static(id="understood")
        yield LetteredList(self._rows(), id="everybody")
        yield StatusLine()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Take the keyboard."""
        self._say_saved(None)
        self.set_focus(self.query_one("#family_name"))

    @on(DraftInput.Typed)
    def keep_draft(self, event: DraftInput.Typed) -> None:
        """Keep the half-typed field, and say what a line means so far."""
        event.stop()
        where, draft = self._where(event.field.id or ""), event.draft
        if not event.edits and event.field.id == "somebody" and self._put_right is not None:
            return
        self._keeper.typed(
            where, event.edits, draft.text, lambda edits: self._keep_draft(where, draft, edits)
        )
        if event.field.id == "somebody":
            told = self._read(draft.text)
            self.tell(told.problem or told.understood)

    @on(DraftInput.TooLong)
    def refuse_paste(self, event: DraftInput.TooLong) -> None:
        """Say that a paste was too long; nothing of it was taken."""
        event.stop()
        self.tell(too_long(event.length))

    @on(Input.Submitted, "#family_name,#chosen_name")
    def keep_names(self, event: Input.Submitted) -> None:
        """Keep the family's names, and go on."""
        event.stop()
        if self._keep_family():
            self.app.action_focus_next()

    @on(Input.Submitted, "#somebody")
    def add(self, event: Input.Submitted) -> None:
        """Add somebody."""
        event.stop()
        if not self._keep_family() or self._family is None:
            return
        told = as_known(self._read(event.value), self._colleagues())
        before = self._somebody(self._put_right)
        if told.member is None and (told.problem or before is None):
            self.tell(told.problem or "")
            return
        changes = in_place_of(self._family, before, told.member)
        if all(self._apply(change, self._where("somebody")) for change in changes):
            self._put_right = None
            self.query_one("#somebody", DraftInput).put("")
            self.tell("" if told.member else "Taken away. F8 brings them back.")

    @on(LetteredList.Chosen, "#everybody")
    def put_right(self, event: LetteredList.Chosen) -> None:
        """Put somebody's line back to be written again, unless another is half typed."""
        event.stop()
        line, member = self.query_one("#somebody", DraftInput), self._somebody(event.id)
        if member is None:
            return
        if line.value.strip() and self._put_right is None:
            self.tell("Finish the line above first, or empty it.")
            return
        self._put_right = member.id
        line.put(introduced(member))
        self.set_focus(line)
        self.tell("Put it right, and press Enter. Empty, it takes them away.")

    def action_undo(self) -> None:
        """Take back the last thing added."""
        if self._done and self._keeper.flush() and self._apply(self._done[-1].undone()):
            del self._done[-2:]
            for name in _NAMES:
                self.query_one(f"#{name}", DraftInput).put(self._draft(name).text)

    def action_meet(self) -> None:
        """Begin the first meeting."""
        if not self._keep_family():
            return
        if self._family is not None and not who_may_type(self._family):
            self.tell("Add whoever is at the keyboard first: name, job, service.")
        elif self._family is not None and self._keeper.flush():
            self.dismiss(self._family.ref)

    def action_home(self) -> None:
        """Go home. What is half typed is there next time."""
        if self.leave():
            self.dismiss(None)

    def action_step_back(self) -> None:
        """Let go of putting somebody's line right, or go home."""
        if self._put_right is None:
            self.action_home()
            return
        self._put_right = None
        self._keep_draft(self._where("somebody"), Draft(text="", cursor=0), 0)
        self.query_one("#somebody", DraftInput).put("")
        self.tell("")

    def leave(self) -> bool:
        """Keep a family's names, and what is half typed. Whether everything is on disk."""
        has_new_names = self._family is not None and bool(self._value("family_name"))
        return (not has_new_names or self._keep_family()) and self._keeper.flush()

    def action_help(self) -> None:
        """Show every key, and how the lines are read."""
        self.app.push_screen(HelpScreen(self.HELP, self))

    def _keep_family(self) -> bool:
        """Keep the names as they stand. Whether there is a family now."""
        name, chosen = self._value("family_name"), self._value("chosen_name") or None
        if not name:
            self.tell("What do the services call the family? That comes first.")
            self.set_focus(self.query_one("#family_name"))
            return False
        before = None if self._family is None else self._family.details
        if before is None:
            ref = next_ref(self._around.store.refs())
            after = FamilyDetails(
                id=ref, family_name=name, chosen_name=chosen, opened=self._around.clock.today()
            )
        else:
            after = replace(before, family_name=name, chosen_name=chosen)
        return before == after or self._apply(Change(family=after.id, before=before, after=after))

    def _apply(self, change: Change, clear_draft: str | None = None) -> bool:
        if not self._keeper.flush():
            return False
        try:
            self._around.store.apply(change, who=WHO, clear_draft=clear_draft)
            self._let_go_of_drafts(change)
        except Problem as problem:
            self._say_saved(problem)
            return False
        self._remember(change)
        self._saved += 1
        self._say_saved(None)
        self.query_one(LetteredList).show(self._rows())
        return True

    def _remember(self, change: Change) -> None:
        if isinstance(change.after, FamilyDetails) and self._family is None:
            self._family = Family(details=change.after)
            return
        if self._family is not None:
            self._family = self._family.after(change)
            self._done.append(change)

    def _let_go_of_drafts(self, change: Change) -> None:
        if not isinstance(change.after, FamilyDetails):
            return
        for name in _NAMES:
            self._around.store.keep_draft(self._where(name), Draft(text="", cursor=0))
        half_typed = self._around.store.draft(self._where("somebody"))
        if self._family is None and half_typed.text:
            self._around.store.keep_draft(self._where("somebody"), Draft(text="", cursor=0))
            self._around.store.keep_draft(_where(change.family, "somebody"), half_typed)

    def _keep_draft(self, where: str, draft: Draft, edits: int) -> None:
        self._around.store.keep_draft(where, draft)
        self._saved += edits

    def _field(self, name: str, hint: str) -> DraftInput:
        return DraftInput(self._draft(name), where=self._where(name), id=name, placeholder=hint)

    def _colleagues(self) -> tuple[Colleague, ...]:
        try:
            return self._around.store.colleagues()
        except Problem:
            return ()

    def _draft(self, name: str) -> Draft:
        draft = self._around.store.draft(self._where(name))
        if draft.text or self._family is None or name not in _NAMES:
            return draft
        kept = getattr(self._family.details, name) or ""
        return Draft(text=kept, cursor=len(kept))

    def _where(self, name: str) -> str:
        return _where(None if self._family is None else self._family.ref, name)

    def _value(self, name: str) -> str:
        return clean_line(self.query_one(f"#{name}", DraftInput).value)

    def _read(self, text: str) -> Introduction:
        family = self._family or Family(details=FamilyDetails(id="", family_name=""))
        before = self._somebody(self._put_right)
        if before is not None:
            family = family.after(Change(family=family.ref, before=before, after=None))
        return read_introduction(text, family, self._around.pack, self._around.clock.today())

    def _somebody(self, id: str | None) -> Person | Worker | None:  # noqa: A002
        if self._family is None or id is None:
            return None
        return self._family.person(id) or self._family.worker(id)

    def _rows(self) -> list[LetteredRow]:
        if self._family is None:
            return []
        names = names_in_picker((*self._family.people, *self._family.workers))
        people = [LetteredRow(p.id, names[p.id], "", "", "", "The family") for p in self._family.people]
        return people + [
            LetteredRow(w.id, w.name, w.role, w.agency, "", "The people who help")
            for w in self._family.workers
        ]

    def tell(self, words: str) -> None:
        """Say something under the line."""
        self.query_one("#understood", Static).update(plain(words))

    def _say_saved(self, problem: Problem | None) -> None:
        now = self._around.clock.now()
        self.query_one(StatusLine).show_mark(problem, now, self._saved, is_waiting=self._keeper.is_waiting)


_NAMES = ("family_name", "chosen_name")


def _where(ref: str | None, name: str) -> str:
    """The place of a half-typed field: the new family's, or a family's own."""
    return f"new family/{name}" if ref is None else f"{ref}/people/{name}"
