"""The words a meeting was held under: kept with the file, so that a new pack changes no old record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from typing import Final

from eymeeting.domain.meeting import Meeting
from eymeeting.domain.pack import Pack
from eymeeting.domain.pack_reading import WrongPack, read_pack
from eymeeting.domain.panel_meeting import PackHeld

_LENGTH: Final = 16
"""Figures of a fingerprint."""


def as_held(pack: Pack, text: str) -> PackHeld:
    """A pack as it is kept beside the meetings held under it, with the TOML text it was read from."""
    return PackHeld(
        fingerprint=sha256(text.encode()).hexdigest()[:_LENGTH],
        name=pack.name,
        version=pack.version,
        text=text,
    )


def words_of(meeting: Meeting, now: Pack, kept: Callable[[str], PackHeld | None]) -> Pack:
    """The pack a meeting was held under; the one in use where none is known, or this version cannot read it.

    Who stands on the papers is always the organisation as it is now.
    """
    held = None if meeting.held_under is None else kept(meeting.held_under)
    if held is None:
        return now
    try:
        return replace(_read(held.text), organisation=now.organisation)
    except WrongPack:
        return now


@lru_cache(maxsize=8)
def _read(text: str) -> Pack:
    return read_pack(text)
