"""The children's part: what each child said, word for word, and for whom it is."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.childs_part import children_of
from eymeeting.domain.meeting import ChildWords
from eymeeting.domain.names import short_names
from eymeeting.domain.sitting import Place
from eymeeting.domain.unwritten import SpokenWords, said_in
from screens.plain import plain
from screens.steps.childs_words import ChildsWords
from screens.steps.step import Step
from screens.widgets.lettered_list import LetteredList, LetteredRow

_NONE: Final = "No child is written down here yet. F3 goes back to the welcome, where somebody can be added."
_FIRST: Final = "This part comes right after the welcome today. 1 puts it back."
_LATER: Final = "1 puts this part right after the welcome, so that children may go early."


class ChildrenStep(Step):
    """Each child's words, and one more line to begin others. What is private is nowhere here."""

    STEP = "children"
    HELP = """\
    A **letter** opens a child's words, or begins new ones: type exactly what the child says.
    **Tab** goes on to how they were gathered, who heard them, when, and for whom they are.
    Words that are not for everyone leave the screen at once; **F8** brings them back.
    **Shift** and the letter begins words that only you and who heard them may see.
    **1** puts this part right after the welcome, so that children may go early.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1",
            "first",
            "First",
            show=False,
            tooltip="This part right after the welcome, or back again",
            id="children.first",
        ),
        Binding(
            "delete",
            "take_away",
            "Take away",
            show=False,
            tooltip="Take away these words; F8 brings them back",
            id="children.take_away",
        ),
    ]
    DEFAULT_CSS = """
    ChildrenStep.-open #children { display: none; }
    ChildrenStep #when-first { margin-top: 1; }
    ChildrenStep.-open #when-first { display: none; }
    """

    def compose(self) -> ComposeResult:
        """What the chair may say, everybody's words, the words that are open."""
        yield Static(plain(self.say()), classes="say")
        yield LetteredList(self._rows(), id="children", other=True)
        yield ChildsWords(self.recorder)
        yield Static(id="when-first", classes="quiet")

    def on_mount(self) -> None:
        """Go to where the keyboard was."""
        child, _, rest = self.start_place.field.partition(":")
        id, _, field = rest.partition(":")  # noqa: A001
        if field and child in self._children():
            self._words.open(child, id, self.start_place.cursor)
            self.add_class("-open")
        self._draw()

    def keyboard_goes_to(self) -> Widget:
        """The list, or the field that is open."""
        return self._words.field if self._words.is_open else self.query_one("#children")

    @property
    def place(self) -> Place:
        """The list, or whose words are open."""
        return self._words.place if self._words.is_open else super().place

    def show(self) -> None:
        """Draw what now stands."""
        self.query_one("#children", LetteredList).show(self._rows())
        self._words.show()
        self._draw()

    @on(LetteredList.Chosen, "#children")
    def open_words(self, event: LetteredList.Chosen) -> None:
        """Open a child's words, or begin new ones."""
        event.stop()
        self._open(event.id, is_private=False)

    @on(LetteredList.Other, "#children")
    def begin_private(self, event: LetteredList.Other) -> None:
        """Begin words that are only for who heard them."""
        event.stop()
        self._open(f"{event.id.partition(':')[0]}:", is_private=True)

    @on(ChildsWords.Left)
    def back_to_list(self, event: ChildsWords.Left) -> None:
        """Show everybody's words again."""
        event.stop()
        self.remove_class("-open")
        self.show()
        self.screen.set_focus(self.query_one("#children"))

    def action_first(self) -> None:
        """Put this part right after the welcome, or back where it was."""
        meeting = self.view.meeting
        self.did(meeting, replace(meeting, children_first=None if meeting.children_first else True))

    def action_take_away(self) -> None:
        """Take away the words under the cursor."""
        words = next((each for each in self._said() if each.id == self._at), None)
        if words is not None:
            self.did(words, None)

    def words_here(self) -> SpokenWords | None:
        """The words that are open, else those under the cursor."""
        at = self._words.id_open if self._words.is_open else self._at
        return said_in(next((each for each in self._said() if each.id == at), None))

    @property
    def _at(self) -> str:
        """The id of the words under the cursor; empty where new ones begin."""
        return (self.query_one("#children", LetteredList).highlighted or "").partition(":")[2]

    @property
    def _words(self) -> ChildsWords:
        return self.query_one(ChildsWords)

    def _open(self, row: str, *, is_private: bool) -> None:
        if not self.recorder.left():
            return
        child, _, id = row.partition(":")  # noqa: A001
        self._words.open(child, id, is_private=is_private)
        self.add_class("-open")
        self.screen.set_focus(self._words.field)

    def _draw(self) -> None:
        told = _FIRST if self.view.meeting.children_first else _LATER
        self.query_one("#when-first", Static).update(plain(told if self._children() else _NONE))

    def _children(self) -> list[str]:
        return [child.id for child in children_of(self.view.family, self.view.meeting)]

    def _said(self) -> tuple[ChildWords, ...]:
        return self.view.open_here(self.view.family.child_words)

    def _rows(self) -> list[LetteredRow]:
        names, said = short_names(self.view.family), self._said()
        rows = []
        for child in self._children():
            own = [each for each in said if each.who == child]
            name = names[child]
            rows += [
                LetteredRow(f"{child}:{each.id}", f"“{each.words}”", "", each.how, "✓", name) for each in own
            ]
            begun = f"Something more {name} said" if own else f"What {name} said"
            rows.append(LetteredRow(f"{child}:", begun, "", "", "+", name))
        return rows
