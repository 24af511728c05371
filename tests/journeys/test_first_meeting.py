from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import NextMeeting
from eymeeting.packs import default_pack, shipped_text
from screens.copies import CopiesScreen
from screens.home import HomeScreen
from screens.widgets.line_editor import LineEditor

PEOPLE = (
    "Folake Adeyemi, mother, 11.3.1994",
    "Daniel Adeyemi, dad, 2/7/90",
    "Remi, child, 29.2.2020",
    "baby, unborn, due 3 may",
    "Grace Holloway, family support worker, Larkfield children's centre",
    "Imran Sheikh, health visitor, Riverside Health Visiting",
    "Joe Marsh, housing officer, Harbour Homes",
    "Sue Best, class teacher, Larkfield Primary",
)
VENUE = "Larkfield, the blue room"


def words_of(path: Path) -> str:
    document = Document(str(path))
    told = [paragraph.text for paragraph in document.paragraphs]
    told += [cell.text for table in document.tables for cell in table._cells]
    return "\n".join(told).replace("\xa0", " ")


def letter_of(chair: Any, row: str) -> str:
    found = re.search(rf"(\w)  \S {re.escape(row)}", chair.words)
    assert found is not None, chair.words
    return found[1]


async def begin(chair: Any) -> None:
    assert "No family yet. F2 adds one." in chair.words
    await chair.keys("<f2>", "Adeyemi", "<enter>", "The Adeyemis", "<enter>")
    for line in PEOPLE:
        await chair.keys(line, "<enter>")
    await chair.keys("<f4>")
    assert "Who is at the keyboard?" in chair.words
    await chair.keys("a", "<enter>", VENUE, "<enter>")
    assert "The Adeyemis · First family meeting · Grace Holloway is typing" in chair.words
    await chair.keys("abcdef", "G", "f")
    assert "sent apologies" in chair.prose


async def agree_to_share(chair: Any) -> None:
    await chair.go_to("agreement")
    await chair.keys("p", "yyl", "the damp", "<enter>", "n", "<enter>", "y")
    assert "yes" in chair.prose
    assert "limited" in chair.prose


async def hear_the_family(chair: Any) -> None:
    await chair.go_to("children")
    await chair.keys("a", "I like “blue” best", "<escape>")
    await chair.go_to("story")
    await chair.keys("We moved here in May", "<ctrl+o>", "a", "<enter>")
    await chair.keys("<tab>", "It is damp in Remi's room")
    before = (chair.field, chair.one(LineEditor, "#present").cursor)
    await chair.keys("<left>", "<left>", "<left>", "<left>")
    await chair.keys("<f2>", "Ring housing about the damp @mar", "<tab>", "fri 11 dec #home ~he has a date")
    assert "Joe Marsh (housing officer) · Friday 11 December, in 19 days · Our home" in chair.prose
    await chair.keys("<enter>")
    assert (chair.field, chair.one(LineEditor, "#present").cursor) == (before[0], before[1] - 4)
    await chair.keys("cold ", "<tab>", "A dry room")
    await chair.go_to("journey")
    await chair.keys("We laugh a lot", "<ctrl+o>", "c", "<tab>", "More sleep", "<tab>", "Quiet nights")
    await chair.keys("<f2>", "+Remi has begun nursery @folake", "<enter>")
    await chair.keys("<f2>", "?Who minds Remi in the spring @daniel", "<enter>")
    await chair.keys("<f2>", '"My bed is cold @remi', "<enter>")


async def score_and_hear_the_helpers(chair: Any) -> None:
    await chair.go_to("scores")
    await chair.keys("7", "6", "8", "2", "-", "5", "0", " ", "9")
    await chair.go_to("workers")
    await chair.keys("b", "Remi is walking", "<tab>", "The damp", "<tab>", "A visit in May", "<escape>")
    await chair.go_to("areas")
    assert "a · Our home 2, Folake" in chair.prose
    await chair.keys("a", "7", "<enter>", "We all sleep dry", "<enter>", "b")
    assert "2 chosen" in chair.prose


