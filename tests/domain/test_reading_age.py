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
EVERYDAY = """I we you he she it they a the and of to in on at by for with from as if so but or not no is are was
    were be been do did does has had have can could will would may my me us our your his her him them their this
    that these those here there what when where who how why up out off down""".split()
