"""The rows of a meeting that is planned: what it is, what the family was told, who is asked."""

from __future__ import annotations

from typing import Final

from eymeeting.domain.at_the_keyboard import offered_the_keyboard, who_may_type
from eymeeting.domain.dates import spoken
from eymeeting.domain.in_words import REPLY
from eymeeting.domain.meeting import Meeting, Reply
from eymeeting.domain.names import members_now, short_names
from eymeeting.domain.planning import invitation_of, kinds_offered
from screens.family_desk import FamilyView
from screens.forms.apart_rows import apart_row
from screens.forms.form import Choice, FormRow
from screens.steps import STEPS

_ASKED: Final = "asked"
REPLIES: Final[dict[str, tuple[str, Reply | None]]] = {
    _ASKED: ("asked", None),
    **{reply: (words, reply) for reply, words in REPLY.items()},
}
WHO: Final = "who "
_WORDS: Final = {"purpose": "Why we meet", "interpreter": "Interpreter", "family_told": "Told what"}


def rows_about(view: FamilyView, meeting: Meeting) -> tuple[FormRow, ...]:
    """What kind of meeting it is, who is at its head, and what the family was told."""
    offered = {each.id for each in offered_the_keyboard(view.family, view.today)}
    offered |= {meeting.chair, meeting.recorder or meeting.chair}
    workers = tuple(
        Choice(id=each.id, words=each.name) for each in who_may_type(view.family) if each.id in offered
    )
    kinds = {each.type: each.name for each in kinds_offered(view.pack, STEPS, meeting.type)}
    return (
        FormRow(
            id="type",
            label="Kind",
            choices=tuple(Choice(id=each, words=name) for each, name in kinds.items()),
            chosen=(meeting.type,),
            heading="The meeting",
        ),
        FormRow(id="purpose", label=_WORDS["purpose"], value=meeting.purpose or "", hint="in one line"),
        apart_row(view, meeting),
        FormRow(id="chair", label="In the chair", choices=workers, chosen=(meeting.chair,)),
        FormRow(
            id="recorder",
            label="At the keyboard",
            choices=workers,
            chosen=(meeting.recorder or meeting.chair,),
        ),
        FormRow(
            id="interpreter",
            label=_WORDS["interpreter"],
            value=meeting.interpreter or "",
            hint="name and language",
        ),
        FormRow(
            id="family_told",
            label=_WORDS["family_told"],
            value=meeting.family_told or "",
            hint="what will be talked about, and why",
            heading="What the family was told",
        ),
        FormRow(
            id="family_told_on",
            label="Told on",
            value="" if meeting.family_told_on is None else spoken(meeting.family_told_on),
            hint="yesterday, or 12 nov",
        ),
    )


def who_is_asked(view: FamilyView, meeting: Meeting) -> tuple[FormRow, ...]:
    """A row for each who may be asked, with what they answered."""
    members = [
        each
        for each in members_now(view.family)
        if getattr(each, "kind", "") != "unborn" and getattr(each, "died", None) is None
    ]
    names = short_names(view.family)
    rows = []
    for place, member in enumerate(members):
        found = invitation_of(view.family, meeting.id, member.id)
        chosen = () if found is None else (found.reply or _ASKED,)
        rows.append(
            FormRow(
                id=f"{WHO}{member.id}",
                label=names[member.id],
                choices=tuple(Choice(id=each, words=words) for each, (words, _) in REPLIES.items()),
                chosen=chosen,
                heading="Who is asked" if place == 0 else None,
            )
        )
    return tuple(rows)
