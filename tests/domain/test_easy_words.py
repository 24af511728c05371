from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from made.pells import FAMILY, PACK, TODAY, action, attended, said, score, with_more

from eymeeting.domain.easy_copy import easy_copy, for_this_screen, texts_to_shorten
from eymeeting.domain.easy_words import (
    advice,
    advice_on_all,
    confirmed,
    easy_words_of,
    fingerprint,
    sentences_of,
    short_words,
)
from eymeeting.domain.entry import FOR_THE_FAMILY
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import ChildWords
from eymeeting.domain.unwritten import said_in, unwritten

LONG = "We have begun to eat our evening meal together at the table on most days"
SHORT = "We eat tea together."


def kept(family: Family, text: str, words: str, on: date = TODAY) -> Family:
    for change in confirmed(family, text, words, by="lead", on=on, pack=PACK):
        family = family.after(change)
    return family


def without(family: Family, line: str) -> Family:
    words = said_in(next(each for each in family.lines if each.id == line))
    assert words is not None
    for change in unwritten(family, words):
        family = family.after(change)
    return family


HELD = with_more(FAMILY, lines=(said("good_at", LONG), said("good_at", "We laugh")))
HELD = replace(HELD, lines=tuple(replace(each, id=f"l{n}") for n, each in enumerate(HELD.lines)))


def test_a_text_is_known_however_it_is_spaced() -> None:
    assert fingerprint("We  eat\n tea ") == fingerprint("We eat tea")
    assert fingerprint("We eat tea") != fingerprint("We eat teas")
    assert len(fingerprint("")) == 16


def test_words_confirmed_later_take_the_place_of_earlier_ones_and_say_who_and_when() -> None:
    family = kept(kept(HELD, LONG, "First"), LONG, f" {SHORT} ", on=date(2026, 6, 2))
    words = easy_words_of(family, LONG)
    assert words is not None
    assert (words.words, words.confirmed_by, words.on) == (SHORT, "lead", date(2026, 6, 2))
    assert len(family.easy_words) == 1
    assert short_words(family, "We laugh") is None


def test_a_text_may_be_confirmed_as_it_is_and_cleared_words_let_it_wait_again() -> None:
    family = kept(HELD, LONG, LONG)
    assert short_words(family, LONG) == LONG
    assert kept(family, LONG, "  ").easy_words == ()
    assert confirmed(HELD, LONG, "", by="lead", on=TODAY, pack=PACK) == ()


def test_short_words_go_with_a_text_that_is_taken_back_unless_it_is_said_elsewhere() -> None:
    family = kept(kept(HELD, LONG, SHORT), "We laugh", "We laugh.")
    after = without(family, "l0")
    assert [each.words for each in after.easy_words] == ["We laugh."]
    twice = with_more(family, lines=(replace(said("change", LONG), id="l9"),))
    assert len(without(twice, "l0").easy_words) == 2


def test_words_for_what_is_nowhere_any_more_go_when_others_are_confirmed_but_not_those_of_the_council() -> (
    None
):
    council = PACK.sentences.harm[0]
    family = kept(kept(HELD, LONG, SHORT), council, "We may have to tell.")
    changed = replace(family, lines=tuple(replace(each, text="New") for each in family.lines[:1]))
    assert [each.words for each in kept(changed, "New", "New.").easy_words] == [
        "We may have to tell.",
        "New.",
    ]


def test_words_for_a_text_without_its_times_are_its_own_and_stay_while_it_does() -> None:
    line = replace(said("change", "Ring Gran at 8.45 each day"), id="t", times_not_for=("mum",))
    family = with_more(FAMILY, lines=(line,))
    [text] = [each.text for each in texts_to_shorten(family, "mum", today=TODAY, pack=PACK) if each.held_by]
    assert "8.45" not in text
    family = kept(kept(family, text, "Ring Gran."), PACK.sentences.harm[0], "We may tell.")
    assert easy_copy(family, "mum", today=TODAY, pack=PACK).copy.wanted == ("Ring Gran.",)
    assert easy_copy(family, "dad", today=TODAY, pack=PACK).copy.wanted == (line.text,)
    assert [each.words for each in without(family, "t").easy_words] == ["We may tell."]


