"""Over families made up by Hypothesis: no easy read plan holds a word its reader may not have."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made.families_with_secrets import TODAY, Marked, families_with_secrets
from made.pen import told
from made.who_may_read import Paper, may_stand

from exports.copying import make_copy
from eymeeting.domain.easy_words import fingerprint, texts_in
from eymeeting.domain.family import Family, collections
from eymeeting.domain.meeting import EasyWords
from eymeeting.domain.problems import Refused
from eymeeting.packs import default_pack

PACK = default_pack()
NOW = datetime.combine(TODAY, time(15), UTC)
WORD = re.compile(r"zqk[bcdfghjklmnpqrst]{3}|\b0[1-9]:[0-5]\d\b")


def all_confirmed(family: Family) -> Family:
    """The family with every text of it confirmed as it is."""
    held = (text for _, entries in collections(family) for each in entries for text in texts_in((each,)))
    words = {fingerprint(text): text for text in held if text.strip()}
    kept = (
        EasyWords(id=f"e{n}", position=n, of=of, words=f"In short: {text}", confirmed_by="w1", on=TODAY)
        for n, (of, text) in enumerate(words.items())
    )
    return replace(family, easy_words=tuple(kept))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(families_with_secrets(), st.data())
def test_short_words_stand_only_where_their_text_may(marked: Marked, data: st.DataObject) -> None:
    family = all_confirmed(marked.family)
    adults = [each.id for each in family.people if each.kind == "adult"]
    reader = data.draw(st.sampled_from(adults))
    with TemporaryDirectory() as folder:
        try:
            made = make_copy(family, reader, folder=Path(folder), now=NOW, pack=PACK, format="easyread")
        except Refused as refused:
            if "would have shown" in str(refused):
                raise
            return
        package = zipfile.ZipFile(io.BytesIO(made.path.read_bytes()))
    parts = (package.read(each).decode("utf-8", "ignore") for each in package.namelist())
    whole = "\n".join(re.sub("<[^>]*>", "", part) for part in parts)
    found = [marked.word(each) for each in set(WORD.findall(whole.casefold()))]
    paper = Paper(reader=reader, kind="family")
    assert [told(each) for each in found if not may_stand(marked.family, each, paper, TODAY)] == []
