"""Agreement to share: who of the family says yes to which service, today."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.in_the_room import readers
from eymeeting.domain.sitting import Draft, Place
from eymeeting.domain.who_interprets import interpreter_of
from screens.agreement_shown import Turned
from screens.agreement_table import AgreementTable
from screens.agreement_words import may_be_said
from screens.plain import plain
from screens.steps.step import Step, TakesDown
from screens.widgets.agreement_grid import AgreementGrid

_ROOM_FOR_ALL = 34
"""Lines of a step from which everything that may be said stands there at once."""


class AgreementStep(Step):
    """People across, services down, a key for each answer. A reason is never on the screen."""

    STEP = "agreement"
    HELP = """\
    **y** yes, **n** no, **l** limited (then to what), **w** stopped, **d** no need to ask (then which duty),
    **space** not asked. Each of these goes on to the next service by itself. **Enter** goes to the next person.
    **Backspace** takes today's answer away, or a service added by mistake; **a** adds a service.
    An answer counts from today on; what was said before is kept as it was.
    **p** everybody here was told what we cannot keep private, **c** about copies, keeping and the right to see.
    **h** how they answered, **i** who interpreted, **t** a note, **r** why not (in the chair's record only).
    A refusal from an earlier day reads as not yet, until **v** shows it.
    """

    def __init__(self, recorder: TakesDown, place: Place) -> None:
        super().__init__(recorder, place)
        self._part = 0

    def compose(self) -> ComposeResult:
        """What the chair may say, then the table."""
        yield Static(id="may-say", classes="say")
        turned = Turned(
            on=lambda: self._day,
            answers_on=lambda: self._day,
            readers=self._readers,
            here=lambda: self.view.here(),
            without=kept_away_from(self.view.meeting),
            by_phone=self._is_on_the_phone,
            interpreter=lambda: interpreter_of(self.view.family, self.view.meeting_id),
            meeting=self.view.meeting_id,
        )
        yield AgreementTable(self.recorder, turned, self._half_typed, self.start_place.field)

    def on_mount(self) -> None:
        """Say the first part."""
        self._say_part()

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._say_part()

    def keyboard_goes_to(self) -> Widget:
        """The grid, or the line that is open."""
        return self._table.keyboard_goes_to

    @property
    def place(self) -> Place:
        """The cell and the line."""
        return Place(step=self.STEP, field=self._table.place)

    def take_back(self) -> bool:
        """Take back the adding of a service."""
        return self._table.take_back_adding()

    def show(self) -> None:
        """Draw what now stands."""
        self._table.draw()

    @on(AgreementGrid.Pressed)
    def say_more(self, event: AgreementGrid.Pressed) -> None:
        """Go on to the next part of what may be said."""
        event.stop()
        self._part += 1
        self._say_part()

    @on(AgreementGrid.Moved)
    def remember_place(self) -> None:
        """Remember the cell."""
        self.recorder.at(self.place)

    @property
    def _table(self) -> AgreementTable:
        return self.query_one(AgreementTable)

    @property
    def _day(self) -> date:
        """Today; for a meeting that is typed in from paper, its own day."""
        meeting = self.view.meeting
        return meeting.on if meeting.entered_on is not None else self.view.today

    def _half_typed(self, where: str, draft: Draft, edits: int) -> None:
        self.recorder.drafted(where, draft, self.place, edits)

    def _readers(self) -> list[str]:
        return list(readers(self.view.family, self.view.meeting))

    def _is_on_the_phone(self, person: str) -> bool:
        mark = self.view.family.attendance_of(self.view.meeting_id, person)
        return mark is not None and mark.status == "by_phone"

    def _say_part(self) -> None:
        parts = may_be_said(self.view.pack.sentences)
        if not parts:
            words = self.say()
        elif self.size.height >= _ROOM_FOR_ALL:
            words = "\n".join(parts)
        else:
            at = self._part % len(parts)
            words = f"{parts[at]} ({at + 1} of {len(parts)}, m for more)"
        self.query_one("#may-say", Static).update(plain(words))
