"""Files that nobody in their right mind would import, and some that were made to do harm."""

from __future__ import annotations

import gzip
import io
import json
import pickle
import random
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]
Listed = Callable[[], dict[str, str]]


def in_families(text: str) -> bytes:
    """A file in the right form around something that is not."""
    return f'{{"schema": 1, "families": [{text}]}}'.encode("utf-8", "surrogatepass")


def a_zip(name: str, content: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return whole.getvalue()


def a_database() -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        "CREATE TABLE family (id); CREATE TRIGGER t AFTER INSERT ON family BEGIN DELETE FROM family; END"
    )
    return connection.serialize()


FAMILY = '"ref": "BAD-1", "family_name": "Marsh", "people": [], "professionals": [], "agreement": []'
CODE = b"cos\nsystem\n(S'touch harmed'\ntR."
HOSTILE: dict[str, bytes | None] = {
    "not there": None,
    "nothing": b"",
    "a space": b" ",
    "a mark of byte order alone": b"\xef\xbb\xbf",
    "two marks of byte order": b"\xef\xbb\xbf\xef\xbb\xbf{}",
    "UTF-16": '{"schema": 1, "families": []}'.encode("utf-16"),
    "UTF-32": '{"schema": 1, "families": []}'.encode("utf-32"),
    "Latin-1": '{"schema": 1, "families": [{"ref": "Zoë"}]}'.encode("latin-1"),
    "half a letter": b'{"schema": 1, "families": [{"ref": "\xc3"}]}',
    "an overlong letter": b'{"schema": 1, "families": [{"ref": "\xc0\xaf"}]}',
    "NULs": bytes(1000),
    "a NUL in the middle": b'{"schema": 1, \x00 "families": []}',
    "control codes": b"\x1b[2J\x1b]0;owned\x07{}",
    "one bracket": b"{",
    "a comma too many": b'{"schema": 1, "families": [],}',
    "single quotes": b"{'schema': 1, 'families': []}",
    "two files in one": b'{"schema": 1, "families": []}{"schema": 1, "families": []}',
    "words after the end": b'{"schema": 1, "families": []} rm -rf /',
    "a list": b"[]",
    "a number": b"7",
    "a word": b'"families"',
    "null": b"null",
    "a newer form": b'{"schema": 2, "families": []}',
    "a form that is text": b'{"schema": "1", "families": []}',
    "a form that is true": b'{"schema": true, "families": []}',
    "no form": b'{"families": []}',
    "no families": b'{"schema": 1}',
    "a key twice": b'{"schema": 1, "families": [], "families": []}',
    "a key twice, written in another way": b'{"schema": 1, "families": [], "f\\u0061milies": []}',
    "a key of the language": b'{"schema": 1, "families": [], "__class__": {"__init__": 1}}',
    "NaN": in_families("NaN"),
    "Infinity": in_families("-Infinity"),
    "a number without end": in_families("9" * 100_000),
    "a number beyond numbers": in_families("1e999999"),
    "lists in lists": b"[" * 200_000,
    "lists in lists, closed": b"[" * 100_000 + b"]" * 100_000,
    "groups in groups": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "groups in the middle": in_families('{"a":' * 5_000 + "1" + "}" * 5_000),
    "families that are words": in_families('"Marsh", "Marsh"'),
    "families that are null": in_families("null"),
    "a family without anything": in_families("{}"),
    "a reference that is a list": in_families('{"ref": ["BAD-1"], "family_name": "Marsh"}'),
    "people that are a number": in_families('{"ref": "BAD-1", "people": 7}'),
    "half of a pair": in_families('{"ref": "\\ud800", "family_name": "\\udfff"}'),
    "a reference with a path": in_families('{"ref": "../../etc/passwd", "family_name": "Marsh"}'),
    "a reference of orders": in_families('{"ref": "\\u001b[2J", "family_name": "\'; DROP TABLE family; --"}'),
    "twenty million letters in a name": in_families(
        '{"ref": "BAD-1", "family_name": "' + "x" * 19_900_000 + '"}'
    ),
    "a name beyond what is read": b'{"schema": 1, "families": [{"ref": "' + b"x" * 21_000_000,
    "a hundred thousand keys": in_families("{" + ", ".join(f'"k{n}": 1' for n in range(100_000)) + "}"),
    "the same family twice": in_families(f"{{{FAMILY}}}, {{{FAMILY}}}"),
    "a zip": a_zip("families.json", b'{"schema": 1, "families": []}'),
    "a zip that grows": a_zip("families.json", bytes(5_000_000)),
    "a zip that climbs": a_zip("../../families.json", b"{}"),
    "packed": gzip.compress(b'{"schema": 1, "families": []}'),
    "a database": a_database(),
    "a pickle": pickle.dumps({"schema": 1, "families": []}),
    "a pickle with code": CODE,
    "a program": b"\x7fELF" + bytes(60),
    "a page": b"<!DOCTYPE html><script>alert(1)</script>",
    "XML that grows": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
    "YAML": b"schema: 1\nfamilies: !!python/object/apply:os.system ['touch harmed']\n",
    "noise": random.Random(22).randbytes(5_000),
}


def test_there_are_more_than_fifty() -> None:
    assert len(HOSTILE) > 50


def test_every_one_is_refused_in_sentences_and_the_families_are_as_they_were(
    ask: Ask, tmp_path: Path, everything: Listed
) -> None:
    file = tmp_path / "given.json"
    for name, content in HOSTILE.items():
        file.unlink(missing_ok=True)
        if content is not None:
            file.write_bytes(content)
        before = everything()
        answer = ask("import", file)
        assert answer.status == 1, name
        assert "othing was imported" in answer.err, name
        assert len(answer.err) < 4_000, name
        assert "\x1b" not in answer.err, name
        assert everything() == before, name


@pytest.mark.parametrize("name", ["a list", "noise", "the same family twice"])
def test_a_refused_file_makes_no_database(name: str, ask: Ask, tmp_path: Path, everything: Listed) -> None:
    file = tmp_path / "given.json"
    file.write_bytes(HOSTILE[name] or b"")
    before = everything()
    assert ask("import", file, "--database", tmp_path / "new.sqlite3").status == 1
    assert everything() == before


def test_what_was_spoilt_at_random_is_taken_whole_or_refused(
    ask: Ask, tmp_path: Path, every_key: Path, database: Path
) -> None:
    chance = random.Random(2026)
    whole = json.loads(every_key.read_text("utf-8"))
    families = json.dumps({"schema": 1, "families": whole["families"][:1]}).encode()
    for number in range(60):
        spoilt = bytearray(families)
        for _ in range(chance.choice((1, 1, 5))):
            at = chance.randrange(len(spoilt))
            spoilt[at : at + chance.choice((0, 1, 30))] = chance.randbytes(chance.choice((0, 1, 3)))
        file = tmp_path / f"{number}.json"
        file.write_bytes(spoilt)
        assert ask("import", file).status in (0, 1)
    assert ask("check").status == 0
