from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from openxml_audit import OpenXmlValidator

from exports.family_copy import build_family_copy
from exports.files import save_copy
from eymeeting.domain.copies import Change, FamilyCopy, PlannedAction
from eymeeting.domain.problems import Refused

Read = Callable[[FamilyCopy], Any]


@pytest.fixture
def read(reopened: Callable[[Document], Any], made_at: datetime) -> Read:
    return lambda copy: reopened(build_family_copy(copy, made_at))


def test_what_is_needed_most_comes_first(read: Read, usual_copy: FamilyCopy) -> None:
    assert read(usual_copy).headings == [
        "Our family plan: Team Lime Tree",
        "What we did",
        "What will happen next",
        "What is going well",
        "What we want to change",
        "If you are worried",
        "What Alfie said",
        "Where we are on the scale",
        "Who was there",
        "If you change your mind",
    ]


def test_the_family_finds_its_helper_and_its_next_meeting_at_the_top(
    read: Read, usual_copy: FamilyCopy
) -> None:
    assert read(usual_copy).lines[1:4] == [
        "We made this plan together on 24 November 2026 at Fernbank Children's Centre.",
        "Our main helper: Mina Costa, family support worker. Phone 01632 960 141.",
        "Our next meeting: Tuesday 12 January 2027, 1.30pm, the Garden Room.",
    ]


def test_each_action_is_a_row_that_says_who_by_when_and_how_we_will_know(
    read: Read, usual_copy: FamilyCopy
) -> None:
    actions = read(usual_copy).tables[0]
    assert actions[0] == ["What", "Who", "By when", "How we will know"]
    assert actions[2] == [
        "Lights out at 8pm, with one story",
        "Orla and Sam",
        "Tuesday 1 December",
        "Kit sleeps in his own bed four nights a week.",
    ]
    assert actions[3][0] == "Ask housing to look at the damp in the boys' room. Moved from 20 November."
    assert actions[4][0] == "Meet Alfie at the gate and give him a calm start. Part of this is done."
    assert actions[5] == [
        "Tell us about the playgroup in the church hall",
        "Health visitor (Mina Costa will ask)",
        "Friday 8 January 2027",
        "–",
    ]


def test_where_nobody_said_how_we_will_know_there_is_no_such_column(
    read: Read, usual_copy: FamilyCopy
) -> None:
    action = PlannedAction(what="Ring the landlord", who="", due=None)
    assert read(replace(usual_copy, actions=(action,))).tables[0] == [
        ["What", "Who", "By when"],
        ["Ring the landlord", "not yet agreed", "no date yet"],
    ]


def test_scores_stand_as_numbers_with_whose_they_are(read: Read, usual_copy: FamilyCopy) -> None:
    paper = read(usual_copy)
    assert paper.under("Where we are on the scale") == [usual_copy.scale]
    assert paper.tables[1][:4] == [
        ["Part of life", "Who", "Last time", "Now", "We hope for"],
        ["Money", "Orla", "2", "4", "7"],
        ["Money", "Sam", "3", "3", "8"],
        ["Money", "Grandad Joe", "not asked", "5", "7"],
    ]


def test_a_score_column_that_holds_nothing_is_left_out(read: Read, usual_copy: FamilyCopy) -> None:
    first = tuple(replace(row, last_time="not asked", hoped_for="") for row in usual_copy.scores)
    assert read(replace(usual_copy, scores=first)).tables[1][0] == ["Part of life", "Who", "Now"]


def test_a_childs_words_stand_as_they_were_said_with_whose_they_are(
    read: Read, usual_copy: FamilyCopy
) -> None:
    assert read(usual_copy).under("What Alfie said") == ["Alfie: “I like it when Dad walks me”"]
    two = replace(usual_copy, child_words=(*usual_copy.child_words, ("Kit", "Trains!")))
    assert read(two).under("What the children said")[1] == "Kit: “Trains!”"


def test_who_was_there_is_told_in_three_lines(read: Read, usual_copy: FamilyCopy) -> None:
    assert read(usual_copy).under("Who was there") == [
        "Family: Orla, mother; Sam, father; Alfie, child (for 20 minutes); Grandad Joe, grandfather.",
        (
            "Helpers: Mina Costa, family support worker; Tess Amadi, class teacher; "
            "Ann Lowe, health visitor; Bev Harper, nursery manager."
        ),
        "Could not come: Ray Dunne, housing officer (sent a note).",
    ]


def test_the_services_that_may_see_the_plan_are_named(read: Read, usual_copy: FamilyCopy) -> None:
    [seen_by, *sentences] = read(usual_copy).under("If you change your mind")
    assert seen_by == (
        "These services may see this plan: Lime Tree Primary School, the health visiting team "
        f"and the housing team. {usual_copy.sharing[0]}"
    )
    assert tuple(sentences) == usual_copy.sharing[1:]