def test_words_that_hold_what_the_reader_must_not_have_do_not_stand_on_their_copy() -> None:
    home = replace(FAMILY.households[0], hidden_from=("dad",))
    away = replace(FAMILY.people[0], household="A", hidden_from=("dad",))
    family = replace(HELD, households=(home,), people=(away, *HELD.people[1:]))
    family = kept(family, LONG, "We eat at 4 Alder Court.")
    assert easy_copy(family, "dad", today=TODAY, pack=PACK).copy.going_well[0] == LONG
    assert easy_copy(family, "mum", today=TODAY, pack=PACK).copy.going_well[0] == "We eat at 4 Alder Court."


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(["mum", "dad", "gran"])), st.sampled_from(["mum", "dad", "gran"]))
def test_words_for_what_somebody_may_not_read_are_kept_off_their_copy_and_off_the_list(
    kept_from: set[str], reader: str
) -> None:
    line = replace(HELD.lines[0], not_for=tuple(sorted(kept_from)) or None)
    family = kept(replace(HELD, lines=(line, HELD.lines[1])), LONG, "Tea is calm these days")
    easy = easy_copy(family, reader, today=TODAY, pack=PACK).copy
    listed = texts_to_shorten(family, reader, today=TODAY, pack=PACK)
    assert ("Tea is calm these days" in easy.going_well) == (reader not in kept_from)
    assert ("Tea is calm these days" in easy.must_not_hold) == (reader in kept_from)
    assert (LONG in [each.text for each in listed]) == (reader not in kept_from)


def test_only_what_everyone_here_may_read_is_for_the_screen() -> None:
    line = replace(HELD.lines[0], not_for=("dad",))
    family = with_more(
        replace(HELD, lines=(line, HELD.lines[1])), attendance=(attended("mum"), attended("dad"))
    )
    texts = texts_to_shorten(family, "mum", today=TODAY, pack=PACK)
    shown = for_this_screen(family, texts, meeting="m1", keyboard="lead", today=TODAY, pack=PACK)
    assert {each.text for each in texts} - {each.text for each in shown} == {LONG}
    gone = replace(family, attendance=(attended("mum"),))
    assert len(for_this_screen(gone, texts, meeting="m1", keyboard="lead", today=TODAY, pack=PACK)) == len(
        texts
    )
    assert {each.text for each in shown} >= set(sentences_of(PACK)) - {PACK.sentences.scale}


def test_what_would_make_words_easier_is_said_and_never_refused() -> None:
    assert advice(SHORT) == ""
    assert advice(" ".join(["we"] * 16)) == "16 words in one sentence: up to 15 are easier to read."
    assert advice("We want accommodation.").startswith("“accommodation” may be a hard word.")
    hard = "Everybody appreciates considerable responsibility regarding educational opportunities. "
    assert advice_on_all([hard * 5]).startswith("All together: reading age ")
    assert advice_on_all([SHORT] * 20) == ""


def test_a_copy_counts_what_stands_on_it_as_it_was_said_and_a_child_s_words_always_do() -> None:
    child = ChildWords(
        id="cw", meeting="m1", who="ivy", words="More trains", how="said", visibility=FOR_THE_FAMILY
    )
    family = with_more(HELD, child_words=(child,), attendance=(attended("mum"),))
    texts = [each.text for each in texts_to_shorten(family, "mum", today=TODAY, pack=PACK)]
    assert texts[:2] == [LONG, "We laugh"]
    assert "More trains" not in texts
    assert easy_copy(family, "mum", today=TODAY, pack=PACK).waiting == len(texts)
    easy = easy_copy(kept(family, LONG, SHORT), "mum", today=TODAY, pack=PACK)
    assert (easy.copy.going_well, easy.waiting) == ((SHORT, "We laugh"), len(texts) - 1)
    assert easy.copy.child_words == (("Ivy", "More trains"),)


def test_the_count_of_what_waits_tells_nobody_of_what_is_not_for_them() -> None:
    line = replace(HELD.lines[0], not_for=("dad",))
    family = with_more(
        replace(HELD, lines=(line, HELD.lines[1])), attendance=(attended("mum"), attended("dad"))
    )
    texts = texts_to_shorten(family, "mum", today=TODAY, pack=PACK)
    assert easy_copy(family, "mum", today=TODAY, pack=PACK, meeting=1).waiting == len(texts) - 1
    alone = replace(family, attendance=(attended("mum"),))
    assert easy_copy(alone, "mum", today=TODAY, pack=PACK, meeting=1).waiting == len(texts)


def test_a_picture_tells_no_part_of_life_that_the_copy_does_not_name_or_that_is_asked_alone() -> None:
    planned = tuple(action(area, "mum", area=area) for area in ("home", "money", "safety"))
    scored = (
        score("mum", 3, area="home"),
        replace(score("mum", 2, area="safety"), visibility=FOR_THE_FAMILY),
    )
    family = with_more(FAMILY, actions=planned, scores=scored, attendance=(attended("mum"),))
    easy = easy_copy(family, "mum", today=TODAY, pack=PACK)
    assert easy.areas == {"Our home": "home", "home": "home"}
