import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eymeeting.domain.reading_age import hardness, reading, sentences_in, syllables, words_in

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
MORE = """
    accident3 allowance3 ambulance3 annoyed2 anxious2 apologise4 appetite3 argument3 asthma2 autumn2
    bereavement3 bruises2 carpet2 cereal3 chaotic3 cigarette3 compliance3 confident3 counsellor3 custody3
    deafness2 deposit3 diabetes4 dietitian4 disability5 divorce2 eczema3 embarrassed3 emergency4 epilepsy4
    eviction3 exhausted3 fatigue2 furniture3 gambling2 guardian3 hygiene2 ideally4 incident3 interrupted4
    isolated4 jealous2 landlord2 laundry2 literacy4 loneliness3 medication4 mould1 neighbour2 neglect2
    nightmare2 obesity4 paediatric4 parenting3 patient2 physiotherapy6 pregnancy3 prescription3 punctual3
    quarrel2 realised2 refuge2 rehearse2 reluctant3 routine2 sanction2 scissors2 separated4 siblings2
    stammer2 stepfather3 suicidal4 supervised3 temporary4 toddler2 tribunal3 tutor2 unemployed3 universal4
    vaccine2 vegetable4 vulnerable4 weaning2 weight1 wheelchair2 bathed1 breakfast2 breathing2 cuddles2
    cried1 crying2 dangerous3 dentist2 eaten2 eating2 favourite3 fighting2 frightened2 giggles2 goodbye2
    grieving2 happily3 hugged1 ignored2 jumped1 kettle2 kicked1 laughed1 listened2 lunches2 mattresses3
    muscles2 noises2 nursed1 packed1 pillows2 played1 pleased1 puzzles2 quietly3 raised1 relieved2 rescued2
    scared1 screamed1 shouted2 smiled1 sneezes2 soothed1 squeezed1 stayed1 surprised2 talked1 thirsty2
    tidied2 toothache2 trusted2 ugly2 usual3 visited3 walked1 washes2 whispered2 worried2 younger2 able2
    absence2 abuse2 achieve2 address2 adult2 advice2 afraid2 against2 agency3 aloud2 amount2 angry2 animals3
    apart2 appeal2 april2 arguing3 arrived2 asleep2 awake2 bathroom2 bedroom2 behind2 benefit3 birthday2
    borrow2 boundary3 budget2 bullying3 candidate3 careful2 celebrate3 certain2 challenge2 choices2 cleaner2
    clinic2 comfort2 company3 compare2 complain2 concern2 consent2 contact2 cooking2 counted2 couple2
    credit2 curtains2 dangers2 debate2 december3 delayed2 deliver3 depressed2 describe2 despite2 dinner2
    directly3 disagree3 distance2 during2 earning2 effort2 empty2 energy3 enough2 entitled3 equal2 escape2
    estate2 exclude2 exercise3 expect2 explain2 extra2 failure2 february4 feedback2 female2 fever2 finance2
    finished2 flexible3 followed2 forget2 fostered2 garden2 genuine3 grateful2 guidance2 habit2 handle2
    harmful2 headache2 hearing2 heating2 holiday3 honest2 hopeful2 however3 hungry2 husband2 ignore2
    illness2 improve2 income2 increase2 infant2 inform2 inside2 invite2 joined1 kitchen2 knowledge2 leaflet2
    leisure2 lesson2 liaise2 library3 lively2 local2 lovely2 manage2 medical3 member2 mobile2 monitor3
    natural3 nervous2 neutral2 nobody3 normal2 notice2 nursing2 nutrition3 observe2 offered2 orderly3
    organise3 outside2 overall3 parking2 patterns2 payment2 pension2 perhaps2 personal3 play1 policy3
    positive3 prepare2 present2 pressure2 private2 progress2 protect2 public2 pupil2 purpose2 quickly2
    raising2 reaction3 reduce2 refuse2 regular3 relative3 release2 remain2 repair2 respect2 response2
    result2 sadness2 sensible3 separate3 settling2 sickness2 silence2 similar3 smoking2 somewhere2 sorry2
    stable2 standard2 strengths1 student2 succeed2 supper2 surgery3 swimming2 tablet2 tantrum2 teaching2
    tenancy3 therapy3 ticket2 together3 travel2 treatment2 trusting2 uncle2 understanding4 unhappy3 uniform3
    unsafe2 upset2 vacuum3 valuable4 venue2 victim2 visitor3 voluntary4 waiting2 warning2 wellbeing3 widow2
    windows2 wisdom2 withdrawn2 witness2 women2 wonder2 yearly2 youngest2 zero2
"""
WORDS = [
    *((word, count) for count, words in BY_SYLLABLES.items() for word in words.split()),
    *((word[:-1], int(word[-1])) for word in MORE.split()),
]


def test_the_syllables_of_common_words_are_counted_as_they_are_said() -> None:
    assert len({word for word, _ in WORDS}) >= 300
    wrong = [(word, count, syllables(word)) for word, count in WORDS if syllables(word) != count]
    assert len(wrong) <= 0.03 * len(WORDS), wrong


def test_initials_are_said_letter_by_letter_and_parts_of_a_word_one_by_one() -> None:
    assert [syllables(word) for word in ("GP", "NHS", "grown-up", "café", "9", "")] == [2, 3, 2, 2, 1, 1]


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


def test_a_sentence_of_long_words_is_hard_and_one_of_a_few_words_never() -> None:
    assert hardness(HARD) > 20
    assert 0 < hardness("Aga will come home with us on the bus today.") < 5
    assert hardness("Multi-disciplinary consideration recommended appropriate interventions.") == 0


def test_a_long_name_makes_nothing_hard() -> None:
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
