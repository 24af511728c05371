"""How much a reader does not get, counted by kind: never what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.sight import LEFT_OUT_OF

RESTRICTED: Final = "restricted note"
"""The kind that only those inside may know of at all."""

_ONE_OF: Final[Mapping[str, str]] = {
    "lines": "line",
    "scores": "score",
    "contributions": "helper's view",
    "child_words": "note of a child's words",
    "priorities": "chosen area",
    "actions": "action",
    "known": "panel note",
    "safeguarding": RESTRICTED,
}
_WITHHELD: Final = "text that tells something protected"
_SEVERAL: Final[Mapping[str, str]] = {
    "note of a child's words": "notes of a child's words",
    _WITHHELD: "texts that tell something protected",
}


def left_out_by_kind(paper: ForOneReader) -> Mapping[str, int]:
    """How many things of each kind do not stand on a paper, in the words for one, such as “score”.

    Kinds of which nothing is left out are not there. Together they are as many
    as ``paper.left_out()``.
    """
    counts = {
        _ONE_OF[name]: sum(not paper.sees(entry) for entry in getattr(paper.family, name))
        for name in LEFT_OUT_OF
    }
    counts[_WITHHELD] = len(paper.withheld)
    return {kind: count for kind, count in counts.items() if count}


def left_out_in_words(by_kind: Mapping[str, int]) -> str:
    """Such as “3 things left out (2 scores, 1 action)”."""
    count = sum(by_kind.values())
    if not count:
        return "nothing left out"
    kinds = ", ".join(f"{each} {_kind_in_words(kind, each)}" for kind, each in by_kind.items())
    return f"{count} {'thing' if count == 1 else 'things'} left out ({kinds})"


def _kind_in_words(kind: str, count: int) -> str:
    return kind if count == 1 else _SEVERAL.get(kind, f"{kind}s")
