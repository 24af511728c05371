from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made.pells import FAMILY, FIRST

from exports.where_copies_lie import family_folder, file_of_copy, is_changed, meeting_folder, remove_file
from eymeeting.domain.meeting import Copy
from eymeeting.domain.problems import Problem

COPY = Copy(id="c1", meeting="m1", to="mum", how="posted", file_name="family-plan.docx")


def test_copies_lie_by_family_and_by_the_day_people_met(tmp_path: Path) -> None:
    assert meeting_folder(tmp_path, FAMILY, FIRST) == tmp_path / "F-7" / "2026-03-02"


@pytest.mark.parametrize("ref", ["Pell", "Rosa Pell 12", "4 Alder Court"])
def test_a_reference_that_tells_who_they_are_stands_in_no_name_of_a_folder(ref: str, tmp_path: Path) -> None:
    telling = replace(FAMILY, details=replace(FAMILY.details, id=ref))
    folder = family_folder(tmp_path, telling)
    assert folder.parent == tmp_path
    assert not {"pell", "rosa", "alder"} & set(folder.name.casefold().replace("-", " ").split())
    assert folder != family_folder(tmp_path, replace(telling, details=replace(telling.details, id=f"{ref}2")))


@pytest.mark.parametrize("place", ["F-7/2026-03-02", "F-7", "F-7/2026-02-01"])
def test_a_copy_is_found_in_its_day_s_folder_and_wherever_older_ones_were_put(
    place: str, tmp_path: Path
) -> None:
    file = tmp_path / place / "family-plan.docx"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"a plan")
    assert file_of_copy(tmp_path, FAMILY, COPY) == file
    assert file_of_copy(tmp_path, FAMILY, replace(COPY, file_name=f"../{file.name}")) == file


def test_a_file_whose_name_a_newer_copy_took_is_that_copy_s_alone(tmp_path: Path) -> None:
    file = meeting_folder(tmp_path, FAMILY, FIRST) / "family-plan.docx"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"a plan")
    newer = replace(COPY, id="c2", position=1)
    family = replace(FAMILY, copies=(COPY, newer))
    assert file_of_copy(tmp_path, family, COPY) is None
    assert file_of_copy(tmp_path, family, newer) == file


@pytest.mark.parametrize("name", [None, "", "..", "../..", "gone.docx"])
def test_what_is_no_file_of_a_copy_is_not_found(name: str | None, tmp_path: Path) -> None:
    (tmp_path / "F-7" / "2026-03-02").mkdir(parents=True)
    assert file_of_copy(tmp_path, FAMILY, replace(COPY, file_name=name)) is None


def test_a_file_is_changed_once_it_is_not_what_was_made(tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(b"a plan")
    made = replace(COPY, fingerprint=hashlib.sha256(b"a plan").hexdigest())
    assert not is_changed(file, made)
    file.write_bytes(b"a plan, and a line by hand")
    assert is_changed(file, made)
    assert not is_changed(file, COPY)
    with pytest.raises(Problem, match="cannot be read"):
        is_changed(tmp_path / "gone.docx", made)


def test_a_file_goes_with_its_folder_once_that_is_empty(tmp_path: Path) -> None:
    folder = tmp_path / "F-7" / str(date(2026, 3, 2))
    folder.mkdir(parents=True)
    first, second = folder / "one.docx", folder / "two.docx"
    for each in (first, second):
        each.write_bytes(b"a plan")
    remove_file(first)
    assert second.is_file()
    remove_file(second)
    remove_file(second)
    assert not folder.exists()
