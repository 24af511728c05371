"""Who may read each marked word: the rules read a second time, in few plain lines, for tests alone.

Nothing here asks the domain's own rules. It reads what a family holds and what was written down
of each word when it was made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from eymeeting.domain.agreement import AgencyAnswer
from eymeeting.domain.entry import Level
from eymeeting.domain.family import Family, collections
from eymeeting.domain.people import Person, Worker

STRICTEST: Final[tuple[AgencyAnswer, ...]] = (
    *("no", "withdrawn", "not_asked", "limited", "yes", "not_needed"),
)
THERE: Final = ("present", "part", "by_phone", "by_video")
ANSWERS_ALONE_FROM: Final = 12
"""Years of age from which a child's own answer counts, where nobody judged it: the default pack's."""

OF_AN_ACTION: Final = ("action", "how an action went", "time of day")


@dataclass(frozen=True, kw_only=True)
class Secret:
    """A word that nobody says by chance, and what is true of the sentence it stands in.

    ``place`` is its meeting or panel item, ``told_at`` the meeting at which news of it was told, which
    reaches ``told_to`` all the same. ``reached`` are those it reaches although the meeting was kept
    apart from them. ``without_times`` get the sentence without this word, records excepted. ``whose``
    are those of the family whose agreement counts. ``own`` is the only reader on whose own paper it
    may stand besides a record. ``for_those_there``: of the workers, only those who came.
    ``stays_at_the_centre``: on no plan that is taken home. ``in_records``: the chair's record is the
    only paper for it, and ``in_records_too``: it is one of them; ``giver`` is whose answer it is.
    ``is_gated``: a service gets it only by agreement. ``is_name_of`` is the worker whose name it is.
    """

    word: str
    kind: str
    level: Level = "family"
    place: str | None = None
    to: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    without_times: tuple[str, ...] = ()
    told_at: str | None = None
    told_to: str | None = None
    own: str | None = None
    for_those_there: bool = False
    stays_at_the_centre: bool = False
    in_records: bool = False
    in_records_too: bool = False
    giver: str | None = None
    is_gated: bool = True
    is_name_of: str | None = None


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One paper: whose it is, of which kind, and of which meeting where it is a record."""

    reader: str
    kind: Literal["family", "child", "agency", "record"] = "family"
    meeting: str | None = None


def may_stand(family: Family, secret: Secret, paper: Paper, today: date) -> bool:
    """Whether a word may stand on a paper, with the agreements of a day."""
    reader = paper.reader
    if secret.is_name_of is not None:
        return _may_be_named(family, secret.is_name_of, reader, today)
    if reader in secret.not_for or (paper.kind != "record" and reader in secret.without_times):
        return False
    if paper.kind == "record" and not _beside(family, secret, paper):
        return False
    if secret.in_records or (secret.in_records_too and paper.kind == "record"):
        return _in_a_record(family, secret, paper)
    if reader in _apart(family, secret.place) and reader not in secret.reached:
        return False
    if reader in _apart(family, secret.told_at) and reader != secret.told_to:
        return False
    if paper.kind != "record" and secret.own not in (None, reader):
        return False
    if secret.stays_at_the_centre and paper.kind in ("family", "child"):
        return False
    return _by_level(family, secret, paper) and _by_agreement(family, secret, paper, today)


def may_be_shown(family: Family, secret: Secret, meeting: str, today: date) -> bool:
    """Whether a word may stand where everybody at a meeting reads it, what was said aloud there too."""
    if secret.is_name_of is not None:
        return _is_known(family, secret.is_name_of, meeting)
    if secret.kind == "limit":
        return secret.giver not in _apart(family, meeting)
    aloud = replace(secret, own=None)
    there = {each.who for each in family.attendance if each.meeting == meeting and each.status in THERE}
    apart = set(_apart(family, meeting))
    readers = _readers(family, meeting)
    told = {*_apart(family, secret.place), *_apart(family, secret.told_at)}
    return (
        secret.level == "family"
        and not secret.in_records
        and told <= apart
        and not set(secret.not_for) & (readers | there)
        and all(may_stand(family, aloud, Paper(reader=each), today) for each in readers)
    )


def is_for_everyone(secret: Secret) -> bool:
    """Whether a word may stand where nobody of the family is, and where anybody might come by."""
    return secret.level == "family" and not secret.in_records and not secret.not_for


def _readers(family: Family, meeting: str) -> set[str]:
    """Those of the family who are there; before anybody is, all whom the meeting is not kept apart from."""
    there = {each.who for each in family.attendance if each.meeting == meeting and each.status in THERE}
    people = {each.id for each in family.people}
    return (people & there) or (people - set(_apart(family, meeting)))


def _is_known(family: Family, worker: str, meeting: str) -> bool:
    """Whoever is at a meeting is seen; no other worker of whom somebody there has nothing but what is kept apart."""
    places = set(_places(family, worker))
    apart = [
        {each.id for each in family.meetings if who in (each.separate_from or ())}
        for who in _readers(family, meeting)
    ]
    return meeting in places or not places or all(places - each for each in apart)


def answer_for(family: Family, whose: Iterable[str], agency: str, today: date) -> AgencyAnswer:
    """What was answered for an agency by those whose own it is; of nobody's own, by those who answer at all."""
    whose = tuple(whose)
    if whose:
        return _strictest([_about(family, each, agency, today) for each in whose])
    given = [_latest(family, each, agency, today) for each in _responsible(family)]
    return _strictest([each for each in given if each != "not_asked"])


