"""Reads a pack from TOML, and says in plain sentences everything that is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from eymeeting.domain.pack import Pack
from eymeeting.domain.pack_rules import NEEDS_ONE, RANGES, RULES, TOLD_APART_BY
from eymeeting.domain.problems import Problem
from eymeeting.domain.text import clean_line

TEXT_LIMIT = 500
"""Characters in one text of a pack."""

_CALLED: Final[Mapping[type, str]] = {str: "words in quotes", int: "a whole number", bool: "true or false"}
_ID = re.compile(r"[a-z][a-z0-9_]*")
_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_NOTHING: Final = object()


class WrongPack(Problem):
    """A pack that cannot be used. ``sentences`` says everything that is wrong with it, in order."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("\n".join(self.sentences))


def read_pack(text: str) -> Pack:
    """The pack that a TOML text holds, its words cleaned. Lists are counted from 1 in what is said.

    Raises:
        WrongPack: the text is not TOML, or a key is unknown, missing or holds what it cannot.
    """
    reading = _Reading()
    parts = reading.parts(Pack, _as_toml(text), "")
    for rule in RULES:
        reading.wrong.extend(rule(parts))
    if reading.wrong:
        raise WrongPack(reading.wrong)
    return Pack(**parts)


def _as_toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        raise WrongPack(["The file holds lists within lists, deeper than any pack."]) from None
    except ValueError as problem:
        raise WrongPack([_said_plainly(str(problem))]) from None


def _said_plainly(problem: str) -> str:
    found = _WHERE.search(problem)
    why = clean_line(_WHERE.sub("", problem))
    where = f"Line {found[1]}" if found and found[1] else "The end of the file" if found else "The file"
    return f"{where} cannot be read as TOML: {why[:1].lower()}{why[1:]}."


@dataclass
class _Reading:
    """One reading of a pack, by its dataclasses, with everything found to be wrong so far."""

    wrong: list[str] = field(default_factory=list)

    def parts(self, kind: type[Any], written: Mapping[str, Any], at: str) -> dict[str, Any]:
        """What could be read of a group, by key; whatever could not is noted and left out."""
        hints = get_type_hints(kind)
        meant = self._unknown_keys(written, hints, at)
        parts = {}
        for each in fields(kind):
            name, needed = each.name, each.default is MISSING and each.default_factory is MISSING
            if name in written:
                value = self._value(hints[name], written[name], _joined(at, name))
                if value is not _NOTHING:
                    parts[name] = value
            elif needed and name not in meant:
                self.wrong.append(f"{_joined(at, name)} is missing.")
        return parts

    def _unknown_keys(self, written: Mapping[str, Any], hints: Mapping[str, Any], at: str) -> set[str]:
        missing = [name for name in hints if name not in written]
        meant: set[str] = set()
        for key in written:
            if key in hints:
                continue
            near = get_close_matches(key, missing, 1, cutoff=0.5) or get_close_matches(key, hints, 1)
            meant.update(near)
            advice = f"Did you mean {near[0]}?" if near else f"The keys here are {', '.join(hints)}."
            self.wrong.append(f"{_joined(at, _shown(key))} is not a key here. {advice}")
        return meant

    def _value(self, hint: Any, written: object, at: str) -> Any:
        origin = get_origin(hint)
        if origin in (Union, UnionType):
            return self._value(get_args(hint)[0], written, at)
        if origin is tuple:
            return self._list(get_args(hint)[0], written, at)
        if origin is Literal:
            return self._choice(get_args(hint), written, at)
        if is_dataclass(hint):
            return self._group(hint, written, at)
        if type(written) is not hint:
            return self._refuse(f"{at} must be {_CALLED[hint]}.")
        if isinstance(written, str):
            return self._text(written, at)
        return self._number(written, at) if hint is int else written

    def _group(self, kind: Any, written: object, at: str) -> Any:
        if not isinstance(written, dict):
            return self._refuse(f"{at} must be a group of keys.")
        before = len(self.wrong)
        parts = self.parts(kind, written, at)
        return kind(**parts) if len(self.wrong) == before else _NOTHING

    def _list(self, kind: Any, written: object, at: str) -> Any:
        if not isinstance(written, list):
            header = re.sub(r"\[\d+\]", "", at)
            each = f"each one under [[{header}]]" if is_dataclass(kind) else "in square brackets"
            return self._refuse(f"{at} must be a list, {each}.")
        before = len(self.wrong)
        if not written and kind in NEEDS_ONE:
            self.wrong.append(f"{at} is empty. At least one is needed.")
        read = [self._value(kind, each, f"{at}[{place}]") for place, each in enumerate(written, 1)]
        if kind in TOLD_APART_BY:
            self._told_apart(read, TOLD_APART_BY[kind], at)
        return tuple(read) if len(self.wrong) == before else _NOTHING

    def _told_apart(self, read: list[Any], key: str, at: str) -> None:
        first: dict[str, int] = {}
        for place, each in enumerate(read, 1):
            if each is _NOTHING:
                continue
            value = getattr(each, key)
            earlier = first.setdefault(value, place)
            if earlier != place:
                self.wrong.append(
                    f"{at}[{place}].{key} is “{_shown(value)}”, and so is {at}[{earlier}].{key}."
                )

    def _choice(self, choices: tuple[str, ...], written: object, at: str) -> Any:
        if written in choices:
            return written
        near = get_close_matches(str(written), choices, 1)
        advice = f"Did you mean {near[0]}?" if near else f"It can be {', '.join(choices)}."
        return self._refuse(f"{at} cannot be “{_shown(str(written))}”. {advice}")

    def _text(self, written: str, at: str) -> Any:
        text = clean_line(written)
        if not text:
            return self._refuse(f"{at} is empty.")
        if len(text) > TEXT_LIMIT:
            return self._refuse(f"{at} has {len(text)} characters, and {TEXT_LIMIT} is the most.")
        if at.endswith(".id") and not _ID.fullmatch(text):
            return self._refuse(f"{at} must be small letters, figures and _, beginning with a letter.")
        return text

    def _number(self, written: object, at: str) -> Any:
        low, high = RANGES[at.rpartition(".")[2]]
        if isinstance(written, int) and low <= written <= high:
            return written
        return self._refuse(f"{at} must be from {low} to {high}.")

    def _refuse(self, sentence: str) -> object:
        self.wrong.append(sentence)
        return _NOTHING


def _joined(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name


def _shown(typed: str) -> str:
    """What somebody wrote in the file, made fit to stand in a sentence."""
    text = clean_line(typed)
    return text if len(text) <= 40 else f"{text[:39]}…"
