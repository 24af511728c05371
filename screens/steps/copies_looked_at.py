"""A step that knows whether the copies of its meeting still hold how things stand."""

from __future__ import annotations

from typing import ClassVar

from textual import work

from eymeeting.domain.family import Family
from screens.steps.step import Step


class LooksAtCopies(Step):
    """Looks at the copies a moment after something was done, while no key is held up."""

    MOMENT: ClassVar[float] = 0.5
    """Seconds."""

    outdated: frozenset[str] = frozenset()
    """The ids of the copies that hold how things stood before something changed."""

    _looked_at: Family | None = None

    def on_mount(self) -> None:
        """Look at what is there."""
        self.set_interval(self.MOMENT, self._look_again)

    def show_copies(self) -> None:
        """Draw anew what is said of the copies."""
        raise NotImplementedError

    def _look_again(self) -> None:
        """Look where anything has changed since; not under another screen, where copies are being made."""
        family = self.view.family
        if self._looked_at is not family and self.screen.is_current:
            self._looked_at = family
            self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        outdated = await self.recorder.outdated_copies()
        if outdated != self.outdated:
            self.outdated = outdated
            self.show_copies()