def _apart(family: Family, place: str | None) -> tuple[str, ...]:
    return next((each.separate_from or () for each in family.meetings if each.id == place), ())


def _may_be_named(family: Family, worker: str, reader: str, today: date) -> bool:
    """No worker is named to whoever said no to their service, or knows of them only from what is kept apart."""
    helper = _worker(family, worker)
    if helper is None or _worker(family, reader) is not None:
        return True
    refused = ("no", "withdrawn")
    own = _latest(family, reader, helper.agency, today)
    parents = [_latest(family, each, helper.agency, today) for each in _responsible(family)]
    says_no = own in refused or (own == "not_asked" and any(each in refused for each in parents))
    if says_no and not helper.interpreter:
        return False
    apart = {each.id for each in family.meetings if reader in (each.separate_from or ())}
    places = set(_places(family, worker))
    return not places or bool(places - apart)


def _places(family: Family, worker: str) -> Iterator[str]:
    """Every meeting and panel item with anything in it that holds a worker's id."""
    for name, entries in collections(family):
        for entry in entries:
            if name not in ("people", "workers", "households") and f"'{worker}'" in repr(entry):
                own = entry.id if name in ("meetings", "panel_items") else ""
                yield str(
                    getattr(entry, "meeting", None) or getattr(entry, "panel_item", None) or own or name
                )


def _beside(family: Family, secret: Secret, paper: Paper) -> bool:
    """Nothing of a meeting stands in the record of one at which somebody was that it was kept apart from.

    A call or a visit is of no meeting: it is of those it was with.
    """
    there = {each.who for each in family.attendance if each.meeting == paper.meeting and each.status in THERE}
    if secret.kind == "contact":
        return not set(secret.whose) & set(_apart(family, paper.meeting))
    told = {secret.place, secret.told_at} - {paper.meeting}
    return not any(there & set(_apart(family, each)) for each in told)


def _in_a_record(family: Family, secret: Secret, paper: Paper) -> bool:
    if paper.kind != "record" or secret.giver in _apart(family, paper.meeting):
        return False
    return secret.place in (None, paper.meeting)


def _chair(family: Family, place: str | None) -> str | None:
    chairs = {each.id: each.chair for each in family.meetings}
    return (chairs | {each.id: each.brought_by for each in family.panel_items}).get(place or "")


def _worker(family: Family, who: str) -> Worker | None:
    return {each.id: each for each in family.workers}.get(who)


def _by_level(family: Family, secret: Secret, paper: Paper) -> bool:
    reader, chair = paper.reader, _chair(family, secret.place)
    worker = _worker(family, reader)
    if secret.level == "safeguarding":
        return paper.kind == "record" and paper.meeting == secret.place and reader == chair
    if secret.level == "named":
        return reader in (*secret.to, *secret.authors)
    if secret.level == "chair_and_agency":
        agencies = {each.agency for each in family.workers if each.id in secret.authors}
        return reader == chair or (worker is not None and worker.agency in agencies)
    if worker is None or not secret.for_those_there or reader == chair:
        return True
    return any(
        (each.meeting, each.who) == (secret.place, reader) and each.status in THERE
        for each in family.attendance
    )


def _by_agreement(family: Family, secret: Secret, paper: Paper, today: date) -> bool:
    worker = _worker(family, paper.reader)
    if worker is None or worker.interpreter or not secret.is_gated:
        return True
    if paper.kind == "record" and paper.reader in (_chair(family, secret.place), *secret.authors):
        return True
    answer = answer_for(family, secret.whose, worker.agency, today)
    took_it_on = secret.kind in OF_AN_ACTION and worker.id in secret.authors
    return answer in ("yes", "not_needed") or (answer == "limited" and took_it_on)


def _strictest(answers: Iterable[AgencyAnswer]) -> AgencyAnswer:
    return min(answers, key=STRICTEST.index, default="not_asked")


def _responsible(family: Family) -> list[str]:
    return [each.id for each in family.people if each.parental_responsibility is True]


def _about(family: Family, who: str, agency: str, today: date) -> AgencyAnswer:
    person = next(each for each in family.people if each.id == who)
    own = [each for each in family.agreements if each.by == who and each.on <= today]
    if person.kind == "adult" or any(each.judged_by or _is_old_enough(person, each.on) for each in own):
        return _latest(family, who, agency, today)
    return _strictest([_latest(family, each, agency, today, child=who) for each in _responsible(family)])


def _is_old_enough(person: Person, on: date) -> bool:
    born = person.dob
    return born is not None and on >= born.replace(year=born.year + ANSWERS_ALONE_FROM)


def _latest(family: Family, who: str, agency: str, today: date, child: str | None = None) -> AgencyAnswer:
    """Somebody's own latest answer for an agency; about a child only of what was said for that child."""
    given = sorted(
        (each for each in family.agreements if each.by == who and each.on <= today),
        key=lambda each: (each.on, each.position),
    )
    latest: AgencyAnswer = "not_asked"
    for agreement in given:
        if child is None or agreement.for_children is None or child in agreement.for_children:
            for answer in family.answers:
                if answer.agreement == agreement.id and answer.agency == agency:
                    latest = answer.answer
    return latest