async def decide(chair: Any) -> None:
    await chair.go_to("actions")
    await chair.keys("<f2>", "Take Remi to the library @folake @daniel 6w #learning", "<enter>")
    await chair.keys("<f2>", "Call the school nurse @imran tomorrow", "<enter>")
    await chair.keys("<f2>", "Keep a place in the breakfast club @sue in 2 weeks", "<enter>")
    assert "Sue Best has not been asked yet; Grace Holloway will ask" in chair.prose
    await chair.go_to("lead")
    await chair.keys("a", "e", "f")
    await chair.go_to("next")
    await chair.keys("tue 12 jan", "<enter>", *["<backspace>"] * 8, "1.30pm", "<enter>", "<enter>")
    assert "Tuesday 12 January 2027, 1.30pm" in chair.prose


async def finish(chair: Any) -> None:
    await chair.go_to("finish")
    for who in ("Folake (mother)", "Daniel (father)", "Remi (child)"):
        await chair.keys(letter_of(chair, f"How did we hear {who}?"))
        assert "How did we hear them?" in chair.prose
        await chair.keys("a")
    await chair.keys("<f7>")
    assert "Does this sound right?" in chair.words
    await chair.keys("<f7>", "<end>", "<enter>")
    assert "How does this meeting end?" in chair.prose
    await chair.keys("a")
    assert "Ended at" in chair.prose
    await chair.keys("<f9>", "<enter>")
    assert isinstance(chair.app.screen, CopiesScreen)
    await chair.sees("full-record-")
    await chair.keys("<enter>", "<f10>")
    assert isinstance(chair.app.screen, HomeScreen)
    assert "next meeting Tuesday 12 January 2027" in chair.words


def check_who_and_how(family: Family, here: date) -> None:
    assert (family.details.family_name, family.details.chosen_name) == ("Adeyemi", "The Adeyemis")
    assert [person.called for person in family.people] == ["Folake", "Daniel", "Remi", "baby"]
    assert family.people[3].due_date == date(2027, 5, 3)
    [meeting] = family.meetings
    assert (meeting.on, meeting.chair, meeting.recorder) == (here, "w1", None)
    assert (meeting.venue, meeting.outcome, meeting.locked_on) == (VENUE, "carry_on", here)
    assert (meeting.lead_professional, meeting.lead_agreed_by) == ("w1", ("p1", "p2"))
    assert meeting.next_meeting == NextMeeting(on=date(2027, 1, 12), time="13:30", place=VENUE)
    marks = {mark.who: mark.status for mark in family.attendance}
    assert marks == {
        **dict.fromkeys(("p1", "p2", "c1", "w1", "w2", "w3"), "present"),
        "w4": "apologies",
    }
    given = {agreement.id: agreement.by for agreement in family.agreements}
    assert [(given[each.agreement], each.agency, each.answer, each.limit) for each in family.answers] == [
        ("p1", "Larkfield children's centre", "yes", None),
        ("p1", "Riverside Health Visiting", "yes", None),
        ("p1", "Harbour Homes", "limited", "the damp"),
        ("p1", "Larkfield Primary", "no", None),
        ("p2", "Larkfield children's centre", "yes", None),
    ]
    assert all(agreement.told_limits for agreement in family.agreements)
    assert {each.who: each.how for each in family.heard} == dict.fromkeys(("p1", "p2", "c1"), "in_the_room")


