"""The ways into a family's place and its meetings: from Home, from a new family, from the cover."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from textual.app import App

from db.rescue import rescue
from eymeeting.bank_holidays import EnglandCalendar
from eymeeting.domain.at_the_keyboard import offered_the_keyboard
from eymeeting.domain.beginning import has_begun, under_way
from eymeeting.domain.closing import opens_again_words
from eymeeting.domain.dates import how_far, spoken_near
from eymeeting.domain.family import Family
from eymeeting.domain.family_now import last_venue
from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.kept_apart import Gathering, brought_together, which
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.pack import Pack
from eymeeting.domain.planning import kinds_offered, kinds_to_begin_with, next_kind
from eymeeting.domain.problems import Problem
from eymeeting.packs.held import as_held
from screens.desk import MeetingDesk
from screens.family import FamilyScreen
from screens.family_wanted import ToMeeting
from screens.for_you_alone import ForYouAlone
from screens.meeting import MeetingScreen
from screens.new_family import NewFamilyScreen
from screens.picker import Picker
from screens.sitting_down import at_keyboard, likely_at_keyboard, name_of, sit_down
from screens.start import Begun, StartScreen
from screens.steps import STEPS
from screens.surroundings import Clock, KeptFamilies, Surroundings
from screens.which_meeting import as_set_up, choices_of

_BEGIN: Final = "begin"
_GATHERED: Final = "gathered"
_EVERYBODY: Final = "everybody"


def surroundings(
    store: KeptFamilies, clock: Clock, copies_folder: Path, *, pack: Pack, text: str, demo: bool
) -> Surroundings:
    """What the screens are given: the store, the pack with its text, and everything else outside them."""
    began = clock.now()
    return Surroundings(
        store=store,
        pack=pack,
        pack_held=as_held(pack, text),
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
        family = around.store.family(sitting.family)
        family.meeting(sitting.meeting)
        desk = MeetingDesk(around, family, sitting)
        await app.push_screen(
            MeetingScreen(desk, "This is where the meeting was cut short. All of it is here.")
        )


async def open_family(app: App[None], around: Surroundings, ref: str) -> None:
    """Ask what has to be asked, then open the family's meeting."""
    with _telling(app):
        family = around.store.family(ref)
        meeting = under_way(family)
        today = around.clock.today()
        if not offered_the_keyboard(family, today):
            await open_place(app, around, ref)
            return
        doubtful = () if meeting is not None and has_begun(family, meeting, today) else which(family)
        if doubtful:
            await _ask_which(app, around, family, doubtful)
        else:
            await _ask_when(app, around, family, meeting)


async def _ask_when(app: App[None], around: Surroundings, family: Family, meeting: Meeting | None) -> None:
    """Begin a meeting whose day it is; of one that is planned for later ask what is wanted."""
    with _telling(app):
        today = around.clock.today()
        if meeting is None or has_begun(family, meeting, today) or meeting.on == today:
            await _ask_and_sit_down(app, around, family, meeting, begins=True)
            return

        async def picked(choice: str | None) -> None:
            if choice is not None:
                with _telling(app):
                    await _ask_and_sit_down(app, around, family, meeting, begins=choice == _BEGIN)

        when = f"This meeting is planned for {spoken_near(meeting.on, today)}, {how_far(meeting.on, today)}."
        choices = [
            (_BEGIN, "It begins now", ""),
            (_GATHERED, "Put in what was gathered before: words, scores, news", ""),
        ]
        await app.push_screen(Picker(when, choices), picked)


