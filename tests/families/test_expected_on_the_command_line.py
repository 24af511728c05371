"""What is expected of copies, asked for on the command line: what it says, what it refuses, and the files it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from made import expected
from made.expected import (
    PACK,
    TOLD_IN_CONFIDENCE,
    families,
    kept_from_kelly,
    kept_from_mark,
    kept_from_rana,
    lins_own,
    worker,
    zoes_words,
)
from made.papers import everything_in, found_in, scores_on
from worked_out_once import share_statements, spare_the_disk

from db.interchange import read_families
from eymeeting.cli import run

NOT_AGREED = "The family has not agreed to share with this service, so there is no list for it.\n"


class Answer(NamedTuple):
    """The exit status, what was said, and the files that were made."""

    status: int
    out: str
    err: str
    files: tuple[Path, ...]

    def found(self, *sought: str) -> list[str]:
        """Which of these were said or stand in a file."""
        return found_in("\n".join((self.out, self.err, *map(everything_in, self.files))), sought)


Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A fresh file into which the families were imported."""
    with pytest.MonkeyPatch.context() as patch:
        share_statements(patch)
        spare_the_disk(patch)
        file = tmp_path_factory.mktemp("kept") / "families.sqlite3"
        assert run(["import", str(expected.OVER_TIME)], {"EYMEETING_DATABASE": str(file)}) == 0
        yield file


