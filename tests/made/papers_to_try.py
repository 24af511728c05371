"""Every kind of paper that somebody may ask for, and by which rule each of its words is judged."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st
from made.families_with_secrets import TODAY
from made.who_may_read import Paper, Secret, may_stand

from exports.copy_kinds import KINDS, CopyKind, member_kind
from exports.copying import make_copy
from exports.paper import PaperFormat
from exports.where_copies_lie import meeting_folder
from eymeeting.domain.easy_words import fingerprint, texts_in
from eymeeting.domain.family import Family, collections
from eymeeting.domain.family_now import lead_now
from eymeeting.domain.meeting import EasyWords, Invitation
from eymeeting.domain.problems import Refused
from eymeeting.packs import default_pack

PACK: Final = default_pack()
NOW: Final = datetime.combine(TODAY, time(15), UTC)
WORD: Final = re.compile(r"zqk[bcdfghjklmnpqrst]{3}|\b0[1-9]:[0-5]\d\b")
FORMS: Final[tuple[PaperFormat, ...]] = ("standard", "large", "easyread")
BEFORE: Final[tuple[CopyKind, ...]] = ("invitation", "agenda", "agreement_form", "update_slip")
"""Kinds that there are only while a meeting is still to come."""

AT_ANY_TIME: Final[tuple[CopyKind, ...]] = ("form", "score_cards")
"""Kinds that are made before a meeting as well as after one."""

_FOLDED: Final = re.compile("\r?\n[ \t]")
_LIKE: Final[Mapping[str, Any]] = {"adult": "family", "child": "child", "worker": "agency"}


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A paper that somebody asks for, of the meeting with a number or of the latest.

    ``is_ahead``: the latest is still to come, and everybody is asked to it.
    """

    kind: CopyKind
    reader: str
    form: PaperFormat
    number: int | None
    is_ahead: bool


def wishes(family: Family) -> st.SearchStrategy[Wish]:
    """Any paper, every kind as often as the others; most often asked for by somebody who may have it."""
    members = [each.id for each in (*family.people, *family.workers)]
    meetings = {each.number: each for each in family.meetings}

    def of_meeting(kind: CopyKind, number: int | None) -> st.SearchStrategy[Wish]:
        meeting = meetings[number or max(meetings)]
        lead = lead_now(family) if number is None else family.worker(meeting.lead_professional or "")
        theirs = {"record": meeting.chair, "text": meeting.chair, "lead": lead.id if lead else ""}
        readers = [each for each in members if member_kind(family, each) in KINDS[kind].readers]
        likely = [each for each in readers if each == theirs.get(kind)] * len(readers) * 3
        return st.builds(
            partial(Wish, kind=kind, number=number),
            reader=st.sampled_from([*likely, *readers]),
            form=st.sampled_from(FORMS),
            is_ahead=st.booleans() if kind in AT_ANY_TIME else st.just(kind in BEFORE),
        )

    there = {member_kind(family, each) for each in members}
    kinds = [kind for kind in KINDS if KINDS[kind].readers & there]
    numbered = st.tuples(st.sampled_from(kinds), st.sampled_from((*meetings, None)))
    return numbered.flatmap(lambda wanted: of_meeting(*wanted))


def ready_for(family: Family, wish: Wish) -> Family:
    """The family with everybody asked to a meeting to come, or with every text confirmed as short enough."""
    if wish.is_ahead:
        return _with_everybody_asked(family)
    return _with_short_words(family) if wish.form == "easyread" else family


def made(family: Family, wish: Wish, copies: Path) -> tuple[str, ...]:
    """Every text of a paper in its file, in the names of both and in its remarks; none where it is refused."""
    ready = ready_for(family, wish)
    folder = meeting_folder(copies, ready, TODAY)
    try:
        copy = make_copy(
            ready,
            wish.reader,
            folder=folder,
            now=NOW,
            pack=PACK,
            kind=wish.kind,
            format=wish.form,
            meeting=wish.number,
        )
    except Refused as refused:
        if "would have shown" in str(refused):
            raise
        return ()
    name = str(copy.path.relative_to(copies))
    return (*held_by_file(copy.path.read_bytes()), name, *copy.remarks, str(copy.left_out_by_kind))


def words_in(texts: Iterable[str]) -> set[str]:
    """The marked words that some texts hold."""
    return {word for text in texts for word in WORD.findall(text.casefold())}


def held_by_file(content: bytes) -> Iterator[str]:
    """Every part of a file as it stands and without its tags, with those of the files within it.

    What is no package is a text, such as a calendar, in which long lines are folded.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        yield _FOLDED.sub("", content.decode())
        return
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        yield package.comment.decode("latin-1")
        for each in package.infolist():
            part = package.read(each)
            yield each.filename
            if zipfile.is_zipfile(io.BytesIO(part)):
                yield from held_by_file(part)
            else:
                told = part.decode("utf-8", errors="ignore")
                yield told
                yield re.sub("<[^>]*>", "", told)
                yield part.decode("utf-16-le", errors="ignore")


def may_stand_on(family: Family, secret: Secret, wish: Wish) -> bool:
    """Whether a word may stand on the paper that was asked for.

    Papers of the chair are judged like the record, a form that lies before everybody by all who may be there,
    and every other one like what its reader gets after a meeting.
    """
    meeting = next((each for each in family.meetings if each.number == wish.number), None)
    if wish.kind in ("record", "text"):
        chaired = (meeting,) if meeting else family.meetings
        mine = (each.id for each in chaired if each.chair == wish.reader)
        papers = [Paper(reader=wish.reader, kind="record", meeting=each) for each in mine]
        return any(may_stand(family, secret, each, TODAY) for each in papers)
    if wish.kind == "form":
        return _may_lie_on_the_table(family, secret, wish.number)
    like = _LIKE[member_kind(family, wish.reader)]
    return may_stand(family, secret, Paper(reader=wish.reader, kind=like), TODAY)


def _may_lie_on_the_table(family: Family, secret: Secret, number: int | None) -> bool:
    """Whether a word may stand where everybody whom a meeting is not kept apart from can read it."""
    meeting = next((each for each in family.meetings if each.number == number), family.meetings[-1])
    there = [each.id for each in family.people if each.id not in (meeting.separate_from or ())]
    is_open = secret.level == "family" and not secret.in_records and not set(secret.not_for) & set(there)
    aloud = replace(secret, own=None)
    return (is_open or secret.is_name_of is not None) and all(
        may_stand(family, aloud, Paper(reader=each), TODAY) for each in there
    )


def _with_everybody_asked(family: Family) -> Family:
    *held, last = family.meetings
    ahead = replace(last, on=TODAY + timedelta(days=2), outcome=None)
    asked = (
        Invitation(id=f"asked-{each.id}", meeting=ahead.id, who=each.id)
        for each in (*family.people, *family.workers)
    )
    return replace(family, meetings=(*held, ahead), invitations=tuple(asked))


def _with_short_words(family: Family) -> Family:
    held = (text for _, entries in collections(family) for each in entries for text in texts_in((each,)))
    words = {fingerprint(text): text for text in held if text.strip()}
    kept = (
        EasyWords(id=f"e{n}", position=n, of=of, words=f"In short: {text}", confirmed_by="w1", on=TODAY)
        for n, (of, text) in enumerate(words.items())
    )
    return replace(family, easy_words=tuple(kept))
