"""Opens the app at one place after another and lets an error fall there, each with a family's words in its hands.

    python stumbler.py DATABASE TOLD START

Each place is opened in an app of its own on the terminal the program runs in. Each errs in another way than the
one before; START says with which way the first errs. Written to TOLD: what was said in notifications.
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from selectors import SelectorKey, SelectSelector
from typing import Any

import pytest
from textual.binding import Binding
from textual.events import Key
from textual.widget import Widget
from worked_out_once import (
    look_seldom_for_rubbish,
    share_signatures,
    share_statements,
    share_styles,
    spare_the_disk,
)

from db.file import open_file
from eymeeting.app import EyMeeting
from eymeeting.clock import Clock
from eymeeting.domain.family import Family
from eymeeting.domain.sitting import Place
from screens.agreement import AgreementScreen
from screens.desk import MeetingDesk
from screens.family import FamilyScreen
from screens.family_desk import FamilyDesk
from screens.family_recorder import FamilyRecorder
from screens.form_screen import FormScreen
from screens.forms.action_news import ActionNewsForm
from screens.forms.contact import ContactForm
from screens.forms.family_details import FamilyDetailsForm
from screens.forms.form import Form
from screens.forms.household import HouseholdForm
from screens.forms.next_meeting import NextMeetingForm
from screens.forms.person import PersonForm
from screens.forms.worker import WorkerForm
from screens.meeting import MeetingScreen
from screens.start import StartScreen
from screens.steps import STEPS
from screens.steps.alone import AloneScreen

FAMILY, MEETING, KEYBOARD = "KEY-01", "m1", "w1"
TODAY = date(2026, 11, 22)
HELD: dict[str, Family] = {}


class Stumbling(EyMeeting):
    """The app, which errs as soon as it is at a place."""

    BINDINGS = [Binding("ctrl+y", "stumble", priority=True)]  # noqa: RUF012
    CSS = "Unseen { height: 1; }"

    def __init__(self, database: Path, told: Path, place: str, way: str) -> None:
        self.opened = open_file(database, {})
        super().__init__(self.opened, clock=Clock(TODAY), copies_folder=database.parent / "copies")
        self._told, self._at, self._way = told, place, way

    def notify(self, message: str, **more: Any) -> None:
        with self._told.open("a") as told:
            told.write(f"{message} {more.get('title', '')}\n")
        super().notify(message, **more)

    async def _settle_in(self) -> None:
        await super()._settle_in()
        await go(self, self._at)
        self.call_after_refresh(WAYS[self._way], self)

    def action_stumble(self) -> None:
        stumble(self)

    @property
    def family(self) -> Family:
        """The family as the first of these apps found it."""
        assert self._around is not None
        if FAMILY not in HELD:
            HELD[FAMILY] = self._around.store.family(FAMILY)
        return HELD[FAMILY]


def stumble(app: Stumbling) -> None:
    """Err with everything of a family in hand and in the words of the error."""
    family = app.family
    raise ValueError(f"{family}")


async def go(app: Stumbling, place: str) -> None:
    """Open a place."""
    if place in STEPS:
        await meet(app, place)
    else:
        await PLACES[place](app)


async def meet(app: Stumbling, step: str) -> MeetingScreen:
    around = await app.surroundings()
    sitting = around.store.begin_sitting(FAMILY, MEETING, KEYBOARD, Place(step=step))
    screen = MeetingScreen(MeetingDesk(around, app.family, sitting))
    await app.push_screen(screen)
    return screen


async def recorder(app: Stumbling) -> FamilyRecorder:
    return FamilyRecorder(app, FamilyDesk(await app.surroundings(), app.family, KEYBOARD))


def form(made: Form) -> Callable[[Stumbling], Awaitable[None]]:
    async def fill_in(app: Stumbling) -> None:
        await app.push_screen(FormScreen(await recorder(app), made))

    return fill_in


async def home(_: Stumbling) -> None:
    """Home is there."""


async def start(app: Stumbling) -> None:
    await app.push_screen(
        StartScreen(app.family, venue=app.family.meetings[0].venue, today=TODAY, resumed=False)
    )


async def place_of_family(app: Stumbling) -> None:
    await app.push_screen(FamilyScreen(await app.surroundings(), FAMILY, KEYBOARD))


async def agreement(app: Stumbling) -> None:
    await app.push_screen(AgreementScreen(await recorder(app)))


async def alone(app: Stumbling) -> None:
    screen = await meet(app, "scores")
    await app.push_screen(AloneScreen(screen.recorder, screen.place_now))
    app.screen.action_go_on()  # type: ignore[attr-defined]


async def face(app: Stumbling) -> None:
    (await meet(app, "story")).action_face()


async def copies(app: Stumbling) -> None:
    (await meet(app, "finish")).action_copies()


async def hand_over(app: Stumbling) -> None:
    (await meet(app, "welcome")).action_hand_over()


async def colleagues(app: Stumbling) -> None:
    await app.action_settings()
    app.screen.action_colleagues()  # type: ignore[attr-defined]


async def covered(app: Stumbling) -> None:
    await meet(app, "children")
    app.action_cover()


async def help_there(app: Stumbling) -> None:
    (await meet(app, "workers")).action_help()


PLACES: dict[str, Callable[[Stumbling], Awaitable[None]]] = {
    "home": home,
    "settings": lambda app: app.action_settings(),
    "colleagues": colleagues,
    "new family": lambda app: app.action_new_family(),
    "start": start,
    "family": place_of_family,
    "person": form(PersonForm(FAMILY, "p1")),
    "household": form(HouseholdForm(FAMILY, "h1")),
    "worker": form(WorkerForm(FAMILY, "w1")),
    "details": form(FamilyDetailsForm(FAMILY)),
    "next meeting": form(NextMeetingForm(FAMILY)),
    "contact": form(ContactForm(FAMILY, "call1")),
    "news": form(ActionNewsForm(FAMILY, "a1", "new")),
    "agreement place": agreement,
    "alone": alone,
    "face": face,
    "copies": copies,
    "hand over": hand_over,
    "covered": covered,
    "help": help_there,
}


class Unseen(Widget):
    """Errs when it is drawn."""

    def render(self) -> str:
        stumble(self.app)  # type: ignore[arg-type]
        return ""


class Unborn(Widget):
    """Errs when it is put on the screen."""

    def on_mount(self) -> None:
        stumble(self.app)  # type: ignore[arg-type]


def press(app: Stumbling) -> None:
    driver: Any = app._driver
    driver.send_message(Key("ctrl+y", None))


WAYS: dict[str, Callable[[Stumbling], object]] = {
    "key": press,
    "timer": lambda app: app.screen.set_timer(0.001, lambda: stumble(app)),
    "thread": lambda app: app.screen.run_worker(lambda: stumble(app), thread=True),
    "drawing": lambda app: app.screen.mount(Unseen()),
    "mounting": lambda app: app.screen.mount(Unborn()),
}


class Looking(SelectSelector):
    """Looks for keys so briefly each time that an app may close without a wait."""

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        return super().select(0.01)


def main(database: Path, told: Path, start: int) -> None:
    """Err once at each of these places."""
    look_seldom_for_rubbish()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.drivers.linux_driver.selectors.SelectSelector", Looking)
        share_statements(patch)
        share_styles(patch)
        share_signatures(patch)
        spare_the_disk(patch)
        for place, way in zip((*PLACES, *STEPS), islice(cycle(WAYS), start, None), strict=False):
            app = Stumbling(database, told, place, way)
            app.run()
            app.opened.close()
            if app.return_code != 1:
                raise SystemExit(f"No error fell at {place}, in {way}.")
    told.touch()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
