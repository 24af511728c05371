from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eymeeting.domain.people import Household
from screens.family_desk import FamilyDesk
from screens.family_recorder import FamilyRecorder
from screens.form_screen import FormScreen
from screens.forms.form import Form
from screens.forms.household import HouseholdForm
from screens.forms.person import PersonForm
from screens.help import HelpScreen
from screens.home import HomeScreen
from screens.widgets.drawn_rows import DrawnRows

NASTY = "[/] [@click=app.quit]x[/b]"
PHONE = "07700 900123"


@pytest.fixture
def folake(room: Any, people: Any) -> Any:
    """The Adeyemis in the file: Folake has a telephone and an address."""
    family = people.without_start(people.the_adeyemis())
    mother = replace(family.people[0], phone=PHONE, household="A")
    home = Household(id="h1", household="A", lines=("9 Cobbler's Yard",), postcode="", hidden_from=())
    room.hold(replace(family, people=(mother, *family.people[1:]), households=(home,)))
    return room


@asynccontextmanager
async def filling(room: Any, form: Form, start: str = "") -> AsyncIterator[Any]:
    """A form on the screen, as from a family's place."""
    async with room.opened() as chair:
        around = await chair.app.surroundings()
        recorder = FamilyRecorder(chair.app, FamilyDesk(around, around.store.family("EYM-0001"), "w1"))
        chair.open = lambda form, start="": chair.app.push_screen(FormScreen(recorder, form, start=start))
        chair.recorder = recorder
        chair.open(form, start)
        await chair.settled()
        yield chair


def person(room: Any, who: str = "p1") -> Any:
    return room.family().person(who)


async def test_a_form_is_filled_in_row_by_row_without_the_mouse(folake: Any) -> None:
    async with filling(folake, PersonForm("EYM-0001", "p1")) as chair:
        assert "› First name              Folake" in chair.words
        await chair.keys("<down>", "<end>", "-Clarke", "<tab>", "Fola", "<enter>", "she/her", "<up>", "<up>")
        assert "› Last name               Adeyemi-Clarke" in chair.words
        assert "Fola (mother)" in chair.words
        await chair.keys(*["<down>"] * 5, "foster ca", "<right>", "<enter>")
        assert "Who they are            foster carer" in chair.words
        await chair.keys("<down>", "about 30")
        assert "about 1996, about 30 years old" in chair.words
        await chair.keys("<shift+tab>")
        assert "a ✓adult   b  child   c  not born yet" in chair.words
        await chair.keys(" ", "a", "x", "é", "<down>", "<down>", "b", "b", "a")
        assert "Parental responsibility yes" in chair.words
        await chair.keys("<f10>")
        assert isinstance(chair.app.screen, HomeScreen)
    kept = person(folake)
    assert (kept.last_name, kept.preferred_name, kept.pronouns) == ("Adeyemi-Clarke", "Fola", "she/her")
    assert (kept.relationship, kept.kind, kept.dob) == ("foster carer", "adult", date(1996, 1, 1))
    assert (kept.dob_estimated, kept.parental_responsibility) == (True, True)


async def test_what_cannot_be_kept_stays_half_typed_and_comes_back(folake: Any) -> None:
    form = PersonForm("EYM-0001", "p1")
    async with filling(folake, form, "nhs_number") as chair:
        await chair.keys("94347659", "<enter>")
        assert "An NHS number has ten figures; 8 are here." in chair.prose
        assert "› NHS number              94347659" in chair.words
        await chair.keys("<down>")
        assert "94347659 (half typed)" in chair.words
        await chair.keys("<up>", "<left>", "<f10>")
        chair.open(form, "first_name")
        await chair.settled()
        await chair.keys("<end>", "x", "<backspace>", "<down>")
        assert "half typed" not in chair.words.split("Last name")[0]
        await chair.keys("<f10>", "<ctrl+q>")
    async with filling(folake, form, "nhs_number") as chair:
        assert "› NHS number              94347659" in chair.words
        await chair.keys("<end>", "19", "<enter>")
        await chair.saved()
        assert "NHS number              943 476 5919" in chair.words
        assert "half typed" not in chair.words
    assert person(folake).nhs_number == "943 476 5919"


