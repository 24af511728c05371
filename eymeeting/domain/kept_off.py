"""What was said or written that one reader may not see, with its kind: for a last look at the finished paper.

It is worked out from the family and the rules of sight alone, never from the paper, so that a
mistake in making the paper is found and not repeated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, Final

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.as_people_write import LAID_OUT_WITH
from eymeeting.domain.entry import Entry
from eymeeting.domain.family import KEPT_IN, Family, action_now, collections
from eymeeting.domain.meeting import Line, Meeting
from eymeeting.domain.own_reasons import is_anothers_reason
from eymeeting.domain.pack import Pack
from eymeeting.domain.protected import ON_EVERY_PAPER, held_by, printed_words, words_of
from eymeeting.domain.sight import Reader, is_kept_apart, sees, sight
from eymeeting.domain.without_times import TOLD_WITH_TIMES, as_told_to, told_by_a_time

_KINDS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "lines": ("a line of the story or the journey", ("text",)),
    "scores": ("a note beside a score", ("note",)),
    "safety_scores": ("a note beside a score", ("note",)),
    "contributions": ("what a helper said", ("working", "worry", "can_offer", "text", "evidence")),
    "child_words": ("a child's words", ("words", "how")),
    "priorities": ("what matters to somebody", ("life_when",)),
    "actions": ("an action", ("text", "how_we_will_know", "child_words")),
    "updates": ("how an action went", ("note", "reason", "escalate_to")),
    "known": ("what was said at a panel", ("text",)),
    "panel_items": (
        "what was said at a panel",
        ("why_now", "question", "decision", "family_told", "family_wants_you_to_know", "went_on_because"),
    ),
    "meetings": (
        "something of a meeting kept apart",
        (
            "venue",
            "title",
            "purpose",
            "family_told",
            "family_told_by",
            "what_helped",
            "got_in_the_way",
            "stopped",
            "plan_agreed_why",
            "went_on_because",
        ),
    ),
    "closures": ("something of a meeting kept apart", ("keep_doing", "family_said", "who_to_call")),
    "family_changes": ("what has changed in the family", ("note",)),
    "agreements": ("what somebody agreed to", ("note",)),
    "answers": ("what somebody agreed to", ("limit", "reason")),
    "contacts": ("a note of a call or a visit", ("text",)),
    "lead_agreements": ("a hand-over note", ("handover",)),
    "attendance": ("a note beside a name", ("note",)),
    "invitations": ("a note beside a name", ("note",)),
    "heard": ("a note beside a name", ("note",)),
    "left_open": ("a reason", ("reason",)),
    "corrections": ("something put right", ("was", "why")),
    "sharings": ("private words", ("what", "why_not_asked", "lawful_reason", "why_not_told")),
    "safeguarding": (
        "private words",
        ("what", "shared_with", "why_not_asked", "told_family", "advised_by", "lawful_reason"),
    ),
    "workers": ("private words", ("restricted_notes",)),
}
"""What each collection holds that people said or wrote: its kind in plain words, and where it stands."""

_FOR_WORKERS: Final[Mapping[str, tuple[str, ...]]] = {
    "lead_agreements": ("handover",),
    "workers": ("restricted_notes",),
    "panel_items": ("went_on_because",),
    "meetings": ("went_on_because",),
}
"""Notes from one worker to the next, and why it was talked of a family without them: on no paper of the family."""

FEWEST, MOST = 2, 12
"""Words by which a text is known: one alone could stand on a paper by chance; a long text is found by its first."""

_ENOUGH: Final = 4
"""Words that are not told together by chance; fewer count when one of them is no word of every paper."""

_BETWEEN: Final = "\n__\n"
"""Between two texts, so that the end of one and the beginning of the next are not read as one."""


def kept_off(
    family: Family, reader: Reader, *, today: date, pack: Pack, may_see: Callable[[Entry], bool] | None = None
) -> dict[str, str]:
    """How each text this reader may not see begins, with the kind of thing it is.

    What the reader may read elsewhere all the same, what the pack prints, and
    what is too short or too common to be told by is not among them. ``may_see``
    is the rule of the paper, where that is stricter than the rules of sight.
    """
    rule = may_see or (lambda entry: sees(family, reader, entry, today=today, pack=pack))
    open_to_them = list(printed_words(pack))
    private = _with_times(family, reader)
    told_to_them = family if reader.as_chair_of else as_told_to(family, reader.id)
    for name, entries in (("details", (family.details,)), *collections(told_to_them)):
        kind, told = _KINDS.get(name, ("", ()))
        for entry in entries:
            hidden = _hidden(family, reader, name, entry, told, is_seen=rule(entry))
            open_to_them += _texts_of(entry, without=set(hidden) if rule(entry) else None)
            for text in (each for field in hidden for each in _texts(getattr(entry, field))):
                private.setdefault(_known_by(text), kind)
    private.pop("", None)
    also_open = set(held_by(_BETWEEN.join(open_to_them), private))
    return {text: kind for text, kind in private.items() if text not in also_open}


def kept_off_a_list(
    family: Family, worker: str, *, today: date, pack: Pack, then: Family | None = None
) -> dict[str, str]:
    """The same for a worker's own list, which tells them what they took on and where people meet.

    ``then`` is the family as it stood at the end of the meeting that the list is of.
    """
    reader = Reader(id=worker)

    def may_be_told(entry: Entry) -> bool:
        known = as_known(entry, family, then)
        seen = sight(known, reader, entry, today=today, pack=pack).answer
        if isinstance(entry, Meeting):
            return not is_kept_apart(family, entry.id, worker)
        took_it_on = isinstance(entry, Action) and action_now(known, entry).owner == worker
        return seen == "shown" or (seen == "in_part" and took_it_on)

    return kept_off(family, reader, today=today, pack=pack, may_see=may_be_told)


def as_known(entry: Entry, family: Family, then: Family | None) -> Family:
    """The family by which it is told who may see something: as it stood then, for what was there by then."""
    held = () if then is None else getattr(then, KEPT_IN.get(type(entry), ""), ())
    return then if then is not None and entry in held else family


def _with_times(family: Family, reader: Reader) -> dict[str, str]:
    """What tells the times of day that a reader does not get; nothing is cut for the chair's own record."""
    if reader.as_chair_of is not None:
        return {}
    entries: tuple[Line | Action, ...] = (*family.lines, *family.actions)
    cut = (each for each in entries if reader.id in (each.times_not_for or ()))
    texts = (getattr(each, name, None) for each in cut for name in TOLD_WITH_TIMES)
    told = (_known_by_its_end(words) for text in texts if text for words in told_by_a_time(text))
    return dict.fromkeys(told, "a time of day")


