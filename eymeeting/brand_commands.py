"""What the command line does for the council's own paper: check, use, remove."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eymeeting.clock import Clock
from eymeeting.domain.problems import NotFound, Refused
from eymeeting.opening import existing, place_named, say, store_of

if TYPE_CHECKING:
    from exports.council_paper import PaperReport


def brand(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    """Do what was asked about the council's own paper.

    Raises:
        Problem: it cannot be used, a sentence for each reason, or cannot be read.
    """
    return _COMMANDS[asked.wanted](asked, database, clock, environment)


def _check(asked: argparse.Namespace, _: Path, __: Clock, ___: Mapping[str, str]) -> int:
    from exports.council_paper import paper_from

    report, _content = paper_from(place_named(asked.file))
    _tell(report)
    say(f"{asked.file.name} can be used: “eymeeting brand use FILE.docx” puts every copy on it.")
    return 0


def _use(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    from exports.council_paper import kept_paper, paper_from

    report, content = paper_from(place_named(asked.file))
    if report.refused:
        raise _refused(report)
    file = kept_paper(asked.file.name, content, clock.today())
    with store_of(database, clock, environment) as store:
        store.keep_file(file)
        for other in store.kept_files("paper"):
            if other.name != file.name:
                store.remove_file("paper", other.name)
    _tell(report)
    say(f"{file.name} is kept beside the families, and every copy made from now on is on it.")
    return 0


def _remove(_: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    with store_of(existing(database), clock, environment) as store:
        kept = store.kept_files("paper")
        if not kept:
            raise NotFound("No paper of the council's own is kept.")
        for each in kept:
            store.remove_file("paper", each.name)
    say(f"{kept[0].name} is taken away. Copies that were made on it stay as they are.")
    return 0


def _tell(report: PaperReport) -> None:
    if report.refused:
        raise _refused(report)
    for title, sentences in (("As it is:", report.fine), ("Different on copies:", report.changed)):
        if sentences:
            say("\n".join((title, *(f"- {each}" for each in sentences), "")))


def _refused(report: PaperReport) -> Refused:
    return Refused("\n".join(report.refused))


_COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace, Path, Clock, Mapping[str, str]], int]]] = {
    "check": _check,
    "use": _use,
    "remove": _remove,
}
