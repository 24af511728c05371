from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from eymeeting.domain.pack import Pack
from eymeeting.packs import SHIPPED, shipped_pack

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    path
    for folder in ("eymeeting/domain", "screens", "exports", "db")
    for path in (ROOT / folder).rglob("*.py")
    if not path.name.startswith("pack") and path.name != "limit_reading.py"
)
"""All that is shown; what a family may type is read in the everyday words for it."""

OWN_HEADINGS = {
    "after today",
    "before we finish",
    "has the family been told?",
    "how we did",
    "just you",
    "money",
    "next time",
    "now",
    "our plan",
    "scores",
    "then",
    "then and now",
    "today",
    "welcome",
    "what has changed",
    "what helped",
    "what we will keep doing",
    "who is here",
    "who knows what",
    "who to call",
}
"""Everyday words that the app has for other things too, such as a list on a screen or a part of a paper."""


def names_in(pack: Pack) -> Iterator[str]:
    """What must stand in no text at all."""
    words = pack.words
    yield from (words.centre, words.plan, words.lead, words.lead_on_copy, words.meeting)
    yield from (kind.name for kind in pack.meetings)
    yield from (panel.name for panel in pack.panels)
    yield from (pack.name, pack.organisation)


def headings_in(pack: Pack) -> Iterator[str]:
    """What must not be a text of its own."""
    yield from (step.title for kind in pack.meetings for step in kind.steps)
    yield from (step.say for kind in pack.meetings for step in kind.steps)
    yield from (area.name for area in pack.areas)
    yield from (band.adult for band in pack.bands)


@cache
def shown_texts(path: Path) -> tuple[tuple[int, str], ...]:
    """Every text in a module that is no docstring and no line that only documents a name, in small letters."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    return tuple(
        (node.lineno, node.value.casefold())
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_no_word_of_a_pack_stands_in_the_code(name: str) -> None:
    names = {each.casefold() for each in names_in(shipped_pack(name))}
    headings = {each.casefold() for each in headings_in(shipped_pack(name))} - OWN_HEADINGS
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text[:60]!r}"
        for path in MODULES
        for line, text in shown_texts(path)
        if text.strip(" .:") in headings or any(each in text for each in names)
    ]
    assert not found, "\n".join(found)
