from __future__ import annotations

from datetime import date
from typing import Any

from textual.widgets import Input

from screens.home import HomeScreen
from screens.meeting import MeetingScreen
from screens.new_family import NewFamilyScreen
from screens.start import StartScreen
from screens.widgets.draft_input import DraftInput


async def test_a_family_is_typed_in_lines(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f2>", "Adeyemi", "<enter>", "The Adeyemis", "<enter>")
        await chair.keys("Folake Adeyemi, mum, 11.3.94")
        assert "Folake Adeyemi · mother · born Friday 11 March 1994 · family" in chair.prose
        await chair.keys("<enter>", "Grace Holloway, family support worker, Larkfield", "<enter>")
        assert "a Folake (mother)" in chair.prose
        assert "b Grace Holloway Family support worker Larkfield" in chair.prose
        assert chair.one(DraftInput, "#somebody").value == ""
        await chair.saved()
        await chair.keys("<f10>")
        assert "The Adeyemis" in chair.words
        assert "not met yet" in chair.words
    family = room.family()
    assert (family.details.family_name, family.details.chosen_name) == ("Adeyemi", "The Adeyemis")
    assert family.details.opened == room.clock.today()
    assert [person.full_name for person in family.people] == ["Folake Adeyemi"]
    assert [worker.name for worker in family.workers] == ["Grace Holloway"]
    with room.store() as store:
        assert store.broken_trail() is None


async def test_what_a_line_lacks_is_said_and_the_line_stays(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f2>", "Adeyemi", "<enter>", "<enter>", "Folake", "<enter>")
        assert "After a comma, say who they are" in chair.prose
        assert chair.one(DraftInput, "#somebody").value == "Folake"
        await chair.keys(", mum, 30.2.1994", "<enter>")
        assert "There is no 30 February in 1994." in chair.prose
        assert chair.one(DraftInput, "#somebody").value == "Folake, mum, 30.2.1994"
    assert room.family().people == ()


async def test_a_family_needs_a_name_before_anything_else(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f2>", "<tab>", "<tab>", "Folake, mum", "<enter>")
        assert "What do the services call the family? That comes first." in chair.prose
        assert chair.field == "family_name"
        assert chair.one(DraftInput, "#somebody").value == "Folake, mum"
        await chair.keys("<f4>")
        assert isinstance(chair.app.screen, NewFamilyScreen)
        await chair.keys("Adeyemi", "<tab>", "<tab>", "<enter>", "<f10>")
    family = room.family()
    assert (family.details.family_name, family.people[0].first_name) == ("Adeyemi", "Folake")


async def test_a_meeting_needs_somebody_at_the_keyboard(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f2>", "Adeyemi", "<enter>", "<enter>", "Folake, mum", "<enter>", "<f4>")
        assert "Add whoever is at the keyboard first: name, job, service." in chair.prose
        await chair.keys("Wanda, interpreter (Polish), Talk", "<enter>", "<f4>")
        assert "Add whoever is at the keyboard first" in chair.prose
        await chair.keys("Grace, midwife, NHS", "<enter>", "<f4>")
        assert isinstance(chair.app.screen, StartScreen)
        assert "Wanda" not in chair.prose.split("Who is at the keyboard?")[1]
        await chair.keys("<f10>")
        assert isinstance(chair.app.screen, HomeScreen)


async def test_undo_takes_people_back_one_by_one_and_puts_names_back(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f2>", "Adeyemi", "<enter>", "<enter>", "Nan Bea, nan", "<enter>")
        await chair.keys("Sam, midwife, NHS", "<enter>", "<f8>")
        assert "Sam" not in chair.prose
        await chair.keys("<f8>", "<f8>")
        await chair.keys("<tab>", "<tab>", "<end>", "x", "<enter>")
        assert chair.one(DraftInput, "#family_name").value == "Adeyemix"
        await chair.keys("<f8>")
        assert chair.one(DraftInput, "#family_name").value == "Adeyemi"
        await chair.keys("The Adeyemis of Larkfield", "<f10>")
    family = room.family()
    assert family.details.family_name == "Adeyemi"
    assert family.details.chosen_name == "The Adeyemis of Larkfield"
    assert family.people == family.workers == ()


async def test_a_line_half_typed_for_one_family_never_shows_for_another(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f2>", "Adeyemi", "<enter>", "<enter>", "Folake, mo", "<f10>", "<f2>")
        assert "Folake" not in chair.words
        await chair.keys("Marsh", "<enter>", "<f10>")
    assert room.family("EYM-0002").details.family_name == "Marsh"


async def test_a_paste_that_does_not_fit_is_refused_whole(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f2>")
        await chair.paste("a" * 201)
        assert "201 characters would be more than fits here. Nothing was added." in chair.words
        assert chair.one(DraftInput, "#family_name").value == ""
        await chair.paste("b" * 200)
        assert chair.one(DraftInput, "#family_name").value == "b" * 200


async def test_a_new_family_begins_its_first_meeting(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f2>", "Adeyemi", "<enter>", "<enter>", "Grace, midwife, NHS", "<enter>", "<f4>")
        await chair.keys("a", "<enter>", "Hub", "<enter>")
        assert isinstance(chair.app.screen, MeetingScreen)
        assert "Adeyemi · First family meeting · Grace is typing" in chair.prose
        await chair.keys("<ctrl+q>")
    [meeting] = room.family().meetings
    assert (meeting.type, meeting.number, meeting.chair, meeting.recorder) == ("taf_first", 1, "w1", None)
    assert (meeting.venue, meeting.on) == ("Hub", room.clock.today())


async def test_a_wrong_line_is_put_right_from_the_list(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("Adey", "<escape>")
        assert chair.one(Input, "#find").value == ""
        await chair.keys("<f2>", "Adeyemi", "<enter>", "<enter>", "Fola, mum, 11.3.94", "<enter>")
        await chair.keys("Remi, helper, School", "<enter>", "Sam, midwife", "<enter>", "<tab>", "a")
        line = chair.one(DraftInput, "#somebody")
        assert line.value == "Fola, mother, 11 March 1994"
        await chair.keys(*["<backspace>"] * 2, "95", "<enter>", "<tab>", "b")
        await chair.keys(*["<backspace>"] * 30, "Remi, twin", "<enter>", "<tab>", "c", *["<backspace>"] * 20)
        assert "Put it right" not in chair.prose
        await chair.keys("<enter>")
        assert "Taken away. F8 brings them back." in chair.prose
        await chair.keys("<tab>", "a", "<escape>")
        assert line.value == ""
        await chair.keys("<escape>")
        assert isinstance(chair.app.screen, HomeScreen)
    family = room.family()
    assert [(each.id, each.first_name, each.kind) for each in family.people] == [
        ("p1", "Fola", "adult"),
        ("c1", "Remi", "child"),
    ]
    assert family.people[0].dob == date(1995, 3, 11)
    assert family.workers == ()
