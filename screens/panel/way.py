"""The ways to the panels: from Home, and from the cover after one was cut short."""

from __future__ import annotations

from textual.app import App

from eymeeting.domain.panel_meeting import PANEL_STEP
from screens.panel.agenda import AgendaScreen, Finder
from screens.panel.panels import PanelsScreen
from screens.surroundings import Surroundings


async def open_panels(app: App[None], around: Surroundings, finder: Finder) -> None:
    """Show the panels."""
    if not any(isinstance(screen, PanelsScreen) for screen in app.screen_stack):
        await app.push_screen(PanelsScreen(around, finder))


async def go_on_at_panel(app: App[None], around: Surroundings, finder: Finder) -> bool:
    """Go on where a panel was cut short: the same family, the same row. Whether it was a panel."""
    sitting = around.store.interrupted()
    if sitting is None or sitting.place.step != PANEL_STEP:
        return False
    found = (
        (panel, slot)
        for panel in around.store.panels()
        for slot in panel.slots
        if (slot.family, slot.panel_item) == (sitting.family, sitting.meeting)
    )
    here = next(found, None)
    await app.push_screen(PanelsScreen(around, finder))
    if here is not None:
        panel, slot = here
        who = around.store.family(slot.family).worker(sitting.keyboard)
        around.at_keyboard.name = "" if who is None else who.name
        agenda = AgendaScreen(around, finder, panel)
        await app.push_screen(agenda)
        await agenda.resume(slot, sitting.place)
    return True
