from __future__ import annotations

from typing import Any

from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.meeting import Line
from screens.copies import CopiesScreen
from screens.paper_check import PaperCheckScreen

OPEN = (
    "Attending appropriate multi-agency appointments independently improved everybody's emotional resilience "
    "considerably"
)
KEPT = "Professionals anticipate significant deterioration following unsupervised MARAC accommodation arrangements"


def said(place: int, people: Any, text: str, not_for: tuple[str, ...] | None = None) -> Line:
    return Line(
        id=f"l{place}",
        position=place,
        meeting=people.MEETING,
        section="good_at",
        text=text,
        visibility=FOR_THE_FAMILY,
        not_for=not_for,
    )


async def test_the_check_quotes_only_what_the_room_may_read_and_hides_on_the_next_key(
    room: Any, people: Any
) -> None:
    family = people.the_adeyemis(
        said(0, people, OPEN), said(1, people, KEPT, ("p2",)), *people.present("p1", "p2", "w1")
    )
    async with room.meeting(family, "finish", size=(100, 40)) as chair:
        await chair.keys("<f9>", "k")
        assert isinstance(chair.app.screen, PaperCheckScreen)
        await chair.sees("Passes, with advice: reading age ")
        mothers, fathers = chair.prose.split("Plan for Folake")[1].split("Plan for Daniel")
        assert "shorter" not in mothers
        assert "Could be shorter: “Attending appropriate multi-agency" in fathers
        for told in ("12 point", "“multi-agency”: say “services working together”."):
            assert told in mothers
            assert told in fathers
        for secret in ("MARAC", "deterioration", "unsupervised"):
            assert secret not in chair.prose
        await chair.keys("<down>")
        assert isinstance(chair.app.screen, PaperCheckScreen)
        await chair.keys("x")
        assert isinstance(chair.app.screen, CopiesScreen)
        assert "reading age" not in chair.words
        await chair.keys("<escape>")
    assert room.family().copies == ()
    assert not room.copies.exists()
