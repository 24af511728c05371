from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from db.file import open_file
from db.store import Store
from eymeeting.clock import Clock
from eymeeting.domain.family import Change
from eymeeting.domain.pack_reading import read_pack
from eymeeting.domain.settings import Settings
from eymeeting.opening import copies_folder, default_database
from eymeeting.packs import shipped_text
from eymeeting.packs.held import as_held

Ask = Callable[..., Any]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def words_of(path: Path) -> str:
    document = docx.Document(str(path))
    told = [paragraph.text for paragraph in document.paragraphs]
    told += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(told)


def points_of(path: str) -> float:
    [half_points] = docx.Document(path).styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
    return int(half_points) / 2


def test_standard_output_is_the_absolute_path_alone_and_the_file_opens(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask("copy", "HB-104", "--for", "p1", "--out", "papers")
    made = tmp_path / "papers" / "family-plan-HB-104-2026-11-22-p1.docx"
    assert answer == (0, f"{made}\n", "")
    assert "What will happen next" in words_of(made)


def test_nothing_is_overwritten(ask: Ask, tmp_path: Path) -> None:
    wanted = ("copy", "HB-097", "--for", "p1", "--out", tmp_path / "papers")
    first = Path(ask(*wanted).out.strip())
    kept = first.read_bytes()
    second = Path(ask(*wanted).out.strip())
    assert second.name == f"{first.stem}-2.docx"
    assert first.read_bytes() == kept
    assert names_in(tmp_path / "papers") == sorted([first.name, second.name])


def test_an_adult_gets_the_family_plan_unasked_and_asked(ask: Ask, tmp_path: Path) -> None:
    for kind in ((), ("--kind", "family")):
        answer = ask("copy", "HB-104", "--for", "p3", "--out", tmp_path / "papers", *kind)
        assert Path(answer.out.strip()).name.startswith("family-plan-HB-104")


def test_the_chair_gets_the_full_record(ask: Ask, tmp_path: Path) -> None:
    answer = ask("copy", "HB-104", "--for", "w1", "--kind", "record", "--out", tmp_path / "papers")
    assert names_in(tmp_path / "papers") == ["full-record-HB-104-2026-11-22-w1.docx"]
    assert answer.err == ""


@pytest.mark.parametrize(
    ("reader", "kind"),
    [
        *[("p1", kind) for kind in ("child", "agency", "record")],
        *[("c1", kind) for kind in ("family", "agency", "record")],
        *[("w2", kind) for kind in ("family", "child", "record")],
        ("w1", "family"),
    ],
)
def test_other_pairings_are_refused(reader: str, kind: str, ask: Ask, tmp_path: Path) -> None:
    answer = ask("copy", "HB-104", "--for", reader, "--kind", kind, "--out", tmp_path / "papers")
    assert answer.status == 1
    assert not (tmp_path / "papers").exists()


@pytest.mark.parametrize("kind", [(), ("--kind", "agency")])
def test_a_worker_gets_the_list_of_what_they_took_on(kind: tuple[str, ...], ask: Ask, tmp_path: Path) -> None:
    answer = ask("copy", "HB-104", "--for", "w1", "--out", tmp_path / "papers", *kind)
    assert Path(answer.out.strip()).name == "actions-HB-104-2026-11-22-w1.docx"


@pytest.mark.parametrize("kind", [(), ("--kind", "child")])
def test_a_child_gets_a_page_of_their_own(kind: tuple[str, ...], ask: Ask, tmp_path: Path) -> None:
    answer = ask("copy", "HB-104", "--for", "c1", *kind, "--out", tmp_path / "papers")
    assert names_in(tmp_path / "papers") == ["my-page-HB-104-2026-11-22-c1.docx"]
    assert "Who you can talk to" in words_of(Path(answer.out.strip()))


def test_somebody_who_did_not_chair_has_no_full_record(ask: Ask, tmp_path: Path) -> None:
    answer = ask("copy", "HB-097", "--for", "w2", "--kind", "record", "--out", tmp_path / "papers")
    assert answer.status == 1
    assert "only for the chair" in answer.err
    assert not (tmp_path / "papers").exists()


def test_nobody_gets_a_copy_for_a_baby_who_is_not_born(ask: Ask, tmp_path: Path) -> None:
    answer = ask("copy", "KEY-05", "--for", "c2", "--out", tmp_path / "papers")
    assert answer.status == 1
    assert answer.err == "There is no copy for a baby who is not born yet. Nothing was written.\n"
    assert not (tmp_path / "papers").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("HB-999", "--for", "p1"), "There is no family HB-999."),
        (("HB-104", "--for", "p9"), "Nobody in family HB-104 has the id “p9”."),
        (("HB-104", "--for", "p1", "--meeting", "9"), "This family has no meeting with that number."),
        (("HB-104", "--for", "p1", "--meeting", "0"), "This family has no meeting with that number."),
        (("HB-104", "--for", "p1", "--meeting=-1"), "This family has no meeting with that number."),
        (("HB-104", "--for", "w1", "--kind", "record", "--meeting", "9"), "no meeting with that number."),
        (("HB-088", "--for", "p2", "--meeting", "1"), "There is no copy of this meeting for this reader."),
        (("HB-088", "--for", "p1", "--meeting", "2"), "There is no copy of this meeting for this reader."),
        (("HB-109", "--for", "p1"), "There is no meeting yet"),
        (("KEY-06", "--for", "p1"), "Nobody in family KEY-06"),
        (
            ("HB-104", "--for", "p1", "--without", "phones,names"),
            "“names” cannot be left out, only worried, phones or helpers. Nothing was written.",
        ),
        (
            ("HB-104", "--for", "w1", "--without", "phones"),
            "Only a plan can go home without something. Nothing was written.",
        ),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_written(
    asked: tuple[str, ...], said: str, ask: Ask, tmp_path: Path
) -> None:
    answer = ask("copy", *asked, "--out", tmp_path / "papers")
    assert answer.status == 1
    assert said in answer.err
    assert not (tmp_path / "papers").exists()


