"""A room for tests: a family's file, a chair at the keyboard, and what is on the screen and on disk."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar

from quiet import at_rest
from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from db.file import open_file
from db.settings import settings_at_start
from db.store import Store
from eymeeting.app import EyMeeting
from eymeeting.clock import Clock
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Attendance, Meeting
from eymeeting.domain.people import FamilyDetails, Person, Worker
from eymeeting.domain.settings import Settings
from eymeeting.domain.sitting import Place, Sitting
from screens.steps.step import Step

TODAY = date(2026, 11, 22)
REF = "EYM-0001"
MEETING = "m1"
W = TypeVar("W", bound=Widget)


class Drives(Protocol):
    """The part of a terminal driver that keys come through."""

    def send_message(self, message: Key | Paste) -> None: ...


def person(key: str, first: str, last: str, relationship: str, kind: str = "adult") -> Person:
    return Person(
        id=key,
        position=int(key[1:]),
        first_name=first,
        last_name=last,
        relationship=relationship,
        kind=kind,  # type: ignore[arg-type]
        dob=None,
        due_date=None,
        parental_responsibility=None,
        household=None,
    )


def worker(key: str, name: str, role: str, agency: str) -> Worker:
    return Worker(id=key, position=int(key[1:]), name=name, role=role, agency=agency)


def the_adeyemis(*entries: Entry) -> Family:
    """Four of a family and four who help, two of them called Joe, with a meeting under way."""
    family = Family(
        details=FamilyDetails(id=REF, family_name="Adeyemi", chosen_name="The Adeyemis"),
        people=(
            person("p1", "Folake", "Adeyemi", "mother"),
            person("p2", "Daniel", "Adeyemi", "father"),
            person("p3", "Joseph", "Adeyemi", "grandfather"),
            person("c4", "Remi", "Adeyemi", "child", "child"),
        ),
        workers=(
            worker("w1", "Grace Holloway", "Family support worker", "Larkfield children's centre"),
            worker("w2", "Imran Sheikh", "Health visitor", "Riverside Health Visiting"),
            worker("w3", "Joe Marsh", "Housing officer", "Harbour Homes"),
            worker("w4", "Joe Bell", "Class teacher", "Larkfield Primary"),
        ),
        meetings=(
            Meeting(
                id=MEETING,
                number=1,
                type="taf_first",
                on=TODAY,
                start="10:00",
                planned_minutes=60,
                chair="w1",
                venue="Larkfield",
            ),
        ),
    )
    for entry in entries:
        family = family.after(Change(family=REF, before=None, after=entry))
    return family


def present(*who: str) -> tuple[Attendance, ...]:
    return tuple(
        Attendance(id=f"here-{each}", position=place, meeting=MEETING, who=each, status="present")
        for place, each in enumerate(who)
    )


class Room:
    """The file, the folder for copies, and the app opened on them."""

    def __init__(self, folder: Path, seen: Callable[[Any], str]) -> None:
        self.database = folder / "families.sqlite3"
        self.settings = Settings(home_covered=False)
        self.copies = folder / "copies"
        self.clock = Clock(TODAY)
        self.seen = seen

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The store, while no app is open."""
        is_new = not self.database.exists()
        file = open_file(self.database, {})
        try:
            store = Store(file, self.clock.now)
            if is_new:
                store.keep_settings(self.settings)
            yield store
        finally:
            file.close()

    def family(self, ref: str = REF) -> Family:
        """What the file holds of a family."""
        with self.store() as store:
            return store.family(ref)

    def interrupted(self) -> Sitting | None:
        """The sitting that was cut short."""
        with self.store() as store:
            return store.interrupted()

    def hold(self, family: Family) -> None:
        """Put a family into the file."""
        with self.store() as store:
            store.take_in([family])

    def cut_short(self, family: Family, step: str, field: str = "", cursor: int = 0) -> None:
        """Put a family into the file whose meeting was cut short at a step."""
        with self.store() as store:
            store.take_in([family])
            meeting = family.meetings[-1]
            store.begin_sitting(
                family.ref, meeting.id, meeting.chair, Place(step=step, field=field, cursor=cursor)
            )

    @asynccontextmanager
    async def opened(
        self, size: tuple[int, int] = (80, 24), app: type[EyMeeting] = EyMeeting, *, covered: bool = False
    ) -> AsyncIterator[Chair]:
        """The app on the file, with somebody at the keyboard. Home opens with its names, unless ``covered``."""
        file = open_file(self.database, {})
        try:
            if (settings := settings_at_start(file.connection)).home_covered != covered:
                Store(file, self.clock.now).keep_settings(replace(settings, home_covered=covered))
            running = app(file, clock=self.clock, copies_folder=self.copies)
            async with running.run_test(size=size, notifications=True, tooltips=True) as pilot:
                chair = Chair(running, pilot, self.seen)
                await chair.settled()
                yield chair
        finally:
            file.close()

    @asynccontextmanager
    async def meeting(
        self, family: Family, step: str, field: str = "", cursor: int = 0, size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[Chair]:
        """A family's meeting, open at a step."""
        self.cut_short(family, step, field, cursor)
        async with self.opened(size) as chair:
            await chair.keys("<enter>")
            yield chair


_IN_A_ROW = re.compile(r"([^\n<>]{2}\s*)(\S[^\n<>]*\s[^\n<>]*\S)(\s*[^\n<>]{2})")
"""Words in a row: how they begin, what is between, how they end."""


class Chair:
    """Somebody at the keyboard: keys come as fast as a terminal can send them."""

    def __init__(self, app: EyMeeting, pilot: Pilot[None], seen: Callable[[Any], str]) -> None:
        self.app = app
        self.pilot = pilot
        self._seen = seen

    async def keys(self, *parts: str) -> None:
        """Press keys in one burst: ``<f2>`` is a named key, everything else is typed letter by letter.

        Of words in a row the first and the last letters are typed, and what is between them is pasted.
        """
        for part in parts:
            if words := _IN_A_ROW.fullmatch(part):
                begin, between, end = words.groups()
                self._press(begin)
                self._send(Paste(between))
                self._press(end)
            else:
                self._press(part)
        await self.settled()

    async def by_key(self, *parts: str) -> None:
        """Press keys in one burst, every letter by its own."""
        for part in parts:
            self._press(part)
        await self.settled()

    def _press(self, part: str) -> None:
        if part.startswith("<") and part.endswith(">"):
            self._send(Key(part[1:-1], None))
        else:
            for letter in part:
                self._send(Key(_character_to_key(letter), letter))

    def _send(self, event: Key | Paste) -> None:
        driver: Drives = self.app._driver  # type: ignore[assignment]
        driver.send_message(event)

    async def go_to(self, step: str) -> None:
        """Go on with F4 until a step is there; after the last one, back with F3."""
        for key in ("<f4>", "<f3>"):
            before = None
            while before != (here := self.app.screen.query_one("#step", Step).step):
                if here == step:
                    return
                before = here
                await self.keys(key)
        raise AssertionError(f"There is no step “{step}” in this meeting.")

    async def paste(self, text: str) -> None:
        """Paste into the field that has the keyboard."""
        self.app.post_message(Paste(text))
        await self.settled()

    async def settled(self) -> None:
        """Wait until every key is taken in, what it began is done, in threads too, and all of it is drawn."""
        await at_rest(self.app)

    def fill_disk(self) -> Callable[[], None]:
        """Let the file grow no more; what comes back makes room again."""
        connection = self.app._file.connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")

        def make_room() -> None:
            connection.execute("PRAGMA max_page_count = 1000000")

        return make_room

    async def until(self, happened: Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait until something has happened."""
        end = time.monotonic() + seconds
        while not happened():
            assert time.monotonic() < end, f"It did not happen. On the screen:\n{self.words}"
            await asyncio.sleep(0.005)
            await at_rest(self.app)

    async def sees(self, words: str) -> None:
        """Wait until words are on the screen."""
        await self.until(lambda: words in self.words)

    async def a_moment_later(self) -> None:
        """Let the moment pass after which what is typed goes to disk, without waiting for it."""
        for screen in self.app.screen_stack:
            for holder in (screen, getattr(screen, "recorder", None)):
                keeper = getattr(holder, "_keeper", None)
                if keeper is not None and (keeper._timer or keeper._later_timer):
                    keeper.pump.call_later(keeper.flush)
        await self.settled()

    async def saved(self) -> None:
        """Wait until the save mark says that all is on disk, and where the cursor is too."""
        await self.a_moment_later()
        await self.until(lambda: "Not saved" not in self.words and "Saved " in self.words)
        recorder = getattr(self.app.screen, "recorder", None)
        keeper = getattr(recorder, "_keeper", None)
        await self.until(lambda: keeper is None or not (keeper._waiting or keeper._later))

    @property
    def words(self) -> str:
        """What is on the screen."""
        return self._seen(self.app)

    @property
    def prose(self) -> str:
        """What is on the screen beside the list of steps, or in the box above it, as one line."""
        lines = [line.split("│") for line in self.words.splitlines()]
        return " ".join(" ".join(" ".join(parts[1:] or parts) for parts in lines).split())

    @property
    def field(self) -> str | None:
        """The id of the field that has the keyboard."""
        return None if self.app.focused is None else self.app.focused.id

    def one(self, kind: type[W], query: str | None = None) -> W:
        """The one widget of a kind on the screen."""
        return self.app.screen.query_one(query, kind) if query else self.app.screen.query_one(kind)


def without_start(family: Family) -> Family:
    """The family before any meeting."""
    return replace(family, meetings=(), attendance=())
