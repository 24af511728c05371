"""What was said and written at a meeting, as it stands in the chair's full record of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import Sharing
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.entry import Entry
from eymeeting.domain.in_words import PART, listed, score_in_words
from eymeeting.domain.meeting import ChildWords, Contribution, Line, Safeguarding, Score, Section
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.reach import Reach, reach
from eymeeting.domain.recorded import RecordedWords
from eymeeting.domain.safety_line import line_words
from eymeeting.domain.their_story import with_its_date


def lines(
    paper: ForOneReader, sections: Iterable[Section]
) -> tuple[tuple[str, tuple[RecordedWords, ...]], ...]:
    """The parts of the story or the journey that hold anything, each with its lines."""
    found = []
    for section in sections:
        said = [
            _words(paper, with_its_date(line), line.by, line)
            for line in paper.family.lines_of(paper.meeting.id, section)
            if is_open(paper, line)
        ]
        if said:
            found.append((PART[section], tuple(said)))
    return tuple(found)


def child_words(paper: ForOneReader) -> tuple[RecordedWords, ...]:
    """Every child's words, with how and by whom they were gathered."""
    return tuple(
        RecordedWords(text=each.words, who=_how_heard(paper, each), visible_to=visible_to(paper, each))
        for each in paper.family.child_words
        if _here(paper, each) and is_open(paper, each)
    )


def contributions(paper: ForOneReader) -> tuple[RecordedWords, ...]:
    """What workers said or sent, but for their worries."""
    return tuple(
        _words(paper, text, each.by, each)
        for each in paper.family.contributions
        if _here(paper, each) and is_open(paper, each)
        for text in _said(each)
    )


def worries(paper: ForOneReader) -> tuple[RecordedWords, ...]:
    """What workers are worried about."""
    return tuple(
        _words(paper, each.worry, each.by, each)
        for each in paper.family.contributions
        if each.worry and _here(paper, each) and is_open(paper, each)
    )


def restricted(paper: ForOneReader) -> tuple[tuple[str, str], ...]:
    """What is for the restricted page alone: the safeguarding note and all that was marked like it."""
    found: list[tuple[str, str]] = []
    for worry in paper.family.safeguarding:
        if _here(paper, worry) and paper.sees(worry):
            found += _of_the_note(paper, worry)
    for name in ("lines", "child_words", "contributions", "scores", "actions"):
        for entry in getattr(paper.family, name):
            if _here(paper, entry) and _is_restricted(paper, entry) and paper.sees(entry):
                found += ((_author(paper, entry), text) for text in _texts(paper, entry))
    found += (
        (paper.full_name(each.person) or "Not said by whom", line_words(each, paper.pack))
        for each in paper.family.safety_scores
        if _here(paper, each) and paper.sees(each)
    )
    return tuple(found)


def sharing(paper: ForOneReader) -> tuple[str, ...]:
    """The decisions of this meeting to share, or not to share, outside an agreement."""
    return tuple(
        _decision(paper, each)
        for each in paper.family.sharings
        if each.meeting == paper.meeting.id and paper.sees(each)
    )


def is_open(paper: ForOneReader, entry: Entry) -> bool:
    """Whether something stands on the pages of the record that are not restricted."""
    return paper.sees(entry) and not _is_restricted(paper, entry)


def visible_to(paper: ForOneReader, entry: Entry) -> str:
    """Who may see something, in plain words; empty where everyone on the plan may."""
    found = reach(paper.family, entry, paper.pack)
    without = f"not {_names(paper, found.not_for)}" if found.not_for else ""
    return ", ".join(each for each in (_by_level(paper, found), without) if each)


def _by_level(paper: ForOneReader, found: Reach) -> str:
    match found.visibility.level:
        case "named":
            return f"only {_names(paper, (*(found.visibility.to or ()), *found.authors))}"
        case "chair_and_agency":
            writers = (paper.family.worker(each) for each in found.authors)
            agencies = dict.fromkeys(each.agency for each in writers if each is not None)
            return listed(["the chair", *agencies]) if agencies else "the chair alone"
        case _:
            return ""


def _names(paper: ForOneReader, who: tuple[str, ...]) -> str:
    return listed([name for each in dict.fromkeys(who) if (name := paper.name(each))])


