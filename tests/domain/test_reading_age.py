import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.reading_age import reading, sentences_in, syllables, words_in

BY_SYLLABLES = {
    1: """the be a of and to in we you our they them their this that there here with from for who what when
        where will would can could should may must have has had was were is are been do does done did go goes
        went gone come came say says said see saw seen know think thought help helped need needs want wants like
        liked make made take took give gave ask asked tell told talk talked meet met plan plans planned mum
        dad gran child friend friends home house school work worked job phone ring rang call called calls week
        weeks month months year years day days date time times once twice each both all some more most one two
        three four five six eight nine ten first last next now then than though through while since safe scared
        hurt harm health course clothes shoes bills debts rent drugs drink smoke sleep sleeps age aged used use
        change keep keeps right wrong small large great good worse worst best real sure calm kind brave proud
        guide guess guard quite fruit juice build league tongue key eye eyes yes you've they're we'll can't don't
        won't step steps side write wrote reads list score scored scale rule role whole world girl boys nurse
        judge court law note notes page tired breathe chased raised moved lived hoped stopped walked""",
    2: """safer uses pages helper helpers worker workers teacher mother father sister brother baby babies
        daughter partner cousin person people children parents carer doctor midwife police council centre meeting
        meetings going being doing seeing trying playing saying paying asking talking feeling evening today
        Monday Tuesday Wednesday Friday Sunday August money worried worry worries happy better after before about
        because other others over under again action actions outcome outcomes welcome someone something sometimes
        homework housework lifetime safety careful useful helpful homeless likely lately safely movement
        statement placement basement household update bedtime lonely quiet diet science client giant prior table
        little able trouble settle settled simple bottle didn't isn't doesn't wouldn't couldn't hasn't wanted
        needed started added hated rated places houses changes boxes voices pieces ages teaches agree agreed
        believe review above between begin began become number letter paper picture question language guilty
        biscuit mayor player loyal beyond lawyer hundred naked maybe business always never themselves ourselves
        issue issues value valued argue rescue region social special nation station mention written hidden broken
        children's problem problems struggle reason support supports married carried senior junior union million
        create poem fluid ruin cruel fuel behave report provide include includes decide arrange arranged cannot
        into upon also often early later ready patience enjoyed panel mental carer's""",
    3: """family families nursery October September supported anyone everyone idea ideas area areas radio video
        studio period previous serious various obvious curious engagement arrangement assessment agreement
        involvement regular violent violence happier easier earlier easiest carrier behaviour understand
        understood remember tomorrow yesterday hospital manager attended attendance important difficult different
        possible probably together whoever whatever whenever however beautiful grandparent grandmother telephone
        medicine continue continued contribute discussion decision permission safeguarding caseworker companion
        religion opinion museum medium worrying carrying studying influence document documents evidence employer
        employee officer interview interviews privacy potential specialist beginning another attention finances
        financial memory history factory element audience appointment hospital's
       """,
    4: """January activity activities community ability priority security professional information situation
        education conversation application immediate society variety anxiety reality material experience
        experienced especially emotional territory development relationship relationships independent
        independence continuous usually criticism necessary ordinary comfortable kindergarten cooperate coordinate
        """,
    5: """immediately university opportunity communication evaluation accommodation appreciated representative
        unfortunately vocabulary continuity emotionally""",
    6: "responsibility",
}
WORDS = [(word, count) for count, words in BY_SYLLABLES.items() for word in words.split()]


def test_the_syllables_of_common_words_are_counted_as_they_are_said() -> None:
    assert len({word for word, _ in WORDS}) >= 300
    wrong = [(word, count, syllables(word)) for word, count in WORDS if syllables(word) != count]
    assert len(wrong) <= 0.03 * len(WORDS), wrong


def test_initials_are_said_letter_by_letter_and_parts_of_a_word_one_by_one() -> None:
    assert [syllables(word) for word in ("GP", "NHS", "grown-up", "café", "9", "")] == [2, 3, 2, 2, 1, 1]


EASY = "We met at home. Aga will ring the school. Joe will come too. You can ask us to stop. We are here to help you. "
HARD = (
    "Following a comprehensive multi-disciplinary consideration of all presenting circumstances, professionals "
    "recommended the implementation of appropriate parenting interventions."
)


def test_the_grade_is_that_of_the_published_measure_and_the_age_five_years_more() -> None:
    read = reading(["The dog ran to me. " * 8])
    assert read is not None
    assert (read.words, read.longest_sentence) == (40, 5)
    assert read.grade == round(0.39 * 5 + 11.8 * 1 - 15.59, 1)
    assert read.age == round(read.grade + 5, 1)


def test_the_hardest_sentence_is_named_and_a_long_name_makes_nothing_hard() -> None:
    read = reading([EASY * 2, HARD])
    assert read is not None
    assert read.hardest_sentence == HARD
    named = "Oluwaseun Papadopoulou came. " * 15
    with_names, without = reading([named]), reading([named], ["Oluwaseun Papadopoulou"])
    assert with_names
    assert without
    assert without.age < 4 < with_names.age


def test_fewer_than_thirty_words_have_no_reading_age() -> None:
    assert reading(["one two three"] * 9) is None
    assert reading(["one two three"] * 10) is not None
    assert reading([]) is None


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Dr. Ali and Mrs. J. Shah came. They left.", ["Dr. Ali and Mrs. J. Shah came.", "They left."]),
        ("Ring 01632 960 123. Ask for Aga.", ["Ring 01632 960 123.", "Ask for Aga."]),
        ("We meet at 9.30 a.m. on 5.12.2026. Come!", ["We meet at 9.30 a.m. on 5.12.2026.", "Come!"]),
        ("It is 2.5 miles, e.g. by bus.", ["It is 2.5 miles, e.g. by bus."]),
        ("He said “No.” She went", ["He said “No.”", "She went"]),
        ("We are at no. 5. No. Come!", ["We are at no. 5.", "No.", "Come!"]),
        ("One line\nanother line", ["One line", "another line"]),
        ("Family: Aga; Joe.", ["Family:", "Aga;", "Joe."]),
        ("  …  ", ["…"]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_people_hear_it_end(text: str, sentences: list[str]) -> None:
    assert list(sentences_in(text)) == sentences


def test_numbers_dates_in_figures_and_addresses_are_no_words() -> None:
    assert words_in("Ring 01632 960 123 or write to aga@example.org by 5.12.2026, www.example.org/x") == [
        "Ring",
        "or",
        "write",
        "to",
        "by",
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=5), st.lists(st.text(max_size=20), max_size=3))
def test_no_text_at_all_stops_the_reading_and_no_word_of_it_is_lost(
    texts: list[str], names: list[str]
) -> None:
    read = reading(texts, names)
    counted = sum(len(words_in(sentence)) for text in texts for sentence in sentences_in(text))
    assert (read is None) == (counted < 30)
    for text in texts:
        squeezed = re.sub(r"\s", "", text)
        assert re.sub(r"\s", "", "".join(sentences_in(text))) == squeezed
        assert all(syllables(word) >= 1 for word in words_in(text))