def test_a_meeting_kept_apart_is_passed_over(ask: Ask, tmp_path: Path) -> None:
    ask("copy", "HB-088", "--for", "p1", "--out", tmp_path / "papers")
    ask("copy", "HB-088", "--for", "p2", "--out", tmp_path / "papers")
    assert names_in(tmp_path / "papers") == [
        "family-plan-HB-088-2026-11-03-p1.docx",
        "family-plan-HB-088-2026-11-06-p2.docx",
    ]


def test_a_meeting_can_be_named_as_it_stood_at_its_end(ask: Ask, tmp_path: Path) -> None:
    ask("copy", "HB-092", "--for", "p2", "--meeting", "1", "--out", tmp_path / "papers")
    assert names_in(tmp_path / "papers") == ["family-plan-HB-092-2026-09-10-p2.docx"]


@pytest.mark.parametrize(
    ("ref", "reader", "points", "remark"),
    [
        ("HB-104", "p2", 18, ""),
        ("HB-092", "p1", 18, "Read it aloud, too: that is what its reader needs.\n"),
        ("KEY-01", "p2", 13, ""),
    ],
)
def test_the_form_somebody_needs_is_made_without_being_asked_for(
    ref: str, reader: str, points: int, remark: str, ask: Ask, tmp_path: Path
) -> None:
    answer = ask("copy", ref, "--for", reader, "--out", tmp_path / "papers")
    assert (answer.status, answer.err) == (0, remark)
    assert points_of(answer.out.strip()) == points
    standard = ask("copy", ref, "--for", reader, "--out", tmp_path / "papers", "--format", "standard")
    assert points_of(standard.out.strip()) == 12


def test_a_language_that_is_not_kept_is_said_beside_the_path(ask: Ask, tmp_path: Path) -> None:
    assert "nothing is kept for Arabic yet" in ask("copy", "KEY-01", "--for", "c2", "--out", tmp_path).err
    assert ask("copy", "KEY-02", "--for", "p2", "--out", tmp_path).err == ""


def test_a_calendar_file_is_refused_in_a_sentence_where_no_day_is_agreed(ask: Ask, tmp_path: Path) -> None:
    refused = ask("copy", "HB-104", "--for", "p1", "--kind", "calendar", "--out", tmp_path / "papers")
    assert refused.status == 1
    assert "No next meeting is agreed yet" in refused.err
    assert not (tmp_path / "papers").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not take its folders from the environment")
