"""Every kind of copy: for whom it is, what its file is called, and how it is laid out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from exports import which_meeting
from exports.agenda_page import lay_out_agenda
from exports.agreement_form import lay_out_agreement_form
from exports.calendar_file import lay_out_calendar_file
from exports.child_page import build_child_page
from exports.easy_read_copy import easy_read
from exports.family_copy import build_family_copy
from exports.full_record import build_full_record
from exports.invitation import lay_out_invitation
from exports.laid_out import Asked, LaidOut
from exports.lead_copy import lay_out_lead_copy
from exports.off_the_record import as_it_was, off_the_record
from exports.owed_list import build_owed_list
from exports.paper_form import lay_out_paper_form
from exports.score_cards import lay_out_score_card
from exports.text_to_paste import lay_out_text
from exports.update_slip import lay_out_update_slip
from eymeeting.domain.child_page import child_page
from eymeeting.domain.family import Family
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.full_record import full_record
from eymeeting.domain.kept_off import kept_off_a_list
from eymeeting.domain.kinds_of_copies import CopyKind as CopyKind
from eymeeting.domain.meeting import Meeting
from eymeeting.domain.owed import owed_list
from eymeeting.domain.people import Person
from eymeeting.domain.problems import Refused

Member = Literal["adult", "child", "worker"]

_MEMBERS: Final[Mapping[Member, str]] = {
    "adult": "an adult of the family",
    "child": "a child",
    "worker": "a worker",
}

PAPER: Final = ".docx"
"""How the file of a paper ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of copy: how its file name begins and ends, who may ask for it, how it is laid out, and ``of`` what.

    ``lay_out`` refuses where this one reader may not have it; so does ``of``, which finds the meeting.
    """

    file_name: str
    readers: frozenset[Member]
    lay_out: Callable[[Asked], LaidOut]
    of: Callable[[Asked], Meeting] = which_meeting.latest
    ending: str = PAPER


def kind_for(family: Family, reader: str, asked: str | None) -> CopyKind:
    """The kind that was ``asked`` for, or the usual one: an adult's plan, a child's page, a worker's list.

    Raises:
        Refused: this reader does not get a copy of that kind.
    """
    who = member_kind(family, reader)
    usual = USUAL[who]
    wanted: CopyKind = next((kind for kind in get_args(CopyKind) if kind == asked), usual)
    if who not in KINDS[wanted].readers:
        theirs = ", ".join(kind for kind in get_args(CopyKind) if who in KINDS[kind].readers)
        raise Refused(
            f"There is no such paper for {_MEMBERS[who]}, only these: {theirs}. Nothing was written."
        )
    return wanted


def member_kind(family: Family, reader: str) -> Member:
    """Whether a reader is an adult or a child of the family, or a worker.

    Raises:
        NotFound: nobody has this id.
    """
    member = family.member(reader)
    if not isinstance(member, Person):
        return "worker"
    return "adult" if member.kind == "adult" else "child"


def _family(asked: Asked) -> LaidOut:
    if asked.paper.format == "easyread":
        return easy_read(asked)
    copy = family_copy(
        asked.family,
        asked.reader,
        today=asked.today,
        pack=asked.pack,
        meeting=asked.meeting,
        takes=asked.takes,
    )
    return LaidOut(
        document=build_family_copy(copy, asked.made_at, asked.paper),
        on=copy.on,
        left_out=copy.left_out,
        must_not_hold=copy.must_not_hold,
        left_out_by_kind=copy.left_out_by_kind,
    )


def _child(asked: Asked) -> LaidOut:
    mine = child_page(asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting)
    return LaidOut(
        document=build_child_page(mine, asked.made_at, asked.paper),
        on=mine.on or asked.today,
        left_out=mine.left_out,
        must_not_hold=mine.must_not_hold,
        left_out_by_kind=mine.left_out_by_kind,
    )


def _agency(asked: Asked) -> LaidOut:
    owed = owed_list(asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting)
    then = as_it_was(asked.family, asked.meeting)
    private = kept_off_a_list(asked.family, asked.reader, today=asked.today, pack=asked.pack, then=then)
    off = private | dict.fromkeys(owed.must_not_hold, "somebody's name or how to reach them")
    return LaidOut(document=build_owed_list(owed, asked.made_at, asked.paper), on=owed.on, must_not_hold=off)


def _record(asked: Asked) -> LaidOut:
    record = full_record(
        asked.family, asked.reader, today=asked.today, pack=asked.pack, meeting=asked.meeting
    )
    off = off_the_record(
        asked.family, asked.reader, record.on, today=asked.today, pack=asked.pack, meeting=asked.meeting
    )
    return LaidOut(
        document=build_full_record(record, asked.made_at, asked.paper), on=record.on, must_not_hold=off
    )


USUAL: Final[Mapping[Member, CopyKind]] = {"adult": "family", "child": "child", "worker": "agency"}
"""What each reader gets where nothing else is asked for."""

KINDS: Final[Mapping[CopyKind, Kind]] = {
    "family": Kind(file_name="family-plan", readers=frozenset({"adult"}), lay_out=_family),
    "child": Kind(file_name="my-page", readers=frozenset({"child"}), lay_out=_child),
    "agency": Kind(file_name="actions", readers=frozenset({"worker"}), lay_out=_agency),
    "record": Kind(
        file_name="full-record", readers=frozenset({"worker"}), lay_out=_record, of=which_meeting.recorded
    ),
    "calendar": Kind(
        file_name="next-meeting",
        readers=frozenset({"adult", "worker"}),
        lay_out=lay_out_calendar_file,
        ending=".ics",
    ),
    "invitation": Kind(
        file_name="invitation",
        readers=frozenset({"adult", "child", "worker"}),
        lay_out=lay_out_invitation,
        of=which_meeting.ahead,
    ),
    "agenda": Kind(
        file_name="agenda",
        readers=frozenset({"adult", "child", "worker"}),
        lay_out=lay_out_agenda,
        of=which_meeting.ahead,
    ),
    "agreement_form": Kind(
        file_name="agreement",
        readers=frozenset({"adult", "child"}),
        lay_out=lay_out_agreement_form,
        of=which_meeting.ahead,
    ),
    "update_slip": Kind(
        file_name="update",
        readers=frozenset({"adult", "worker"}),
        lay_out=lay_out_update_slip,
        of=which_meeting.ahead,
    ),
    "form": Kind(
        file_name="paper-form",
        readers=frozenset({"worker"}),
        lay_out=lay_out_paper_form,
        of=which_meeting.on_the_form,
    ),
    "score_cards": Kind(
        file_name="score-card",
        readers=frozenset({"adult", "child"}),
        lay_out=lay_out_score_card,
        of=which_meeting.scored,
    ),
    "lead": Kind(file_name="lead-copy", readers=frozenset({"worker"}), lay_out=lay_out_lead_copy),
    "text": Kind(
        file_name="text-to-paste",
        readers=frozenset({"worker"}),
        lay_out=lay_out_text,
        of=which_meeting.recorded,
        ending=".txt",
    ),
}
