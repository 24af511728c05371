"""Over families made up by Hypothesis: no form, card, lead's copy or text holds a word that its reader may not have.

Fifteen families in every run; ``EYMEETING_EXAMPLES=1000`` tries as many as it says.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made.families_with_secrets import TODAY, Marked, families_with_secrets
from made.pen import told
from made.who_may_read import Paper, Secret, may_stand

from exports.copy_kinds import KINDS, CopyKind, member_kind
from exports.laid_out import Asked
from exports.leaks import check_nothing_leaks
from eymeeting.domain.family import Family
from eymeeting.domain.problems import Refused
from eymeeting.packs import default_pack

MINE: Final[tuple[CopyKind, ...]] = ("form", "score_cards", "lead", "text")
PACK = default_pack()
NOW = datetime.combine(TODAY, time(15), UTC)
WORD = re.compile(r"zqk[bcdfghjklmnpqrst]{3}|\b0[1-9]:[0-5]\d\b")
EXAMPLES = int(os.environ.get("EYMEETING_EXAMPLES", "15"))


def asked_for(marked: Marked) -> Iterator[tuple[CopyKind, str, int]]:
    """Every one of these papers, for everybody who may ask, of every meeting."""
    for each in (*marked.family.people, *marked.family.workers):
        who = member_kind(marked.family, each.id)
        for kind in (kind for kind in MINE if who in KINDS[kind].readers):
            yield from ((kind, each.id, meeting.number) for meeting in marked.family.meetings)


def words_in(content: bytes) -> set[str]:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return set(WORD.findall(content.decode().casefold()))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [package.read(name).decode("utf-8", "ignore") for name in package.namelist()]
    return {word for part in parts for word in WORD.findall(re.sub("<[^>]*>", "", part).casefold())}


def may_be_there(family: Family, secret: Secret, kind: CopyKind, reader: str, number: int) -> bool:
    meeting = next(each for each in family.meetings if each.number == number)
    if kind == "text":
        return may_stand(family, secret, Paper(reader=reader, kind="record", meeting=meeting.id), TODAY)
    if kind != "form":
        papers: Mapping[str, Paper] = {
            "adult": Paper(reader=reader),
            "child": Paper(reader=reader, kind="child"),
            "worker": Paper(reader=reader, kind="agency"),
        }
        return may_stand(family, secret, papers[member_kind(family, reader)], TODAY)
    there = [each.id for each in family.people if each.id not in (meeting.separate_from or ())]
    is_open = secret.level == "family" and not secret.in_records and not secret.not_for
    aloud = replace(secret, own=None)
    return (is_open or secret.is_name_of is not None) and all(
        may_stand(family, aloud, Paper(reader=each), TODAY) for each in there
    )


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(families_with_secrets(), st.data())
def test_no_word_stands_on_a_form_a_card_a_lead_s_copy_or_in_a_text_whose_reader_may_not_have_it(
    marked: Marked, data: st.DataObject
) -> None:
    offered = list(asked_for(marked))
    for kind, reader, number in data.draw(
        st.lists(st.sampled_from(offered), min_size=1, max_size=5, unique=True)
    ):
        asked = Asked(
            family=marked.family, reader=reader, today=TODAY, made_at=NOW, pack=PACK, meeting=number
        )
        try:
            laid = KINDS[kind].lay_out(asked)
        except Refused:
            continue
        content = laid.content()
        check_nothing_leaks(content, laid.must_not_hold)
        secrets = [marked.word(word) for word in words_in(content)]
        leaked = [
            told(each) for each in secrets if not may_be_there(marked.family, each, kind, reader, number)
        ]
        assert leaked == [], (kind, reader, number)