async def _ask_which(
    app: App[None], around: Surroundings, family: Family, coming: tuple[Gathering, ...]
) -> None:
    """Ask which of the meetings to come it is that begins, since they are kept apart."""

    async def picked(choice: str | None) -> None:
        if choice is None:
            return
        if choice == _EVERYBODY:
            await _ask_when(app, around, family, None)
            return
        gathering = coming[int(choice)]
        chair = likely_at_keyboard(around, family) or offered_the_keyboard(family, around.clock.today())[0].id
        meeting = as_set_up(family, gathering, around.pack, chair)
        if gathering.planned is not None:
            await _ask_when(app, around, family, meeting)
            return
        with _telling(app):
            await _ask_and_sit_down(app, around, family, meeting, begins=True)

    choices = [*choices_of(family, coming, around.clock.today()), (_EVERYBODY, "Another, with everybody", "")]
    await app.push_screen(Picker("Which meeting is it?", choices), picked)


async def _ask_and_sit_down(
    app: App[None], around: Surroundings, family: Family, meeting: Meeting | None, *, begins: bool
) -> None:
    async def go_on(_: None = None) -> None:
        with _telling(app):
            await _ask_who(app, around, family, meeting, begins=begins)

    is_new = meeting is None or not has_begun(family, meeting, around.clock.today())
    is_for_everybody = meeting is None or not kept_away_from(meeting)
    together = brought_together(family) if begins and is_new and is_for_everybody else ()
    if together:
        await app.push_screen(ForYouAlone(together, asks_first=True), go_on)
    else:
        await go_on()


async def _ask_who(
    app: App[None], around: Surroundings, family: Family, meeting: Meeting | None, *, begins: bool
) -> None:
    keyboard = at_keyboard(around, family)
    if keyboard and meeting is not None:
        await sit_down(app, around, family, meeting, Begun(keyboard), begins=begins)
        return

    async def begin(begun: Begun | None) -> None:
        if begun is not None:
            with _telling(app):
                await sit_down(app, around, family, meeting, begun, begins=begins)

    kind, today = next_kind(family), around.clock.today()
    questions = StartScreen(
        family,
        venue=last_venue(family),
        kinds=kinds_to_begin_with(kinds_offered(around.pack, STEPS, kind), kind),
        kind=kind,
        notice=opens_again_words(family, today, around.pack, today),
        today=today,
        resumed=meeting is not None,
        keyboard=keyboard,
        likely=likely_at_keyboard(around, family),
    )
    await app.push_screen(questions, begin)


async def open_place(app: App[None], around: Surroundings, ref: str) -> None:
    """Open a family's place. Who is at the keyboard is asked once, and then known."""
    with _telling(app):
        family = around.store.family(ref)
        workers, keyboard = offered_the_keyboard(family, around.clock.today()), at_keyboard(around, family)
        if keyboard or not workers:
            await _place(app, around, ref, keyboard)
            return

        async def picked(choice: str | None) -> None:
            if choice:
                around.at_keyboard.name = name_of(family, choice)
                await _place(app, around, ref, choice)

        choices = [(worker.id, worker.name, worker.role) for worker in workers]
        likely = likely_at_keyboard(around, family)
        await app.push_screen(Picker("Who is at the keyboard?", choices, at=likely), picked)


async def _place(app: App[None], around: Surroundings, ref: str, keyboard: str) -> None:
    async def go_to_meeting(wanted: ToMeeting | None) -> None:
        if wanted is None:
            return
        if wanted.way == "begin":
            await open_family(app, around, ref)
            return
        with _telling(app):
            family = around.store.family(ref)
            begun = Begun(at_keyboard(around, family) or keyboard)
            meeting = family.meeting(wanted.meeting or "")
            await sit_down(app, around, family, meeting, begun, begins=False)

    await app.push_screen(FamilyScreen(around, ref, keyboard), go_to_meeting)


async def add_family(app: App[None], around: Surroundings) -> None:
    """Add a family, then begin its first meeting when that is wanted."""

    async def meet(added: str | None) -> None:
        if added is not None:
            await open_family(app, around, added)

    with _telling(app):
        await app.push_screen(NewFamilyScreen(around), meet)


@contextmanager
def _telling(app: App[None]) -> Iterator[None]:
    try:
        yield
    except Problem as problem:
        app.notify(str(problem), severity="error", markup=False)
