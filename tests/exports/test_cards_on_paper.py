from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import get_args

import docx
import pytest
from docx.oxml.ns import qn
from made.pells import FAMILY, PACK, score, with_more
from openxml_audit import OpenXmlValidator

from exports.copying import make_copy
from exports.paper import PaperFormat

NOW = datetime(2026, 6, 1, 11)  # noqa: DTZ001
SCORED = with_more(FAMILY, scores=(score("mum", 2), score("ivy", 3)))


@pytest.mark.parametrize("form", get_args(PaperFormat))
@pytest.mark.parametrize("who", ["mum", "ivy"])
def test_a_card_has_every_joint_area_with_its_numbers_in_every_form(
    who: str, form: PaperFormat, tmp_path: Path
) -> None:
    made = make_copy(SCORED, who, kind="score_cards", folder=tmp_path, now=NOW, pack=PACK, format=form)
    assert made.path.name.startswith("score-card-F-7-2026-03-02-")
    assert OpenXmlValidator().validate(str(made.path)).is_valid
    lines = [
        "".join(words.text or "" for words in each.iter(qn("w:t")))
        for each in docx.Document(str(made.path)).element.body.iter(qn("w:p"))
    ]
    rings = [each for each in lines if each.split() == [str(number) for number in range(1, 11)]]
    areas = PACK.joint_areas()
    assert len(rings) == len(areas)
    names = [each.child_name if who == "ivy" else each.name for each in areas]
    assert [each for each in lines if each in names] == names
    told = "\n".join(lines)
    assert "You may leave any out." in told
    assert "Feeling safe" not in told
    assert ("Brilliant." in told) is (who == "ivy")
