from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from made.pells import PACK, TODAY, action, with_more
from openxml_audit import OpenXmlValidator

from exports.copying import make_copy
from exports.owed_list import build_owed_list
from eymeeting.domain.owed import owed_list
from eymeeting.domain.problems import Refused

NOW = datetime(2026, 6, 1, 11, tzinfo=UTC)
PLAN = with_more(
    actions=(
        action("Ring the council & ask", "officer", due=date(2026, 5, 1), how_we_will_know="A date < June"),
        action("See the head", "teacher", helpers=("officer",)),
        action("Walk to school", "mum"),
    )
)


def test_a_worker_s_list_is_one_page_with_their_own_actions_alone(tmp_path: Path) -> None:
    made = make_copy(PLAN, "officer", folder=tmp_path, now=NOW, pack=PACK)
    assert (made.kind, made.path.name) == ("agency", "actions-F-7-2026-06-01-officer.docx")
    paper = docx.Document(str(made.path))
    cells = [
        [cell.text.replace("\u00a0", " ") for cell in row.cells]
        for table in paper.tables
        for row in table.rows
    ]
    assert cells[0] == ["What", "By when", "How we will know"]
    assert cells[1] == ["Ring the council & ask. The date has passed.", "Friday 1 May", "A date < June"]
    assert cells[3][:2] == ["See the head. The date has passed.", "Di Eames and Ed Fry"]
    words = "\n".join(each.text for each in paper.paragraphs)
    assert "Tell the lead professional how it goes: Ann Bell." in words.replace("\u00a0", " ")
    assert "Walk to school" not in words
    assert OpenXmlValidator().validate(str(made.path)).is_valid


def test_how_each_action_stands_is_on_the_list_and_so_is_the_end_of_a_plan() -> None:
    owed = owed_list(PLAN, "officer", today=TODAY, pack=PACK)
    [row] = owed.actions
    waiting = replace(row, due=None, not_done=True, words="the tutor changed", handed_on_by="Di Eames")
    ended = replace(owed, actions=(waiting,), is_the_end=True)
    paper = build_owed_list(ended, NOW)
    what = paper.tables[0].cell(1, 0).text
    assert what == "Ring the council & ask. Not done yet: the tutor changed. Handed on by Di Eames."
    words = [each.text.replace("\u00a0", " ") for each in paper.paragraphs]
    assert "The family's plan ended on 2 March 2026." in words


def test_with_nothing_open_the_list_says_so() -> None:
    owed = owed_list(with_more(), "teacher", today=TODAY, pack=PACK)
    words = [each.text for each in build_owed_list(replace(owed, lead=None), NOW).paragraphs]
    assert "Nothing is open." in words
    assert "Nobody is the family's lead professional yet." in words


def test_a_service_outside_the_agreement_gets_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        make_copy(PLAN, "adviser", folder=tmp_path, now=NOW, pack=PACK)
    assert list(tmp_path.iterdir()) == []
