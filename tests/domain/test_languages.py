from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eymeeting.domain.languages import (
    LANGUAGES,
    is_from_the_right,
    language_code,
    language_name,
)

RIGHT = ["ar", "fa", "he", "ur", "ps", "ckb", "ku-Arab", "pa-Arab", "az-Arab-IR", "sd", "yi", "ar-EG"]
LEFT = ["pl", "zh", "ku", "ku-Latn", "ur-Latn", "en-GB", "uz-Cyrl", "so", "ar-Latn"]


@pytest.mark.parametrize("code", RIGHT)
def test_these_are_written_from_right_to_left(code: str) -> None:
    assert is_from_the_right(code)


@pytest.mark.parametrize("code", LEFT)
def test_these_are_written_from_left_to_right(code: str) -> None:
    assert not is_from_the_right(code)


@pytest.mark.parametrize("code", [*LANGUAGES, *RIGHT, *LEFT, "xx-Latn"])
def test_the_name_of_a_language_leads_back_to_its_code(code: str) -> None:
    assert language_code(language_name(code)) == code


@given(st.text(max_size=12))
def test_what_is_read_as_a_language_reads_the_same_again(words: str) -> None:
    code = language_code(words)
    assert code is None or language_code(code) == code
