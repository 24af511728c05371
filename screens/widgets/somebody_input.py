"""The line for somebody new, which knows who works here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from eymeeting.domain.colleagues import completion
from eymeeting.domain.people import Worker
from eymeeting.domain.settings import Colleague
from eymeeting.domain.sitting import Draft
from screens.widgets.draft_input import DraftInput


class SomebodyInput(DraftInput):
    """A line to introduce somebody in. Two letters of a colleague's name offer the rest of the line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "tab",
            "take_offered",
            "Take it",
            show=False,
            priority=True,
            tooltip="Take the colleague offered",
            id="somebody.take_offered",
        ),
    ]

    def __init__(
        self,
        draft: Draft,
        *,
        where: str,
        placeholder: str,
        colleagues: Callable[[], Sequence[Colleague]],
        workers: Callable[[], Sequence[Worker]],
    ) -> None:
        """``workers`` are those who help the family already: nobody is offered twice."""
        super().__init__(draft, where=where, id="somebody", placeholder=placeholder)
        self._colleagues = colleagues
        self._workers = workers
        self._known: Sequence[Colleague] = ()
        self.suggester = _Offers(self._offered_for)

    def on_mount(self) -> None:
        """Look who works here."""
        self._known = self._colleagues()

    def on_focus(self) -> None:
        """Look again who works here: it may have changed since."""
        self._known = self._colleagues()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Where nobody is offered, Tab goes on to the next field as ever."""
        return action != "take_offered" or self._offered is not None

    def action_take_offered(self) -> None:
        """Put the whole line of the colleague offered."""
        offered = self._offered
        if offered is not None:
            self.value = offered
            self.cursor_position = len(offered)

    @property
    def _offered(self) -> str | None:
        return self._offered_for(self.value) if self.cursor_position == len(self.value) else None

    def _offered_for(self, typed: str) -> str | None:
        return completion(typed, self._known, self._workers())


class _Offers(Suggester):
    def __init__(self, offered_for: Callable[[str], str | None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._offered_for = offered_for

    async def get_suggestion(self, value: str) -> str | None:
        """The line offered for what is typed."""
        return self._offered_for(value)
