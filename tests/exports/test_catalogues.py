from __future__ import annotations

from contextlib import suppress
from datetime import date
from importlib.resources import as_file, files

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.catalogues import MOST_TOLD, catalogue_from, not_kept, not_usable, template
from exports.fixed_words import FixedWords
from exports.spoken import names_listed, on_paper, spoken_date, spoken_day, time_of_day
from exports.words_to_translate import gathered, template_of
from eymeeting.domain.problems import Refused

TODAY = date(2026, 11, 22)
HEADER = {
    "Language": "pl",
    "Content-Type": "text/plain; charset=UTF-8",
    "X-Checked-By": "Ewa Nowak",
    "X-Checked-On": "2026-11-22",
}


def catalogue(entries: dict[str, str], **header: str) -> bytes:
    made = polib.POFile()
    told = {name.replace("_", "-"): value for name, value in header.items()}
    made.metadata = {name: value for name, value in {**HEADER, **told}.items() if value}
    made.extend(polib.POEntry(msgid=english, msgstr=said) for english, said in entries.items())
    return f"{made}".encode()


def words_from(content: bytes, today: date) -> FixedWords:
    return catalogue_from(content, today).words


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        words_from(content, TODAY)
    return str(refused.value)


def test_the_template_is_as_the_source_is() -> None:
    with as_file(files("exports")) as package:
        anew = template_of(package)
    assert template() == anew, "Write it anew: python -m exports.words_to_translate"


def test_every_text_of_the_template_is_gathered_with_where_it_stands() -> None:
    with as_file(files("exports")) as package:
        found = {each.msgid: each.comment for each in gathered(package)}
    assert found["Monday"] == "a day of the week, in a date"
    assert "family_copy.py" in found["Who was there"]
    assert all(found.values())


def test_headings_are_in_the_language_and_what_is_missing_is_in_english() -> None:
    words = words_from(catalogue({"Who was there": "Kto był", "Monday": "poniedziałek", "Now": ""}), TODAY)
    assert (words.code, words.from_the_right) == ("pl", False)
    assert [words("Who was there"), words("Now"), words.known("Monday")] == ["Kto był", "Now", "poniedziałek"]
    assert words("What {name} said", name="{Ola}") == "What {Ola} said"


def test_it_is_told_who_checked_it_and_how_much_is_missing() -> None:
    read = catalogue_from(catalogue({"Who was there": "Kto był", "no words of ours": "x"}), TODAY)
    assert (read.checked_by, read.checked_on, read.translated) == ("Ewa Nowak", TODAY, 1)
    assert f"{read.of - 1} headings and sentences have no Polish yet" in read.remark


def test_a_whole_catalogue_has_nothing_to_remark() -> None:
    whole = polib.pofile(template())
    read = catalogue_from(catalogue({each.msgid: each.msgid for each in whole}), TODAY)
    assert (read.translated, read.remark) == (read.of, "")


def test_an_entry_marked_fuzzy_counts_as_not_translated() -> None:
    made = polib.pofile(catalogue({"Who was there": "Kto był"}).decode())
    made[0].flags.append("fuzzy")
    read = catalogue_from(f"{made}".encode(), TODAY)
    assert (read.translated, read.words("Who was there")) == (0, "Who was there")


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ({"X_Checked_By": ""}, "Nobody has checked it"),
        ({"X_Checked_By": "X 1"}, "Nobody has checked it"),
        ({"X_Checked_By": "…"}, "Nobody has checked it"),
        ({"X_Checked_On": ""}, "must hold the day it was checked"),
        ({"X_Checked_On": "22.11.2026"}, "must hold the day it was checked"),
        ({"X_Checked_On": "2026-11-23"}, "a day that is still to come"),
        ({"Language": ""}, "the language's code"),
        ({"Language": "the usual"}, "the language's code"),
        ({"Language": "en_GB"}, "says English"),
        ({"X_Direction": "up"}, "can be rtl or ltr"),
        ({"Plural_Forms": "nplurals=2; plural=n*;"}, "Plural-Forms"),
        ({"Plural_Forms": "nplurals=2; plural=1/n;"}, "Plural-Forms"),
        ({"Plural_Forms": "nplurals=2; plural=n%(n-7);"}, "Plural-Forms"),
    ],
)
def test_a_catalogue_with_a_wrong_header_cannot_be_used(header: dict[str, str], told: str) -> None:
    assert told in refusal(catalogue({"Who was there": "Kto był"}, **header))


