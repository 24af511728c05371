"""A council's own words, areas, agenda and time limits, as TOML."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from eymeeting.domain.pack import Pack
from eymeeting.domain.pack_reading import read_pack
from eymeeting.domain.problems import Problem
from eymeeting.domain.settings import Settings
from eymeeting.domain.text import clean_line

SIZE_LIMIT = 256 * 1024
"""Bytes in a pack's file; the default pack has a tenth of this."""

SHIPPED: Final = ("essex", "hertfordshire", "warwickshire")
"""The packs that come with the app, the default first. None is that council's own."""


@cache
def shipped_pack(name: str) -> Pack:
    """A pack that comes with the app, by one of the names in ``SHIPPED``."""
    return read_pack(shipped_text(name))


def shipped_text(name: str) -> str:
    """The TOML text of a pack that comes with the app."""
    return shipped_path(name).read_text("utf-8")


def shipped_path(name: str) -> Path:
    """The file of a pack that comes with the app, to be copied and never changed: it is replaced with the app."""
    return Path(__file__).with_name(f"{name}.toml")


def default_pack() -> Pack:
    """The pack in use until a council has its own: Essex-style, as the field's guidance describes it."""
    return shipped_pack(SHIPPED[0])


def pack_from(path: Path) -> Pack:
    """The pack in a file, UTF-8 with or without a byte order mark.

    Raises:
        WrongPack: the file can be read and the pack in it cannot be used.
        Problem: the file is missing, cannot be read, is not UTF-8 or is too large.
    """
    return read_pack(pack_text(path))


def pack_text(path: Path) -> str:
    """The TOML text in a file.

    Raises:
        Problem: the file is missing, cannot be read, is not UTF-8 or is too large.
    """
    name = clean_line(str(path))
    try:
        with path.open("rb") as file:
            raw = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise Problem(f"There is no file {name}.") from None
    except (OSError, ValueError):
        raise Problem(f"{name} cannot be read. Is it a file that you may open?") from None
    if len(raw) > SIZE_LIMIT:
        raise Problem(f"{name} is too large for a pack: {SIZE_LIMIT // 1024} KB is the most.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"{name} is not UTF-8 text. Save it as UTF-8 and try again.") from None


@dataclass(frozen=True, slots=True)
class PackInUse:
    """A pack with the TOML ``text`` it was read from, and when it is not the one that was chosen, why.

    The organisation that was chosen in the settings is in the pack, not in its text.
    """

    pack: Pack
    problem: str = ""
    text: str = ""


def pack_in_use(settings: Settings) -> PackInUse:
    """The pack that was chosen, with the organisation that was. One that cannot be used gives way to the default."""
    problem = ""
    try:
        pack, text = _chosen(settings.pack or SHIPPED[0])
    except (Problem, RuntimeError) as wrong:
        first = str(wrong).splitlines()[0]
        problem = f"The council's pack cannot be used, and the app's own stands in for it: {first}"
        pack, text = _chosen(SHIPPED[0])
    if settings.organisation:
        pack = replace(pack, organisation=settings.organisation)
    return PackInUse(pack, problem, text)


def _chosen(chosen: str) -> tuple[Pack, str]:
    """The pack that a setting names, one that comes with the app or a file, and its text."""
    if chosen in SHIPPED:
        return shipped_pack(chosen), shipped_text(chosen)
    text = pack_text(Path(chosen).expanduser())
    return read_pack(text), text
