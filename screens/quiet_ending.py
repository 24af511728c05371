"""Closing on an error nobody foresaw: one sentence, and none of a family's words."""

from __future__ import annotations

import sys
from asyncio import AbstractEventLoop, get_running_loop
from typing import Any, Final

from textual.app import App

SORRY: Final = (
    "eymeeting met something it did not expect and has closed. Everything that was saved is safe: "
    "start it again, and the meeting goes on where it was.\n"
)


class QuietEnding(App[None]):
    """An app that tells no terminal, log or file what it was at when it failed."""

    _sorry = False

    def keep_quiet(self) -> None:
        """Say nothing of what goes wrong where nobody waits for it. In tests it is told."""
        if not self.is_headless:
            get_running_loop().set_exception_handler(_say_nothing)

    def _fatal_error(self) -> None:
        """Close on an error with one sentence; its details would show a family's words."""
        self._return_code = 1
        if not self._exit:
            self.bell()
            self._exit_renderables.clear()
            self._sorry = True
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:  # noqa: ARG002
        """Close on an error of Textual's own, with the same sentence."""
        self._fatal_error()

    def _print_error_renderables(self) -> None:
        if self._sorry:
            sys.stderr.write(SORRY)
        super()._print_error_renderables()


def _say_nothing(_: AbstractEventLoop, __: dict[str, Any]) -> None:
    """What goes wrong where nobody waits for it would be written to the terminal with its words."""
