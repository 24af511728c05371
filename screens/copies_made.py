"""What comes after the question for whom: the copies made one by one, told, printed, and shown in their folder."""

from __future__ import annotations

import os
from asyncio import to_thread
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import work
from textual.screen import ModalScreen
from textual.widgets import Static

from eymeeting.domain.meeting import Copy
from eymeeting.domain.names import short_names
from eymeeting.domain.problems import Problem
from eymeeting.domain.set_of_copies import who_gets_a_calendar_file
from eymeeting.domain.taken_home import EVERYTHING, TakenHome, without_in_words
from eymeeting.domain.whose_copies import CopyFor
from eymeeting.folders import open_folder
from screens.before_copies import known_at_the_keyboard
from screens.copies_rows import words_of_copy
from screens.making_copies import Making
from screens.plain import plain
from screens.printing_copies import INTO_A_HAND, LISTS, not_printed, print_copies
from screens.recorder import Recorder

if TYPE_CHECKING:
    from exports.copying import Made

NOTHING_TO_PRINT: Final = "There is nothing to print now."
PRINTING: Final = "Printing …"
_BACK: Final = "Enter goes back to the meeting. O opens the folder."
_PRINTS_IT: Final = "P prints what is handed over."
_PRINTS_LISTS: Final = "P prints the lists too."
_TRIES_AGAIN: Final = "P tries once more to print."


class CopiesMade(ModalScreen[None]):
    """Makes the copies that are wanted without holding up a key; what cannot be made does not stop the others."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self.recorder = recorder
        self.offered: tuple[CopyFor, ...] = ()
        self.forms: dict[CopyFor, str] = {}
        self.takes: dict[CopyFor, TakenHome] = {}
        self.says_left_out = False
        self.is_busy = False
        self._told: list[tuple[str, str]] = []
        self._to_print: list[Copy] = []

    @property
    def how_to_go_on(self) -> str:
        """Which keys go on from here."""
        waiting = [each.kind in INTO_A_HAND for each in self._to_print]
        if any(each.owed_by for each in self._to_print):
            return f"{_TRIES_AGAIN} {_BACK}"
        if any(waiting):
            return f"{_PRINTS_IT} {_BACK}"
        return f"{_PRINTS_LISTS} {_BACK}" if waiting else _BACK

    async def make_all(self, wanted: Sequence[CopyFor]) -> None:
        """Make one copy after the other, and tell each as it is done."""
        self.is_busy = True
        one_each = tuple(self._for_one_each(wanted))
        try:
            making = Making(self.recorder, self.recorder.view.meeting_id)
        except Problem as problem:
            self._tell(f"✗ {problem}")
        else:
            for place, (row, reader) in enumerate(one_each, start=1):
                self._say_how_to_go_on(f"Making {place} of {len(one_each)} …")
                await self._make(making, row, reader)
        self.recorder.redraw()
        self.is_busy = False
        self._say_how_to_go_on()

    def _for_one_each(self, wanted: Sequence[CopyFor]) -> Iterator[tuple[CopyFor, str]]:
        """Each copy with its reader; the calendar files are one row, and a copy for each who gets one."""
        for each in wanted:
            readers = who_gets_a_calendar_file(self.offered) if each.kind == "calendar" else (each.reader,)
            yield from ((each, reader) for reader in readers)

    async def _make(self, making: Making, row: CopyFor, reader: str) -> None:
        view = self.recorder.view
        words = words_of_copy(view, row)
        if row.kind == "calendar":
            words = f"Calendar file for {short_names(view.family)[reader]}"
        takes = self.takes.get(row, EVERYTHING)
        try:
            made, copy = await making.make(reader, row.kind, takes=takes, form=self.forms.get(row))
        except Problem as problem:
            self._tell(f"✗ {words}: {problem}")
            return
        if copy.kind in INTO_A_HAND | LISTS:
            self._to_print.append(copy)
        self._say_where(made.path.parent)
        notes = " ".join(f"  {remark}" for remark in made.remarks)
        told = (f"✓ {words}", f"  {made.path.name}", notes)
        self._tell("\n".join(part for part in told if part), self._left_out(made, takes))

    def _left_out(self, made: Made, takes: TakenHome) -> str:
        if made.kind != "family":
            return ""
        known = known_at_the_keyboard(self.recorder.view, made.reader, made.left_out_by_kind)
        said = (f"{sum(known.values())} left out", without_in_words(takes))
        return f"  {', '.join(filter(None, said))}"

    @work
    async def action_print(self) -> None:
        """Print what goes into somebody's hand; where that is done, the lists too."""
        if self.is_busy or not self._told:
            return
        into_a_hand = [each for each in self._to_print if each.kind in INTO_A_HAND]
        now = into_a_hand or list(self._to_print)
        if not now:
            self._tell(NOTHING_TO_PRINT)
            return
        self.is_busy = True
        self._say_how_to_go_on(PRINTING)
        later = [each for each in self._to_print if each not in now]
        async for said in print_copies(self.recorder, now):
            self._tell(said)
        self._to_print = [*not_printed(self.recorder, now), *later]
        self.recorder.redraw()
        self.is_busy = False
        self._say_how_to_go_on()

    @work
    async def action_open_folder(self) -> None:
        """Open the folder of this meeting's copies."""
        from exports.where_copies_lie import meeting_folder

        view = self.recorder.view
        folder = meeting_folder(self.recorder.desk.around.copies_folder, view.family, view.meeting.on)
        try:
            await to_thread(open_folder, folder, os.environ)
        except Problem as problem:
            if self._told:
                self._tell(str(problem))
            else:
                self.say(str(problem))

    def draw(self) -> None:
        """Say what was made; with what each reader does not get, where that is wanted."""
        lines = (line for words, left in self._told for line in (words, left if self.says_left_out else ""))
        self.say("\n".join(line for line in lines if line))

    def say(self, words: str) -> None:
        """Say something under the list."""
        made = self.query_one("#made", Static)
        made.update(plain(words))
        made.display = bool(words)

    def _tell(self, words: str, left_out: str = "") -> None:
        self._told.append((words, left_out))
        self.draw()
        self.query_one("#box").scroll_end(animate=False)

    def _say_where(self, folder: Path) -> None:
        where = self.query_one("#where", Static)
        where.update(plain(f"In {folder}"))
        where.display = True

    def _say_how_to_go_on(self, words: str = "") -> None:
        self.query_one("#how", Static).update(plain(words or self.how_to_go_on))
