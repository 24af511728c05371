"""How one copy of the app is set up: the council's words, the colleagues, the look, the backups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Theme = Literal["light", "dark", "high_contrast"]
KeptFileKind = Literal["paper", "language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file of the organisation's own that papers are made with, kept beside the families so that backups hold it.

    A ``paper`` is a Word file that every copy is built on; a ``language`` holds the headings of the papers in
    another language, and its ``name`` is the code of that language, such as “ar”.
    """

    kind: KeptFileKind
    name: str
    content: bytes
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody who works here or whom we work with, so that nobody types them again for each family."""

    id: str
    position: int = 0
    name: str
    role: str
    agency: str
    email: str | None = None
    phone: str | None = None
    interpreter: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What was chosen on the settings screen; nothing stands for the app's own choice.

    ``pack`` is the name of a pack that comes with the app, or the path of a council's own,
    ``backups`` the folder backups go to, ``keys`` other keys for acts by their id.
    """

    pack: str | None = None
    organisation: str | None = None
    theme: Theme | None = None
    home_covered: bool = True
    backups: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
