"""Over families made up by Hypothesis: no paper before a meeting holds a word that its reader may not have.

Twenty families in every run; ``EYMEETING_EXAMPLES=1000`` tries as many as it says.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made.families_with_secrets import TODAY, Marked, families_with_secrets
from made.pen import told
from made.who_may_read import Paper, may_stand

from exports.copy_kinds import KINDS, CopyKind, member_kind
from exports.laid_out import Asked
from exports.leaks import check_nothing_leaks
from eymeeting.domain.meeting import Invitation
from eymeeting.domain.problems import Refused
from eymeeting.packs import default_pack

BEFORE: tuple[CopyKind, ...] = ("invitation", "agenda", "agreement_form", "update_slip")
LIKE: Mapping[str, Any] = {"adult": "family", "child": "child", "worker": "agency"}
"""Each reader's paper is judged like the one they get after a meeting."""

PACK = default_pack()
NOW = datetime.combine(TODAY, time(15), UTC)
WORD = re.compile(r"zqk[bcdfghjklmnpqrst]{3}|\b0[1-9]:[0-5]\d\b")
EXAMPLES = int(os.environ.get("EYMEETING_EXAMPLES", "20"))


def words_of(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        told = [package.read(name).decode("utf-8", errors="ignore") for name in package.namelist()]
    return " ".join(re.sub("<[^>]*>", "", each) for each in told)


def with_everybody_asked(marked: Marked) -> Marked:
    family = marked.family
    meetings = tuple(
        replace(each, on=TODAY + timedelta(days=2), outcome=None) if each is family.meetings[-1] else each
        for each in family.meetings
    )
    asked = tuple(
        Invitation(id=f"asked-{each.id}", meeting=meetings[-1].id, who=each.id)
        for each in (*family.people, *family.workers)
    )
    return Marked(replace(family, meetings=meetings, invitations=asked), marked.secrets)


def papers(marked: Marked) -> Iterator[tuple[CopyKind, str]]:
    for each in (*marked.family.people, *marked.family.workers):
        who = member_kind(marked.family, each.id)
        yield from ((kind, each.id) for kind in BEFORE if who in KINDS[kind].readers)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(families_with_secrets(), st.data())
def test_no_word_stands_on_a_paper_before_a_meeting_whose_reader_may_not_have_it(
    marked: Marked, data: st.DataObject
) -> None:
    marked = with_everybody_asked(marked)
    offered = list(papers(marked))
    for kind, reader in data.draw(st.lists(st.sampled_from(offered), min_size=4, max_size=8, unique=True)):
        asked = Asked(family=marked.family, reader=reader, today=TODAY, made_at=NOW, pack=PACK)
        try:
            laid = KINDS[kind].lay_out(asked)
        except Refused:
            continue
        content = laid.content()
        check_nothing_leaks(content, laid.must_not_hold)
        paper = Paper(reader=reader, kind=LIKE[member_kind(marked.family, reader)])
        found = [marked.word(word) for word in set(WORD.findall(words_of(content).casefold()))]
        leaked = [told(each) for each in found if not may_stand(marked.family, each, paper, TODAY)]
        assert leaked == [], (kind, reader)
