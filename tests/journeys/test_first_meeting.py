from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from docx import Document

from eymeeting.domain.family import Family
from eymeeting.domain.meeting import NextMeeting
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
)


def words_of(path: Path) -> str:
    document = Document(str(path))
    told = [paragraph.text for paragraph in document.paragraphs]
    told += [cell.text for table in document.tables for cell in table._cells]
    return "\n".join(told).replace("\xa0", " ")


async def begin(chair: Any) -> None:
    assert "No family yet. F2 adds one." in chair.words
    await chair.keys("<f2>", "Adeyemi", "<enter>", "The Adeyemis", "<enter>")
    for line in PEOPLE:
        await chair.keys(line, "<enter>")
    await chair.keys("<f4>")
    assert "Who is at the keyboard?" in chair.words
    await chair.keys("a", "<enter>", "Larkfield, the blue room", "<enter>")
    assert "The Adeyemis · First family meeting · Grace Holloway is typing" in chair.words


async def hear_the_family(chair: Any) -> None:
    await chair.keys("abcde", "f", "<f4>", "yyyp", "<f4>", "a", "I like “blue” best", "<escape>", "<f4>")
    await chair.keys("We moved here in May", "<ctrl+o>", "a", "<enter>")
    await chair.keys("<tab>", "It is damp in Remi's room")
    before = (chair.field, chair.one(LineEditor, "#present").cursor)
    await chair.keys("<left>", "<left>", "<left>", "<left>")
    await chair.keys("<f2>", "Ring housing about the damp @mar", "<tab>", "fri 11 dec #home ~he has a date")
    assert "Joe Marsh (housing officer) · Friday 11 December, in 19 days · Our home" in chair.prose
    await chair.keys("<enter>")
    assert (chair.field, chair.one(LineEditor, "#present").cursor) == (before[0], before[1] - 4)
    await chair.keys("cold ", "<tab>", "A dry room", "<f4>")
    await chair.keys("We laugh a lot", "<ctrl+o>", "c", "<tab>", "More sleep", "<tab>", "Quiet nights")


async def decide(chair: Any) -> None:
    await chair.keys("<f4>")
    await chair.keys("7", "6", "8", "2", "-", "5", "0", " ", "9", "<f4>")
    await chair.keys("b", "Remi is walking", "<tab>", "The damp", "<escape>", "<f4>")
    assert "a · Our home 2, Folake" in chair.prose
    await chair.keys("a", "b", "<f4>")
    await chair.keys("<f2>", "Take Remi to the library @folake @daniel 6w #learning", "<enter>")
    await chair.keys("<f2>", "Call the school nurse @imran tomorrow", "<enter>", "<f4>")
    await chair.keys("a", "d", "e", "<f4>")
    await chair.keys("tue 12 jan", "<enter>", *["<backspace>"] * 8, "1.30pm", "<enter>", "<enter>")
    assert "Tuesday 12 January 2027, 1.30pm" in chair.prose
    await chair.keys("<f4>", "<end>", "<enter>", "a")
    assert "Ended at" in chair.prose


async def give_out(chair: Any) -> None:
    await chair.keys("<f9>")
    assert isinstance(chair.app.screen, CopiesScreen)
    await chair.sees("✓ Full record for Grace Holloway")
    await chair.keys("<enter>", "<f10>")
    assert isinstance(chair.app.screen, HomeScreen)
    assert "next meeting Tuesday 12 January 2027" in chair.words


