"""The scores then and now as they are turned to the family: each voice in plain words, nobody averaged."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from eymeeting.domain.faces import SMALL, face, wants_faces
from eymeeting.domain.facing_room import Room
from eymeeting.domain.scores_in_the_room import scores_in_the_room
from eymeeting.domain.scoring import scorers

THEN_AND_NOW: Final = "What you said, then and now"


def scale(room: Room) -> tuple[str, ...]:
    """What the numbers mean; with faces and a child's words where somebody who scores is asked with faces."""
    asked_with_faces = any(wants_faces(each) for each in scorers(room.family, room.meeting.id))
    if not asked_with_faces:
        return tuple(f"{band.low} or {band.high}: {band.adult}." for band in room.pack.bands)
    return tuple(
        f"{SMALL[face(room.pack, band)]}  {band.low} or {band.high}: {band.child}. {band.adult}."
        for band in room.pack.bands
    )


def then_and_now(room: Room) -> tuple[str, ...]:
    """The areas somebody has scored at this meeting, each with everybody's line in words.

    Who has still to give their number of today is not there yet.
    """
    seen = replace(room.family, scores=tuple(each for each in room.family.scores if room.sees(each)))
    told = scores_in_the_room(seen, room.meeting, room.pack).history
    parts = []
    for area in told.areas:
        lines, called = told.of_area(area), room.area(area)
        if called is not None and any(line.now for line in lines):
            said = [f"{name}: {line.in_words}" for line in lines if (name := room.name(line.person))]
            hope = told.hoped_for(area)
            said += [] if hope is None else [f"Hoped for: {hope}"]
            parts.append("\n".join((called, *said)))
    return tuple(parts)