def _words(paper: ForOneReader, text: str, by: str | None, entry: Entry) -> RecordedWords:
    return RecordedWords(text=text, who=paper.full_name(by) or "", visible_to=visible_to(paper, entry))


def _here(paper: ForOneReader, entry: Entry) -> bool:
    return getattr(entry, "meeting", None) == paper.meeting.id


def _is_restricted(paper: ForOneReader, entry: Entry) -> bool:
    return reach(paper.family, entry, paper.pack).visibility.level == "safeguarding"


def _how_heard(paper: ForOneReader, words: ChildWords) -> str:
    heard_by = paper.full_name(words.heard_by)
    told = [
        words.how,
        f"heard by {heard_by}" if heard_by else "",
        day_in_words(words.heard_on) if words.heard_on else "",
    ]
    return f"{paper.full_name(words.who)}, {', '.join(each for each in told if each)}"


def _said(said: Contribution) -> Iterator[str]:
    if said.working:
        yield f"Going well: {said.working}"
    if said.can_offer:
        yield f"Can offer: {said.can_offer}"
    if said.text:
        yield said.text
    if said.evidence:
        value = f": {said.evidence.value}" if said.evidence.value else ""
        on = f", {day_in_words(said.evidence.on)}" if said.evidence.on else ""
        yield f"{said.evidence.measure}{value}{on}"


def _texts(paper: ForOneReader, entry: Entry) -> Iterator[str]:
    match entry:
        case Line():
            yield entry.text
        case Action():
            yield f"{entry.text} (by {day_in_words(entry.due)})" if entry.due else entry.text
        case ChildWords():
            yield entry.words
        case Contribution():
            yield from _said(entry)
            if entry.worry:
                yield f"Worried about: {entry.worry}"
        case Score():
            note = f" ({entry.note})" if entry.note else ""
            yield f"{paper.pack.area_name(entry.area)}: {score_in_words(entry.value)}{note}"


def _author(paper: ForOneReader, entry: Entry) -> str:
    said = entry.who if isinstance(entry, ChildWords) else None
    authors = (said,) if said else reach(paper.family, entry, paper.pack).authors
    names = dict.fromkeys(name for each in authors if (name := paper.full_name(each)))
    return listed(list(names)) or "Not said by whom"


def _of_the_note(paper: ForOneReader, worry: Safeguarding) -> list[tuple[str, str]]:
    told: list[tuple[str, str | None]] = [
        ("Raised by", paper.full_name(worry.raised_by)),
        ("When", worry.time),
        ("What", worry.what),
        ("Shared with", worry.shared_with),
        ("Was agreement asked?", "yes" if worry.agreement_asked else "no"),
        ("Why it was not asked", worry.why_not_asked),
        ("Decided by", _named(paper, worry.decided_by)),
        ("Advised by", worry.advised_by),
        ("Lawful reason", worry.lawful_reason),
        ("What the family was told", worry.told_family),
        ("Referral", worry.referral_ref),
    ]
    return [(label, text) for label, text in told if text]


def _named(paper: ForOneReader, text: str) -> str:
    """A text in which ids of people and workers are turned into their names."""

    def name(found: re.Match[str]) -> str:
        return paper.full_name(found[0]) or found[0]

    return re.sub(r"\b[a-z]\d+\b", name, text)


def _decision(paper: ForOneReader, sharing: Sharing) -> str:
    done = "shared" if sharing.shared else "not shared"
    shared_with = f" with {sharing.shared_with}" if sharing.shared_with else ""
    told = [
        f"{day_in_words(sharing.on)}, {done}{shared_with}: {sharing.what}",
        {True: "Agreement was asked", False: "Agreement was not asked", None: ""}[sharing.agreement_asked],
        f"Why it was not asked: {sharing.why_not_asked}" if sharing.why_not_asked else "",
        f"Decided by {_named(paper, sharing.decided_by)}" if sharing.decided_by else "",
        f"Advised by {sharing.advised_by}" if sharing.advised_by else "",
        f"Lawful reason: {sharing.lawful_reason}" if sharing.lawful_reason else "",
        f"The family was told on {day_in_words(sharing.told_family_on)}" if sharing.told_family_on else "",
        f"Why the family was not told: {sharing.why_not_told}" if sharing.why_not_told else "",
    ]
    return ". ".join(each.rstrip(".") for each in told if each) + "."
