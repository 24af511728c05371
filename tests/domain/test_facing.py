from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, FIRST, PACK, TODAY, action, attended, meeting, person, said, with_more

from eymeeting.domain.actions import ActionStatus, Update
from eymeeting.domain.entry import FOR_THE_FAMILY, Level, Visibility
from eymeeting.domain.facing import facing
from eymeeting.domain.family import Family
from eymeeting.domain.family_history import what_has_happened
from eymeeting.domain.meeting import ChildWords, Contribution, FamilyChange, NextMeeting, Priority, Score
from eymeeting.domain.names import people_now
from eymeeting.domain.people import Household

STEPS = (
    "welcome",
    "agreement",
    "children",
    "story",
    "journey",
    "scores",
    "workers",
    "areas",
    "actions",
    "keep",
    "call",
    "helped",
    "view",
    "outcome",
    "lead",
    "next",
    "finish",
    "plan so far",
    "read back",
)
ROOM = with_more(FAMILY, attendance=(attended("mum"), attended("dad"), attended("lead")))


def shown(family: Family, step: str, at: str = "m1") -> str:
    parts = facing(family, at, PACK, step, today=TODAY)
    return "\n".join(line for part in parts for line in (part.heading, *part.lines))


def everywhere(family: Family, at: str = "m1") -> str:
    return "\n".join(shown(family, step, at) for step in STEPS)


def test_the_read_back_holds_the_whole_plan_and_asks_whether_it_sounds_right() -> None:
    family = with_more(
        replace(
            ROOM,
            meetings=(
                replace(ROOM.meetings[0], next_meeting=NextMeeting(on=TODAY, time="13:30", place="Hall")),
            ),
        ),
        lines=(said("good_at", "we laugh a lot", by="mum"), said("present", "The damp is gone", by="mum")),
        priorities=(Priority(id="p", meeting="m1", area="home", life_when="the walls are dry"),),
        actions=(
            replace(action("Ring housing", "lead"), helpers=("mum", "officer")),
            action("Ask the school", "officer", status="not_yet_asked"),
        ),
    )
    told = shown(family, "finish")
    for words in (
        "The damp is gone",
        "we laugh a lot (Rosa)",
        "Our home: “the walls are dry”",
        "Ann Bell with Rosa and Ed Fry, by Wednesday 1 April: Ring housing",
        "Ed Fry, not asked yet, by Wednesday 1 April: Ask the school",
        "Monday 1 June 2026, 1.30pm, today",
        "Does this sound right?",
    ):
        assert words in told


def test_the_turned_screen_hides_addresses_and_every_way_to_reach_somebody() -> None:
    hidden = Household(
        id="h2", household="B", lines=("9 Quarry Lane",), postcode="ZZ99 9ZZ", hidden_from=("mum",)
    )
    dad = replace(FAMILY.people[1], phone="01632 960 777", hidden_from=("mum",))
    family = with_more(
        replace(ROOM, people=(FAMILY.people[0], dad, *FAMILY.people[2:])),
        households=(hidden,),
        lines=(
            said("present", "He lives at 9 Quarry Lane now", by="dad"),
            said("present", "Ring 01632 960777"),
        ),
        actions=(action("Post it to ZZ99 9ZZ", "lead"),),
    )
    for words in ("Quarry", "960", "ZZ99", "Alder"):
        assert words not in everywhere(family)


def test_nothing_of_a_meeting_kept_apart_from_somebody_here_is_shown() -> None:
    family = with_more(
        replace(ROOM, meetings=(meeting(1, apart=("dad",)), meeting(2))),
        attendance=(attended("mum", at="m2"), attended("dad", at="m2")),
        lines=(said("change", "I want to feel safe", at="m1", by="mum"),),
        actions=(action("See the adviser", "mum", at="m1"),),
    )
    told = everywhere(family, at="m2")
    assert "I want to feel safe" not in told
    assert "See the adviser" not in told


@settings(max_examples=50, deadline=None)
@given(
    level=st.sampled_from(["named", "chair_and_agency", "safeguarding"]),
    to=st.lists(st.sampled_from(["mum", "dad", "lead", "teacher"]), max_size=3, unique=True),
    step=st.sampled_from(STEPS),
)
def test_nothing_restricted_reaches_the_turned_screen(level: Level, to: list[str], step: str) -> None:
    kept = Visibility(level=level, to=tuple(to) if level == "named" else None)
    family = with_more(
        ROOM,
        lines=(
            replace(said("present", "SENTINEL story", by="mum"), visibility=kept),
            replace(said("change", "SENTINEL change", by="dad"), visibility=kept),
        ),
        actions=(action("SENTINEL action", "lead", visibility=kept),),
        contributions=(
            Contribution(id="c", meeting="m1", by="lead", visibility=kept, worry="SENTINEL worry"),
        ),
        child_words=(
            ChildWords(
                id="w", meeting="m1", who="ivy", words="SENTINEL words", how="drawing", visibility=kept
            ),
        ),
        scores=(Score(id="s", meeting="m1", area="safety", person="mum", value=2, note="SENTINEL note"),),
    )
    assert "SENTINEL" not in shown(family, step)


