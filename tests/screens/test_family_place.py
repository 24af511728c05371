from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from eymeeting.domain.actions import Action
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.meeting import Stopped
from eymeeting.domain.people import Household
from screens.covered import CoveredScreen
from screens.family import FamilyScreen
from screens.form_screen import FormScreen
from screens.home import HomeScreen
from screens.meeting import MeetingScreen
from screens.picker import Picker


def action(key: str, text: str) -> Action:
    return Action(
        id=key,
        meeting="m1",
        text=text,
        owner="w3",
        due=date(2026, 11, 20),
        area="home",
        status="not_started",
        visibility=FOR_THE_FAMILY,
    )


async def test_a_call_an_update_and_another_day_are_five_keys_away(room: Any, people: Any) -> None:
    family = people.the_adeyemis(action("a1", "Ring about the damp"))
    room.hold(replace(family, meetings=(replace(family.meetings[0], outcome="carry_on"),)))
    async with room.opened() as chair:
        await chair.keys("<f3>", "a")
        assert isinstance(chair.app.screen, FamilyScreen)
        assert "Grace Holloway is typing" in chair.words
        assert "1 open, 1 past the day" in chair.prose

        await chair.keys("<f5>", "Folake says the surveyor came", "<enter>", "b", "<f10>")
        assert "Calls and visits the last today" in chair.prose

        await chair.keys("a")
        assert isinstance(chair.app.screen, Picker)
        await chair.keys("a", "e", "<down>", "He rang back", "<f10>")
        assert "none open for everyone" in chair.prose
        await chair.keys("a")
        assert "done · Joe Marsh" in chair.prose
        await chair.keys("<escape>", "c")
        assert "b Sunday 22 November: visit Folake says the surve…" in chair.prose
        await chair.keys("<escape>", "b", "tue 12 jan", "<enter>", "2pm", "<enter>")
        assert "Tuesday 12 January 2027" in chair.prose
        for _ in range(2):
            await chair.keys(*["<up>"] * 20, *["<down>"] * 20)
            lowest = chair.words.split("› Joe Bell")[1]
            assert "a  asked   b  coming" in lowest
        await chair.keys("<f10>")
        assert "Tuesday 12 January 2027, 2pm" in chair.prose
        await chair.saved()
    family = room.family()
    (contact,) = family.contacts
    assert (contact.text, contact.how, contact.by) == ("Folake says the surveyor came", "visit", "w1")
    (update,) = family.updates
    assert (update.status, update.note, update.on, update.meeting) == (
        "done",
        "He rang back",
        room.clock.today(),
        None,
    )
    planned = family.meetings[-1]
    assert (planned.on, planned.start, planned.outcome, planned.type) == (
        date(2027, 1, 12),
        "14:00",
        None,
        "taf_review",
    )
    assert len(family.meetings) == 2


async def test_a_call_that_is_for_others_and_a_call_of_ones_own(room: Any, people: Any) -> None:
    calls = (
        Contact(id="c1", on=date(2026, 11, 3), by="w2", how="letter", text="SENTINEL"),
        Contact(id="c2", on=date(2026, 11, 4), by="w3", how="visit", text="about the damp"),
    )
    room.hold(people.the_adeyemis(*calls))
    async with room.opened() as chair:
        await chair.keys("<f3>", "c", "c")
        assert "Wednesday 4 November: visit" in chair.prose
        assert "3 November" not in chair.prose


async def test_where_everybody_has_moved_on_somebody_new_has_to_sit_down_first(
    room: Any, people: Any
) -> None:
    family = people.the_adeyemis()
    gone = tuple(replace(worker, active=False) for worker in family.workers)
    room.hold(replace(family, workers=gone, meetings=(replace(family.meetings[0], outcome="close"),)))
    async with room.opened() as chair:
        await chair.keys("<f3>", "g")
        assert "Add whoever is at the keyboard first" in chair.prose
        await chair.keys("Sam Oak, midwife, NHS", "<enter>", "<f2>", "g", "<enter>")
        assert isinstance(chair.app.screen, MeetingScreen)
        assert "Sam Oak is typing" in chair.words


async def test_people_are_added_in_a_line_and_every_step_is_undone_by_name(room: Any, people: Any) -> None:
    room.hold(people.the_adeyemis())
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "<f2>", "Nan Bea, nan", "<enter>", "Sam Oak, midwife, NHS", "<enter>")
        assert "Nan" in chair.prose
        await chair.keys("half ty", "<f10>", "<f3>")
        assert "half ty" in chair.prose
        await chair.keys("<f2>", *["<backspace>"] * 7, "<f2>", "f", "<down>", "The Ades", "<f10>")
        await chair.keys("<f8>")
        assert "As before: something about the family" in chair.prose or "As before: " in chair.prose
        await chair.keys("<f10>")
        assert isinstance(chair.app.screen, HomeScreen)
    family = room.family()
    assert [person.first_name for person in family.people][-1] == "Nan"
    assert family.workers[-1].name == "Sam Oak"
    assert family.details.chosen_name == "The Adeyemis"


async def test_a_planned_meeting_is_prepared_and_begun_on_its_day(room: Any, people: Any) -> None:
    room.hold(people.without_start(people.the_adeyemis()))
    async with room.opened() as chair:
        await chair.keys("<f3>", "a", "b", "tomorrow", "<enter>", "<f10>", "<f4>")
        assert "This meeting is planned for Monday 23 November, tomorrow." in chair.prose
        await chair.keys("b")
        assert isinstance(chair.app.screen, MeetingScreen)
        await chair.keys("<f10>", "<f3>", "<f4>", "a")
        assert isinstance(chair.app.screen, MeetingScreen)
        await chair.keys("<f10>")
    (meeting,) = room.family().meetings
    assert (meeting.on, meeting.planned_start) == (room.clock.today(), "10:00")
    assert meeting.chair == "w1"


