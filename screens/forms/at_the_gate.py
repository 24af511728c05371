"""Asking somebody to a meeting who is outside the agreement: stopped, and gone on with for a recorded reason."""

from __future__ import annotations

from collections.abc import Callable

from eymeeting.domain.agreement import Sharing
from eymeeting.domain.dates import spoken
from eymeeting.domain.entry import new_id
from eymeeting.domain.family import Change
from eymeeting.domain.gates import may_be_invited
from eymeeting.domain.meeting import Meeting
from screens.family_desk import FamilyView
from screens.forms.form import Reading
from screens.forms.sharing import GoingOn, SharingForm, blank_decision


def stopped(
    view: FamilyView, meeting: Meeting, who: str, asking: Callable[[FamilyView], tuple[Change, ...]]
) -> Reading | None:
    """Why somebody is not asked without more, with the form that takes the reason; nothing where they may be.

    Once the reason is given, the ``asking`` and the decision are one act, and one thing to undo.
    """
    gate = may_be_invited(view.family, who, view.today)
    worker = view.family.worker(who)
    if gate is None or not gate.stops or worker is None:
        return None
    decision = new_id()

    def decided(now: FamilyView) -> Sharing:
        return blank_decision(
            now,
            decision,
            what=f"Asked to the meeting on {spoken(meeting.on)}",
            shared_with=", ".join(part for part in (worker.name, worker.agency) if part),
            meeting=meeting.id,
        )

    going_on = GoingOn(
        where=f"{view.family.ref}/asked all the same {meeting.id} {who}",
        title=f"Asking {worker.name}",
        why_stopped=gate.words,
        done=f"{worker.name} is asked, and the decision is in the chair's record; F6 at the agreement opens it.",
        decision=decided,
        with_it=asking,
    )
    return Reading(problem=gate.words, first=SharingForm(view.family.ref, decision, going_on))


def told_of_asking(view: FamilyView, who: str) -> str:
    """What is worth knowing of somebody who is asked, and stops nobody."""
    gate = may_be_invited(view.family, who, view.today)
    return "" if gate is None or gate.stops else gate.words
