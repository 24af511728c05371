from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from exports.files import save_copy
from exports.full_record import build_full_record
from eymeeting.domain.copies import NextTime
from eymeeting.domain.recorded import FullRecord, RecordedAction, RecordedWords

Read = Callable[[FullRecord], Any]


def said(text: str, who: str = "", visible_to: str = "") -> RecordedWords:
    return RecordedWords(text=text, who=who, visible_to=visible_to)


DAMP = RecordedAction(
    number=1,
    what="Ask housing to look at the damp",
    who="Ray Dunne",
    due="11 December 2026",
    area="Home",
    how_we_will_know="The damp is gone",
    status="under way",
    visible_to="",
)
SLEEP = RecordedAction(
    number=2,
    what="Talk to the GP about sleep",
    who="",
    due="",
    area="Feelings",
    how_we_will_know="",
    status="not started",
    visible_to="only Orla and Ann Lowe",
)
BARE = FullRecord(
    ref="EYM-0042",
    family_name="Lindqvist-Moore",
    meeting="Review, meeting 2",
    on=date(2026, 11, 24),
    marking="OFFICIAL-SENSITIVE [PERSONAL DATA]",
    organisation="Fernbank Children's Centre",
    meeting_word="family meeting",
    agreement_title="Agreement to share",
    journey_title="Our Family Journey",
    details=(("Chair", "Mina Costa"),),
    attendance=(),
    agreement=(),
    last_time=(),
    story=(),
    journey=(),
    child_words=(),
    contributions=(),
    scores=(),
    priorities=(),
    actions=(),
    decisions=(),
    safeguarding=(),
    copies=(),
    sharing=(),
)
USUAL = replace(
    BARE,
    details=(
        ("Date and place", "24 November 2026, 13:30 to 14:20, Garden Room"),
        ("Chair", "Mina Costa, family support worker"),
        ("Lead", "Mina Costa, 01632 960 141"),
    ),
    attendance=(
        ("Orla Lindqvist-Moore", "mother", "Family", "present"),
        ("Alfie Moore", "child, age 7", "Family", "for part of it"),
        ("Mina Costa", "Family support worker", "Fernbank Children's Centre", "present"),
        ("Ray Dunne", "Housing officer", "District council", "apologies, sent an update"),
    ),
    agreement=(
        ("Orla Lindqvist-Moore", "Lime Tree Primary", "yes", "signed, 13 October 2026"),
        ("Orla Lindqvist-Moore", "District council", "yes, limited", "only about the damp"),
    ),
    last_time=(("Find a nursery place", "Bev Harper", "30 October 2026", "done, 12 October"),),
    story=(("Past", (said("We moved here when Kit was born.", "Orla"),)), ("Present", ())),
    journey=(
        ("What we are good at", (said("We eat tea together"), said("Orla rang the landlord", "Mina Costa"))),
        ("What we want to change", (said("Fewer rows", "Sam"),)),
    ),
    child_words=(said("I like it when Dad walks me", "Alfie, told to Tess Amadi"),),
    contributions=(said("The survey is booked", "Ray Dunne", "only Orla and Mina Costa"),),
    worries=(said("Both boys are tired by 11am.", "Tess Amadi"),),
    scores=(
        ("Money", "Orla", "", "2", "4", "7"),
        ("Money", "Sam", "", "not asked", "would rather not say", ""),
    ),
    priorities=("Money", "Getting on together"),
    actions=(DAMP, SLEEP),
    decisions=(("Outcome", "carry on"), ("Discussion", "Sam prefers evenings. Orla does not.")),
    safeguarding=(("Raised by", "Tess Amadi"), ("What", "A bruise on Kit's arm.")),
    copies=(("Orla Lindqvist-Moore", "Family plan", "printed in the room"),),
    sharing=("Shared with the front door without agreement: risk of harm.",),
    next_time=NextTime(on=date(2027, 1, 12), time="13:30", place="Fernbank Children's Centre"),
)
BESIDES = replace(
    USUAL,
    invited=(
        ("Orla Lindqvist-Moore", "10 November 2026, at the door", "coming"),
        ("Sam Moore", "by text", "not coming, on nights"),
    ),
    heard=(("Orla Lindqvist-Moore", "in the room"), ("Kit Moore", "not heard, asleep the whole time")),
    left_open=(("no date", "The nursery is closed until January"),),
    contacts=(
        ("20 November 2026, 16:05", "call, Mina Costa with Orla Lindqvist-Moore", "She asked for a lift", ""),
        ("23 November 2026", "message, Ray Dunne", "The survey is on Friday", "only Orla and Mina Costa"),
    ),
    corrections=(("2 December 2026", "Mina Costa", "by when", "4 December 2026", "a slip at the keyboard"),),
)
LONG = replace(
    USUAL,
    attendance=tuple((f"Worker {number}", "Teacher", "School", "present") for number in range(18)),
    actions=tuple(replace(DAMP, number=number) for number in range(1, 31)),
    story=(("Past", (said("It was a long road.\n- And a hard one.\n\n" * 100, "Orla"),)),),
)


