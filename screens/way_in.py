"""The ways into a meeting: from Home, from a new family, from the cover."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.app import App

from db.rescue import rescue
from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.beginning import first_meeting, under_way
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.people import Worker
from eymeeting.domain.problems import Problem
from eymeeting.domain.sitting import Place
from eymeeting.packs import default_pack
from screens.desk import MeetingDesk
from screens.family import FamilyScreen, ToMeeting
from screens.meeting import MeetingScreen
from screens.new_family import NewFamilyScreen
from screens.picker import Picker
from screens.start import Begun, StartScreen
from screens.surroundings import Clock, KeptFamilies, Surroundings


def surroundings(store: KeptFamilies, clock: Clock, copies_folder: Path, *, demo: bool) -> Surroundings:
    """What the screens are given: the store, and everything else outside them."""
    began = clock.now()
    return Surroundings(
        store=store,
        pack=default_pack(),
        clock=clock,
        calendar=EnglandCalendar(),
        copies_folder=copies_folder,
        rescue=lambda text: rescue(text, began),
        demo=demo,
    )


async def go_on(app: App[None], around: Surroundings) -> None:
    """Go on where a meeting was cut short: the same step, the same field, the cursor where it was."""
    with _telling(app):
        sitting = around.store.interrupted()
        if sitting is None:
            return
        desk = MeetingDesk(around, around.store.family(sitting.family), sitting)
        await app.push_screen(
            MeetingScreen(desk, "This is where the meeting was cut short. All of it is here.")
        )


async def open_family(app: App[None], around: Surroundings, ref: str) -> None:
    """Ask what has to be asked, then open the family's meeting."""
    with _telling(app):
        family = around.store.family(ref)
        meeting = under_way(family)
        if not _who_may_type(family):
            await add_family(app, around, ref)
            return
        keyboard = _at_keyboard(around, family)
        if keyboard and meeting is not None:
            await _sit_down(app, around, family, meeting, Begun(keyboard, "", ""))
            return

        async def begin(begun: Begun | None) -> None:
            if begun is not None:
                with _telling(app):
                    await _sit_down(app, around, family, meeting, begun)

        questions = StartScreen(
            family, venue=_last_venue(family), resumed=meeting is not None, keyboard=keyboard
        )
        await app.push_screen(questions, begin)


async def open_place(app: App[None], around: Surroundings, ref: str) -> None:
    """Open a family's place. Who is at the keyboard is asked once, and then known."""
    with _telling(app):
        family = around.store.family(ref)
        workers, keyboard = _who_may_type(family), _at_keyboard(around, family)
        if keyboard or not workers:
            await _place(app, around, ref, keyboard)
            return

        async def picked(choice: str | None) -> None:
            if choice:
                around.at_keyboard.name = _name_of(family, choice)
                await _place(app, around, ref, choice)

        choices = [(worker.id, worker.name, worker.role) for worker in workers]
        await app.push_screen(Picker("Who is at the keyboard?", choices), picked)


async def _place(app: App[None], around: Surroundings, ref: str, keyboard: str) -> None:
    async def go_to_meeting(wanted: ToMeeting | None) -> None:
        if wanted is None:
            return
        if wanted.way == "begin":
            await open_family(app, around, ref)
            return
        with _telling(app):
            family = around.store.family(ref)
            begun = Begun(_at_keyboard(around, family) or keyboard, "", "")
            await _sit_down(app, around, family, family.meeting(wanted.meeting or ""), begun)

    await app.push_screen(FamilyScreen(around, ref, keyboard), go_to_meeting)


async def add_family(app: App[None], around: Surroundings, ref: str | None) -> None:
    """Add a family, or people to one, then begin its first meeting when that is wanted."""

    async def meet(added: str | None) -> None:
        if added is not None:
            await open_family(app, around, added)

    with _telling(app):
        family = None if ref is None else around.store.family(ref)
        await app.push_screen(NewFamilyScreen(around, family), meet)


@contextmanager
def _telling(app: App[None]) -> Iterator[None]:
    try:
        yield
    except Problem as problem:
        app.notify(str(problem), severity="error", markup=False)


async def _sit_down(
    app: App[None], around: Surroundings, family: Family, meeting: Meeting | None, begun: Begun
) -> None:
    now = around.clock.now()
    around.at_keyboard.name = _name_of(family, begun.keyboard)
    if meeting is None:
        meeting = first_meeting(
            family,
            around.pack,
            chair=begun.chair,
            recorder=begun.keyboard,
            venue=begun.venue,
            on=now.date(),
            start=f"{now:%H:%M}",
        )
        change = Change(family=family.ref, before=None, after=meeting)
        around.store.apply(change, who=begun.keyboard)
        family = family.after(change)
    place = around.store.last_place(family.ref, meeting.id)
    first = around.pack.kind(meeting.type).steps[0].id
    sitting = around.store.begin_sitting(family.ref, meeting.id, begun.keyboard, place or Place(step=first))
    await app.push_screen(MeetingScreen(MeetingDesk(around, family, sitting)))


def _who_may_type(family: Family) -> tuple[Worker, ...]:
    return tuple(worker for worker in family.workers if not worker.interpreter)


def _at_keyboard(around: Surroundings, family: Family) -> str:
    """The id of whoever is at the keyboard in this family; nothing when that is not known."""
    known = [worker.id for worker in _who_may_type(family) if worker.name == around.at_keyboard.name]
    return known[0] if len(known) == 1 else ""


def _name_of(family: Family, worker: str) -> str:
    found = family.worker(worker)
    return "" if found is None else found.name


def _last_venue(family: Family) -> str:
    venues = [meeting.venue for meeting in family.meetings_in_order() if meeting.venue]
    return venues[-1] if venues else ""
