"""Whether there is anything to decide of what may give somebody away; on a screen for all it is a sign and no more."""

from __future__ import annotations

from eymeeting.domain.family import Family
from eymeeting.domain.gives_away import Suggestion, gives_away
from eymeeting.domain.left_as_it_is import still_to_decide, where_it_is_kept
from eymeeting.domain.onlookers import hides_somebody
from screens.family_recorder import FamilyRecorder


class Watch:
    """Looks for what may give somebody away, anew only when the family has changed."""

    def __init__(self, recorder: FamilyRecorder) -> None:
        self._recorder = recorder
        self._seen: Family | None = None
        self._keyboard = ""
        self._found: tuple[Suggestion, ...] = ()

    def to_decide(self) -> tuple[Suggestion, ...]:
        """What nobody has decided about, of what whoever is at the keyboard may open."""
        view = self._recorder.view
        if not hides_somebody(view.family):
            return ()
        if self._seen is not view.family or self._keyboard != view.keyboard:
            found = gives_away(view.family, today=view.today, pack=view.pack)
            self._seen, self._keyboard = view.family, view.keyboard
            self._found = tuple(each for each in found if view.may_open([each.about]))
        if not self._found:
            return ()
        return still_to_decide(self._found, self._recorder.draft(where_it_is_kept(view.family)).text)
