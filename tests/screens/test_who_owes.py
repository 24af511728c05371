from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import docx

from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.standing import MADE_NOT_GIVEN
from screens.form_screen import FormScreen
from screens.who_owes import SOMEBODY_NEW, WhoOwesScreen


async def test_who_owes_what_is_one_key_away_and_each_worker_has_a_list_of_their_own(
    room: Any, people: Any
) -> None:
    def action(name: str, owner: str | None, **more: Any) -> Action:
        plain = Action(
            id=name,
            text=name,
            owner=owner,
            due=people.TODAY + timedelta(days=9),
            area="home",
            status="not_started",
            visibility=FOR_THE_FAMILY,
            meeting=people.MEETING,
        )
        return replace(plain, **more)

    family = people.the_adeyemis(
        action("Ring housing", "w3", due=people.TODAY - timedelta(days=2)),
        action("Book a visit", "w1"),
        action("Read each night", "p1"),
        action("Find a cot", None),
        action("SENTINEL", "w3", visibility=Visibility(level="named", to=("w1",))),
        *people.present("p1", "w1", "w3"),
    )
    agencies = [worker.agency for worker in family.workers]
    agreement = Agreement(id="g", by="p1", on=people.TODAY, method="signed", scope="this plan")
    answers = [
        Answer(id=agency, agreement="g", agency=agency, answer="no" if worker.id == "w3" else "yes")
        for worker, agency in zip(family.workers, agencies, strict=True)
    ]
    family = replace(
        family,
        people=(replace(family.people[0], parental_responsibility=True), *family.people[1:]),
        agreements=(agreement,),
        answers=tuple({each.id: each for each in answers}.values()),
        meetings=(replace(family.meetings[0], outcome="carry_on", end="11:00"),),
    )
    room.hold(family)
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "<f6>")
        assert isinstance(chair.app.screen, WhoOwesScreen)
        order = [chair.words.index(name) for name in ("Read each night", "Book a visit", "Find a cot")]
        assert order == sorted(order)
        assert "SENTINEL" not in chair.words
        assert SOMEBODY_NEW in chair.prose
        await chair.keys("<f9>")
        await chair.sees("List for Grace Holloway: actions-")
        await chair.keys("a")
        assert isinstance(chair.app.screen, FormScreen)
        assert "Read each night" in chair.words
        await chair.keys("<f10>")
        await chair.saved()
    (copy,) = room.family().copies
    assert (copy.to, copy.kind, copy.how) == ("w1", "agency", MADE_NOT_GIVEN)
    (made,) = room.copies.rglob("actions-*.docx")
    words = "\n".join(
        [each.text for each in docx.Document(made).paragraphs]
        + [cell.text for table in docx.Document(made).tables for row in table.rows for cell in row.cells]
    )
    assert "Book a visit" in words
    assert "Ring housing" not in words
