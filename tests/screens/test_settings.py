from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from made.council_papers import letterhead, saved

from eymeeting.domain.settings import Colleague, Settings
from screens.covered import CoveredScreen
from screens.help import HelpScreen
from screens.home import HomeScreen
from screens.new_family import NewFamilyScreen
from screens.picker import Picker
from screens.settings.colleagues_place import ColleaguesPlace
from screens.settings.desk import SetUp
from screens.settings.keys_form import KeysForm
from screens.settings.settings_place import SettingsScreen

GRACE = "Grace Holloway, Family support worker, Larkfield centre"


def kept(room: Any) -> Settings:
    with room.store() as store:
        settings: Settings = store.settings()
    return settings


def colleagues(room: Any) -> tuple[Colleague, ...]:
    with room.store() as store:
        everybody: tuple[Colleague, ...] = store.colleagues()
    return everybody


async def test_what_is_chosen_is_kept_as_it_is_left_and_taken_up_at_once(
    room: Any, people: Any, tmp_path: Path
) -> None:
    (tmp_path / "wrong.toml").write_text("name = 3", encoding="utf-8")
    (tmp_path / "letter.docx").write_bytes(saved(letterhead()))
    room.hold(people.the_adeyemis())
    async with room.opened(covered=True) as chair:
        assert "Adeyemi" not in chair.words
        await chair.keys("<f6>")
        assert isinstance(chair.app.screen, SettingsScreen)
        await chair.keys("c")
        assert "From the next start: Warwickshire-style family support meetings." in chair.prose
        await chair.keys("<down>", f"{tmp_path}/wrong.toml", "<enter>")
        assert chair.field == "here-field"
        assert "wrong.toml" in chair.words
        assert "name" in chair.prose.split("Or its own pack")[1]
        await chair.keys("<down>", "Larkshire County Council", "<enter>", f"{tmp_path}/wrong.toml", "<enter>")
        assert "It is not a Word file (.docx)." in chair.prose
        await chair.keys("<ctrl+u>", f"{tmp_path}/letter.docx", "<enter>")
        assert "From now on copies are on letter.docx." in chair.prose
        await chair.keys("a")
        assert chair.app.theme == "eymeeting-light"
        await chair.keys("<down>", "b", "<down>", str(tmp_path / "Dropbox"), "<enter>")
        assert "synchronised or on a network" in chair.prose
        await chair.saved()
        await chair.keys("<f10>")
        assert isinstance(chair.app.screen, HomeScreen)
        assert "Adeyemi" in chair.words
        await chair.keys("<f6>", *["<down>"] * 4, "c", "<f8>")
        assert chair.app.theme == "eymeeting-light"
        assert "Taken back: the look." in chair.prose
        assert str(tmp_path / "wrong.toml")[:30] in chair.words
        await chair.saved()
    chosen = kept(room)
    assert (chosen.pack, chosen.organisation) == ("warwickshire", "Larkshire County Council")
    assert (chosen.theme, chosen.home_covered, chosen.backups) == ("light", False, None)
    with room.store() as store:
        assert [file.name for file in store.kept_files("paper")] == ["letter.docx"]


async def test_a_colleague_is_added_in_a_line_put_right_and_offered_wherever_somebody_is_new(
    room: Any,
) -> None:
    async with room.opened() as chair:
        await chair.keys("<f6>", "<f3>", "Grace Holloway, family support worker, Larkfield centre", "<enter>")
        await chair.keys("Imran Sheikh, health visitor, Riverside", "<enter>")
        await chair.keys("Half a li")
        await chair.saved()
        await chair.keys("<f8>", "<shift+tab>", "a")
        await chair.keys("<down>", "<down>", "<down>", "01632 960 123", "<enter>", "<f10>")
        assert isinstance(chair.app.screen, ColleaguesPlace)
        assert "Half a li" in chair.words
        assert "Health visitor" not in chair.words
        assert "01632 960 123" in chair.words
        await chair.keys("<f10>", "<f10>", "<f2>", "Adeyemi", "<enter>", "<enter>", "gra", "<tab>", "<enter>")
        assert isinstance(chair.app.screen, NewFamilyScreen)
        await chair.keys("Folake, mum", "<enter>", "gra", "<tab>")
        assert chair.field != "somebody"
        await chair.saved()
        await chair.keys("<f10>", "<f6>", "<f3>", "<shift+tab>", "a", "<f6>")
        assert "Nobody is on the list yet." in chair.words
        await chair.keys("<f8>")
        await chair.saved()
    [grace] = colleagues(room)
    assert (grace.name, grace.role, grace.phone) == (
        "Grace Holloway",
        "Family support worker",
        "01632 960 123",
    )
    [worker] = room.family().workers
    assert (worker.name, worker.agency, worker.phone) == (
        "Grace Holloway",
        "Larkfield centre",
        "01632 960 123",
    )