def _hidden(
    family: Family, reader: Reader, name: str, entry: Any, told: tuple[str, ...], *, is_seen: bool
) -> tuple[str, ...]:
    """Which parts of an entry this reader may not have."""
    if not is_seen:
        return told
    if family.person(reader.id) is None:
        return ()
    if name in _FOR_WORKERS:
        return _FOR_WORKERS[name]
    return ("reason",) if name == "updates" and _is_anothers(family, reader, entry) else ()


def _is_anothers(family: Family, reader: Reader, update: Update) -> bool:
    actions = (action_now(family, each) for each in family.actions if each.id == update.action)
    return any(is_anothers_reason(family, reader.id, now, update) for now in actions)


def _texts_of(entry: Entry, *, without: set[str] | None) -> Iterator[str]:
    """All texts of an entry but those of some fields; none at all of one that may not be seen."""
    if without is None:
        return
    for field in fields(entry):
        if field.name not in without:
            yield from _texts(getattr(entry, field.name))


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))


def _known_by(text: str) -> str:
    """The first words of a text; empty where it could stand on a paper by chance."""
    words = text.split()[:MOST]
    spoken = [each for each in words_of(" ".join(words)) if re.search(r"[^\W\d_]", each)]
    telling = [each for each in spoken if len(each) >= _ENOUGH and not _is_common(each)]
    enough = len(spoken) >= _ENOUGH or (len(words) >= FEWEST and bool(telling))
    return " ".join(words) if enough else ""


def _known_by_its_end(words: str) -> str:
    """A time with the words before it; empty where it could stand on a paper by chance."""
    return words if _known_by(words) else ""


def _is_common(word: str) -> bool:
    return word in ON_EVERY_PAPER or word in LAID_OUT_WITH
