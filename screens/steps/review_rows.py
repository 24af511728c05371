"""What a review shows of each action it asks about, and of what the family wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content

from eymeeting.domain.meeting import Line
from eymeeting.domain.names import short_names
from eymeeting.domain.review_words import COME_TRUE, answer_words, mark, what_became_of_it, who_had_it
from eymeeting.domain.reviewing import Asked, asked_actions, wanted_before
from screens.desk import MeetingView
from screens.plain import plain
from screens.widgets.drawn_list import POINTER

HALF_TYPED = "Half typed. Enter goes on with it."
WANTED = "What you wanted"


@dataclass(frozen=True)
class ReviewRows:
    """The actions asked about, and below them the lines of what was wanted, as they stand."""

    view: MeetingView
    asked: tuple[Asked, ...]
    wanted: tuple[Line, ...]
    names: Mapping[str, str]

    @classmethod
    def of(cls, view: MeetingView) -> ReviewRows:
        """All that this meeting asks about."""
        family, meeting, pack = view.family, view.meeting, view.pack
        return cls(
            view,
            asked_actions(family, meeting, pack, view.keyboard),
            wanted_before(family, meeting, pack),
            short_names(view.room),
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """The rows from the top, each with what it is: an action, or a line."""
        return (
            *(f"action:{each.action.id}" for each in self.asked),
            *(f"wanted:{each.id}" for each in self.wanted),
        )

    def action(self, id: str | None) -> Asked | None:  # noqa: A002
        """The action of a row, if it is one."""
        return next((each for each in self.asked if f"action:{each.action.id}" == id), None)

    def line(self, id: str | None) -> Line | None:  # noqa: A002
        """The wanted line of a row, if it is one."""
        return next((each for each in self.wanted if f"wanted:{each.id}" == id), None)

    def told(self) -> str:
        """How many are told, of how many."""
        if not self.asked:
            return "Nothing is open from before."
        waiting = [each for each in self.asked if each.answer is None]
        late = sum(each.is_late(self.view.meeting.on) for each in waiting)
        count = f"{len(self.asked) - len(waiting)} of {len(self.asked)} told"
        return f"{count} · {late} late still to ask about" if late else count

    def next_after(self, action: str) -> str | None:
        """The row to go on to: the next action without an answer, then the first wanted line not ticked."""
        actions = [each.action.id for each in self.asked]
        at = actions.index(action) + 1 if action in actions else 0
        waiting = [each for each in (*self.asked[at:], *self.asked[:at]) if each.answer is None]
        if waiting:
            return f"action:{waiting[0].action.id}"
        return next((f"wanted:{each.id}" for each in self.wanted if not each.done), None)

    def answers(self) -> dict[str, object]:
        """How each row stands, to see which of them was changed."""
        return {
            **{f"action:{each.action.id}": each.answer for each in self.asked},
            **{f"wanted:{each.id}": each.done for each in self.wanted},
        }

    def shown(self, id: str, *, here: bool, half_typed: bool = False) -> Content:  # noqa: A002
        """One row; all that became of an action is told while the cursor is there."""
        pointer = POINTER if here else " "
        asked = self.action(id)
        if asked is None:
            line = self.line(id)
            return Content("") if line is None else self._shown_line(line, pointer)
        number = self.asked.index(asked) + 1
        title = Content.assemble(f"{pointer}{mark(asked.answer)} {number}. ", plain(asked.action.text))
        quiet = [who_had_it(asked, self.names, self.view.pack, self.view.meeting.on)]
        quiet += what_became_of_it(asked, self.names) if here else ()
        told = [answer_words(asked.answer, self.names, self.view.today)] if asked.answer else []
        told += [HALF_TYPED] if half_typed else []
        if asked.answer is not None and not here:
            quiet = []
        return Content("\n").join(
            [
                title.stylize("bold"),
                *(plain(words).stylize("$text-muted") for words in quiet),
                *(plain(words) for words in told),
            ]
        )

    def _shown_line(self, line: Line, pointer: str) -> Content:
        whose = f"  — {self.names[line.by]}" if line.by and line.by in self.names else ""
        ticked = "✓" if line.done else "·"
        come_true = f"  {COME_TRUE}" if line.done else ""
        return Content.assemble(f"{pointer}{ticked} ", plain(line.text), (whose, "$text-muted"), come_true)
