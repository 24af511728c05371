"""The pack, the organisation, the look, how Home opens, the backups' folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args

from db.place import place_of
from db.unusable import UnusableFile
from eymeeting.domain.problems import Problem
from eymeeting.domain.settings import Theme
from eymeeting.domain.text import clean_line
from eymeeting.packs import SHIPPED, default_pack, pack_from, shipped_pack
from screens.forms.form import Choice, FormRow
from screens.settings.desk import SetUp
from screens.settings.form import Outcome
from screens.themes import LOOK_WORDS, USUAL

_FROM_NEXT_TIME: Final = "From the next start"
_COVERED: Final = {"yes": "yes: no name until you ask", "no": "no"}
_LONGEST_PATH: Final = 1000


class SettingsForm:
    """How this copy of the app is set up, beside the colleagues and the keys."""

    where = "settings"
    title = "Settings"
    read_when_left = frozenset({"pack", "paper", "backups"})
    help = """\
    Move with **up** and **down**. Type in a line, or press a choice's **letter**.
    An empty line leaves it to the app. A council's **pack** holds its own words, areas and sentences; choose
    one that comes with the app, or name a file. No family's record changes. The **organisation** stands on
    every copy. **Its own paper** is a Word file with its logo: every copy is then made on it.
    **F3** lists who works here, so that nobody types them again. **F5** gives acts other keys.
    """

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today

    def rows(self, set_up: SetUp) -> tuple[FormRow, ...]:
        """The rows as they stand."""
        chosen = set_up.settings
        looks = tuple(Choice(id=look, words=words) for look, words in LOOK_WORDS.items())
        covered = tuple(Choice(id=answer, words=words) for answer, words in _COVERED.items())
        packs = tuple(Choice(id=name, words=_style(name)) for name in SHIPPED)
        own = "" if chosen.pack in SHIPPED else chosen.pack or ""
        return (
            FormRow(
                id="shipped",
                label="The council's words",
                choices=packs,
                chosen=() if own else (chosen.pack or SHIPPED[0],),
                heading="The council",
            ),
            FormRow(
                id="pack",
                label="Or its own pack",
                value=own,
                hint="a file, made with docs/pack.md",
                limit=_LONGEST_PATH,
            ),
            FormRow(
                id="organisation",
                label="Organisation on copies",
                value=chosen.organisation or "",
                hint="empty: the pack's",
            ),
            FormRow(
                id="paper",
                label="Its own paper",
                value=set_up.paper.name if set_up.paper else "",
                hint="a Word file with its logo: docs/paper.md",
                limit=_LONGEST_PATH,
            ),
            FormRow(
                id="theme",
                label="Look",
                choices=looks,
                chosen=(chosen.theme or USUAL,),
                heading="On the screen",
            ),
            FormRow(
                id="home_covered",
                label="Home opens covered?",
                choices=covered,
                chosen=("yes" if chosen.home_covered else "no",),
            ),
            FormRow(
                id="backups",
                label="Backups go to",
                value=chosen.backups or "",
                hint="a folder; empty: beside the families' file",
                heading="Backups",
                limit=_LONGEST_PATH,
            ),
        )

    def read(self, set_up: SetUp, row: str, typed: str) -> Outcome:
        """What words typed in a row would mean."""
        words = clean_line(typed)
        match row:
            case "pack":
                return self._with_pack(set_up, words)
            case "paper":
                return self._with_paper(set_up, words)
            case "organisation":
                understood = f"{_FROM_NEXT_TIME}, on copies: {words}." if words else ""
                return _with(set_up, understood, "the organisation", organisation=words or None)
            case _:
                return self._with_backups(set_up, words)

    def choose(self, set_up: SetUp, row: str, choice: str) -> Outcome:
        """What a choice in a row would change."""
        if row == "shipped":
            return self._with_shipped(set_up, choice)
        if row == "theme":
            look: Theme = next(each for each in get_args(Theme) if each == choice)
            return _with(set_up, "", "the look", theme=look)
        return _with(set_up, "", "how Home opens", home_covered=choice == "yes")

    def taken_away(self, set_up: SetUp) -> Outcome | None:  # noqa: ARG002
        """Settings stay."""
        return None

    def _with_pack(self, set_up: SetUp, words: str) -> Outcome:
        if not words and set_up.settings.pack in SHIPPED:
            return Outcome()
        if not words:
            return _with(set_up, f"{_FROM_NEXT_TIME}: {default_pack().name}.", "the pack", pack=None)
        try:
            path = _named(words)
            pack = pack_from(path)
        except (Problem, OSError, RuntimeError) as problem:
            return Outcome(problem=str(problem).splitlines()[0])
        understood = f"{_FROM_NEXT_TIME}: {pack.name}, version {pack.version}."
        return _with(set_up, understood, "the pack", pack=str(path))

    def _with_paper(self, set_up: SetUp, words: str) -> Outcome:
        before = set_up.paper
        if words == (before.name if before else ""):
            return Outcome()
        if not words:
            after = replace(set_up, paper=None)
            return Outcome(
                understood="Copies are on plain paper.", what="the council's own paper", after=after
            )
        from exports.council_paper import kept_paper, paper_from

        try:
            path = _named(words)
            report, content = paper_from(path)
        except (Problem, OSError, RuntimeError) as problem:
            return Outcome(problem=str(problem).splitlines()[0])
        if not report.is_usable:
            return Outcome(problem=report.refused[0])
        understood = f"From now on copies are on {path.name}."
        after = replace(set_up, paper=kept_paper(path.name, content, self._today()))
        return Outcome(understood=understood, what="the council's own paper", after=after)

    def _with_shipped(self, set_up: SetUp, name: str) -> Outcome:
        chosen = None if name == SHIPPED[0] else name
        understood = f"{_FROM_NEXT_TIME}: {shipped_pack(name).name}."
        return _with(set_up, understood, "the pack", pack=chosen)

    def _with_backups(self, set_up: SetUp, words: str) -> Outcome:
        if not words:
            return _with(set_up, "Beside the families' file.", "the backups' folder", backups=None)
        try:
            folder = _named(words)
            place_of(folder / "backup", os.environ)
        except UnusableFile:
            return Outcome(
                problem="That folder is synchronised or on a network, so backups would leave this computer. "
                "Nothing was changed; name a folder on this computer."
            )
        except (OSError, RuntimeError, ValueError):
            return Outcome(problem="There is no such place on this computer. Nothing was changed.")
        problem = _unusable(folder)
        if problem:
            return Outcome(problem=problem)
        return _with(set_up, "The next backup goes there.", "the backups' folder", backups=str(folder))


def _style(name: str) -> str:
    """A shipped pack as it is offered, such as “Essex-style”."""
    return shipped_pack(name).name.partition(" ")[0]


def _named(words: str) -> Path:
    """The whole path of what was typed, without the quotation marks a file manager puts around it."""
    return Path(words.strip("\"'“”")).expanduser().absolute()


def _unusable(folder: Path) -> str:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    if not there.is_dir():
        return f"{there} is a file, not a folder. Nothing was changed."
    if not os.access(there, os.W_OK):
        return f"Nothing may be written in {there}. Nothing was changed; name another folder."
    return ""


def _with(set_up: SetUp, understood: str, what: str, /, **chosen: Any) -> Outcome:
    settings = replace(set_up.settings, **chosen)
    if settings == set_up.settings:
        return Outcome(understood=understood)
    return Outcome(understood=understood, what=what, after=replace(set_up, settings=settings))
