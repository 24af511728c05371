"""The settings: opened from Home and from the palette."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from screens.settings.colleagues_place import ColleaguesPlace
from screens.settings.desk import SettingsDesk
from screens.settings.rows_place import RowsPlace
from screens.settings.settings_form import SettingsForm


class SettingsScreen(RowsPlace):
    """How this copy of the app is set up; from here one goes to the colleagues and to the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f3,ctrl+o",
            "colleagues",
            "Who works here",
            priority=True,
            tooltip="Who works here, so that nobody types them again",
            id="settings.colleagues",
        ),
        Binding(
            "f5,ctrl+l", "keys", "Keys", priority=True, tooltip="Give acts other keys", id="settings.keys"
        ),
    ]

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__(desk, SettingsForm(desk.today))

    def action_colleagues(self) -> None:
        """Go to the list of who works here."""
        if self.leave():
            self.app.push_screen(ColleaguesPlace(self.desk))

    def action_keys(self) -> None:
        """Go to the keys."""
        if self.leave():
            from screens.settings.keys_form import KeysForm

            self.app.push_screen(RowsPlace(self.desk, KeysForm()))
