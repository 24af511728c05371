"""Who knows what of a family at a panel, and who may have it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility, new_id
from eymeeting.domain.family import Change, Family
from eymeeting.domain.for_whom import is_for_everyone
from eymeeting.domain.names import short_names
from eymeeting.domain.panel import Known, PanelItem

EVERYONE: Final = "everyone"
THE_CHAIR: Final = "the chair"
"""For the chair and the service that said it."""


def known_at(family: Family, item: PanelItem) -> tuple[Known, ...]:
    """What was said to be known at a panel item, in order."""
    return tuple(each for each in family.known if each.panel_item == item.id)


def known_at_the_table(family: Family, item: PanelItem) -> tuple[Known, ...]:
    """What may stand on the page of a panel item: not what is kept for the record alone."""
    return tuple(each for each in known_at(family, item) if each.visibility.level != "safeguarding")


def taken_back(family: Family, known: Known) -> Change:
    """“Please don't write that”: it goes for good."""
    return Change(family=family.ref, before=known, after=None)


def kept_about_harm(family: Family, known: Known) -> Change:
    """What was taken back is kept after all, for the record of whoever brings the family alone."""
    after = replace(known, visibility=Visibility(level="safeguarding"))
    return Change(family=family.ref, before=None, after=after)


def newly_known(family: Family, item: PanelItem, by: str, text: str) -> Known:
    """What somebody knows, for everyone until they say otherwise."""
    position = family.next_position(Known)
    return Known(
        id=new_id(), position=position, panel_item=item.id, by=by, text=text, visibility=FOR_THE_FAMILY
    )


def meant_for(known: Known, whom: str) -> Known:
    """What is known, for everyone, for the chair and the service, or for one more, or one fewer, by name."""
    if whom == EVERYONE:
        return replace(known, visibility=FOR_THE_FAMILY)
    if whom == THE_CHAIR:
        return replace(known, visibility=Visibility(level="chair_and_agency"))
    named = [each for each in named_in(known) if each != whom]
    if len(named) == len(named_in(known)):
        named.append(whom)
    level = Visibility(level="named", to=tuple(named)) if named else Visibility(level="chair_and_agency")
    return replace(known, visibility=level)


def named_in(known: Known) -> tuple[str, ...]:
    """The ids of those for whom alone something is, beside the chair; nobody where it is not for some by name."""
    return (known.visibility.to or ()) if known.visibility.level == "named" else ()


def for_whom_words(known: Known, family: Family) -> str:
    """Who may have it, in a few words."""
    if is_for_everyone(known):
        return "for everyone"
    names = short_names(family)
    named = [names.get(each, "somebody") for each in named_in(known)]
    if named:
        return f"for {', '.join(named)} and the chair"
    return (
        "for safeguarding alone"
        if known.visibility.level == "safeguarding"
        else "for the chair and its service"
    )
