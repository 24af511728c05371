from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Change
from eymeeting.domain.meeting import Copy, Score
from eymeeting.domain.sitting import Place
from screens import trail
from screens.family import FamilyScreen
from screens.trail import MORE, NOTHING_FITS, TrailScreen


async def test_who_changed_what_is_the_last_line_of_a_familys_place_and_narrows_as_somebody_types(
    room: Any, people: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail, "PAGE", 4)
    score = Score(id="s", meeting=people.MEETING, area="home", person="p1", value=4)
    alone = replace(score, id="t", visibility=Visibility(level="named", to=("w2",)))
    copy = Copy(id="c", meeting=people.MEETING, to="p1", how="made", file_name="plan.docx")
    family = people.the_adeyemis()
    room.hold(replace(family, meetings=(replace(family.meetings[0], outcome="carry_on"),)))
    with room.store() as store:
        sitting = store.begin_sitting(people.REF, people.MEETING, "w1", Place(step="scores"))
        for entry, who in ((score, "w1"), (alone, "w2"), (copy, "w3")):
            store.apply(Change(family=people.REF, before=None, after=entry), who=who)
        store.leave(sitting.id)
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "<end>", "<enter>")
        assert isinstance(chair.app.screen, TrailScreen)
        assert "Sunday 22 November 2026 · Meeting 1, " in chair.prose
        told = ["Grace Holloway left the keyboard", "Joe Marsh made a copy for Folake"]
        told += ["Grace Holloway added a score", "Grace Holloway sat down at the keyboard"]
        order = [chair.prose.index(each) for each in told]
        assert order == sorted(order)
        assert "Imran Sheikh" not in chair.words
        assert "not for everyone" not in chair.words
        assert MORE in chair.words
        await chair.keys("<pagedown>")
        assert "This family was brought in from a file" in chair.words
        assert MORE not in chair.words
        await chair.keys("joe cop")
        assert "Joe Marsh made a copy" in chair.words
        assert "Grace Holloway added" not in chair.words
        await chair.keys("[/]x")
        assert NOTHING_FITS in chair.words
        await chair.keys("<escape>")
        assert "Grace Holloway added a score" in chair.words
        await chair.keys("<escape>")
        assert isinstance(chair.app.screen, FamilyScreen)