def test_without_a_folder_copies_lie_with_the_documents_by_family_and_day(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    made = Path(ask("copy", "HB-104", "--for", "p1").out.strip())
    assert made.parent == tmp_path / "Documents" / "eymeeting" / "HB-104" / "2026-11-22"
    assert made.is_file()
    before = Path(ask("copy", "HB-097", "--for", "p1", "--kind", "invitation").out.strip())
    assert (before.parent.name, before.name) == ("2026-11-24", "invitation-HB-097-2026-11-24-p1.docx")
    after = Path(ask("copy", "HB-097", "--for", "p1").out.strip())
    assert (after.parent.name, after.name) == ("2026-10-13", "family-plan-HB-097-2026-10-13-p1.docx")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not take its folders from the environment")
@pytest.mark.parametrize("place", ["OneDrive - Council/Documents", "Dropbox", "Library/Mobile Documents/x"])
def test_copies_lie_beside_the_families_where_the_documents_are_synchronised(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / place))
    assert copies_folder({}) == default_database().parent / "copies"
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    assert copies_folder({}) == tmp_path / "Documents" / "eymeeting"
    assert copies_folder({"OneDrive": str(tmp_path)}) == default_database().parent / "copies"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not take its folders from the environment")
@pytest.mark.parametrize("ref", ["../escaped", "/escaped", "..", "C:\\escaped", "ref/1"])
def test_no_reference_leads_out_of_that_folder(
    ref: str, ask: Ask, tmp_path: Path, every_key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    family = json.loads(every_key.read_text("utf-8"))["families"][0] | {"ref": ref}
    file = tmp_path / "odd.json"
    file.write_text(json.dumps({"schema": 1, "families": [family]}), "utf-8")
    assert ask("import", file).status == 0
    made = Path(ask("copy", ref, "--for", "p1").out.strip())
    assert made.resolve().parents[2] == tmp_path / "Documents" / "eymeeting"


def test_the_folder_may_not_be_a_file(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("older", "utf-8")
    assert ask("copy", "HB-104", "--for", "p1", "--out", tmp_path / "papers").status == 1
    assert (tmp_path / "papers").read_text("utf-8") == "older"


def test_a_copy_stands_in_the_name_of_the_organisation_chosen_and_a_pack_that_is_gone_is_told(
    ask: Ask, database: Path, tmp_path: Path
) -> None:
    with closing(open_file(database, {})) as file:
        store = Store(file, Clock().now)
        store.keep_settings(Settings(organisation="Larkfield centre", pack=str(tmp_path / "gone.toml")))
    answer = ask("copy", "HB-104", "--for", "p1", "--out", tmp_path / "papers")
    assert answer.status == 0
    assert docx.Document(answer.out.strip()).core_properties.author == "Larkfield centre"
    assert answer.err.startswith("The council's pack cannot be used, and the app's own stands in for it:")


def test_a_plan_can_go_home_without_the_box_the_numbers_and_the_helpers(ask: Ask, tmp_path: Path) -> None:
    whole, safe = (
        words_of(Path(ask("copy", "HB-104", "--for", "p1", "--out", tmp_path / "papers", *more).out.strip()))
        for more in ((), ("--without", "phones, helpers,worried"))
    )
    assert "If you are worried" in whole
    assert "If you are worried" not in safe
    assert "Amina Farouk" in whole
    assert "Amina Farouk" not in safe
    assert "0800" in whole
    assert "0800" not in safe


def test_an_old_meeting_is_told_in_the_words_it_was_held_under(
    ask: Ask, database: Path, tmp_path: Path
) -> None:
    ours = shipped_text("essex").replace("main helper", "family friend")
    with closing(open_file(database, {})) as file:
        store = Store(file, Clock().now)
        held = as_held(read_pack(ours), ours)
        store.keep_pack(held)
        for meeting in store.family("HB-104").meetings:
            under = replace(meeting, held_under=held.fingerprint)
            store.apply(Change(family="HB-104", before=meeting, after=under), who="w1")
    then = words_of(Path(ask("copy", "HB-104", "--for", "p1", "--out", tmp_path / "papers").out.strip()))
    now = words_of(Path(ask("copy", "HB-097", "--for", "p1", "--out", tmp_path / "papers").out.strip()))
    assert "family friend" in then
    assert "main helper" not in then
    assert "family friend" not in now
