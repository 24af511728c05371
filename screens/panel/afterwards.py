"""After a panel: who tells which family and by when, and the papers."""

from __future__ import annotations

from asyncio import to_thread
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from eymeeting.domain.dates import spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.panel_lists import ToTell, tell_the_family, told
from eymeeting.domain.panel_meeting import PanelMeeting
from eymeeting.domain.panel_table import item_of
from eymeeting.domain.problems import Problem
from screens.everywhere import HELP_KEYS
from screens.panel.papers import make_papers
from screens.plain import plain
from screens.surroundings import Surroundings
from screens.widgets.key_line import KeyLine
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.too_small import TooSmall

HEADING: Final = "Who tells which family"
NOBODY: Final = "Nothing was decided yet that a family has to be told."
NOT_ASKED: Final = "nobody has been asked to tell them"
HOW: Final = "A letter says that the family has been told, today. F9 makes the papers. Esc goes back."
MAKING: Final = "Making the papers …"
COVERED: Final = "The families are by reference. F12 shows their names."


class AfterwardsScreen(Screen[None]):
    """Every family that is to hear what was decided; by reference until the names are asked for."""

    CSS_PATH = "afterwards.tcss"
    AUTO_FOCUS = "#told"
    HELP = """\
    Each family of which something was decided: who tells them and by when. A **letter** says that it was done
    today. The list opens with references alone; **F12** shows the names.
    **F9** makes the papers in one go: a note for each grown-up of each family, the record for whoever brought it,
    a list for each service of what its workers took on, and the list of who tells whom. No list names a family.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        Binding(
            "f9,ctrl+s",
            "papers",
            "Papers",
            priority=True,
            tooltip="Make each family's notes, the records and the lists",
            id="panel.papers",
        ),
        Binding("f10,ctrl+g", "back", "Back", priority=True, tooltip="Back to the order", id="back"),
        Binding(
            "escape", "back", "Back", show=False, priority=True, tooltip="Back to the order", id="back.escape"
        ),
    ]

    def __init__(self, around: Surroundings, panel: PanelMeeting) -> None:
        super().__init__()
        self._around = around
        self._panel = panel
        self._is_covered = True
        self._made = ""
        self._is_making = False

    def compose(self) -> ComposeResult:
        """The heading, the families, what can be done."""
        yield Static(plain(f"{self._panel.name} · {HEADING}"), id="title")
        with VerticalScroll(id="box"):
            yield LetteredList(self._rows(), id="told")
            yield Static(id="how")
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Say what can be done."""
        self._draw()

    def cover(self) -> None:
        """Take every name off, or show them."""
        self._is_covered = not self._is_covered
        self._draw()

    @on(LetteredList.Chosen)
    def tell_today(self, event: LetteredList.Chosen) -> None:
        """The family has been told, today."""
        event.stop()
        family = self._around.store.family(event.id)
        slot = self._panel.slot(event.id)
        item = None if slot is None else item_of(family, slot)
        if item is None:
            return
        try:
            change = told(family, item, self._around.clock.today())
            self._around.store.apply(change, who=self._keyboard(family))
        except Problem as problem:
            self.query_one("#how", Static).update(plain(str(problem)))
            return
        self._draw()

    def action_papers(self) -> None:
        """Make the papers in one go; it takes a moment."""
        if not self._is_making:
            self._is_making = True
            self._made = MAKING
            self._draw()
            self.run_worker(self._make(), exclusive=True)

    async def _make(self) -> None:
        from exports.papers_kept import papers_kept

        around = self._around
        try:
            papers = papers_kept(around.store.kept_files, around.clock.today())
            made = await to_thread(
                make_papers,
                self._panel,
                self._pairs(),
                around.copies_folder,
                around.clock.now(),
                around.pack,
                papers,
            )
        except Problem as problem:
            self._made = str(problem)
        else:
            told = f"{made.count} papers are made. The lists are in {made.folder}."
            missing = f" Not made: {len(made.not_made)}." if made.not_made else ""
            self._made = "\n".join((f"{told}{missing}", *made.not_made, *made.remarks))
        self._is_making = False
        self._draw()

    def action_back(self) -> None:
        """Back to the order."""
        self.dismiss()

    def _keyboard(self, family: Family) -> str:
        name = self._around.at_keyboard.name
        return next((each.id for each in family.workers if each.name == name), name)

    def _pairs(self) -> list[tuple[Family, PanelItem]]:
        found = []
        for slot in self._panel.slots:
            family = self._around.store.family(slot.family)
            item = item_of(family, slot)
            if item is not None:
                found.append((family, item))
        return found

    def _rows(self) -> list[LetteredRow]:
        return [self._row(each) for each in tell_the_family(self._pairs(), self._around.clock.today())]

    def _draw(self) -> None:
        if not self.query("#how"):
            return
        rows = self._rows()
        listed = self.query_one(LetteredList)
        listed.display = bool(rows)
        listed.show(rows)
        words = NOBODY if not rows else f"{COVERED}\n{HOW}" if self._is_covered else HOW
        made, more, _ = self._made.partition("\n")
        if more:
            made = f"{made} F12 says more." if self._is_covered else self._made
        self.query_one("#how", Static).update(plain("\n\n".join(part for part in (words, made) if part)))

    def _row(self, row: ToTell) -> LetteredRow:
        today = self._around.clock.today()
        name = row.ref if self._is_covered else row.family_name
        by = "" if row.by is None else f"{'late, ' if row.is_late else ''}by {spoken_near(row.by, today)}"
        state = f"told {spoken_near(row.told_on, today)}" if row.told_on else by
        return LetteredRow(row.ref, name, row.who or NOT_ASKED, state, "✓" if row.told_on else "·")
