from dataclasses import replace
from datetime import date, timedelta

from made.wards import agreed, met, scored, wards

from db.due import stands
from db.file import OpenFile
from db.store import Store
from eymeeting.domain.entry import Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.sight import is_open_in_the_room
from eymeeting.domain.standing import standing
from eymeeting.domain.what_is_due import Standing
from eymeeting.packs import default_pack

FIRST = date(2026, 3, 2)
KEPT_FROM = (None, (), ("w1",))
LEVELS = (
    Visibility(level="family"),
    Visibility(level="named", to=("p1", "w1")),
    Visibility(level="chair_and_agency"),
    Visibility(level="safeguarding"),
)
WAYS = tuple((level, not_for) for level in LEVELS for not_for in KEPT_FROM)


def kept_in_every_way() -> Family:
    """An action, and a part of life that gets no better, for each way of keeping it from somebody."""
    family = wards()
    for number in range(3):
        family = met(family, FIRST + timedelta(weeks=4 * number))
        for way, (level, not_for) in enumerate((*WAYS, *((None, each) for each in KEPT_FROM))):
            family = scored(family, 3, area=f"part {way}", visibility=level)
            *before, last = family.scores
            family = replace(family, scores=(*before, replace(last, not_for=not_for)))
    for way, (level, not_for) in enumerate(WAYS):
        family = agreed(family, FIRST + timedelta(weeks=30, days=way))
        *earlier, newest = family.actions
        family = replace(family, actions=(*earlier, replace(newest, visibility=level, not_for=not_for)))
    return family


def as_home_counts(file: OpenFile, ref: str) -> Standing:
    found = file.connection.execute("SELECT * FROM standing WHERE family = ?", [ref])
    names = [column[0] for column in found.description]
    return stands(dict(zip(names, found.fetchone(), strict=True)))


def test_home_counts_what_is_open_to_everyone_and_nothing_else(store: Store, file: OpenFile) -> None:
    family, pack = kept_in_every_way(), default_pack()
    store.take_in([family])
    all_can_read = replace(
        family,
        actions=tuple(each for each in family.actions if is_open_in_the_room(family, each, pack=pack)),
        scores=tuple(each for each in family.scores if is_open_in_the_room(family, each, pack=pack)),
    )
    counted = as_home_counts(file, family.ref)
    assert counted == standing(family) == standing(all_can_read)
    assert (len(counted.dues), counted.stood) == (2, 4)
