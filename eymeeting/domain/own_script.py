"""A name as its owner writes it, beside the Latin letters everybody else reads it in."""

from __future__ import annotations

from eymeeting.domain.one_reader import ForOneReader
from eymeeting.domain.protected import holds_any


def own_script(paper: ForOneReader, person: str) -> str:
    """Somebody's name in their own script, where it may stand on this paper; empty where there is none.

    It is protected like any name. After a new name was told at a meeting it stays away: it may be the old one.
    """
    now, written = paper.family.person_on(person, paper.on), paper.family.person(person)
    if now is None or written is None or now.full_name != written.full_name:
        return ""
    name = (now.own_script or "").strip()
    return "" if name in (now.full_name, now.called) or holds_any(name, paper.protected) else name


def with_own_script(name: str, own: str) -> str:
    """Such as “Nadia Rahman (نادية رحمن)”; the name alone where there is no other."""
    return f"{name} ({own})" if own else name
