"""Waiting for an app until it has nothing left to do: neither for a time nor for an idle processor.

What changed is drawn then, once: not each time that a widget comes, goes or moves on the way there.
"""

from __future__ import annotations

import asyncio
from asyncio.base_events import BaseEventLoop
from collections import deque
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

import pytest
from textual._compositor import Compositor
from textual._context import active_app, visible_screen_stack
from textual.app import App
from textual.geometry import Region
from textual.screen import Screen

MOST_DRAWINGS = 200
"""How often a screen may be drawn again before a test is told of an app without rest."""

MOST_TURNS = 10_000
"""How many turns others may take before what is drawn by then is looked at."""

LONGEST_BESIDE = 60.0
"""Seconds that work in a thread may take."""

SELDOM = 3600.0
"""Seconds after which a screen draws itself by the clock: no test takes as long, so it draws when it is at rest."""

_beside: WeakSet[asyncio.Future[Any]] = WeakSet()
"""What threads are at work on, of all apps."""

_to_draw: WeakKeyDictionary[Compositor, set[Region]] = WeakKeyDictionary()
"""Which parts of a screen changed since it was drawn."""


async def at_rest(app: App[Any]) -> None:
    """Wait until all that is under way waits for a key or a timer, no thread is at work, and all is drawn."""
    for _ in range(MOST_DRAWINGS):
        await nothing_to_run()
        if await threads_were_at_work():
            continue
        if app._resize_timer is not None:
            app._check_resize()
            continue
        screen = on_top(app)
        if screen is None:
            return
        if screen._update_timer._active.is_set() or screen._callbacks:
            screen._on_timer_update()
        elif not draw(app, screen):
            return
    raise AssertionError(f"{on_top(app)!r} is drawn again and again and does not come to rest.")


def on_top(app: App[Any]) -> Screen[Any] | None:
    """The screen that has the keyboard; none once the app is closed."""
    stack = app._screen_stacks.get(app._current_mode) if app.is_running else None
    return stack[-1] if stack else None


def draw(app: App[Any], screen: Screen[Any]) -> bool:
    """Draw every widget that changed, and put nothing together for a terminal: a test has none.

    What a test reads off the screen is put together when it looks. Whether there was anything to draw.
    """
    changed = _to_draw.pop(screen._compositor, None)
    if not changed:
        return False
    with app._context():
        visible_screen_stack.set(app._background_screens)
        part = Region.from_union(changed).intersection(screen.size.region)
        deque(screen._compositor._get_renders(part), maxlen=0)
    return True


async def nothing_to_run() -> None:
    """Wait until nobody else in this event loop has a turn to take, twice over."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    quiet = 0
    for _ in range(MOST_TURNS):
        await asyncio.sleep(0)
        quiet = 0 if ready else quiet + 1
        if quiet == 2:
            return


async def threads_were_at_work() -> bool:
    """Wait for what threads do for this event loop. Whether there was anything to wait for."""
    loop = asyncio.get_running_loop()
    under_way = {future for future in _beside if future.get_loop() is loop and not future.done()}
    if under_way:
        _, left = await asyncio.wait(under_way, timeout=LONGEST_BESIDE)
        assert not left, "A thread does not come to an end."
    return bool(under_way)


def wait_for_rest(patch: pytest.MonkeyPatch) -> None:
    """Let a pilot wait for rest after each key and click, not until the processor is idle for a while.

    A screen is drawn when it is at rest, and not by the clock: how often it is drawn does not hang on how
    quick the machine is.
    """

    def draw_at_rest(screen: Compositor, full: bool = False, **_: Any) -> None:
        changed = {screen.size.region} if full else screen._dirty_regions
        _to_draw.setdefault(screen, set()).update(changed)
        screen._dirty_regions.clear()

    begin: Callable[..., Any] = BaseEventLoop.run_in_executor

    async def wait(min_sleep: float = 0, max_sleep: float = 1) -> None:
        await at_rest(active_app.get())

    def begin_beside(loop: BaseEventLoop, *what: Any) -> Any:
        future = begin(loop, *what)
        _beside.add(future)
        return future

    for module in ("textual.app", "textual.pilot"):
        patch.setattr(f"{module}.wait_for_idle", wait)
    patch.setattr(BaseEventLoop, "run_in_executor", begin_beside)
    patch.setattr(Compositor, "render_update", draw_at_rest)
    patch.setattr("textual.screen.UPDATE_PERIOD", SELDOM)