@pytest.fixture
def read(reopened: Callable[[Document], Any], made_at: datetime) -> Read:
    return lambda record: reopened(build_full_record(record, made_at))


def test_the_record_goes_from_who_was_there_to_who_gets_which_copy(read: Read) -> None:
    assert read(USUAL).headings == [
        "Family meeting record",
        "Meeting details",
        "Who was there",
        "Agreement to share",
        "Actions from last time",
        "The family's story",
        "Past",
        "Our Family Journey",
        "What we are good at",
        "What we want to change",
        "What the children said",
        "What helpers said",
        "Worries",
        "Scores",
        "What the family chose to work on",
        "Discussion and decisions",
        "Actions agreed",
        "Next meeting",
        "Who gets which copy",
        "Sharing outside the agreement",
        "Restricted: safeguarding",
        "What was raised",
    ]


def test_the_first_lines_say_which_meeting_it_is_and_for_whom(read: Read) -> None:
    assert read(USUAL).lines[1:3] == [
        "Lindqvist-Moore. Review, meeting 2, Tuesday 24 November 2026.",
        "Full record, kept by the chair. Do not pass it on: every reader has a copy of their own.",
    ]


def test_everything_said_stands_with_who_said_it_and_who_may_see_it(read: Read) -> None:
    paper = read(USUAL)
    assert paper.under("What we are good at") == ["We eat tea together", "Mina Costa: Orla rang the landlord"]
    assert paper.under("What the children said") == [
        "Alfie, told to Tess Amadi: “I like it when Dad walks me”"
    ]
    assert paper.under("What helpers said") == [
        "Ray Dunne: The survey is booked. Who may see this: only Orla and Mina Costa."
    ]
    assert paper.under("Worries") == ["Tess Amadi: Both boys are tired by 11am."]


def test_actions_are_numbered_and_say_what_is_not_yet_agreed(read: Read) -> None:
    [actions] = [table for table in read(USUAL).tables if table[0][0] == "No."]
    assert actions == [
        ["No.", "What", "Who", "By when", "How we will know", "Status"],
        [
            "1",
            "Ask housing to look at the damp.\nPart of life: Home",
            "Ray Dunne",
            "11 December 2026",
            "The damp is gone",
            "under way",
        ],
        [
            "2",
            "Talk to the GP about sleep.\nPart of life: Feelings\nWho may see this: only Orla and Ann Lowe.",
            "nobody yet",
            "no date yet",
            "not yet agreed",
            "not started",
        ],
    ]


def test_attendance_agreement_scores_and_copies_are_tables_of_what_was_kept(read: Read) -> None:
    tables = {tuple(table[0]): table[1:] for table in read(USUAL).tables}
    assert tables["Name", "Role", "Agency", "Attended"] == [list(row) for row in USUAL.attendance]
    assert tables["Who agreed", "Agency", "Answer", "What was said, and when"] == [
        list(row) for row in USUAL.agreement
    ]
    assert tables["Part of life", "Who", "Last time", "Now", "Hoped for"] == [
        ["Money", "Orla", "2", "4", "7"],
        ["Money", "Sam", "not asked", "would rather not say", "–"],
    ]
    assert tables["Who", "Which copy", "How"] == [list(row) for row in USUAL.copies]
    assert tables["Action", "Who", "By when", "Result"] == [list(row) for row in USUAL.last_time]


def test_who_was_asked_how_each_was_heard_and_what_came_after_stand_in_their_places(read: Read) -> None:
    paper = read(BESIDES)
    new = [each for each in paper.headings if each not in read(USUAL).headings]
    assert new == [
        "Who was asked",
        "How each child and parent was heard",
        "Left open when the meeting ended",
        "Between meetings",
        "Put right after the meeting",
    ]
    tables = {tuple(table[0]): table[1:] for table in paper.tables}
    assert tables["Name", "Asked", "Reply"] == [list(row) for row in BESIDES.invited]
    assert tables["Name", "How"] == [list(row) for row in BESIDES.heard]
    assert tables["What", "Why"] == [["no date", "The nursery is closed until January"]]
    assert tables["When", "How, and with whom", "What was said"] == [
        ["20 November 2026, 16:05", "call, Mina Costa with Orla Lindqvist-Moore", "She asked for a lift."],
        [
            "23 November 2026",
            "message, Ray Dunne",
            "The survey is on Friday.\nWho may see this: only Orla and Mina Costa.",
        ],
    ]
    assert tables["When", "By whom", "What", "What it was before", "Why"] == [
        list(row) for row in BESIDES.corrections
    ]


