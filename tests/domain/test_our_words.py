from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from eymeeting.domain.in_words import listed
from eymeeting.domain.our_words import OurWords, in_a_paragraph, joined

said = st.text(alphabet="ab{} é", max_size=8)


def test_a_text_that_is_filled_in_reads_as_any_other_and_knows_its_parts() -> None:
    told = OurWords("{name} was born on {day}.", name="{Kit}", day=date(2026, 3, 30))
    assert told == "{Kit} was born on 30 March 2026."
    assert hash(told) == hash(str(told))
    assert (told.fixed, told.given["name"]) == ("{name} was born on {day}.", "{Kit}")


@given(said)
def test_a_whole_text_keeps_its_braces(text: str) -> None:
    assert OurWords(text) == text


@given(st.lists(said, max_size=4))
def test_names_and_sentences_read_as_they_always_did(texts: list[str]) -> None:
    assert joined(texts) == listed(texts)
    full = [text for text in texts if text]
    assert in_a_paragraph(full) == " ".join(full)
