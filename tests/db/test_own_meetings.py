from __future__ import annotations

from dataclasses import replace

from made.pells import FAMILY, meeting, said, with_more

from db.interchange import read_families, write_families
from db.store import Store

FACILITATED = replace(meeting(1), type="facilitated_family_meeting", outcome=None)
NETWORK = replace(
    meeting(2),
    type="family_network_meeting",
    plan_agreed=False,
    plan_agreed_why="Sundays",
    watched_by=("gran", "lead"),
)
STORY = (
    replace(said("past", "We moved", by="mum"), dated="the summer Ivy was born"),
    replace(said("present", "It is loud"), position=1),
)


def test_what_is_the_families_own_meetings_alone_comes_back_as_it_was_written(store: Store) -> None:
    family = replace(with_more(FAMILY, lines=STORY), meetings=(FACILITATED, NETWORK))
    written = write_families((family,))
    store.take_in(read_families(written))
    again = store.family(family.ref)
    assert [each.dated for each in again.lines] == ["the summer Ivy was born", None]
    found = again.meetings[1]
    assert (found.plan_agreed, found.plan_agreed_why, len(found.watched_by or ())) == (False, "Sundays", 2)
    assert write_families((again,)) == written
