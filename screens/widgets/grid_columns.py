"""How wide the columns of a score grid are, and how many people fit beside the areas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rich.cells import cell_len

NARROWEST_PERSON = 5
"""Cells: a ten between the cursor's brackets, and one space."""

WIDEST_PERSON = 14
LABEL_BESIDE_MANY = 21
"""Cells for the area names, a space included, where the people need the room."""

WIDEST_LABEL = 41


@dataclass(frozen=True)
class GridColumns:
    """Widths in cells. Both hold the space that keeps a column from its neighbour."""

    label: int
    person: int
    people: int
    """How many people fit side by side, at least one."""


def grid_columns(
    width: int, labels: Iterable[str], names: Iterable[str], wanted_by_scores: int = NARROWEST_PERSON
) -> GridColumns:
    """The columns for a room of so many cells.

    Areas give way first, down to a third of the room or twenty cells; then names are shortened; then the
    grid has to be scrolled sideways. Room to spare goes to the areas.
    """
    widest_label = min(max(map(cell_len, labels), default=0) + 1, WIDEST_LABEL)
    name_widths = [cell_len(name) for name in names] or [0]
    label = min(widest_label, max(LABEL_BESIDE_MANY, width // 3), max(width // 2, 1))
    each = (width - label) // len(name_widths)
    wanted = min(max(*name_widths, wanted_by_scores - 1) + 1, WIDEST_PERSON)
    person = max(NARROWEST_PERSON, min(wanted, each))
    people = min(max((width - label) // person, 1), len(name_widths))
    return GridColumns(max(label, min(widest_label, width - people * person)), person, people)


def with_room_at_the_end(columns: GridColumns, width: int, widest_name: int) -> GridColumns:
    """The columns with room after the last for a name so many cells wide, in the middle over its own."""
    start = (2 * columns.person - widest_name + 1) // 2 - columns.person // 2
    wanted = max(start + widest_name - columns.person, 0)
    free = width - columns.label - columns.people * columns.person
    return replace(columns, label=columns.label - max(wanted - free, 0))
