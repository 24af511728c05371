"""The settings and the colleagues while somebody works on them, and what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from eymeeting.domain.settings import Colleague, KeptFile, KeptFileKind, Settings
from eymeeting.domain.sitting import Draft
from screens.surroundings import Clock


class KeptSettings(Protocol):
    """The part of the store that settings need."""

    def settings(self) -> Settings: ...  # noqa: D102
    def keep_settings(self, settings: Settings) -> None: ...  # noqa: D102
    def colleagues(self) -> tuple[Colleague, ...]: ...  # noqa: D102
    def keep_colleague(self, before: Colleague | None, after: Colleague | None) -> None: ...  # noqa: D102
    def draft(self, where: str) -> Draft: ...  # noqa: D102
    def keep_draft(self, where: str, draft: Draft) -> None: ...  # noqa: D102
    def kept_files(self, kind: KeptFileKind) -> tuple[KeptFile, ...]: ...  # noqa: D102
    def keep_file(self, file: KeptFile) -> None: ...  # noqa: D102
    def remove_file(self, kind: KeptFileKind, name: str) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """What was chosen, who works here, and the council's own paper, where there is one."""

    settings: Settings = field(default_factory=Settings)
    colleagues: tuple[Colleague, ...] = ()
    paper: KeptFile | None = None

    def colleague(self, id: str) -> Colleague | None:  # noqa: A002
        """Somebody who works here; nothing when they are not on the list."""
        return next((each for each in self.colleagues if each.id == id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done, in a word, and how it was before."""

    what: str
    before: SetUp


class SettingsDesk:
    """Takes what was done to the store, and tells the app, which takes it up at once.

    ``saved`` counts what is on disk since the settings were opened, each key that changed a text being one.
    """

    def __init__(
        self,
        store: KeptSettings,
        clock: Clock,
        *,
        rescue: Callable[[str], Path | None],
        take_up: Callable[[Settings], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._take_up = take_up
        self.rescue = rescue
        paper = max(store.kept_files("paper"), key=lambda file: (file.on, file.name), default=None)
        self.set_up = SetUp(settings=store.settings(), colleagues=store.colleagues(), paper=paper)
        self.saved = 0
        self.saved_at: datetime = clock.now()
        self._done: list[Done] = []

    def keep(self, after: SetUp, what: str, clear_draft: str | None = None) -> None:
        """Keep how it is now. ``what`` names in a word what was changed.

        Raises:
            NotSaved: it did not reach the disk.
        """
        before = self.set_up
        self._put(after)
        if clear_draft is not None:
            self._store.keep_draft(clear_draft, Draft(text="", cursor=0))
        self._done.append(Done(what=what, before=before))

    def undo(self) -> str | None:
        """Take back the last thing done. What comes back names it; nothing when there is none.

        Raises:
            NotSaved: it did not reach the disk, and nothing is different.
        """
        if not self._done:
            return None
        self._put(self._done[-1].before)
        return self._done.pop().what

    def draft(self, where: str) -> Draft:
        """The half-typed line of a place."""
        return self._store.draft(where)

    def keep_draft(self, where: str, draft: Draft, edits: int) -> None:
        """Keep a half-typed line.

        Raises:
            NotSaved: it did not reach the disk.
        """
        self._store.keep_draft(where, draft)
        self._counted(edits)

    def _put(self, after: SetUp) -> None:
        before = self.set_up
        if after.settings != before.settings:
            self._store.keep_settings(after.settings)
        known = {each.id: each for each in after.colleagues}
        for one in before.colleagues:
            if known.get(one.id) != one:
                self._store.keep_colleague(one, known.get(one.id))
        for one in after.colleagues:
            if before.colleague(one.id) is None:
                self._store.keep_colleague(None, one)
        if after.paper != before.paper:
            self._put_paper(after.paper)
        self.set_up = after
        self._counted(1)
        if after.settings != before.settings:
            self._take_up(after.settings)

    def _put_paper(self, paper: KeptFile | None) -> None:
        """Keep this one paper, and no other."""
        if paper is not None:
            self._store.keep_file(paper)
        for other in self._store.kept_files("paper"):
            if paper is None or other.name != paper.name:
                self._store.remove_file("paper", other.name)

    def today(self) -> date:
        """The day it is."""
        return self._clock.today()

    def _counted(self, edits: int) -> None:
        self.saved += edits
        self.saved_at = self._clock.now()
