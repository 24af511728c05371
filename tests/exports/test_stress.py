"""Meetings that strain a paper, in every kind and form: nothing breaks, and no word is lost.

Six of them in every run; ``EYMEETING_EXAMPLES=500`` tries as many as it says.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Final, get_args

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made.strained import NAMES, STORY, TODAY, WORDS, WORST, Strain, strained
from openxml_audit import OpenXmlValidator

from exports.copy_kinds import KINDS, CopyKind, member_kind
from exports.document_check import faults_of, profile_for
from exports.laid_out import Asked
from exports.leaks import check_nothing_leaks
from exports.paper import Paper, PaperFormat
from exports.spoken import says_nothing
from eymeeting.domain.agenda_paper import agenda_paper
from eymeeting.domain.agreement_form import agreement_form
from eymeeting.domain.child_page import child_page
from eymeeting.domain.easy_copy import easy_copy
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.form_filled_in import filled_in_form
from eymeeting.domain.full_record import full_record
from eymeeting.domain.invitation_paper import invitation_paper
from eymeeting.domain.lead_copy import lead_copy
from eymeeting.domain.owed import owed_list
from eymeeting.domain.problems import Refused
from eymeeting.domain.score_cards import score_card
from eymeeting.domain.text import clean_text
from eymeeting.domain.text_to_paste import text_to_paste
from eymeeting.domain.update_slip import update_slip
from eymeeting.packs import default_pack

PACK = default_pack()
NOW = datetime.combine(TODAY, time(15), UTC)
EXAMPLES = int(os.environ.get("EYMEETING_EXAMPLES", "6"))
FORMS: Final[tuple[PaperFormat, ...]] = get_args(PaperFormat)

CUTS: Final[Mapping[CopyKind, Callable[..., Any]]] = {
    "family": family_copy,
    "child": child_page,
    "agency": owed_list,
    "record": full_record,
    "lead": lead_copy,
    "invitation": invitation_paper,
    "agenda": agenda_paper,
    "agreement_form": agreement_form,
    "update_slip": update_slip,
    "form": filled_in_form,
    "score_cards": score_card,
    "text": text_to_paste,
}
NEVER_PRINTED: Final = frozenset(
    {"must_not_hold", "left_out_by_kind", "remarks", "organisation", "kind", "type", "id", "answer"}
    | {"time", "start", "until", "at", "meeting_word", "plan_word", "lead_word", "to_do", "chart"}
    | {"sentences", "areas", "bands", "scale", "standing", "sharing"}
    | {"restricted_for", "journey_title", "agreement_title"}
)
"""Codes, times that are told as people say them, and words of the pack."""

NOT_ASKED: Final = "not asked"
"""Left out with its column where it would stand in every row."""

NOT_ON: Final[Mapping[CopyKind, frozenset[str]]] = {
    "agency": frozenset({"lead"}),
    "invitation": frozenset({"family_name", "called", "asked_by"}),
    "agenda": frozenset({"place", "asked_by"}),
    "update_slip": frozenset({"place", "called", "asked_by", "who", "how_we_will_know"}),
}
"""What a kind of paper has for another sentence than its own, or for one reader of several."""

texts = st.one_of(st.sampled_from(WORDS), st.text(max_size=60).filter(lambda text: bool(lines_in(text))))
names = st.one_of(st.sampled_from(NAMES), st.text(max_size=20).filter(lambda text: bool(lines_in(text))))
strains = st.builds(
    Strain,
    adults=st.integers(1, 8),
    children=st.integers(0, 4),
    services=st.integers(1, 12),
    actions=st.integers(0, 25),
    story=st.sampled_from(["", STORY]),
    lines=st.integers(0, 3),
    score=st.sampled_from([None, "not_asked", "prefer_not_to_say", 1, 10]),
    areas=st.integers(0, 11),
    confirmed=st.booleans(),
    words=st.lists(texts, min_size=1, max_size=8),
    names=st.lists(names, min_size=1, max_size=5),
)


def laid_out(family: Family, reader: str, kind: CopyKind, form: PaperFormat) -> bytes | None:
    """The finished file, searched and checked; nothing where there is none for this reader."""
    asked = Asked(family=family, reader=reader, today=TODAY, made_at=NOW, pack=PACK, paper=Paper(format=form))
    try:
        laid = KINDS[kind].lay_out(asked)
    except Refused:
        return None
    content = laid.content()
    check_nothing_leaks(content, laid.must_not_hold)
    if KINDS[kind].ending == ".docx":
        assert docx.Document(io.BytesIO(content)).paragraphs
        assert faults_of(content, profile_for(kind, form)) == ()
    return content


def lost(family: Family, reader: str, kind: CopyKind, form: PaperFormat, content: bytes) -> list[str]:
    """Every line of the reader's cut that does not stand on the paper, spaces and capitals apart."""
    if kind not in CUTS:
        return []
    cut = CUTS[kind](family, reader, today=TODAY, pack=PACK)
    if (kind, form) == ("family", "easyread"):
        cut = easy_copy(family, reader, today=TODAY, pack=PACK).copy
    there = squeezed(words_on(content))
    lines = (line for text in told(cut, NEVER_PRINTED | NOT_ON.get(kind, set())) for line in lines_in(text))
    return [line for line in lines if squeezed(line).strip(".-–—•*·●○▪") not in there and line != NOT_ASKED]


def told(part: object, without: frozenset[str]) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from told(each, without)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in without:
                yield from told(getattr(part, field.name), without)


def lines_in(text: str) -> list[str]:
    return [line for line in clean_text(text).splitlines() if not says_nothing(line)]


def squeezed(text: str) -> str:
    return "".join(clean_text(text).split()).casefold()


def words_on(content: bytes) -> str:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [parse_xml(package.read(each)) for each in package.namelist() if is_text(each)]
    return " ".join(each.text or "" for part in parts for each in part.iter(qn("w:t")))


def is_text(name: str) -> bool:
    return name.startswith(("word/document", "word/header", "word/footer"))


def readers(family: Family, kind: CopyKind) -> list[str]:
    everybody = [each.id for each in (*family.people, *family.workers)]
    return [each for each in everybody if member_kind(family, each) in KINDS[kind].readers]


@pytest.fixture(scope="module")
def worst() -> Family:
    return strained(WORST, PACK)


@pytest.mark.parametrize("form", ["standard", "large"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_worst_meeting_loses_no_word_and_makes_a_sound_file(
    kind: CopyKind, form: PaperFormat, worst: Family, tmp_path: Path
) -> None:
    reader = next(each for each in ("w0", "a1", "k0") if each in readers(worst, kind))
    content = laid_out(worst, reader, kind, form)
    assert content is not None
    assert lost(worst, reader, kind, form, content) == []
    if form == "standard" and KINDS[kind].ending == ".docx":
        file = tmp_path / "paper.docx"
        file.write_bytes(content)
        assert OpenXmlValidator().validate(str(file)).errors == []


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(strains, st.data())
def test_no_meeting_is_too_much_for_a_paper(strain: Strain, data: st.DataObject) -> None:
    family = strained(strain, PACK)
    for kind in data.draw(st.lists(st.sampled_from(list(KINDS)), min_size=1, max_size=3, unique=True)):
        form = data.draw(st.sampled_from(FORMS))
        for reader in readers(family, kind)[:1]:
            content = laid_out(family, reader, kind, form)
            assert content is None or lost(family, reader, kind, form, content) == []
