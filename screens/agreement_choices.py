"""What is chosen, not typed, about somebody's agreement: how it was given, for whom it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from eymeeting.domain.agreeing import SCOPE, Asking, Step, of_the_day, with_more
from eymeeting.domain.agreement import AgreementMethod
from eymeeting.domain.agreement_matrix import is_judged, too_young
from eymeeting.domain.in_words import METHOD
from eymeeting.domain.interpreting import interprets
from eymeeting.domain.names import short_names
from screens.family_desk import FamilyView
from screens.widgets.agreement_keys import Act

Offered = Sequence[tuple[str, str, str]]

CHOICES: Final[dict[Act, str]] = {
    "method": "How did they answer?",
    "children": "For which children? A letter adds one or leaves one out.",
    "scope": "What is it about?",
    "able": "Which child understands enough to answer alone?",
    "responsibility": "Does this person have parental responsibility?",
}
WHO_JUDGED: Final = "Who judged that?"
_THIS_MEETING: Final = "this meeting only"
_RESPONSIBLE: Final[dict[str, bool | None]] = {"yes": True, "no": False, "unknown": None}
_METHODS: Final[dict[str, AgreementMethod]] = {method: method for method in METHOD}
_ALL: Final = "all"


def choices(act: Act, view: FamilyView, asking: Asking) -> Offered | str:
    """What can be chosen; or why nothing can, in a sentence."""
    return _OFFERED[act](view, asking)


def chosen(act: Act, view: FamilyView, asking: Asking, choice: str) -> tuple[Step, ...]:
    """What a choice changes."""
    return _TAKEN[act](view, asking, choice)


def is_judged_today(view: FamilyView, asking: Asking, child: str) -> bool:
    """Whether somebody has judged on this day that a child understands enough: choosing the child takes it back."""
    agreement = of_the_day(view.family, Asking(person=child, on=asking.on))
    return agreement is not None and agreement.judged_by is not None


def judges(view: FamilyView) -> Offered:
    """The workers who may have judged it."""
    return [
        (worker.id, worker.name, worker.role)
        for worker in view.room.workers
        if worker.active is not False and not interprets(worker)
    ]


def judged(view: FamilyView, asking: Asking, child: str, judge: str) -> tuple[Step, ...]:
    """What changes when a worker has judged that a child understands enough to answer alone."""
    return with_more(view.family, Asking(person=child, on=asking.on), judged_by=judge)


def _methods(view: FamilyView, asking: Asking) -> Offered:
    agreement = of_the_day(view.family, asking)
    now = asking.method if agreement is None else agreement.method
    return [(method, words, "✓" if method == now else "") for method, words in METHOD.items()]


def _children(view: FamilyView, asking: Asking) -> Offered | str:
    children = [
        person for person in view.family.people if person.kind != "adult" and person.id != asking.person
    ]
    if not children:
        return "No child is written down here yet."
    agreement = of_the_day(view.family, asking)
    for_them = agreement.for_children if agreement is not None else None
    names = short_names(view.family)
    rows = [
        (child.id, names[child.id], "✓" if for_them is None or child.id in for_them else "")
        for child in children
    ]
    return [(_ALL, "All of them", "✓" if for_them is None else ""), *rows]


def _scopes(view: FamilyView, asking: Asking) -> Offered:
    agreement = of_the_day(view.family, asking)
    now = SCOPE if agreement is None else agreement.scope
    offered = [(scope, scope.capitalize(), "✓" if scope == now else "") for scope in (SCOPE, _THIS_MEETING)]
    typed = "Something else, typed" if now in (SCOPE, _THIS_MEETING) else f"Something else: {now}"
    return [*offered, ("typed", typed, "")]


def _able(view: FamilyView, asking: Asking) -> Offered | str:
    young = too_young(view.family, asking.on, view.pack)
    if not young:
        return "Every child here is old enough to be asked."
    names = short_names(view.family)
    return [
        (child.id, names[child.id], "✓ able" if is_judged(view.family, child, asking.on, view.pack) else "")
        for child in young
    ]


def _responsible(view: FamilyView, asking: Asking) -> Offered | str:
    person = view.family.person(asking.person)
    if person is None or person.kind != "adult":
        return "That is asked of grown-ups only."
    now = person.parental_responsibility
    words = {"yes": "Yes", "no": "No", "unknown": "Not known yet"}
    return [(each, words[each], "✓" if _RESPONSIBLE[each] is now else "") for each in words]


def _for_children(view: FamilyView, asking: Asking, choice: str) -> tuple[Step, ...]:
    agreement = of_the_day(view.family, asking)
    children = [
        person.id for person in view.family.people if person.kind != "adult" and person.id != asking.person
    ]
    if choice == _ALL:
        return with_more(view.family, asking, for_children=None)
    for_them = set(
        children if agreement is None or agreement.for_children is None else agreement.for_children
    )
    for_them ^= {choice}
    those = tuple(child for child in children if child in for_them)
    return with_more(view.family, asking, for_children=None if len(those) == len(children) else those)


def _not_judged(view: FamilyView, asking: Asking, choice: str) -> tuple[Step, ...]:
    return with_more(view.family, Asking(person=choice, on=asking.on), judged_by=None)


def _responsibility(view: FamilyView, asking: Asking, choice: str) -> tuple[Step, ...]:
    person = view.family.person(asking.person)
    if person is None:
        return ()
    after = replace(person, parental_responsibility=_RESPONSIBLE[choice])
    return () if after == person else ((person, after),)


_OFFERED: Final[dict[Act, Callable[[FamilyView, Asking], Offered | str]]] = {
    "method": _methods,
    "children": _children,
    "scope": _scopes,
    "able": _able,
    "responsibility": _responsible,
}
_TAKEN: Final[dict[Act, Callable[[FamilyView, Asking, str], tuple[Step, ...]]]] = {
    "method": lambda view, asking, choice: with_more(view.family, asking, method=_METHODS[choice]),
    "children": _for_children,
    "scope": lambda view, asking, choice: with_more(view.family, asking, scope=choice),
    "able": _not_judged,
    "responsibility": _responsibility,
}
