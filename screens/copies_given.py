"""The copies of a family: which was given and how, where they lie, and the files that are not wanted any more."""

from __future__ import annotations

import os
from asyncio import to_thread
from collections.abc import Callable
from dataclasses import replace
from string import ascii_lowercase
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from eymeeting.domain.copies_log import is_given, may_be_removed
from eymeeting.domain.meeting import Copy
from eymeeting.domain.problems import Problem
from eymeeting.domain.whose_copies import copies_in_words, how_given
from eymeeting.folders import open_folder
from screens.copies_keys import OPEN_KEY
from screens.everywhere import HELP_KEYS
from screens.family_recorder import FamilyRecorder
from screens.plain import plain
from screens.widgets.lettered_list import LetteredList, LetteredRow
from screens.widgets.too_small import TooSmall

WHICH: Final = "Which copy was given?"
ONCE_MORE: Final = "Delete once more removes the file from this computer. Its line here stays."
CHANGED: Final = "Somebody has changed this file since it was made. Delete once more removes it all the same."
ALREADY_GONE: Final = "Its file is not in the folder any more. Delete once more notes that it is removed."
REMOVED: Final = "The file is removed. The line stays."
GIVE_IT_FIRST: Final = "This copy is not given yet, so its file stays. A letter says how it was given."
NO_FILE: Final = "There is no file of this copy any more."
_HOW: Final = "A letter: how it was given. O: its folder. Delete: its file."


class KeptCopies(LetteredList):
    """Copies under one another; the letter that opens the folder stands beside none."""

    LETTERS: ClassVar[str] = ascii_lowercase.replace("o", "")


class CopiesGivenScreen(ModalScreen[None]):
    """Every copy that was made. ``ask_how`` asks how one was given; what is kept of it is drawn by ``show``."""

    CSS_PATH = "copies.tcss"
    HELP = """\
    Every copy that was made of this family's meetings, the newest first. A **letter** says how one was given:
    handed over, read aloud, posted. Until then Home reminds of it; **owed by** is the last day for it. A copy that
    a newer one stands for is **replaced**, and nobody waits for it.

    **O** opens the folder where a copy lies. **Delete** removes the file of a copy that was given or replaced,
    once the same key is pressed again. Its line stays, so that it is known who had what.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *HELP_KEYS,
        OPEN_KEY,
        Binding(
            "delete",
            "remove",
            "Remove",
            show=False,
            tooltip="Remove the file of a copy that was given; asked once more",
            id="copies.remove",
        ),
        Binding(
            "escape",
            "dismiss",
            "Back",
            priority=True,
            tooltip="Back to the family",
            id="copies_given.dismiss",
        ),
        Binding("f10,ctrl+g", "dismiss", "Back", priority=True, tooltip="Back to the family", id="back"),
    ]

    def __init__(self, recorder: FamilyRecorder, ask_how: Callable[[Copy], None]) -> None:
        super().__init__()
        self._recorder = recorder
        self._ask_how = ask_how
        self._to_remove = ""

    def compose(self) -> ComposeResult:
        """The question, the copies, and what was done."""
        with VerticalScroll(id="box"):
            yield Static(WHICH, id="heading")
            yield KeptCopies(self._rows(), id="readers")
            yield Static(id="made")
            yield Static(_HOW, id="how")
        yield TooSmall()

    def on_mount(self) -> None:
        """Be told when a line changes."""
        self.query_one(KeptCopies).focus()
        self._say("")
        self._stop_listening = self._recorder.listen(self.show, lambda _: None, lambda _: None)

    def on_unmount(self) -> None:
        """Be told no more."""
        self._stop_listening()

    def show(self) -> None:
        """Show the copies as they stand now."""
        self.query_one(KeptCopies).show(self._rows())

    @on(LetteredList.Chosen)
    def chosen(self, event: LetteredList.Chosen) -> None:
        """Ask how it was given."""
        event.stop()
        self._to_remove = ""
        self._say("")
        if copy := self._copy(event.id):
            self._ask_how(copy)

    @work
    async def action_open_folder(self) -> None:
        """Open the folder where the copy lies that the highlight is on; the family's where it lies nowhere."""
        from exports.where_copies_lie import family_folder, file_of_copy

        copies, family = self._recorder.desk.around.copies_folder, self._recorder.view.family
        copy = self._copy(self.query_one(KeptCopies).highlighted)
        file = None if copy is None else await to_thread(file_of_copy, copies, family, copy)
        folder = family_folder(copies, family) if file is None else file.parent
        try:
            await to_thread(open_folder, folder, os.environ)
        except Problem as problem:
            self._say(str(problem))

    @work
    async def action_remove(self) -> None:
        """Ask once more, then take the file of a copy away that was given or that a newer one stands for."""
        copy = self._copy(self.query_one(KeptCopies).highlighted)
        if copy is None:
            return
        view = self._recorder.view
        if not may_be_removed(view.family, copy):
            self._to_remove = ""
            self._say(NO_FILE if copy.removed_on or is_given(copy) else GIVE_IT_FIRST)
            return
        try:
            await self._ask_or_remove(copy)
        except Problem as problem:
            self._to_remove = ""
            self._say(str(problem))

    async def _ask_or_remove(self, copy: Copy) -> None:
        from exports.where_copies_lie import file_of_copy, is_changed, remove_file

        view = self._recorder.view
        copies = self._recorder.desk.around.copies_folder
        file = await to_thread(file_of_copy, copies, view.family, copy)
        changed = file is not None and await to_thread(is_changed, file, copy)
        question = ALREADY_GONE if file is None else CHANGED if changed else ONCE_MORE
        if self._to_remove != f"{copy.id} {question}":
            self._to_remove = f"{copy.id} {question}"
            self._say(question)
            return
        self._to_remove = ""
        if file is not None:
            await to_thread(remove_file, file)
        self._recorder.note(view.change(copy, replace(copy, removed_on=view.today)))
        self._recorder.redraw()
        self._say(REMOVED)

    def _copy(self, id: str | None) -> Copy | None:  # noqa: A002
        return next((copy for copy in self._recorder.view.family.copies if copy.id == id), None)

    def _rows(self) -> list[LetteredRow]:
        view = self._recorder.view
        words = copies_in_words(view.family, view.today, view.pack)
        how = how_given(view.family, today=view.today, pack=view.pack)
        newest_first = sorted(view.family.copies, key=lambda copy: copy.position, reverse=True)
        return [LetteredRow(copy.id, words[copy.id], "", how[copy.id]) for copy in newest_first]

    def _say(self, words: str) -> None:
        made = self.query_one("#made", Static)
        made.update(plain(words))
        made.display = bool(words)
