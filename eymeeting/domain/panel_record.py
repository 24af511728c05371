"""The chair's record of one family's item at a panel: all that was said and agreed, and who may have which of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from eymeeting.domain.dates import day_in_words
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.in_words import NOT_RECORDED, STATUS, listed
from eymeeting.domain.kept_off import kept_off
from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.pack import Pack
from eymeeting.domain.panel import PanelItem
from eymeeting.domain.panel_gate import gate
from eymeeting.domain.panel_paper import actions_of, known_of, panel_item, paper_for
from eymeeting.domain.problems import Refused
from eymeeting.domain.recorded import RecordedWords
from eymeeting.domain.recorded_words import is_open, visible_to
from eymeeting.domain.sight import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRecord:
    """Everything of one item. ``restricted`` is who and what, for a page of its own.

    ``actions`` are what, who, by when, how we will know, how it stood and who may see it.
    """

    ref: str
    family_name: str
    panel: str
    on: date
    details: tuple[tuple[str, str], ...]
    known: tuple[RecordedWords, ...]
    actions: tuple[tuple[str, str, str, str, str, str], ...]
    restricted: tuple[tuple[str, str], ...]
    marking: str
    organisation: str
    must_not_hold: Mapping[str, str] = field(default_factory=dict)


def panel_record(family: Family, item: str, reader: str, *, today: date, pack: Pack) -> PanelRecord:
    """The record of one item, for whoever brought the family to the panel.

    Raises:
        NotFound: the item or the reader is not there.
        Refused: the reader did not bring the family.
    """
    told = panel_item(family, item)
    family.member(reader)
    if reader != told.brought_by:
        raise Refused("The record of a panel is kept by whoever brought the family. Nothing was written.")
    me = Reader(id=reader, as_chair_of=told.id)
    paper = paper_for(family, told, me, today=today, pack=pack)
    return PanelRecord(
        ref=family.ref,
        family_name=family.details.called,
        panel=told.panel,
        on=told.on,
        details=tuple(_details(paper, told)),
        known=tuple(
            RecordedWords(
                text=each.text, who=paper.full_name(each.by) or "", visible_to=visible_to(paper, each)
            )
            for each in known_of(paper, told)
            if is_open(paper, each)
        ),
        actions=tuple(_actions(paper, told)),
        restricted=tuple(_restricted(paper, told)),
        marking=pack.markings.full_record,
        organisation=pack.organisation,
        must_not_hold=kept_off(family, me, today=today, pack=pack),
    )


def _details(paper: ForOneReader, item: PanelItem) -> Iterator[tuple[str, str]]:
    pack, to_do = paper.pack, item.tell_family
    told = [
        ("Brought by", _with_job(paper, item.brought_by)),
        ("Why now", item.why_now),
        ("Kind of plan that day", pack.plan_kinds.called(item.plan_kind) if item.plan_kind else ""),
        ("Level of need that day", pack.level(item.level_of_need) if item.level_of_need else ""),
        ("How the workers see it", pack.worker_word(item.worker_word) if item.worker_word else ""),
        ("Was the family told", gate(paper.family, item).words),
        ("Why it was talked of all the same", item.went_on_because or ""),
        ("What the family wants known", item.family_wants_you_to_know or ""),
        ("The question", item.question or ""),
        ("The decision", item.decision or ("" if item.carried_to else NOT_RECORDED)),
        ("Put off to", day_in_words(item.carried_to) if item.carried_to else ""),
        ("Who tells them", "" if to_do is None else _with_job(paper, to_do.who)),
        ("By when", "" if to_do is None else day_in_words(to_do.by)),
        ("Told on", "" if to_do is None or to_do.told_on is None else day_in_words(to_do.told_on)),
    ]
    yield from ((what, words) for what, words in told if words.strip())


def _actions(paper: ForOneReader, item: PanelItem) -> Iterator[tuple[str, str, str, str, str, str]]:
    for action in actions_of(paper, item):
        if not is_open(paper, action):
            continue
        now = action_now(paper.family, action)
        owner = paper.full_name(now.owner) or "not yet agreed"
        helpers = [name for each in action.helpers or () if (name := paper.full_name(each))]
        yield (
            action.text,
            f"{owner}, with {listed(helpers)}" if helpers else owner,
            day_in_words(now.due) if now.due else "no date yet",
            action.how_we_will_know or "not yet agreed",
            STATUS[now.status],
            visible_to(paper, action),
        )


def _restricted(paper: ForOneReader, item: PanelItem) -> Iterator[tuple[str, str]]:
    for known in known_of(paper, item):
        if not is_open(paper, known):
            yield paper.full_name(known.by) or "", known.text
    for action in actions_of(paper, item):
        if not is_open(paper, action):
            yield paper.full_name(action.owner) or "", action.text


def _with_job(paper: ForOneReader, id: str) -> str:  # noqa: A002
    name = paper.full_name(id)
    return "" if name is None else f"{name}, {paper.role(id)}"