def check_what_is_kept(family: Family, here: date) -> None:
    assert (family.details.family_name, family.details.chosen_name) == ("Adeyemi", "The Adeyemis")
    assert [person.called for person in family.people] == ["Folake", "Daniel", "Remi", "baby"]
    assert family.people[3].due_date == date(2027, 5, 3)
    assert [worker.agency for worker in family.workers][2] == "Harbour Homes"
    [meeting] = family.meetings
    assert (meeting.on, meeting.chair, meeting.recorder) == (here, "w1", None)
    assert (meeting.venue, meeting.outcome) == ("Larkfield, the blue room", "carry_on")
    assert (meeting.lead_professional, meeting.lead_agreed_by) == ("w1", ("p1", "p2"))
    assert meeting.next_meeting == NextMeeting(
        on=date(2027, 1, 12), time="13:30", place="Larkfield, the blue room"
    )
    assert {mark.who: mark.status for mark in family.attendance} == dict.fromkeys(
        ("p1", "p2", "c1", "w1", "w2", "w3"), "present"
    )
    assert {line.section: (line.text, line.by) for line in family.lines} == {
        "past": ("We moved here in May", "p1"),
        "present": ("It is damp in Remi's cold room", None),
        "future": ("A dry room", None),
        "good_at": ("We laugh a lot", "c1"),
        "change": ("More sleep", None),
        "life_when": ("Quiet nights", None),
    }
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
    assert [(words.who, words.words, words.heard_by) for words in family.child_words] == [
        ("c1", "I like “blue” best", "w1")
    ]
    assert [(said.by, said.working, said.worry) for said in family.contributions] == [
        ("w2", "Remi is walking", "The damp")
    ]
    assert [(answer.agency, answer.answer) for answer in family.answers] == [
        ("Larkfield children's centre", "yes"),
        ("Riverside Health Visiting", "yes"),
        ("Harbour Homes", "yes"),
    ]
    assert {(given.by, given.told_limits) for given in family.agreements} == {("p1", True), ("p2", True)}
    assert [each.area for each in family.priorities] == ["home", "money"]
    assert [(a.text, a.owner, a.helpers, a.due, a.area, a.status) for a in family.actions] == [
        ("Ring housing about the damp", "w3", None, date(2026, 12, 11), "home", "not_started"),
        ("Take Remi to the library", "p1", ("p2",), date(2027, 1, 3), "learning", "not_started"),
        ("Call the school nurse", "w2", None, date(2026, 11, 23), "", "not_started"),
    ]
    assert family.actions[0].how_we_will_know == "he has a date"


async def test_a_first_meeting_from_an_empty_file_to_the_plan_in_hand(room: Any, people: Any) -> None:
    async with room.opened() as chair:
        await begin(chair)
        await hear_the_family(chair)
        await decide(chair)
        await give_out(chair)
        await chair.keys("<ctrl+q>")
    family = room.family()
    check_what_is_kept(family, people.TODAY)
    files = {copy.to: room.copies / people.REF / (copy.file_name or "") for copy in family.copies}
    assert set(files) == {"p1", "p2", "w1"}
    for path in files.values():
        told = words_of(path)
        for action, owner, day in (
            ("Ring housing about the damp", "Joe Marsh", "11 December"),
            ("Take Remi to the library", "Folake", "3 January"),
            ("Call the school nurse", "Imran Sheikh", "23 November"),
        ):
            assert action in told
            assert owner in told
            assert day in told
    assert "We laugh a lot" in words_of(files["p1"])
    assert "These services may see this plan: Larkfield children's centre" in words_of(files["p1"])
    assert "You have not agreed yet who else may see this plan." in words_of(files["p2"])
    with room.store() as store:
        assert store.broken_trail() is None
        assert store.interrupted() is None


async def test_a_meeting_is_left_for_another_day_and_finished_then(room: Any, people: Any) -> None:
    async with room.opened() as chair:
        await begin(chair)
        await chair.keys("ab", *["<f4>"] * 3, "Before the break", "<ctrl+q>")
    async with room.opened() as chair:
        assert "meeting under way" in chair.words
        await chair.keys("<enter>", "b", ", and after", *["<f4>"] * 7)
        await chair.keys("6w", "<enter>", "<f4>", "<end>", "<enter>", "c", "<f10>")
        assert "meeting under way" not in chair.words
    family = room.family()
    assert family.meetings[0].outcome == "close"
    assert [line.text for line in family.lines] == ["Before the break, and after"]


async def test_everything_done_in_a_sitting_can_be_undone(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        before = chair.app.screen.recorder.view.family
        await chair.keys(
            "aab", "<tab>", "Nan, nan", "<enter>", *["<f4>"] * 3, "A line", "<ctrl+o>", "a", "<enter>"
        )
        await chair.keys("B", "<f2>", "Ring @folake fri", "<enter>", "<f4>", "<f4>", "73", "<up>", "4")
        await chair.keys(
            *("<f4>", "<f4>", "ab", "a", "<f4>", "<f4>", "a", "e"),
            *("<f4>", "6w", "<enter>", "<f4>", "<end>", "<enter>", "a"),
        )
        await chair.keys(*["<f8>"] * 25)
        assert "There is nothing to undo in this sitting." in chair.words
        await chair.saved()
    after = room.family()
    assert people.replace(after, step_times=()) == before