async def test_a_broken_off_meeting_is_gone_on_with_and_nothing_is_typed_again(
    room: Any, people: Any
) -> None:
    room.cut_short(people.the_adeyemis(*people.present("p1", "w1")), "story")
    async with room.opened((100, 40)) as chair:
        await chair.keys("<enter>", "The mould came back", *["<f4>"] * 8)
        assert "How does this meeting end?" in chair.words
        await chair.keys("<end>", "<enter>", "f", "Teo was poorly", "<enter>", "<f10>")
        await chair.keys("<f3>", "<f4>", "<enter>", "<enter>", "<f4>", "<f4>", "<f4>")
        assert isinstance(chair.app.screen, MeetingScreen)
        assert "The mould came back" in chair.prose
        await chair.keys("<f10>")
    first, second = room.family().meetings
    assert first.outcome == "adjourned"
    assert isinstance(first.stopped, Stopped)
    assert first.stopped.why == "Teo was poorly"
    assert (second.resumes, second.type) == (1, "taf_first")


async def test_one_key_covers_everything_and_never_ends_an_edit(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        for key in ("<f12>", "<ctrl+d>"):
            await chair.keys("Half a wo", key)
            assert isinstance(chair.app.screen, CoveredScreen)
            for words in ("Half", "Adeyemi", "Grace", "Saved"):
                assert words not in chair.words
            await chair.keys("x", key, "rd ")
            assert "Half a word" in chair.words
        await chair.keys("<f2>", "Ring ho", "<f12>", "<enter>", "using", "<f12>", "<f12>")
        assert "Ring housing" in chair.words
        await chair.keys("<f2>", "<f7>", "<f12>")
        assert isinstance(chair.app.screen, CoveredScreen)
        await chair.keys("<f12>", "<f7>")
        await chair.keys("<ctrl+p>", "<pagedown>", "<f12>", "<ctrl+p>")
        assert "Covered" in chair.words
        await chair.keys("<f12>", "<escape>")
        await chair.saved()
    (line,) = room.family().lines
    assert line.text == "Half a word Half a word "


async def test_the_screen_is_turned_to_the_family_at_any_step(room: Any, people: Any) -> None:
    family = people.the_adeyemis(*people.present("p1", "w1"), action("a1", "Ring about the damp"))
    async with room.meeting(family, "story") as chair:
        await chair.keys("We are tired", "<f7>")
        assert "We are tired" in chair.prose
        assert "Type here" not in chair.words
        await chair.keys("<f4>")
        assert "Joe Marsh, by Friday 20 November: Ring about the damp" in chair.prose
        await chair.keys("<f4>")
        assert "Does this sound right?" in chair.prose
        await chair.keys("<f7>", " today")
        assert "We are tired today" in chair.prose


async def test_a_form_is_left_open_by_a_family_nobody_helps_yet(room: Any, people: Any) -> None:
    room.hold(replace(people.without_start(people.the_adeyemis()), workers=()))
    async with room.opened() as chair:
        await chair.keys("<f3>", "<f5>")
        assert "Add whoever is at the keyboard first: name, job, service." in chair.prose
        await chair.keys("Grace, midwife, NHS", "<enter>", "<f2>", "<f5>", "a")
        assert isinstance(chair.app.screen, FormScreen)


async def test_a_finished_meeting_is_backed_up_and_put_right_with_a_dated_correction(
    room: Any, people: Any
) -> None:
    room.cut_short(people.the_adeyemis(*people.present("p1", "w1")), "story")
    backups = room.database.parent / "backups"
    async with room.opened() as chair:
        await chair.keys("<enter>", "Leo is out of work", *["<f4>"] * 8, "<end>", "<enter>", "a", "<f10>")
        assert isinstance(chair.app.screen, HomeScreen)
        await chair.until(lambda: any("after-meeting" in each.name for each in backups.glob("*")))
        await chair.keys("<f3>", "g")
        assert "put right" in chair.prose
        while chair.field != "past":
            await chair.keys("<f3>")
        await chair.keys("<up>", "<end>", "!", "<f10>")
    family = room.family()
    (meeting,) = family.meetings
    assert (meeting.outcome, meeting.locked_by, meeting.locked_on) == ("carry_on", "w1", room.clock.today())
    assert [line.text for line in family.lines] == ["Leo is out of work!"]
    (correction,) = family.corrections
    assert (correction.was, correction.by, correction.on) == (
        "Leo is out of work",
        "w1",
        room.clock.today(),
    )


async def test_a_word_leads_to_its_line_and_a_home_is_told_without_its_address(
    room: Any, people: Any
) -> None:
    family = people.without_start(people.the_adeyemis())
    home = Household(
        id="h1",
        household="A",
        lines=("9 Cobbler's Yard",),
        postcode="",
        hidden_from=("p2",),
        since=date(2026, 3, 1),
    )
    mother = replace(family.people[0], household="A")
    room.hold(replace(family, people=(mother, *family.people[1:]), households=(home,)))
    async with room.opened((80, 40)) as chair:
        await chair.keys("<ctrl+p>", "address", "<enter>")
        await chair.sees("In the family's place, under Where")
        await chair.keys("<f3>", "a", "<ctrl+p>", "address", "<enter>")
        await chair.until(lambda: "Home A since Sunday 1 March" in chair.prose)
        assert not [words for words in ("Cobbler", "kept") if words in chair.words]
        await chair.keys("<enter>")
        assert "› Home                    A" in chair.words
        assert "Cobbler" not in chair.words
        await chair.keys("<escape>", "g", "<f3>")
        assert "Home A · Folake" in chair.words
        await chair.keys("<escape>")
        assert "Folake (mother)" in chair.words
