"""Who can ask somebody who is not here whether they take on what was agreed for them."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.actions import Action
from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.known_names import owners_known
from screens.desk import MeetingView

ASKED: Final = ""
"""The choice that somebody has been asked, and has said yes."""


def who_may_ask(view: MeetingView, action: Action) -> tuple[str, list[tuple[str, str, str]]]:
    """The question, and who can be chosen, those here before the others.

    Grown-ups of the family and those who help; never a child, whoever only interprets, or the owner.
    """
    known, here, family = owners_known(view.room), view.here(), view.family
    left_out = {action.owner, *kept_away_from(view.meeting)}
    left_out |= {person.id for person in family.people if person.kind != "adult"}
    left_out |= {worker.id for worker in family.workers if interprets(worker)}
    askers = sorted((who for who in known.members if who not in left_out), key=lambda who: who not in here)
    choices = [(who, known.labels[who], "") for who in askers]
    choices.append((ASKED, "They have been asked, and said yes", ""))
    owner = known.labels.get(action.owner or "", "the owner")
    return f"Who will ask {owner}?", choices
