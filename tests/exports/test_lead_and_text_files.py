from __future__ import annotations

from datetime import datetime
from pathlib import Path

import docx
import pytest
from made.pells import FAMILY, PACK, action, agreed, attended, said, with_more
from openxml_audit import OpenXmlValidator

from exports.copying import make_copy
from eymeeting.domain.problems import Refused

NOW = datetime(2026, 6, 1, 11)  # noqa: DTZ001
HOSTILE = 'Say <b>hi</b> & go "home" – O\'Brien’s łódź 🚌 مرحبا 中文 {{ x }} [bold]'
PLAN = with_more(
    FAMILY,
    attendance=(attended("mum"),),
    actions=(action(HOSTILE, "officer"), action("Walk\x0b to school " * 30, "mum")),
    lines=(said("good_at", HOSTILE, by="mum"),),
)


@pytest.mark.parametrize("form", ["standard", "large"])
def test_the_lead_s_copy_is_whole_and_marked_in_any_form(form: str, tmp_path: Path) -> None:
    made = make_copy(PLAN, "lead", kind="lead", folder=tmp_path, now=NOW, pack=PACK, format=form)
    assert made.path.name == "lead-copy-F-7-2026-03-02-lead.docx"
    assert OpenXmlValidator().validate(str(made.path)).is_valid
    paper = docx.Document(str(made.path))
    assert paper.sections[0].header.paragraphs[0].text == PACK.markings.full_record
    told = [each.text for each in paper.paragraphs]
    told += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    whole = "\n".join(told).replace("\u00a0", " ")
    assert whole.count(HOSTILE) == 2
    assert whole.count("Walk to school") == 30
    assert "Any other service" in whole


def test_no_copy_is_left_where_the_family_did_not_agree(tmp_path: Path) -> None:
    given, answers = agreed("mum", 1, Centre="no")
    refused = with_more(PLAN, agreements=(given,), answers=answers)
    with pytest.raises(Refused, match="has not agreed"):
        make_copy(refused, "lead", kind="lead", folder=tmp_path, now=NOW, pack=PACK)
    assert list(tmp_path.iterdir()) == []


def test_the_text_is_plain_utf_8_with_the_line_ends_of_windows(tmp_path: Path) -> None:
    made = make_copy(PLAN, "lead", kind="text", folder=tmp_path, now=NOW, pack=PACK)
    assert made.path.name == "text-to-paste-F-7-2026-03-02-lead.txt"
    content = made.path.read_bytes()
    assert content.startswith(b"Family reference: F-7\r\n")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert f"Action 1: {HOSTILE}. Who: Ed Fry." in content.decode()
