"""Over panels made up by Hypothesis: while one family is open nothing of any other is there, nor in its papers.

A few in every run; ``EYMEETING_EXAMPLES=1000`` tries as many as it says.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from made.at_a_panel import TODAY, AtThePanel, panels, whose_words
from textual.screen import ModalScreen

from eymeeting.domain.agency_panel_list import agencies_with_actions, agency_panel_list
from eymeeting.domain.reference_only import listed_as
from eymeeting.domain.tell_list import tell_list
from eymeeting.packs import default_pack
from screens.covered import CoveredScreen
from screens.panel.item import ItemScreen
from screens.panel.papers import make_papers
from screens.paused import PausedScreen
from screens.widgets.row_form import RowForm

PACK = default_pack()
NOW = datetime.combine(TODAY, time(15), UTC)


def examples(usual: int) -> settings:
    many = int(os.environ.get("EYMEETING_EXAMPLES", usual))
    return settings(
        max_examples=many,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
    )


def texts_of(path: Path) -> Iterator[str]:
    """Every part of a paper as it stands and without its tags, and its name."""
    yield path.name
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        for each in package.namelist():
            part = package.read(each).decode("utf-8", "ignore")
            yield part
            yield re.sub("<[^>]*>", "", part)


@examples(10)
@given(panels())
def test_no_paper_of_one_family_holds_a_word_of_another_and_no_list_tells_who_they_are(
    here: AtThePanel,
) -> None:
    with TemporaryDirectory() as folder:
        made = make_papers(here.panel, here.pairs, Path(folder), NOW, PACK)
        for path in Path(folder).rglob("*.docx"):
            found = whose_words(texts_of(path))
            if path.parent != made.folder:
                assert found <= {here.letter(path.parent.parent.name)}, path.name
            else:
                words = " ".join(texts_of(path)).casefold()
                assert not [each for each in who_they_are(here) if each in words], path.name
        assert not [each for each in made.not_made if "would have shown" in each]


def who_they_are(here: AtThePanel) -> Iterator[str]:
    """Every name of every family, and how to find it."""
    for family in here.families:
        for person in family.people:
            parts = (person.first_name, person.last_name, person.preferred_name, person.phone, person.email)
            yield from (each.casefold() for each in parts if each)
        names = (family.details.family_name, family.details.chosen_name, *family.households[0].lines)
        yield from (each.casefold() for each in names if each)


@examples(10)
@given(panels())
def test_what_a_list_says_beside_a_reference_is_of_that_family(here: AtThePanel) -> None:
    pairs = here.pairs
    letters = {listed_as(family, pairs): here.letter(family.ref) for family in here.families}
    for agency in agencies_with_actions(pairs, today=TODAY, pack=PACK):
        for each in agency_panel_list(pairs, agency, today=TODAY, pack=PACK).families:
            texts = (text for row in each.actions for text in (row.what, row.who, row.how_we_will_know))
            assert whose_words((*texts, each.tells)) <= {letters[each.ref]}
    for row in tell_list(pairs, today=TODAY, pack=PACK).rows:
        assert whose_words((row.who,)) <= {letters[row.ref]}


BESIDE = (
    *(("<f2>",), ("Ask @",), ("<tab>",), (" and @z",), ("<escape>",)),
    *(("<f1>",), ("<escape>",), ("<ctrl+p>",), ("zq",), ("<escape>",)),
    *(("<f5>",), ("<escape>",), ("<f6>",), ("<escape>",), ("<f14>",), ("<enter>",), ("<escape>",)),
    *(("<f7>",), ("<f8>",), ("<f8>", "<f8>", "<f8>"), ("<f12>",), ("<f12>",), ("<f15>",), ("<enter>",)),
)
"""The quick line with its offers, help, the list of acts, who is asked for, undo, the covers, and back each time."""


async def look_round(chair: Any, letter: str) -> None:
    """Go everywhere while a family is open; no word of another is on the screen."""

    async def look(*keys: str) -> None:
        await chair.keys(*keys)
        screen = chair.app.screen
        assert isinstance(screen, ItemScreen | ModalScreen | CoveredScreen | PausedScreen), (keys, screen)
        told = (chair.words, chair.app.title, chair.app.sub_title, screen.title or "", screen.sub_title or "")
        assert whose_words(told) <= {letter}, (keys, chair.words)

    await look("<f8>")
    assert "There is nothing to undo in this sitting." in chair.prose
    last = None
    while last != (last := chair.one(RowForm).row.id):
        await look(*["<down>"] * 4)
    for keys in BESIDE:
        await look(*keys)
    await chair.keys("<f2>", f"Ring zq{letter}bbb @", "<tab>", "<enter>", "<escape>")
    last = None
    while not (row := chair.one(RowForm).row).is_long and row.id != last:
        last = row.id
        await look("<up>")
    await look(f"half zq{letter}bbb typed")


@examples(2)
@given(panels(most=3))
async def test_while_one_family_is_open_no_word_of_another_is_on_the_screen(
    room: Any, blank: Path, here: AtThePanel
) -> None:
    with TemporaryDirectory() as folder:
        place = type(room)(Path(folder), room.seen)
        shutil.copy(blank, place.database)
        with place.store() as store:
            store.take_in(here.families)
            store.keep_panel(here.panel)
        async with place.opened(size=(120, 40)) as chair:
            await chair.keys("<f7>", "<enter>", "<f4>", "a")
            for slot in here.panel.slots:
                await look_round(chair, here.letter(slot.family))
                await chair.keys("<f4>", "<f4>")
        with sqlite3.connect(place.database) as file:
            drafts = file.execute("SELECT place, text FROM draft").fetchall()
        file.close()
        for where, text in drafts:
            assert whose_words((text,)) <= {here.letter(where.partition("/")[0])}, where