async def test_an_act_is_given_another_key_which_works_at_once_and_is_shown_everywhere(room: Any) -> None:
    async with room.opened() as chair:
        await chair.keys("<f6>", "<f5>")
        for _ in range(30):
            if "› New family" in chair.words:
                break
            await chair.keys("<down>")
        await chair.keys("<ctrl+u>", "crtl+n", "<enter>")
        assert "There is no key “crtl+n”. Did you mean ctrl+n?" in chair.prose
        await chair.keys("<ctrl+u>", "f3", "<enter>")
        assert "F3 is “Family” already, in: Home. Give that another key first." in chair.prose
        await chair.keys("<ctrl+u>", "F11, ctrl+y", "<enter>", "<f10>", "<f10>")
        assert "F11 New family" in chair.words.splitlines()[-1]
        await chair.keys("<f1>")
        assert "F11, Ctrl+Y Add a family" in " ".join(chair.prose.split())
        await chair.keys("<f1>", "<f2>")
        assert isinstance(chair.app.screen, HomeScreen)
        await chair.keys("<ctrl+y>")
        assert isinstance(chair.app.screen, NewFamilyScreen)
        await chair.saved()
    assert kept(room).keys == {"home.new_family": "f11,ctrl+y"}
    async with room.opened() as chair:
        await chair.keys("<f11>")
        assert isinstance(chair.app.screen, NewFamilyScreen)


async def test_what_was_chosen_before_is_there_at_the_next_start_and_a_pack_that_is_gone_is_told(
    room: Any, people: Any, tmp_path: Path
) -> None:
    room.hold(people.the_adeyemis())
    gone = str(tmp_path / "gone.toml")
    with room.store() as store:
        keys = {"undo": "enter,,", "no.such.act": "f9", "cover": "f11"}
        store.keep_settings(replace(store.settings(), theme="high_contrast", pack=gone, keys=keys))
    async with room.opened() as chair:
        assert chair.app.theme == "eymeeting-high-contrast"
        await chair.sees("The council's pack cannot be used")
        around = await chair.app.surroundings()
        assert around.pack.name == "Essex-style family meetings"
        await chair.keys("<f11>")
        assert "Covered: no name is on the screen." in chair.words
        await chair.keys("<f11>", "<f6>", "<f5>", *["<down>"] * 60, "<ctrl+u>", "<enter>")
        assert "no.such.act" not in chair.words
    assert kept(room).keys == {"undo": "enter,,", "cover": "f11"}


def test_keys_of_an_act_that_is_no_more_can_only_be_let_go() -> None:
    set_up = SetUp(settings=Settings(keys={"form.show_kep": "f9"}))
    refused = KeysForm().read(set_up, "form.show_kep", "f9, f11")
    assert refused.problem == (
        "There is no act “form.show_kep”. Did you mean form.show_kept? Empty the line to let it go."
    )
    assert KeysForm().read(set_up, "form.show_kep", "").after == SetUp()


async def test_f1_tells_what_a_question_and_a_covered_screen_are_for(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "welcome") as chair:
        for keys, kind in (("<f6>", Picker), ("<f12>", CoveredScreen)):
            await chair.keys(keys)
            assert isinstance(chair.app.screen, kind)
            await chair.keys("<f1>")
            assert isinstance(chair.app.screen, HelpScreen)
            assert "Every key, and what this is for" in chair.prose
            await chair.keys("<f1>")
            assert isinstance(chair.app.screen, kind)
            await chair.keys("<escape>" if kind is Picker else "<enter>")


async def test_the_palette_holds_our_own_commands_and_nothing_of_a_family(room: Any, people: Any) -> None:
    async with room.meeting(people.the_adeyemis(), "story") as chair:
        titles = [each.title for each in chair.app.get_system_commands(chair.app.screen)]
        assert "Settings" in titles
        assert "Back up now" in titles
        assert "Write something to do, and come back" in titles
        assert "Look: high contrast" in titles
        assert not [title for title in titles if "screenshot" in title.casefold()]
        assert len(titles) == len(set(titles))
        helps = [each.help for each in chair.app.get_system_commands(chair.app.screen)]
        assert not [words for words in (*titles, *helps) if "Adeyemi" in words or "Folake" in words]
        await chair.keys("<ctrl+p>", "high contrast", "<enter>")
        await chair.until(lambda: chair.app.theme == "eymeeting-high-contrast")
        await chair.keys("<ctrl+p>", "back up now", "<enter>")
        await chair.sees("Backed up:")
    assert kept(room).theme == "high_contrast"
    assert [path.name for path in (room.database.parent / "backups").glob("*by-hand*")]
