from __future__ import annotations

from pathlib import Path

import pytest

import eymeeting.packs as packs
from eymeeting.domain.settings import Settings
from eymeeting.packs import default_pack, pack_in_use


@pytest.fixture
def councils_pack(tmp_path: Path) -> Path:
    own = Path(packs.__file__).with_name("essex.toml").read_text("utf-8")
    path = tmp_path / "larkshire.toml"
    path.write_text(own.replace("Essex-style family meetings", "Larkshire"), encoding="utf-8")
    return path


def test_without_a_choice_the_apps_own_pack_is_used() -> None:
    in_use = pack_in_use(Settings())
    assert in_use.pack is default_pack()
    assert in_use.problem == ""


def test_the_councils_pack_is_used_with_the_organisation_that_was_chosen(councils_pack: Path) -> None:
    in_use = pack_in_use(Settings(pack=str(councils_pack), organisation="Larkfield centre"))
    assert (in_use.pack.name, in_use.pack.organisation) == ("Larkshire", "Larkfield centre")
    assert in_use.problem == ""


@pytest.mark.parametrize("written", [None, "name = ", "name = 3"])
def test_a_pack_that_is_gone_or_broken_gives_way_to_the_apps_own_and_says_so_in_one_line(
    written: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "pack.toml"
    if written is not None:
        path.write_text(written, encoding="utf-8")
    in_use = pack_in_use(Settings(pack=str(path), organisation="Larkfield centre"))
    assert in_use.pack.name == default_pack().name
    assert in_use.pack.organisation == "Larkfield centre"
    assert in_use.problem.startswith(
        "The council's pack cannot be used, and the app's own stands in for it: "
    )
    assert len(in_use.problem.splitlines()) == 1
