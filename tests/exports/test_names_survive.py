from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from made.pells import FAMILY, PACK, TODAY, attended

from db.file import open_file
from db.store import Store
from exports.copying import make_copy
from exports.file_names import safe_file_name
from eymeeting.domain.family import Change
from eymeeting.domain.introductions import read_introduction

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


def test_a_name_typed_letter_by_letter_survives_the_file_word_and_a_file_name(tmp_path: Path) -> None:
    typed = unicodedata.normalize("NFD", "Hồng Nguyễn, aunt")
    told = read_introduction(typed, FAMILY, PACK, TODAY)
    assert told.member is not None
    file = open_file(tmp_path / "families.sqlite3", {})
    store = Store(file, lambda: NOW)
    store.take_in([FAMILY])
    for entry in (told.member, attended(told.member.id)):
        store.apply(Change(family=FAMILY.ref, before=None, after=entry), who="lead")
    family = store.family(FAMILY.ref)
    file.close()
    assert "Hồng Nguyễn" in [person.full_name for person in family.people]
    made = make_copy(family, told.member.id, folder=tmp_path / "copies", now=NOW, pack=PACK)
    words = "\n".join(paragraph.text for paragraph in Document(str(made.path)).paragraphs)
    assert "Hồng Nguyễn, aunt" in words
    assert words == unicodedata.normalize("NFC", words)
    assert safe_file_name(unicodedata.normalize("NFD", "Nguyễn")) == "Nguyễn"