async def test_undo_takes_back_a_row_and_names_it(folake: Any) -> None:
    async with filling(folake, PersonForm("EYM-0001", "p1"), "email") as chair:
        await chair.keys("f@example.org", "<enter>", "<f8>")
        assert "As before: Folake's email." in chair.words
        assert "f@example.org" not in chair.words
        await chair.keys("<f8>")
        assert "There is nothing to undo in this sitting." in chair.words
        await chair.keys("<f10>")
        nan = replace(chair.recorder.view.family.people[0], id="p9", position=9, first_name="Nan")
        chair.recorder.did(chair.recorder.view.change(None, nan))
        chair.open(PersonForm("EYM-0001", "p9"))
        await chair.settled()
        await chair.keys("<f8>")
        assert isinstance(chair.app.screen, HomeScreen)
    assert person(folake).email is None


async def test_how_to_reach_somebody_kept_from_anyone_shows_only_after_a_key(folake: Any) -> None:
    form = PersonForm("EYM-0001", "p1")
    async with filling(folake, form, "hidden_from") as chair:
        assert "F7" not in chair.words
        await chair.keys("a")
        assert "✓Daniel (father)" in chair.words
        assert "Where they live is kept from them too." in chair.words
        await chair.keys("<f10>")
        chair.open(form, "phone")
        await chair.settled()
        assert PHONE not in chair.words
        assert "Daniel" not in chair.words
        assert "Cobbler" not in chair.words
        assert "Kept from somebody. Turn the screen before you show it." in chair.prose
        await chair.keys("123", "<backspace>", "<delete>")
        await chair.paste("456")
        await chair.keys("<down>", "<up>", "<f7>")
        assert f"› Telephone               {PHONE}" in chair.words
        assert "This page now shows how people can be reached." in chair.words
        await chair.keys("<end>", "9", "<down>", "<f7>")
        assert PHONE not in chair.words
        await chair.keys("<f10>")
        chair.open(HouseholdForm("EYM-0001", "h1"), "")
        await chair.settled()
        assert "Cobbler" not in chair.words
        await chair.keys("<f7>")
        assert "9 Cobbler's Yard" in chair.words
    assert person(folake).phone == f"{PHONE}9"


async def test_rows_and_choices_are_clicked_and_keys_are_told(folake: Any) -> None:
    async with filling(folake, PersonForm("EYM-0001", "p1")) as chair:
        rows = chair.one(DrawnRows, "#after")
        at = [row.id for row in rows._rows for _ in range(1 if row.heading is None else 2)].index("kind")
        await chair.pilot.click("#after", offset=(30, at))
        await chair.settled()
        assert "› Adult or child" in chair.words
        await chair.pilot.click("#here-choices", offset=(26 + 13, 0))
        await chair.settled()
        assert "b ✓child" in chair.words
        await chair.keys("<f1>")
        assert isinstance(chair.app.screen, HelpScreen)
        assert "Take the whole of it away" in chair.words
        await chair.keys("<escape>", "<f6>")
        assert isinstance(chair.app.screen, HomeScreen)
    assert person(folake) is None


async def test_a_paste_that_does_not_fit_is_refused_and_any_other_text_stands_as_it_was_typed(
    folake: Any,
) -> None:
    async with filling(folake, PersonForm("EYM-0001", "p1"), "gp") as chair:
        await chair.paste("a" * 201)
        assert "201 characters would be more than fits here. Nothing was added." in chair.prose
        await chair.paste("Dr Hale")
        await chair.keys(*["<up>"] * 40)
        await chair.keys("<down>", "<down>", NASTY, "<down>")
        assert f"   Called                  {NASTY}" in chair.words
        assert f"{NASTY} (mother)" in chair.words
        await chair.keys("<f10>")
    assert person(folake).gp == "Dr Hale"


def no_room(chair: Any) -> Callable[[], None]:
    """Let the file be read only, as on a full disk; what comes back lets it be written again."""
    connection = chair.app._file.connection
    connection.execute("PRAGMA query_only = ON")
    return lambda: connection.execute("PRAGMA query_only = OFF") and None


async def test_a_disk_that_takes_nothing_keeps_the_words_on_the_screen(
    folake: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("HOME", "USERPROFILE", "XDG_DOCUMENTS_DIR", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(elsewhere))
    async with filling(folake, PersonForm("EYM-0001", "p1"), "first_language") as chair:
        make_room = no_room(chair)
        await chair.keys("Yoruba", "<enter>")
        await chair.until(lambda: "Not saved:" in chair.words)
        assert "› First language          Yoruba" in chair.words
        await chair.keys("<down>", "<f10>")
        assert "Yoruba (half typed)" in chair.words
        assert isinstance(chair.app.screen, FormScreen)
        make_room()
        await chair.keys("<up>", "<enter>")
        await chair.saved()
        assert "half typed" not in chair.words
    assert person(folake).first_language == "Yoruba"
