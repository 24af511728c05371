"""An action that is opened in the quick line again."""

from __future__ import annotations

from eymeeting.domain.actions import Action
from eymeeting.domain.sitting import Draft, Place
from screens.recorder import Recorder


class PuttingRight:
    """Which action the quick line puts right, kept beside the half-typed line.

    So a line that is left and finished later, even after a crash, is still that
    action and not a second one.
    """

    def __init__(self, recorder: Recorder, line: str) -> None:
        self._recorder = recorder
        self._where = f"{line}/action"
        self._id = recorder.draft(self._where).text

    @property
    def action(self) -> Action | None:
        """The action as it stands, or nothing while the line is a new one."""
        actions = self._recorder.view.family.actions
        return next((action for action in actions if action.id == self._id), None)

    def begin(self, action: Action, place: Place) -> None:
        """The line puts this action right."""
        self._keep(action.id, place)

    def forget(self, place: Place) -> None:
        """The next line is a new action."""
        self._keep("", place)

    def _keep(self, action: str, place: Place) -> None:
        if action != self._id:
            self._id = action
            self._recorder.drafted(self._where, Draft(text=action, cursor=len(action)), place, 0)
