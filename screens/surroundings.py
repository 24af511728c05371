"""What every screen is given: the store, the pack, the clock, the calendar and the folder for copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from eymeeting.domain.dates import Calendar
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel_meeting import PackHeld, PanelMeeting
from eymeeting.domain.settings import Colleague, KeptFile, KeptFileKind, Settings
from eymeeting.domain.sitting import Draft, Place, Sitting
from eymeeting.domain.trail_marks import SatDown, TrailMark


class Clock(Protocol):
    """What day and time it is."""

    def today(self) -> date: ...  # noqa: D102
    def now(self) -> datetime: ...  # noqa: D102


class Visit(Protocol):
    """One stay in a text field."""

    def write(self, after: Entry | None, sitting: int | None = None, place: Place | None = None) -> None: ...  # noqa: D102
    def end(self) -> Change | None: ...  # noqa: D102


class Backup(Protocol):
    """Everything as it was at one moment, not written yet."""

    def write(self) -> Path: ...  # noqa: D102


class KeptFamilies(Protocol):
    """The part of the store the screens use."""

    def refs(self) -> tuple[str, ...]: ...  # noqa: D102
    def family(self, ref: str) -> Family: ...  # noqa: D102
    def apply(self, *changes: Change, who: str, clear_draft: str | None = None) -> None: ...  # noqa: D102
    def visit(self, family: str, before: Entry | None, who: str) -> Visit: ...  # noqa: D102
    def begin_sitting(self, family: str, meeting: str, keyboard: str, place: Place) -> Sitting: ...  # noqa: D102
    def move(self, sitting: int, place: Place, keyboard: str | None = None) -> None: ...  # noqa: D102
    def leave(self, sitting: int) -> None: ...  # noqa: D102
    def interrupted(self) -> Sitting | None: ...  # noqa: D102
    def last_sitting(self, family: str, meeting: str) -> Sitting | None: ...  # noqa: D102
    def last_place(self, family: str, meeting: str) -> Place | None: ...  # noqa: D102
    def draft(self, where: str) -> Draft: ...  # noqa: D102
    def keep_draft(  # noqa: D102
        self, where: str, draft: Draft, sitting: int | None = None, place: Place | None = None
    ) -> None: ...
    def settings(self) -> Settings: ...  # noqa: D102
    def keep_settings(self, settings: Settings) -> None: ...  # noqa: D102
    def colleagues(self) -> tuple[Colleague, ...]: ...  # noqa: D102
    def keep_colleague(self, before: Colleague | None, after: Colleague | None) -> None: ...  # noqa: D102
    def panels(self) -> tuple[PanelMeeting, ...]: ...  # noqa: D102
    def keep_panel(self, panel: PanelMeeting) -> None: ...  # noqa: D102
    def remove_panel(self, panel: str) -> None: ...  # noqa: D102
    def keep_pack(self, pack: PackHeld) -> None: ...  # noqa: D102
    def pack_held(self, fingerprint: str) -> PackHeld | None: ...  # noqa: D102
    def kept_files(self, kind: KeptFileKind) -> tuple[KeptFile, ...]: ...  # noqa: D102
    def keep_file(self, file: KeptFile) -> None: ...  # noqa: D102
    def remove_file(self, kind: KeptFileKind, name: str) -> None: ...  # noqa: D102
    def backup(self, why: str) -> Backup: ...  # noqa: D102
    def sittings(self, family: str) -> tuple[SatDown, ...]: ...  # noqa: D102
    def trail(  # noqa: D102
        self, family: str, *, before: int | None = None, most: int = 500
    ) -> tuple[TrailMark, ...]: ...


@dataclass(slots=True)
class AtKeyboard:
    """Who is at the keyboard, by name: in each family the same worker has an id of its own."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything outside a screen that it may use.

    ``pack_held`` is the pack as it is kept beside the meetings held under it.

    ``rescue`` keeps a text when the file cannot, in the place of what it kept
    before, and gives back where.
    """

    store: KeptFamilies
    pack: Pack
    pack_held: PackHeld
    clock: Clock
    calendar: Calendar
    copies_folder: Path
    rescue: Callable[[str], Path | None]
    demo: bool = False
    at_keyboard: AtKeyboard = field(default_factory=AtKeyboard)

    def pack_of(self, meeting: Meeting) -> Pack:
        """The words that a meeting was held under."""
        from eymeeting.packs.held import words_of

        return words_of(meeting, self.pack, self.store.pack_held)
