from __future__ import annotations

from datetime import date

from exports.fixed_words import ENGLISH
from exports.papers_kept import papers_kept
from exports.papers_wanted import Wanted
from eymeeting.domain.settings import KeptFile, KeptFileKind

TODAY = date(2026, 11, 22)
POLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: pl\\n"
{checked}
msgid "What will happen next"
msgstr "Co będzie dalej"
"""
BY = '"X-Checked-By: Zofia Lis\\n"\n"X-Checked-On: 2026-11-20\\n"\n'


def kept(*files: tuple[KeptFileKind, str, bytes, date]) -> list[KeptFile]:
    return [KeptFile(kind=kind, name=name, content=content, on=on) for kind, name, content, on in files]


def paper(files: list[KeptFile], **wanted: str) -> object:
    papers = papers_kept(lambda kind: tuple(each for each in files if each.kind == kind), TODAY)
    return papers(Wanted(**wanted))  # type: ignore[arg-type]


def test_the_council_s_own_paper_that_was_kept_last_is_under_every_copy() -> None:
    files = kept(
        ("paper", "b.docx", b"older", date(2026, 1, 1)), ("paper", "a.docx", b"newer", date(2026, 2, 1))
    )
    found = paper(files, format="large")
    assert (found.own, found.format, found.words, found.remark) == (b"newer", "large", ENGLISH, "")  # type: ignore[attr-defined]
    assert paper([]).own is None  # type: ignore[attr-defined]


def test_a_checked_language_gives_its_words_and_says_what_is_missing() -> None:
    files = kept(("language", "pl.po", POLISH.format(checked=BY).encode(), TODAY))
    found = paper(files, language="pl")
    assert found.words("What will happen next") == "Co będzie dalej"  # type: ignore[attr-defined]
    assert "no Polish yet" in found.remark  # type: ignore[attr-defined]


def test_a_language_that_nobody_checked_or_that_is_not_kept_is_english_with_a_remark() -> None:
    files = kept(("language", "pl", POLISH.format(checked="").encode(), TODAY))
    for code, why in (("pl", "Polish cannot be used"), ("ar", "nothing is kept for Arabic")):
        found = paper(files, language=code)
        assert found.words is ENGLISH  # type: ignore[attr-defined]
        assert why in found.remark  # type: ignore[attr-defined]
