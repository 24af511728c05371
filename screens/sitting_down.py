"""Sitting down to a meeting: it begins, or goes on, with whoever is at the keyboard."""

from __future__ import annotations

from dataclasses import replace

from textual.app import App

from eymeeting.domain.agenda import agenda
from eymeeting.domain.at_the_keyboard import offered_the_keyboard
from eymeeting.domain.closing import OPENED, opened_again, opens_again_words
from eymeeting.domain.facing_last_time import opens_on_last_time
from eymeeting.domain.family import Change, Family
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.planning import begun_now, coming_meeting
from eymeeting.domain.sharing import taken_up
from eymeeting.domain.sitting import Place
from screens.desk import MeetingDesk
from screens.last_time import LastTimeScreen
from screens.meeting import MeetingScreen
from screens.start import Begun
from screens.surroundings import Surroundings


async def sit_down(
    app: App[None],
    around: Surroundings,
    family: Family,
    meeting: Meeting | None,
    begun: Begun,
    *,
    begins: bool,
) -> None:
    """Open the meeting where it was left; one that ``begins`` is kept as begun first, and opens on last time."""
    after = _as_it_begins(around, family, meeting, begun) if begins else meeting
    if after is None:
        return
    if begins and after.held_under is None:
        around.store.keep_pack(around.pack_held)
        after = replace(after, held_under=around.pack_held.fingerprint)
    opening = opened_again(family, after.on) if begins else ()
    today = around.clock.today()
    notice = opens_again_words(family, after.on, around.pack, today, OPENED) if begins else ""
    kept = next((each for each in family.meetings if each.id == after.id), None)
    itself = () if after == kept else (Change(family=family.ref, before=kept, after=after),)
    begun_with = (*itself, *(taken_up(family, after) if begins else ()))
    if begun_with:
        around.store.apply(*begun_with, who=begun.keyboard)
        for change in begun_with:
            family = family.after(change)
    first = Place(step=agenda(family, after, around.pack_of(after))[0].id)
    place = around.store.last_place(family.ref, after.id) or first
    sitting = around.store.begin_sitting(family.ref, after.id, begun.keyboard, place)
    desk = MeetingDesk(around, family, sitting)
    if opening:
        desk.apply(*opening)
    screen = MeetingScreen(desk, notice)
    await app.push_screen(screen)
    if begins and after != meeting and opens_on_last_time(family, after):
        await app.push_screen(LastTimeScreen(desk.view, begins=True), lambda _: screen.bar.tell(notice))


def _as_it_begins(around: Surroundings, family: Family, meeting: Meeting | None, begun: Begun) -> Meeting:
    """The planned meeting as it begins, or a new one; held before and typed in from paper, it says so."""
    now = around.clock.now()
    if meeting is not None:
        start = f"{now:%H:%M}"
        return begun_now(family, meeting, around.pack, on=now.date(), start=start, recorder=begun.keyboard)
    new = coming_meeting(
        family,
        around.pack,
        on=begun.on or now.date(),
        start=begun.start or f"{now:%H:%M}",
        venue=begun.venue,
        chair=begun.chair,
        recorder=begun.keyboard,
        kind=begun.kind,
    )
    return replace(new, entered_on=now.date()) if begun.on is not None else new


def at_keyboard(around: Surroundings, family: Family) -> str:
    """The id of whoever is at the keyboard in this family; nothing when that is not known."""
    offered = offered_the_keyboard(family, around.clock.today())
    known = [worker.id for worker in offered if worker.name == around.at_keyboard.name]
    return known[0] if len(known) == 1 else ""


def likely_at_keyboard(around: Surroundings, family: Family) -> str:
    """Whoever had the keyboard last at the latest meeting; else its recorder, else its chair."""
    may_type = {worker.id for worker in offered_the_keyboard(family, around.clock.today())}
    for meeting in reversed(family.meetings_in_order()):
        last = around.store.last_sitting(family.ref, meeting.id)
        for who in ("" if last is None else last.keyboard, meeting.recorder or "", meeting.chair):
            if who in may_type:
                return who
    return ""


def name_of(family: Family, worker: str) -> str:
    """What a worker is called; nothing where nobody has that id."""
    found = family.worker(worker)
    return "" if found is None else found.name
