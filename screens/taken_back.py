"""What an undo took back, said to whoever is at the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from eymeeting.domain.change_words import done_words
from eymeeting.domain.family import Change
from screens.family_desk import FamilyView


def taken_back(undone: Sequence[Change], view: FamilyView) -> str:
    """One line: what is as it was before, or that there is nothing more to take back."""
    if not undone:
        return "There is nothing to undo in this sitting."
    verb = "Back again" if all(change.after is not None for change in undone) else "Taken away"
    changed = any(change.before is not None and change.after is not None for change in undone)
    return f"{'As before' if changed else verb}: {done_words(undone, view.family, view.pack)}."