def test_the_chosen_areas_come_with_how_life_will_be(read: Read, usual_copy: FamilyCopy) -> None:
    assert read(usual_copy).under("What we want to change") == [
        "Money: We know what we owe and the calls stop",
        "Bedtimes and sleep: Kit sleeps in his own bed",
        "Getting on together",
        "In our words: Fewer rows in the mornings. A door that shuts on the boys' room.",
        "How life will be when it has happened: We laugh more. The mornings are calm.",
    ]


def test_how_life_will_be_is_not_told_a_second_time_beside_its_area(
    read: Read, usual_copy: FamilyCopy
) -> None:
    told = "We know what comes in and what goes out"
    copy = replace(
        usual_copy, changes=(Change(area="Money", life_when=told),), life_when=(told, "We eat out once")
    )
    lines = read(copy).lines
    assert [line for line in lines if told in line] == [f"Money: {told}"]
    assert any("We eat out once" in line for line in lines)


def test_many_wishes_are_a_list(read: Read, usual_copy: FamilyCopy) -> None:
    wishes = ("One", "Two", "Three", "Four")
    copy = replace(usual_copy, changes=(Change(area="Money"),), wanted=wishes, life_when=())
    assert read(copy).under("What we want to change") == ["Money", "In our words:", *wishes]
    assert read(replace(copy, changes=())).under("What we want to change") == list(wishes)


def test_what_was_done_is_told_and_an_empty_list_of_actions_is_good_news_then(
    read: Read, usual_copy: FamilyCopy
) -> None:
    paper = read(replace(usual_copy, actions=()))
    assert paper.under("What will happen next") == ["Nothing is left to do."]
    assert paper.under("What we did") == [
        "Kit had his two-year check (Orla)",
        "Filled in the form for a nursery place (Mina Costa)",
    ]


def test_a_plan_of_a_review_without_a_meeting_does_not_say_that_people_met(
    read: Read, bare_copy: FamilyCopy
) -> None:
    paper = read(replace(bare_copy, is_without_a_meeting=True, place="Larkfield centre"))
    assert "We put this plan together on 24 November 2026, without a meeting." in paper.lines
    assert not any("Larkfield" in line for line in paper.lines)


def test_a_plan_with_nearly_nothing_in_it_still_reads_well(read: Read, bare_copy: FamilyCopy) -> None:
    paper = read(bare_copy)
    assert paper.tables == []
    assert paper.lines == [
        "Our family plan",
        "We made this plan together on 24 November 2026.",
        "We have not agreed who our main helper is yet.",
        "We have not planned another meeting.",
        "What is going well",
        "We have not written anything here yet.",
        "What we want to change",
        "We have not chosen anything yet.",
        "What will happen next",
        "We have not agreed any actions yet.",
        "Who was there",
        "Nobody is written down here.",
        "If you change your mind",
        "You have not agreed yet who else may see this plan.",
    ]


def test_every_page_says_whose_plan_it_is_and_for_whom_it_was_made(
    read: Read, usual_copy: FamilyCopy, bare_copy: FamilyCopy
) -> None:
    def head_and_foot(copy: FamilyCopy) -> tuple[str, str]:
        [section] = read(copy).document.sections
        return section.header.paragraphs[0].text, section.footer.paragraphs[0].text.replace("\u00a0", " ")

    foot = "Our family plan, 24 November 2026 – page 1 of 1"
    assert head_and_foot(usual_copy) == ("Private. This plan belongs to Team Lime Tree. Copy for Orla.", foot)
    assert head_and_foot(bare_copy) == ("Private. This plan belongs to Orla.", foot)


def test_the_title_that_windows_show_names_nobody(read: Read, usual_copy: FamilyCopy) -> None:
    properties = read(usual_copy).document.core_properties
    assert properties.title.replace("\u00a0", " ") == "Our family plan, 24 November 2026"
    assert properties.author == "Fernbank Children's Centre"


@pytest.mark.parametrize("kind", ["usual_copy", "bare_copy", "long_copy"])
def test_word_opens_every_copy(
    kind: str, request: pytest.FixtureRequest, made_at: datetime, tmp_path: Path
) -> None:
    copy: FamilyCopy = request.getfixturevalue(kind)
    document = build_family_copy(copy, made_at)
    path = save_copy(document, tmp_path, "plan.docx", must_not_hold=copy.must_not_hold)
    assert OpenXmlValidator().validate(path).errors == []


def test_a_copy_with_what_its_reader_must_not_see_is_not_saved(
    usual_copy: FamilyCopy, made_at: datetime, tmp_path: Path
) -> None:
    action = PlannedAction(what="Post it to 22 Ferry Lane", who="Sam", due=date(2026, 12, 1))
    document = build_family_copy(replace(usual_copy, actions=(action,)), made_at)
    with pytest.raises(Refused):
        save_copy(document, tmp_path, "plan.docx", must_not_hold=usual_copy.must_not_hold)
    assert list(tmp_path.iterdir()) == []
