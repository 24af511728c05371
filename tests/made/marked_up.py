"""Families in which everything that somebody may type looks like markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from eymeeting.domain.actions import Action
from eymeeting.domain.agreement import Agreement, Answer
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import (
    JOURNEY,
    STORY,
    ChildWords,
    Contribution,
    Copy,
    Evidence,
    LeadAgreement,
    Line,
    NextMeeting,
    Priority,
)
from eymeeting.domain.people import Household

NASTIEST = ("[/", "[JS]", "[@click=app.boom]Mum[/]")


def nasty_family(people: Any, corpus: tuple[str, ...], chosen: str = NASTIEST[0]) -> Family:
    """Everybody is called something that looks like markup, and everything said looks so too."""
    family = people.the_adeyemis()
    position = {"meeting": people.MEETING}
    members = [
        replace(people.person(f"p{n}", text, "", corpus[-n - 1]), preferred_name=None)
        for n, text in enumerate(corpus)
    ]
    helpers = [
        replace(people.worker(f"w{n}", text, corpus[-n - 1], corpus[n - 1])) for n, text in enumerate(corpus)
    ]
    lines = [
        Line(id=f"l{n}", position=n, section=(*STORY, *JOURNEY)[n % 6], text=text, **position)
        for n, text in enumerate(corpus)
    ]
    actions = [
        Action(
            id=f"a{n}",
            position=n,
            text=text,
            owner=f"p{n}",
            due=None,
            area="",
            status="not_started",
            visibility=FOR_THE_FAMILY,
            how_we_will_know=corpus[-n - 1],
            **position,
        )
        for n, text in enumerate(corpus)
    ]
    meeting = replace(
        family.meetings[0],
        chair="w0",
        venue=chosen,
        purpose=chosen,
        title=chosen,
        next_meeting=NextMeeting(on=people.TODAY, time="13:30", place=NASTIEST[2]),
    )
    nasty: Family = replace(
        family,
        details=replace(family.details, family_name=chosen, chosen_name=chosen),
        people=tuple(members),
        workers=tuple(helpers),
        lines=tuple(lines),
        actions=tuple(actions),
        meetings=(meeting,),
    )
    return nasty


def and_all_else(family: Family, corpus: tuple[str, ...]) -> Family:
    """With everything else that somebody may type: at the new steps, in the forms, between meetings."""
    said: dict[str, Any] = {"meeting": "m1", "visibility": FOR_THE_FAMILY}
    children = [
        replace(each, kind="child") if place % 3 == 1 else each for place, each in enumerate(family.people)
    ]
    everybody = list(enumerate(corpus))
    return replace(
        family,
        people=tuple(children),
        households=tuple(
            Household(id=f"h{n}", position=n, household="A", lines=(text, text), postcode="", hidden_from=())
            for n, text in everybody
        ),
        agreements=(Agreement(id="g", by="p0", on=date(2026, 11, 22), method="spoken", scope=corpus[2]),),
        answers=tuple(
            Answer(id=f"y{n}", position=n, agreement="g", agency=text, answer="limited", limit=corpus[n - 1])
            for n, text in everybody
        ),
        child_words=tuple(
            ChildWords(id=f"q{n}", position=n, who="p1", words=text, how=text, heard_by="w0", **said)
            for n, text in everybody
        ),
        contributions=tuple(
            Contribution(
                id=f"k{n}",
                position=n,
                by=f"w{n}",
                working=text,
                worry=text,
                can_offer=text,
                evidence=Evidence(measure=text, value=text),
                **said,
            )
            for n, text in everybody
        ),
        priorities=tuple(
            Priority(id=f"r{n}", position=n, meeting="m1", area=area, life_when=corpus[n])
            for n, area in enumerate(("money", "home"))
        ),
        lead_agreements=(
            LeadAgreement(id="m1-lead", worker="w0", since=family.meetings[0].on, text=corpus[0]),
        ),
        contacts=tuple(
            Contact(id=f"t{n}", position=n, on=date(2026, 11, 20), by="w0", how="call", text=text, who="p0")
            for n, text in everybody
        ),
        copies=tuple(
            Copy(id=f"o{n}", position=n, meeting="m1", to="p0", how="made, not given yet", file_name=text)
            for n, text in everybody
        ),
    )
