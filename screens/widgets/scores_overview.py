"""All areas and everybody's numbers side by side, from meeting to meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from textual.content import Content

from eymeeting.domain.pack import Pack
from eymeeting.domain.score_history import ScoreHistory, Value
from screens.widgets.spacing import fitted, short_labels, short_names

STEP: Final = "›"
MARKS: Final[Mapping[Value, str]] = {None: "·", "prefer_not_to_say": "–", "not_asked": "/"}
MEANING: Final = f"{STEP} and then   · no score   – rather not say   / not asked   » hoped for"
_LABEL: Final = 22
_NARROWEST: Final = 7
_QUIET: Final = "$text-muted"


def scores_overview(
    history: ScoreHistory, pack: Pack, names: Mapping[str, str], width: int
) -> tuple[list[Content], int]:
    """The lines of the table, and how many of the earlier meetings there is no room for.

    ``names`` are what people are called, in the order in which they stand side by side.
    """
    order = {area.id: place for place, area in enumerate(pack.areas)}
    people = [who for who in names if who in set(history.people)]
    if not people:
        return [], 0
    hope = 5 if any(each.hoped_for for each in history.chosen if each.area in order) else 0
    column = min(max((width - _LABEL - hope) // len(people), _NARROWEST), 24)
    hidden = _hidden(history, column)
    heads = short_names([names.get(each, each) for each in people], column - 1)
    labels = short_labels([pack.area_name(each) for each in history.areas], _LABEL - 1)
    drawn = [Content.assemble(fitted("", _LABEL), *((fitted(each, column).plain, "bold") for each in heads))]
    for area, label in zip(history.areas, labels, strict=True):
        cells = []
        for person in people:
            line = history.line(area, person)
            cells.append(fitted("" if line is None else _said(line.values, hidden), column))
        hoped = history.hoped_for(area)
        drawn.append(Content.assemble(fitted(label, _LABEL), *cells, f"»{hoped}" if hope and hoped else ""))
    return [*drawn, Content.assemble(("\n" + MEANING, _QUIET))], hidden


def _hidden(history: ScoreHistory, column: int) -> int:
    """How many meetings have to go so that what everybody said fits into a column, and one space."""
    hidden = 0
    while hidden < len(history.meetings) - 1 and any(
        len(_said(line.values, hidden)) >= column for line in history.lines
    ):
        hidden += 1
    return hidden


def _said(values: Sequence[Value], hidden: int) -> str:
    return STEP.join(MARKS[value] if value in MARKS else str(value) for value in values[hidden:])