def test_the_marking_stands_on_top_and_at_the_foot_of_every_page(read: Read) -> None:
    [section] = read(USUAL).document.sections
    foot = [each.text.replace("\u00a0", " ") for each in section.footer.paragraphs]
    assert [each.text for each in section.header.paragraphs] == ["OFFICIAL-SENSITIVE [PERSONAL DATA]"]
    assert foot == [
        "OFFICIAL-SENSITIVE [PERSONAL DATA]",
        "Family meeting record EYM-0042, 24 November 2026 – page 1 of 1",
    ]


def test_what_is_restricted_stands_alone_on_the_last_page(read: Read) -> None:
    paper = read(USUAL)
    [opening] = [each for each in paper.paragraphs if each.text == "Restricted: safeguarding"]
    assert opening.paragraph_format.page_break_before
    assert paper.under("Restricted: safeguarding")[0] == "Only for whoever raised it and the chair."
    assert paper.headings[-1] == "What was raised"
    assert paper.tables[-1] == [["About", "Record"], *[list(row) for row in USUAL.safeguarding]]
    before = [line for table in paper.tables[:-1] for row in table for line in row] + paper.lines
    assert not any("bruise" in line for line in before)


def test_where_nothing_is_restricted_there_is_no_such_page(read: Read) -> None:
    assert not any("Restricted" in heading for heading in read(BARE).headings)


def test_a_record_with_nearly_nothing_in_it_says_so(read: Read) -> None:
    paper = read(BARE)
    assert paper.lines[4:] == [
        "Who was there",
        "Nobody is marked as there.",
        "Agreement to share",
        "No agreement about sharing is written down.",
        "What the children said",
        "No child's words are written down.",
        "Scores",
        "Nobody gave a score.",
        "Actions agreed",
        "No actions were agreed.",
        "Next meeting",
        "No other meeting is planned.",
        "Who gets which copy",
        "No copies are written down.",
    ]


def test_a_long_story_keeps_its_lines_and_loses_its_dashes(read: Read) -> None:
    [story] = read(LONG).under("Past")
    assert story.splitlines()[:3] == ["Orla: It was a long road.", "And a hard one.", "It was a long road."]
    assert len(story.splitlines()) == 200


@pytest.mark.parametrize("record", [USUAL, BESIDES, BARE, LONG], ids=["usual", "besides", "bare", "long"])
def test_word_opens_every_record(record: FullRecord, made_at: datetime, tmp_path: Path) -> None:
    path = save_copy(build_full_record(record, made_at), tmp_path, "record.docx")
    assert OpenXmlValidator().validate(path).errors == []


def test_no_two_tables_touch(read: Read) -> None:
    tables = read(USUAL).part("word/document.xml").iter(qn("w:tbl"))
    assert all(table.getnext().tag != qn("w:tbl") for table in tables)


def test_where_nobody_was_asked_before_and_nothing_is_hoped_for_there_are_no_such_columns(read: Read) -> None:
    first = replace(
        USUAL, scores=tuple((area, who, "", "not asked", now, "") for area, who, *_, now, _ in USUAL.scores)
    )
    heads = [table[0] for table in read(first).tables if table[0][0] == "Part of life"]
    assert heads == [["Part of life", "Who", "Now"]]


def test_where_the_plan_ends_the_numbers_go_from_the_start_to_now(read: Read) -> None:
    end = replace(USUAL, scores=(("Money", "Orla", "2", "5", "7", "8"), ("Money", "Sam", "3", "3", "6", "")))
    [table] = [table for table in read(end).tables if table[0][0] == "Part of life"]
    assert table == [
        ["Part of life", "Who", "At the start", "Last time", "Now", "Hoped for"],
        ["Money", "Orla", "2", "5", "7", "8"],
        ["Money", "Sam", "3", "3", "6", "–"],
    ]


def test_a_new_lead_and_what_changed_in_the_family_have_tables_of_their_own(read: Read) -> None:
    leads = (("Bo Carr, Health visitor", "from 2 April 2026", "Rosa", "took over from Ann Bell"),)
    changes = (("Kit", "born, 20 March 2026", "not recorded"),)
    paper = read(replace(USUAL, leads=leads, family_changes=changes))
    tables = {tuple(table[0]): table[1:] for table in paper.tables}
    assert tables["Who", "When", "Agreed by", "What was said and handed over"] == [list(leads[0])]
    assert tables["Who", "What and when", "Noted"] == [list(changes[0])]
    assert "The family's first call" not in read(USUAL).headings