def check_what_was_said(family: Family) -> None:
    assert {(line.section, line.text, line.by) for line in family.lines} == {
        ("past", "We moved here in May", "p1"),
        ("present", "It is damp in Remi's cold room", "p1"),
        ("future", "A dry room", "p1"),
        ("good_at", "We laugh a lot", "c1"),
        ("change", "More sleep", "c1"),
        ("life_when", "Quiet nights", "c1"),
        ("good_at", "Remi has begun nursery", "p1"),
        ("change", "Who minds Remi in the spring", "p2"),
    }
    assert [(words.who, words.words, words.heard_by) for words in family.child_words] == [
        ("c1", "I like “blue” best", "w1"),
        ("c1", "My bed is cold", "w1"),
    ]
    assert [(score.area, score.person, score.value) for score in family.scores] == [
        ("money", "p1", 7),
        ("money", "p2", 6),
        ("money", "c1", 8),
        ("home", "p1", 2),
        ("home", "p2", "prefer_not_to_say"),
        ("home", "c1", 5),
        ("relationships", "p1", 10),
        ("relationships", "p2", "not_asked"),
        ("relationships", "c1", 9),
    ]
    assert [(said.by, said.working, said.worry, said.can_offer) for said in family.contributions] == [
        ("w2", "Remi is walking", "The damp", "A visit in May")
    ]
    assert [(each.area, each.life_when, each.hoped_for) for each in family.priorities] == [
        ("home", "We all sleep dry", 7),
        ("money", None, None),
    ]
    assert [(a.text, a.owner, a.helpers, a.due, a.area, a.status) for a in family.actions] == [
        ("Ring housing about the damp", "w3", None, date(2026, 12, 11), "home", "not_started"),
        ("Take Remi to the library", "p1", ("p2",), date(2027, 1, 3), "learning", "not_started"),
        ("Call the school nurse", "w2", None, date(2026, 11, 23), "", "not_started"),
        ("Keep a place in the breakfast club", "w4", None, date(2026, 12, 6), "", "not_yet_asked"),
    ]
    assert family.actions[0].how_we_will_know == "he has a date"


def check_papers(files: dict[str, Path]) -> None:
    assert set(files) == {"p1", "p2", "c1", "w1"}
    told = {who: words_of(path) for who, path in files.items()}
    page = told.pop("c1")
    assert "I like “blue” best" in page
    assert "Ring housing" not in page
    for words in told.values():
        for action, owner, day in (
            ("Ring housing about the damp", "Joe Marsh", "11 December"),
            ("Take Remi to the library", "Folake", "3 January"),
            ("Call the school nurse", "Imran Sheikh", "23 November"),
        ):
            assert action in words
            assert owner in words
            assert day in words
    for words in ("We laugh a lot", "We all sleep dry", "I like “blue” best", "Grace Holloway"):
        assert words in told["p1"]
    assert (
        "These services may see this plan: "
        "Larkfield children's centre, Riverside Health Visiting and Harbour Homes (only the damp)."
    ) in told["p1"]
    assert "These services may see this plan: Larkfield children's centre." in told["p2"]
    assert "Larkfield Primary" not in told["p1"]


async def put_right_afterwards(chair: Any) -> None:
    await chair.keys("<enter>", "a", "g")
    assert "First family meeting, put right" in chair.words
    await chair.go_to("story")
    await chair.keys("<up>", "<end>", " last year", "<tab>", "<f9>")
    await chair.sees("✓ Full record for Grace Holloway")
    await chair.keys("<enter>")
    await chair.sees("full-record-")
    await chair.keys("<enter>", "<f10>")


async def test_a_first_meeting_from_an_empty_file_to_the_plan_in_hand(room: Any, people: Any) -> None:
    room.database.unlink()
    async with room.opened() as chair:
        await begin(chair)
        await agree_to_share(chair)
        await hear_the_family(chair)
        await score_and_hear_the_helpers(chair)
        await decide(chair)
        await finish(chair)
        await chair.keys("<ctrl+q>")
    family = room.family()
    check_who_and_how(family, people.TODAY)
    check_what_was_said(family)
    check_papers(
        {copy.to: room.copies / people.REF / "2026-11-22" / (copy.file_name or "") for copy in family.copies}
    )
    async with room.opened() as chair:
        await put_right_afterwards(chair)
        await chair.keys("<ctrl+q>")
    family = room.family()
    [correction] = family.corrections
    assert (correction.on, correction.by, correction.was) == (people.TODAY, "w1", "We moved here in May")
    assert "We moved here in May last year" in [line.text for line in family.lines]
    [first, second] = [copy.file_name or "" for copy in family.copies if copy.to == "w1"]
    record = words_of(room.copies / people.REF / "2026-11-22" / second)
    assert "We moved here in May last year" in record
    assert "Put right: a line of “Before”" in record
    assert "last year" not in words_of(room.copies / people.REF / "2026-11-22" / first)
    with room.store() as store:
        held = store.pack_held(family.meetings[0].held_under or "")
        assert (held.name, held.text) == (default_pack().name, shipped_text("essex"))
        assert store.broken_trail() is None
        assert store.interrupted() is None
