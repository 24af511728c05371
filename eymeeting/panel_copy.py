"""A paper of a panel, asked for on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eymeeting.domain.problems import NotFound, Refused

if TYPE_CHECKING:
    from exports.copying import Papers
    from exports.panel_copying import PanelPaper
    from eymeeting.domain.family import Family
    from eymeeting.domain.pack import Pack

_GOES_WITH: Final[Mapping[str, tuple[object, ...]]] = {
    "kind": (None, "record"),
    "meeting": (None,),
    "without": ("",),
}
"""What else may be asked for together with a panel; nothing of the rest means anything there."""


def panel_day(typed: str) -> date:
    """The day of a panel, such as 2026-11-23.

    Raises:
        ArgumentTypeError: it is no day.
    """
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError("write the panel's day like 2026-11-23") from None


def copy_of_a_panel(
    family: Family, asked: argparse.Namespace, *, folder: Path, now: datetime, pack: Pack, papers: Papers
) -> PanelPaper:
    """One reader's paper of this family's item: a grown-up's note, or the record for whoever brought them.

    Raises:
        NotFound: the family was on no panel of that day.
        Refused: it is not for this reader, or something else was asked for that a panel does not have.
        Problem: the file could not be written.
    """
    from exports.panel_copying import make_panel_note, make_panel_record

    if any(getattr(asked, name) not in fits for name, fits in _GOES_WITH.items()):
        raise Refused(
            "With --panel only --kind record, --format and --out can be asked for. Nothing was written."
        )
    items = [each for each in family.panel_items if each.on == asked.panel]
    if not items:
        raise NotFound("This family was on no panel of that day.")
    is_record = asked.kind == "record" or family.worker(asked.reader) is not None
    make = make_panel_record if is_record else make_panel_note
    return make(
        family,
        items[-1].id,
        asked.reader,
        folder=folder,
        now=now,
        pack=pack,
        papers=papers,
        format=asked.format,
    )
