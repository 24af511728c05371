"""What it does that a family shares with a service no more, said at the moment it is written down."""

from __future__ import annotations

from datetime import date

from eymeeting.domain.consent import answer_of_the_family, same_agency
from eymeeting.domain.family import Family
from eymeeting.domain.owed import somebody_new_for
from eymeeting.domain.pack import Pack


def what_it_does(family: Family, agency: str, *, today: date, pack: Pack, meeting: str | None = None) -> str:
    """What stops for a service, and how many of its open actions need somebody new; nothing while it is not stopped.

    Only actions that may stand on a screen everybody reads are counted, at a ``meeting`` those that may there.
    """
    if answer_of_the_family(family, agency, today=today).answer != "withdrawn":
        return ""
    owners = {each.id for each in family.workers if same_agency(each.agency, agency)}
    left = sum(now.owner in owners for now in somebody_new_for(family, pack, today=today, meeting=meeting))
    stops = f"{agency} gets no copies and is not asked any more."
    if not left:
        return stops
    needs = "1 action needs" if left == 1 else f"{left} actions need"
    return f"{stops} {needs} somebody new: F6 at the family's place."