@pytest.mark.parametrize("step", ["story", "actions", "children", "workers"])
def test_what_is_for_everyone_is_shown(step: str) -> None:
    family = with_more(
        ROOM,
        lines=(said("present", "SEEN", by="mum"),),
        actions=(action("SEEN", "lead"),),
        contributions=(
            Contribution(id="c", meeting="m1", by="lead", visibility=FOR_THE_FAMILY, working="SEEN"),
        ),
        child_words=(
            ChildWords(
                id="w", meeting="m1", who="ivy", words="SEEN", how="drawing", visibility=FOR_THE_FAMILY
            ),
        ),
    )
    assert "SEEN" in shown(family, step)


def test_news_of_an_action_told_where_somebody_here_was_kept_apart_is_not_shown() -> None:
    apart = meeting(2, apart=("dad",))
    family = with_more(
        replace(ROOM, meetings=(*ROOM.meetings, apart, meeting(3, outcome=None))),
        actions=(action("Ring housing", "mum"), action("Find a bed", "mum", after_closing=True)),
        updates=(
            Update(id="u1", action="Ring housing", status="under_way", meeting="m2", due=date(2026, 12, 9)),
            Update(id="u2", action="Find a bed", status="done", meeting="m2"),
        ),
        attendance=(attended("mum", at="m3"), attended("dad", at="m3")),
    )
    assert "9 December" not in everywhere(family, "m3")
    assert "Find a bed" in shown(family, "outcome", "m3")
    without_dad = replace(meeting(3, outcome=None), separate_from=("dad",))
    with_mum = replace(family, meetings=(*family.meetings[:2], without_dad))
    with_mum = replace(with_mum, attendance=(attended("mum", at="m3"),))
    assert "9 December" in everywhere(with_mum, "m3")


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.builds(
            Update,
            id=st.uuids().map(str),
            action=st.sampled_from(["Ring", "Walk"]),
            status=st.sampled_from(get_args(ActionStatus)),
            meeting=st.just("m2"),
            position=st.integers(0, 9),
            due=st.none() | st.dates(date(2026, 4, 2), date(2026, 12, 9)),
            reassigned_to=st.sampled_from([None, "mum", "officer"]),
            note=st.sampled_from([None, "it was hard"]),
        ),
        max_size=5,
    )
)
def test_no_news_of_a_meeting_kept_apart_from_somebody_here_changes_what_is_shown(news: list[Update]) -> None:
    plain = with_more(
        replace(
            ROOM,
            meetings=(
                *ROOM.meetings,
                meeting(2, apart=("dad",)),
                replace(meeting(3, outcome=None), going_to="close"),
            ),
        ),
        actions=(action("Ring", "mum"), action("Walk", "gran", after_closing=True)),
        attendance=(attended("mum", at="m3"), attended("dad", at="m3")),
    )
    with_news = replace(plain, updates=tuple(news))
    for step in (*STEPS, "review", "last time"):
        assert shown(with_news, step, "m3") == shown(plain, step, "m3")


def test_a_name_is_shown_only_as_everybody_here_may_know_it() -> None:
    born = FamilyChange(
        id="n", meeting="m2", person="bun", event="born", on=FIRST, first_name="Wren", last_name="Haven"
    )
    words = ChildWords(
        id="w", meeting="m3", who="bun", words="Ba", how="in meeting", visibility=FOR_THE_FAMILY
    )
    family = with_more(
        replace(ROOM, meetings=(*ROOM.meetings, meeting(2, apart=("dad",)), meeting(3, outcome=None))),
        people=(person("bun", "Baby", "Pell", "unborn baby", "unborn"),),
        family_changes=(born,),
        child_words=(words,),
        attendance=(attended("mum", at="m3"), attended("dad", at="m3")),
    )
    assert "“Ba” Baby" in shown(family, "children", "m3")
    assert [each.called for each in people_now(family)][-1] == "Baby"
    assert [each.words for each in what_has_happened(family)] == ["Baby was born"]
    two = replace(
        family,
        people=(*family.people, replace(person("aunt", "Rosa", "Hale", "aunt"), hidden_from=("dad",))),
        family_changes=(),
        child_words=(replace(words, who="aunt"),),
    )
    assert "“Ba” Rosa (aunt)" in shown(two, "children", "m3")


def test_news_of_a_worker_who_is_away_is_told() -> None:
    news = Contribution(
        id="n", meeting="m1", by="officer", visibility=FOR_THE_FAMILY, text="The damp is being done"
    )
    assert "Ed Fry, news: The damp is being done" in shown(with_more(ROOM, contributions=(news,)), "workers")
