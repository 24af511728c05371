"""The fixed words of our papers gathered from the source, as the template that translators begin with.

``python -m exports.words_to_translate`` writes the template anew.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import polib

from eymeeting.domain.child_page import YOU
from eymeeting.domain.dates import MONTHS, WEEKDAYS
from eymeeting.domain.family_copy import SCALE_TITLE
from eymeeting.domain.in_words import NO_SCORE
from eymeeting.domain.one_reader import NEED_NOT_ASK, ONLY_A_PART
from eymeeting.domain.panel_note import A_HELPER
from eymeeting.domain.planned_actions import NOT_YET_AGREED, NOT_YET_AGREED_WITH, SOMEBODY
from eymeeting.domain.scale_chart import START_AND_END, THEN_AND_NOW
from eymeeting.domain.score_rows import NOT_SAID
from eymeeting.domain.what_has_changed import BORN, CALLED, NEW_NAME, WHAT_CHANGED
from eymeeting.domain.who_was_there import HOW_THEY_WERE_THERE, NOTES
from eymeeting.packs import default_pack

TABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "a day of the week, in a date": WEEKDAYS,
    "a month, in a date": MONTHS,
    "in place of a number on the scale": (*NO_SCORE.values(), NOT_SAID),
    "beside a name: how somebody was there, or what they did instead": (
        *sorted(HOW_THEY_WERE_THERE.values()),
        *(each for each in NOTES.values() if each),
    ),
    "above a column of numbers, and in the picture of the scale": (
        *THEN_AND_NOW,
        *START_AND_END,
        SCALE_TITLE,
    ),
    "in place of a name": (NOT_YET_AGREED, NOT_YET_AGREED_WITH, SOMEBODY, YOU, A_HELPER),
    "what a plan and its lead are called where the organisation has no words of its own": (
        default_pack().words.plan,
        default_pack().words.lead_on_copy,
        default_pack().step_title("actions"),
    ),
    "a time of day": ("midday", "midnight"),
    "what has changed for somebody since last time": (BORN, NEW_NAME, CALLED, *WHAT_CHANGED.values()),
    "a service that may see the plan, and how much of it": (ONLY_A_PART, NEED_NOT_ASK),
}
"""Fixed words that come in values and not in a call, under what is said about them to translators."""

_HEADER: Final[Mapping[str, str]] = {
    "Project-Id-Version": "eymeeting",
    "Language": "",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "X-Checked-By": "",
    "X-Checked-On": "",
}
_ABOUT: Final = """\
The headings and sentences that eymeeting prints on families' papers.
Save this as a file of your own, such as ar.po, and write the language's code after Language.
Words in braces, such as {name}, are filled in: keep them as they are, wherever your language puts them.
What people say and write is never translated: it stays as it was said.
Write who checked the translation after X-Checked-By, by full name, and the day after X-Checked-On (2026-11-22).
"""


def gathered(package: Path) -> polib.POFile:
    """Every fixed text in the Python files of a folder, and those of the tables, by file and in their order."""
    found = polib.POFile(wrapwidth=110)
    found.header = _ABOUT
    found.metadata = dict(_HEADER)
    known: dict[str, polib.POEntry] = {}
    for path in sorted(package.glob("*.py")):
        for one, several in _called_with(ast.parse(path.read_text(encoding="utf-8"))):
            entry = known.setdefault(one, polib.POEntry(msgid=one))
            if several:
                entry.msgid_plural, entry.msgstr_plural = several, {0: "", 1: ""}
            if path.name not in entry.comment.split(", "):
                entry.comment = ", ".join(filter(None, (entry.comment, path.name)))
    for about, texts in TABLES.items():
        for text in texts:
            known.setdefault(text, polib.POEntry(msgid=text, comment=about))
    found.extend(known.values())
    return found


def template_of(package: Path) -> str:
    """The template as it is kept in its file."""
    return f"{gathered(package)}".rstrip("\n") + "\n"


def _called_with(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The texts given to ``words(…)``, and the pairs given to ``words.counted(…)``, in the order of the source."""
    calls = [each for each in ast.walk(tree) if isinstance(each, ast.Call)]
    named = dict(_named_texts(tree))
    for call in sorted(calls, key=lambda each: (each.lineno, each.col_offset)):
        literals = [text for each in call.args if (text := _text(each, named))]
        if _is_words(call.func) and literals:
            yield literals[0], ""
        elif _is_counted(call.func) and len(literals) == 2:
            yield literals[0], literals[1]


def _named_texts(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The texts that have a name of their own in a file."""
    for each in tree.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name) and each.value:
            yield each.target.id, _text(each.value, {})


def _text(argument: ast.expr, named: Mapping[str, str]) -> str:
    if isinstance(argument, ast.Name):
        return named.get(argument.id, "")
    is_text = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return ast.literal_eval(argument) if is_text else ""


def _is_words(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        return called.attr == "words"
    return isinstance(called, ast.Name) and called.id == "words"


def _is_counted(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and called.attr == "counted" and _is_words(called.value)


def main() -> None:
    """Write the template anew."""
    with as_file(files("exports")) as package:
        kept = package / "words" / "eymeeting.pot"
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(template_of(package), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