@pytest.mark.parametrize(
    "said", ["{named} powiedziała", "powiedziała", "{name} {name!r}", "{name", "{name:>9}", "{} {name}", "}"]
)
def test_a_translation_keeps_the_places_that_are_filled_in(said: str) -> None:
    assert "“What {name} said” needs the same places" in refusal(catalogue({"What {name} said": said}))
    assert words_from(catalogue({"What {name} said": "{name}: słowa"}), TODAY)("What {name} said", name="Ola")


def test_all_that_is_wrong_is_told_at_once_and_never_endlessly() -> None:
    told = refusal(catalogue({"What {name} said": "słowa"}, X_Checked_By="", X_Checked_On="2030-01-01"))
    assert len(told.splitlines()) == 3
    many = catalogue({f"{{place}} {number}": "x" for number in range(50)})
    assert refusal(many).splitlines()[MOST_TOLD:] == ["And 30 more."]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"PK\x03\x04 msgid \n\x00",
        b"not a catalogue\n",
        b'msgid "a\nmsgstr',
        b'msgid "a"\nmsgid "b"\nwhat\n',
        b"msgid" * 600_000,
        'msgid ""\nmsgstr "Language: pl\\n"\n'.encode("utf-16"),
    ],
)
def test_what_is_no_catalogue_is_refused_in_plain_words(content: bytes) -> None:
    assert "atalogue" in refusal(content)


def test_the_same_text_twice_is_told() -> None:
    twice = catalogue({"Now": "Teraz"}) + b'\nmsgid "Now"\nmsgstr "Dzisiaj"\n'
    assert "“Now” stands in it twice." in refusal(twice)


@given(st.text(alphabet='msgidtr[0]#,~"\\\n xN{}\t', max_size=60))
@settings(max_examples=60, deadline=None)
def test_a_broken_end_is_refused_or_does_no_harm(end: str) -> None:
    content = catalogue({"Now": "Teraz"}) + b"\n" + end.encode()
    with suppress(Refused):
        assert words_from(content, TODAY)("Who") == "Who"


def test_a_language_is_turned_by_its_code_and_the_header_can_say_otherwise() -> None:
    assert words_from(catalogue({}, Language="ar"), TODAY).from_the_right
    assert not words_from(catalogue({}, Language="ar", X_Direction="ltr"), TODAY).from_the_right
    assert words_from(catalogue({}, Language="ku", X_Direction="RTL"), TODAY).from_the_right


def test_a_language_has_as_many_forms_of_a_count_as_it_needs() -> None:
    forms = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    made = polib.pofile(catalogue({}, Plural_Forms=forms).decode())
    said = {0: "jedna rzecz", 1: "{number} rzeczy", 2: "{number} rzeczy razem"}
    made.append(polib.POEntry(msgid="one thing", msgid_plural="{number} things", msgstr_plural=said))
    words = words_from(f"{made}".encode(), TODAY)
    told = [words.counted("one thing", "{number} things", number) for number in (1, 3, 5)]
    assert told == ["jedna rzecz", "3 rzeczy", "5 rzeczy razem"]


def test_a_date_and_a_time_are_told_in_the_order_of_the_language() -> None:
    said = {
        "{day} {month} {year}": "{year}年{month}{day}日",
        "{weekday} {date}": "{date}{weekday}",
        "Sunday": "星期日",
        "November": "11月",
        "{time}pm": "下午{time}",
    }
    words = words_from(catalogue(said, Language="zh"), TODAY)
    assert spoken_day(TODAY, words) == "2026年11月22日星期日"
    assert [time_of_day(each, words) for each in ("13:30", "10:00", "soon")] == ["下午1.30", "10am", "soon"]
    assert names_listed(["Ann", "Bo", "Cy"], words) == "Ann, Bo and Cy"
    polish = words_from(catalogue({"November": "listopada"}), TODAY)
    assert on_paper(f"  {spoken_date(TODAY, polish)}  i ") == "22\u00a0listopada 2026 i"


def test_whoever_makes_a_copy_is_told_why_its_headings_are_in_english() -> None:
    assert "nothing is kept for Arabic yet" in not_kept("ar")
    assert "the catalogue for Polish cannot be used" in not_usable("pl")
