from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import Line
from eymeeting.domain.people import FamilyDetails
from eymeeting.domain.plain_words import hard_words_in
from eymeeting.domain.whose_words import names_in, typed_in, words_of_texts, written_in
from eymeeting.packs import default_pack

PACK = default_pack()


def line(text: str) -> Line:
    return Line(id="l1", position=0, meeting="m1", section="good_at", text=text, visibility=FOR_THE_FAMILY)


def test_a_sentence_is_theirs_where_half_of_it_was_typed_and_held_only_where_all_of_it_was() -> None:
    typed = words_of_texts(["Ring the housing officer about the damp", "Joe"])
    assert typed.hold("Ring the housing officer about the damp.")
    assert typed.hold("the Housing OFFICER about")
    assert not typed.hold("By Friday ring the housing officer")
    assert not typed.hold("about the damp Joe")
    assert not typed.hold("")
    assert typed.are_in("By Friday Joe will ring the housing officer about the damp")
    assert not typed.are_in("You can say no on any day, and tell the officer")
    assert typed.left_of("By Friday Joe will ring the housing officer") == "by friday will"
    assert typed.are_in("Folake and Daniel came", frozenset({"folake", "daniel"}))


def test_everything_that_was_typed_is_known_and_so_is_every_name() -> None:
    family = Family(
        details=FamilyDetails(id="EYM-1", family_name="Adeyemi", chosen_name="The Adeyemis"),
        lines=(line("We sing together"),),
    )
    assert "We sing together" in typed_in(family)
    assert {"Adeyemi", "The Adeyemis"} <= set(names_in(family))


def test_the_jargon_a_council_looks_for_is_not_what_it_says() -> None:
    assert hard_words_in(written_in(PACK), PACK.check) == hard_words_in(
        written_in(replace(PACK, check=replace(PACK.check, jargon=()))), PACK.check
    )
    assert "MARAC" not in written_in(PACK)
    assert PACK.sentences.harm[0] in written_in(PACK)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4), st.text(max_size=60))
def test_a_text_holds_itself_and_no_text_stops_it(texts: list[str], other: str) -> None:
    known = words_of_texts([*texts, other])
    for text in (*texts, other):
        share = known.share(text)
        assert share in (0.0, 1.0)
        assert known.hold(text) == (share == 1.0)
    assert 0.0 <= words_of_texts(texts).share(other) <= 1.0
