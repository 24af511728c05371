"""The blank paper form of a kind of meeting, asked for on the command line; no family's file is needed for it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from eymeeting.clock import Clock
from eymeeting.domain.meeting import MeetingType
from eymeeting.domain.settings import Settings
from eymeeting.opening import copies_folder, place_named, store_of

if TYPE_CHECKING:
    from docx.document import Document

    from exports.copying import Papers
    from exports.paper import Paper
    from eymeeting.domain.pack import Pack
    from eymeeting.packs import PackInUse

MEETING_TYPES: tuple[MeetingType, ...] = get_args(MeetingType)
"""What ``--type`` may be."""


def form(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    """Write the blank form, with ``--cards`` the blank score cards too, and print where each is, a line each.

    Raises:
        Problem: a file could not be written, or the families' file is there and cannot be opened.
    """
    from exports.file_names import safe_file_name
    from exports.files import save_copy
    from exports.papers_wanted import Wanted

    in_use, papers = _in_use(database, clock, environment)
    if in_use.problem:
        sys.stderr.write(f"{in_use.problem}\n")
    paper = papers(Wanted(format=asked.format))
    folder = place_named(asked.out) if asked.out else copies_folder(environment)
    for name, document in _papers(asked, in_use.pack, paper, clock):
        path = save_copy(document, folder, safe_file_name(*name, suffix=".docx"))
        sys.stdout.write(f"{path}\n")
    return 0


def _in_use(database: Path, clock: Clock, environment: Mapping[str, str]) -> tuple[PackInUse, Papers]:
    """The pack and the papers in use; those of the app where there is no families' file yet."""
    from exports.copying import plain_papers
    from exports.papers_kept import papers_kept
    from eymeeting.packs import pack_in_use

    if not database.exists():
        return pack_in_use(Settings()), plain_papers
    with store_of(database, clock, environment) as store:
        return pack_in_use(store.settings()), papers_kept(store.kept_files, clock.today())


def _papers(
    asked: argparse.Namespace, pack: Pack, paper: Paper, clock: Clock
) -> Iterator[tuple[tuple[str, ...], Document]]:
    """Each paper with the parts of its file's name."""
    from exports.paper_form import build_paper_form
    from exports.score_cards import build_score_card
    from eymeeting.domain.paper_form import blank_form
    from eymeeting.domain.score_cards import blank_card

    now = clock.now()
    kind: MeetingType = next(each for each in MEETING_TYPES if each == asked.type)
    yield ("paper-form", kind.replace("_", "-")), build_paper_form(blank_form(pack, kind), now, paper)
    if asked.cards:
        for name, is_child in (("adult", False), ("child", True)):
            card = blank_card(pack, is_child=is_child)
            yield ("score-card", name), build_score_card(card, now, paper)