@pytest.fixture
def ask(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Asks the command line; each answer has a folder of its own."""
    asked: list[Path] = []

    def answer(*arguments: str, today: str = "2026-11-22") -> Answer:
        folder = tmp_path / f"papers {len(asked)}"
        asked.append(folder)
        out = ("--out", str(folder)) if arguments[0] == "copy" else ()
        capsys.readouterr()
        status = run([*arguments, *out], {"EYMEETING_DATABASE": str(database), "EYMEETING_TODAY": today})
        files = tuple(sorted(folder.iterdir())) if folder.exists() else ()
        said = capsys.readouterr()
        return Answer(status, said.out, said.err, files)

    return answer


def copies_of(ask: Ask, ref: str, reader: str) -> list[Answer]:
    """Somebody's copy of how things stand now, and of each meeting there is one of for them."""
    family = families()[ref]
    numbers = [str(each.number) for each in family.meetings if reader not in (each.separate_from or ())]
    made = [
        ask("copy", ref, "--for", reader),
        *(ask("copy", ref, "--for", reader, "--meeting", n) for n in numbers),
    ]
    for each in made:
        assert (each.status, [f"{file}\n" for file in each.files]) == (0, [each.out])
    return made


def found(answers: list[Answer], *sought: str) -> list[str]:
    return [word for each in answers for word in each.found(*sought)]


def nothing_is_made(answer: Answer, status: int = 1) -> bool:
    return (answer.status, answer.out, answer.files) == (status, "", ())


def test_0003_a_copy_without_choosing_a_person_is_refused(ask: Ask) -> None:
    for asked, status in ((("copy", "EYM-0003"), 2), (("copy", "EYM-0003", "--for"), 2)):
        answer = ask(*asked)
        assert nothing_is_made(answer, status)
        assert "--for" in answer.err
    nobody = ask("copy", "EYM-0003", "--for", "")
    assert nothing_is_made(nobody)
    for kind in ("family", "agency", "record"):
        assert nothing_is_made(ask("copy", "EYM-0003", "--kind", kind), 2)
    assert nobody.found(*kept_from_mark(), *kept_from_rana()) == []


def test_0003_marks_copy_holds_nothing_of_ranas_life(ask: Ask) -> None:
    made = copies_of(ask, "EYM-0003", "p2")
    assert found(made, *kept_from_mark(), "Rana") == []
    assert {row[1] for each in made for file in each.files for row in scores_on(file)} == {"Mark"}


def test_0003_ranas_copy_holds_nothing_of_marks_life(ask: Ask) -> None:
    made = copies_of(ask, "EYM-0003", "p1")
    assert found(made, *kept_from_rana(), "Mark") == []
    assert {row[1] for each in made for file in each.files for row in scores_on(file)} == {"Rana"}


def test_0003_what_is_refused_says_nothing_of_the_other_parent(ask: Ask) -> None:
    for reader, meeting, kept in (("p2", "1", kept_from_mark()), ("p1", "2", kept_from_rana())):
        apart = ask("copy", "EYM-0003", "--for", reader, "--meeting", meeting)
        assert nothing_is_made(apart)
        assert apart.err == "There is no copy of this meeting for this reader.\n"
        for kind in ("agency", "record", "child"):
            other = ask("copy", "EYM-0003", "--for", reader, "--kind", kind)
            assert nothing_is_made(other)
            assert other.found(*kept) == []


def test_looking_through_the_file_says_nothing_of_anybody(ask: Ask) -> None:
    answer = ask("check")
    assert answer.status == 0
    said = (*kept_from_mark(), *kept_from_rana(), *kept_from_kelly(), *lins_own(), *TOLD_IN_CONFIDENCE)
    names = (
        each.first_name for ref in ("EYM-0003", "EYM-0005", "EYM-0013") for each in families()[ref].people
    )
    assert answer.found(*said, *names) == []


def test_an_export_says_nothing_holds_the_one_family_and_keeps_who_may_see_what(
    ask: Ask, tmp_path: Path
) -> None:
    file = tmp_path / "out.json"
    for ref in ("EYM-0003", "EYM-0013"):
        answer = ask("export", str(file), "--family", ref)
        assert (answer.status, answer.out, answer.err) == (0, f"1 family written to {file}\n", "")
        (family,) = read_families(file.read_text("utf-8"))
        known = families()[ref]
        assert replace(family, details=replace(family.details, position=known.details.position)) == known


def test_0005_kellys_copy_names_the_carer_by_first_name_only_and_never_mum(ask: Ask) -> None:
    made = copies_of(ask, "EYM-0005", "p2")
    assert found(made, *kept_from_kelly(), "mum", "Maureen, mother") == []
    assert len(found(made, "Maureen, foster carer")) == len(made)


def test_0005_only_the_mother_who_can_sign_has_services_on_her_copy(ask: Ask) -> None:
    assert ask("copy", "EYM-0005", "--for", "p2").found("These services may see this plan")
    assert ask("copy", "EYM-0005", "--for", "p1").found("These services may see this plan") == []


def test_0006_an_empty_postcode_is_taken_in_and_the_copy_made(ask: Ask) -> None:
    assert [home.postcode for home in families()["EYM-0006"].households] == [""]
    assert len(copies_of(ask, "EYM-0006", "p1")) == 3


def test_0007_lins_private_words_and_what_came_of_them_are_in_no_family_copy(ask: Ask) -> None:
    made = [*copies_of(ask, "EYM-0007", "p1"), *copies_of(ask, "EYM-0007", "p2")]
    assert found(made, *lins_own()) == []
    assert found(made, zoes_words())


def test_0007_zoes_page_is_one_of_her_own_words(ask: Ask) -> None:
    made = copies_of(ask, "EYM-0007", "c1")
    assert found(made, *lins_own(), "Lin", "Thandiwe", "Joss") == []
    assert all(each.found(zoes_words(), "Zoë") for each in made)
    assert nothing_is_made(ask("copy", "EYM-0007", "--for", "c1", "--kind", "family"))


def test_0008_the_school_the_family_refused_gets_no_copy_with_the_reason_in_plain_words(ask: Ask) -> None:
    for kind in ((), ("--kind", "agency")):
        answer = ask("copy", "EYM-0008", "--for", "w4", *kind)
        assert nothing_is_made(answer)
        assert answer.err == NOT_AGREED
    assert nothing_is_made(ask("copy", "EYM-0008", "--for", "w4", "--kind", "record"))
    assert found(copies_of(ask, "EYM-0008", "p1"), *_names("w4")) == []


def test_0008_after_21_april_housing_gets_no_copy_and_before_it_did(ask: Ask) -> None:
    before = ask("copy", "EYM-0008", "--for", "w3", today="2026-04-20")
    assert before.status == 0
    assert before.found("Transfer request")
    after = ask("copy", "EYM-0008", "--for", "w3", today="2026-04-22")
    assert nothing_is_made(after)
    assert after.err == NOT_AGREED


def test_0008_a_plan_names_the_services_agreed_on_the_day_it_is_asked_for(ask: Ask) -> None:
    plan = ("copy", "EYM-0008", "--for", "p1", "--meeting", "1")
    assert ask(*plan, today="2026-04-20").found(*_names("w3")) == list(_names("w3"))
    assert ask(*plan, today="2026-04-22").found(*_names("w3")) == []


def _names(who: str) -> tuple[str, str]:
    known = worker("EYM-0008", who)
    return known.name, known.agency


@pytest.mark.parametrize("reader", ["p2", "c1", "p3"])
def test_0013_no_copy_for_luca_abena_or_nonna_holds_what_was_told_in_confidence(
    reader: str, ask: Ask
) -> None:
    made = copies_of(ask, "EYM-0013", reader)
    assert found(made, *TOLD_IN_CONFIDENCE, PACK.area_name("safety")) == []
    assert bool(made[0].found("Joe Marsh (Grace Holloway will ask)")) == (reader != "c1")


def test_0013_what_was_told_in_confidence_is_in_the_chairs_record_alone(ask: Ask) -> None:
    for reader in ("w2", "w3", "w4"):
        assert nothing_is_made(ask("copy", "EYM-0013", "--for", reader, "--kind", "record"))
    assert set(ask("copy", "EYM-0013", "--for", "w1", "--kind", "record").found("forearm")) == {"forearm"}
    lists = [ask("copy", "EYM-0013", "--for", each) for each in ("w1", "w3", "w4")]
    assert [each.status for each in lists] == [0, 0, 0]
    assert found(lists, *TOLD_IN_CONFIDENCE) == []
