"""What the command line does for headings in other languages: template, check, add, list, remove."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eymeeting.clock import Clock
from eymeeting.domain.dates import day_in_words
from eymeeting.domain.languages import language_code, language_name
from eymeeting.domain.problems import NotFound, Problem
from eymeeting.domain.settings import KeptFile
from eymeeting.opening import existing, place_named, reason, say, store_of

if TYPE_CHECKING:
    from exports.catalogues import Catalogue
    from eymeeting.domain.pack import Pack


def language(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    """Do what was asked about headings in other languages."""
    return _COMMANDS[asked.wanted](asked, database, clock, environment)


def _template(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    from exports.words_of_a_pack import template_with
    from eymeeting.whole_files import save_whole

    words = template_with(_pack(database, clock, environment))
    if asked.out is None:
        sys.stdout.write(words)
        return 0
    target = place_named(asked.out)
    save_whole(target, lambda file: file.write(words.encode()))
    say(f"All headings and sentences, to be translated, are in {target}")
    return 0


def _pack(database: Path, clock: Clock, environment: Mapping[str, str]) -> Pack:
    """The words in use; those the app comes with where there is no families' file yet."""
    from eymeeting.packs import default_pack, pack_in_use

    if not database.exists():
        return default_pack()
    with store_of(database, clock, environment) as store:
        in_use = pack_in_use(store.settings())
    if in_use.problem:
        sys.stderr.write(f"{in_use.problem}\n")
    return in_use.pack


def _check(asked: argparse.Namespace, _: Path, clock: Clock, __: Mapping[str, str]) -> int:
    from exports.catalogues import catalogue_from

    say(_told(catalogue_from(_content_of(asked.file), clock.today())))
    return 0


def _add(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    from exports.catalogues import catalogue_from

    content = _content_of(asked.file)
    catalogue = catalogue_from(content, clock.today())
    code = catalogue.words.code
    with store_of(database, clock, environment) as store:
        store.keep_file(KeptFile(kind="language", name=code, content=content, on=clock.today()))
    say(f"{_told(catalogue)}\nIt is kept, and whoever wants their headings in it gets them so.")
    return 0


def _list(_: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    from exports.catalogues import catalogue_from

    with store_of(existing(database), clock, environment) as store:
        kept = store.kept_files("language")
    for each in kept:
        try:
            say(_told(catalogue_from(each.content, clock.today())))
        except Problem as problem:
            say(f"{_named(each.name)} cannot be used:\n{problem}")
    if not kept:
        say("Headings are in English: no other language is kept. “eymeeting language add FILE.po” adds one.")
    return 0


def _remove(asked: argparse.Namespace, database: Path, clock: Clock, environment: Mapping[str, str]) -> int:
    code = language_code(asked.code) or asked.code
    with store_of(existing(database), clock, environment) as store:
        if code not in [each.name for each in store.kept_files("language")]:
            raise NotFound(f"No language {code} is kept. “eymeeting language list” tells which are.")
        store.remove_file("language", code)
    say(f"{_named(code)} is taken away. Copies that were made in it stay as they are.")
    return 0


def _told(catalogue: Catalogue) -> str:
    direction = ", written from right to left" if catalogue.words.from_the_right else ""
    checked = f"Checked by {catalogue.checked_by} on {day_in_words(catalogue.checked_on)}"
    rest = catalogue.remark and f" {catalogue.remark}"
    return (
        f"{_named(catalogue.words.code)}{direction}. {checked}. "
        f"{catalogue.translated} of {catalogue.of} headings and sentences are translated.{rest}"
    )


def _named(code: str) -> str:
    name = language_name(code)
    return name if code in name else f"{name} ({code})"


def _content_of(file: Path) -> bytes:
    from exports.catalogues import LARGEST

    try:
        with place_named(file).open("rb") as given:
            return given.read(LARGEST + 1)
    except OSError as problem:
        raise Problem(f"{file} cannot be read ({reason(problem)}). Nothing was kept.") from None


_COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace, Path, Clock, Mapping[str, str]], int]]] = {
    "template": _template,
    "check": _check,
    "add": _add,
    "list": _list,
    "remove": _remove,
}
