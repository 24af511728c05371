from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from db.file import open_file
from db.interchange import read_families, write_families
from db.store import Store
from exports.copying import make_copy
from eymeeting.demo import demo_families
from eymeeting.domain.facing import facing
from eymeeting.domain.family import Family
from eymeeting.domain.full_record import full_record
from eymeeting.domain.settings import Settings
from eymeeting.packs import SHIPPED, pack_in_use, shipped_pack, shipped_text

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
REF, MUM = "HB-101", "p1"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with closing(Store(open_file(tmp_path_factory.mktemp("file") / "f.sqlite3", {}), lambda: NOW)) as store:
        store.take_in(read_families(demo_families()))
        yield store


def paper_of(family: Family, reader: str, kind: str, chosen: str | None, folder: Path) -> tuple[str, str]:
    """The words of a copy, and the title in its properties."""
    pack = pack_in_use(Settings(pack=chosen)).pack
    made = make_copy(family, reader, kind=kind, folder=folder, now=NOW, pack=pack)
    document = docx.Document(str(made.path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    words = " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    return words.replace("\u00a0", " "), document.core_properties.title.replace("\u00a0", " ")


def test_a_copy_is_in_the_words_of_the_pack_and_what_is_stored_stays(store: Store, tmp_path: Path) -> None:
    before = write_families([store.family(ref) for ref in store.refs()])
    said = {}
    for name in SHIPPED:
        store.keep_settings(Settings(pack=name))
        family = store.family(REF)
        said[name], title = paper_of(family, MUM, "family", store.settings().pack, tmp_path)
        words = shipped_pack(name).words
        assert title.startswith(f"Our {words.plan}, ")
        assert f"Our {words.lead_on_copy}" in said[name]
        assert shipped_pack(name).sentences.sharing[0] in said[name]
        assert shipped_pack(name).step_title("actions") in said[name]
    for name in SHIPPED:
        words = shipped_pack(name).words
        for other in set(SHIPPED) - {name}:
            assert words.plan not in said[other]
            assert words.lead_on_copy not in said[other]
    assert write_families([store.family(ref) for ref in store.refs()]) == before


def test_the_chairs_record_and_the_screen_the_family_reads_are_in_the_words_of_the_pack(store: Store) -> None:
    family = store.family(REF)
    meeting = family.meetings_in_order()[0]
    for name in SHIPPED:
        pack = shipped_pack(name)
        record = full_record(family, meeting.chair, today=NOW.date(), pack=pack, meeting=meeting.number)
        assert record.meeting.startswith(pack.kind(meeting.type).name)
        assert (record.meeting_word, record.agreement_title) == (
            pack.words.meeting,
            pack.step_title("agreement"),
        )
        headings = [
            part.heading
            for step in ("lead", "actions")
            for part in facing(family, meeting.id, pack, step, today=NOW.date())
        ]
        assert headings == [f"Your {pack.words.lead_on_copy}", pack.step_title("actions", meeting.type)]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_pack_in_use_has_the_text_it_was_read_from(name: str, tmp_path: Path) -> None:
    in_use = pack_in_use(Settings(pack=name, organisation="Larkfield centre"))
    assert in_use.text == shipped_text(name)
    assert (in_use.pack.name, in_use.pack.organisation) == (shipped_pack(name).name, "Larkfield centre")
    own = tmp_path / "own.toml"
    own.write_text(shipped_text(name), encoding="utf-8")
    assert pack_in_use(Settings(pack=str(own))).text == shipped_text(name)
    gone = pack_in_use(Settings(pack=str(tmp_path / "gone.toml")))
    assert gone.problem
    assert gone.text == shipped_text("essex")
