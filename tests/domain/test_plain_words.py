import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.plain_words import CheckWords, HardWord, hard_words_in
from eymeeting.packs import SHIPPED, shipped_pack

CAF = HardWord(words="CAF", say="assessment")
SAFE = HardWord(words="safeguarding", say="keeping people safe")
CHECK = CheckWords(jargon=(CAF, SAFE), initials_known=("GP",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The CAF is done.", [CAF]),
        ("Two CAFs, one CAF.", [CAF]),
        ("A caff by the sea, and cafés.", []),
        ("Safeguarding comes first.", [SAFE]),
        ("Unsafeguardinglike is no word.", []),
        ("Ring the GP, the SALT team and XYZ.", [HardWord(words="SALT"), HardWord(words="XYZ")]),
        ("Her ID is on TV.", []),
        ("CO1 1AB and 12AB", []),
        ("AGA rang. JOE too.", []),
        ("PLEASE RING THE SCHOOL", []),
        ("A&E at night, and EYM-0001", []),
        ("The DNA of XYZ, then safeguarding, then XYZ", [HardWord(words="DNA"), HardWord(words="XYZ"), SAFE]),
    ],
)
def test_jargon_and_unknown_initials_are_found_once_in_order(text: str, found: list[HardWord]) -> None:
    assert list(hard_words_in([text], CHECK, ["Aga Łoś", "Joe Marsh"])) == found


def test_without_a_list_only_initials_are_found() -> None:
    assert hard_words_in(["safeguarding at the CAF"], CheckWords()) == (HardWord(words="CAF"),)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_pack_says_to_families_what_it_calls_jargon(name: str) -> None:
    pack = shipped_pack(name)
    said = pack.sentences
    on_paper = (*said.sharing, *said.harm, *said.keeping, *said.wrong, *said.worried, said.scale)
    assert hard_words_in(on_paper, pack.check) == ()
    assert hard_words_in([each.say for each in pack.check.jargon], pack.check) == ()
    assert {"CAF", "TAF", "EHCP", "MARAC", "multi-agency"} <= {each.words for each in pack.check.jargon}
    assert all(each.say for each in pack.check.jargon)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_no_text_at_all_stops_the_search(texts: list[str]) -> None:
    assert all(each.words for each in hard_words_in(texts, CHECK, texts))
