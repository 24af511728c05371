"""A council's own words, areas, agenda and time limits, as TOML."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from eymeeting.domain.pack import Pack
from eymeeting.domain.pack_reading import read_pack
from eymeeting.domain.problems import Problem
from eymeeting.domain.settings import Settings
from eymeeting.domain.text import clean_line

SIZE_LIMIT = 256 * 1024
"""Bytes in a pack's file; the default pack has a tenth of this."""


@cache
def default_pack() -> Pack:
    """The pack in use until a council has its own: Essex-style, as the field's guidance describes it."""
    return read_pack(files(__package__).joinpath("essex.toml").read_text("utf-8"))


def pack_from(path: Path) -> Pack:
    """The pack in a file, UTF-8 with or without a byte order mark.

    Raises:
        WrongPack: the file can be read and the pack in it cannot be used.
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
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"{name} is not UTF-8 text. Save it as UTF-8 and try again.") from None
    return read_pack(text)


@dataclass(frozen=True, slots=True)
class PackInUse:
    """A pack, and when it is not the one that was chosen, why, in a sentence."""

    pack: Pack
    problem: str = ""


def pack_in_use(settings: Settings) -> PackInUse:
    """The pack that was chosen, with the organisation that was. One that cannot be used gives way to the default."""
    problem = ""
    pack = default_pack()
    if settings.pack:
        try:
            pack = pack_from(Path(settings.pack).expanduser())
        except (Problem, RuntimeError) as wrong:
            first = str(wrong).splitlines()[0]
            problem = f"The council's pack cannot be used, and the app's own stands in for it: {first}"
    if settings.organisation:
        pack = replace(pack, organisation=settings.organisation)
    return PackInUse(pack, problem)
