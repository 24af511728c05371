"""Whether two families hold the same."""

from __future__ import annotations

import json
from typing import Any, Final

from db.interchange.writing import family_to_json
from eymeeting.domain.family import Family

_SETS: Final = frozenset({"attendance", "scores", "copies", "updates", "agreement", "invitations", "heard"})
"""The lists whose order says nothing."""


def same_family(one: Family, other: Family) -> bool:
    """Whether both would be written alike; the order of what is a set does not count."""
    return bool(_settled(family_to_json(one)) == _settled(family_to_json(other)))


def _settled(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {inner: _settled(each, inner) for inner, each in value.items()}
    if isinstance(value, list):
        settled = [_settled(each) for each in value]
        return sorted(settled, key=lambda each: json.dumps(each, sort_keys=True)) if key in _SETS else settled
    return value
