"""Who a meeting is kept apart from, and what could bring them together all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from eymeeting.domain.family import Change, Family
from eymeeting.domain.for_whom import kept_away_from
from eymeeting.domain.in_words import listed
from eymeeting.domain.kept_apart import cautions, of_meeting, suggested
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.names import names_in_picker, people_now, short_names
from screens.family_desk import FamilyView
from screens.forms.form import Choice, FormRow

KEPT_APART: Final = "separate_from"


def apart_row(view: FamilyView, meeting: Meeting) -> FormRow:
    """The row that says who a meeting is kept apart from; it suggests whom those asked are kept apart from."""
    people = [each for each in people_now(view.family) if each.kind != "unborn" and each.died is None]
    names = names_in_picker(people)
    return FormRow(
        id=KEPT_APART,
        label="Kept apart from",
        choices=tuple(Choice(id=each.id, words=names[each.id]) for each in people),
        chosen=kept_away_from(meeting),
        several=True,
        note="" if kept_away_from(meeting) else " ".join(_suggested(view.family, meeting)),
        hint="Nothing of this meeting reaches them. Most meetings are kept apart from nobody.",
    )


def with_or_without(meeting: Meeting, who: str) -> Meeting:
    """The meeting, kept apart from somebody, or no longer."""
    before = kept_away_from(meeting)
    after = tuple(each for each in before if each != who) if who in before else (*before, who)
    return replace(meeting, separate_from=after or None)


def told_of(view: FamilyView, meeting: Meeting, changes: Sequence[Change] = ()) -> str:
    """What could bring people together once the changes are made, and from whom the meeting may be kept apart."""
    family = view.family
    for change in changes:
        family = family.after(change)
        if isinstance(change.after, Meeting) and change.after.id == meeting.id:
            meeting = change.after
    told = [*cautions(family, of_meeting(meeting), view.today)]
    if not kept_away_from(meeting):
        told += _suggested(family, meeting)
    return " ".join(told)


def _suggested(family: Family, meeting: Meeting) -> list[str]:
    asked = tuple(
        each.who
        for each in family.invitations
        if each.meeting == meeting.id and each.reply != "not_coming" and family.person(each.who) is not None
    )
    names, apart = short_names(family), suggested(family, asked)
    if not apart:
        return []
    return [f"Is this meeting kept apart from {listed(tuple(names[each] for each in apart), 'or')}?"]
