from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    "arguments",
    [
        ("copy", "HB-104"),
        ("copy", "--for", "p1"),
        ("copy", "HB-104", "--for"),
        ("copy", "HB-104", "--for", "p1", "--kind", "poster"),
        ("copy", "HB-104", "--for", "p1", "--format", "tiny"),
        ("copy", "HB-104", "--for", "p1", "--meeting", "first"),
        ("copy", "HB-104", "HB-097", "--for", "p1"),
        ("import",),
        ("import", "one.json", "two.json"),
        ("import", "one.json", "--family", "HB-104"),
        ("export",),
        ("export", "one.json", "--family"),
        ("export", "one.json", "--replace"),
        ("restore",),
        ("restore", "one.sqlite3", "two.sqlite3"),
        ("backup", "one.sqlite3"),
        ("check", "one.sqlite3"),
        ("check", "--drill"),
        ("demo", "HB-104"),
        ("meet",),
        ("--database",),
        ("--colour", "red"),
    ],
)
def test_wrong_usage_is_one_sentence_and_two(
    arguments: tuple[str, ...], ask: Ask, everything: Callable[[], dict[str, str]]
) -> None:
    before = everything()
    answer = ask(*arguments)
    assert answer.status == 2
    [sentence] = answer.err.splitlines()
    assert sentence.startswith("eymeeting")
    assert "--help” shows how it is used." in sentence
    assert everything() == before


@pytest.mark.parametrize("today", ["yesterday", "22/11/2026", "2026-13-01", "0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "command", ["import one.json", "export one.json", "copy HB-104 --for p1", "demo", ""]
)
def test_a_today_that_is_no_day_is_wrong_usage(today: str, command: str, ask: Ask) -> None:
    answer = ask(*command.split(), EYMEETING_TODAY=today)
    assert answer == (2, "", "EYMEETING_TODAY must be a day such as 2026-11-22.\n")


@pytest.mark.parametrize("arguments", [("--help",), ("import", "--help"), ("copy", "--help")])
def test_help_is_no_problem(arguments: tuple[str, ...], ask: Ask) -> None:
    answer = ask(*arguments)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("usage: eymeeting")


def test_help_names_every_command(ask: Ask) -> None:
    told = ask("--help").out
    assert all(
        f"\n    {command} " in told
        for command in ("demo", "import", "export", "copy", "backup", "restore", "check")
    )
