"""What is known about a child's words: how they were gathered, who heard them, when, and for whom they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from eymeeting.domain.childs_part import HOW, ForWhom, still_for_who_heard, visibility_for
from eymeeting.domain.dates import spoken
from eymeeting.domain.family import Family
from eymeeting.domain.for_whom import is_for_everyone
from eymeeting.domain.meeting import ChildWords
from eymeeting.domain.names import names_in_picker
from screens.widgets.lettered_list import LetteredRow

OTHER: Final = "other"
"""The choice that opens the line: the words were gathered in another way."""

BACK: Final = "back"
ASKED: Final[Mapping[str, str]] = {
    "how": "How were they gathered?",
    "heard_by": "Who heard them?",
    "heard_on": "When? last tue, 3 march",
    "for_whom": "For whom are they?",
}
_FOR_WHOM: Final[Mapping[ForWhom, str]] = {
    "everyone": "everyone on the plan",
    "carers": "only those who care for the child",
    "heard_by": "only who heard them",
}
_IDS: Final[Mapping[str, ForWhom]] = {whom: whom for whom in _FOR_WHOM}


def about(words: ChildWords, names: Mapping[str, str]) -> list[LetteredRow]:
    """A row for each thing that is known, and one to go back."""
    told = {
        "how": ("How", words.how),
        "heard_by": ("Heard by", names.get(words.heard_by or "", "nobody in particular")),
        "heard_on": ("When", "not said" if words.heard_on is None else spoken(words.heard_on)),
        "for_whom": ("For", _FOR_WHOM["everyone"] if is_for_everyone(words) else "not for everyone"),
        BACK: ("Back to the children", ""),
    }
    return [LetteredRow(row, name, "", state) for row, (name, state) in told.items()]


def choices(asked: str, words: ChildWords, family: Family) -> list[tuple[str, str, str]]:
    """What can be chosen for one of them."""
    if asked == "how":
        offered = [(each, each.capitalize(), "✓" if each == words.how else "") for each in HOW]
        return [*offered, (OTHER, "Another way, typed", "" if words.how in HOW else "✓")]
    if asked == "heard_by":
        adults = [person for person in family.people if person.kind == "adult" and person.died is None]
        names = names_in_picker((*family.workers, *adults))
        return [*((who, name, "") for who, name in names.items()), ("", "Nobody in particular", "")]
    return [(whom, f"{told[0].upper()}{told[1:]}", "") for whom, told in _FOR_WHOM.items()]


def with_choice(words: ChildWords, family: Family, asked: str, choice: str) -> ChildWords:
    """The words once something was chosen. Those only for who heard them follow whoever that is."""
    if asked == "for_whom":
        return replace(words, visibility=visibility_for(family, words, _IDS[choice]))
    more: dict[str, Any] = {asked: choice or None}
    return still_for_who_heard(family, words, replace(words, **more))
