from dataclasses import replace
from datetime import date

import pytest

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
from eymeeting.domain.consent import answer_about, answer_of_the_family, has_refused
from eymeeting.domain.entry import Entry, Level, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import (
    Attendance,
    ChildWords,
    Contribution,
    Line,
    Meeting,
    Priority,
    Safeguarding,
    Score,
)
from eymeeting.domain.panel import FamilyTold, Known, PanelItem
from eymeeting.domain.people import FamilyDetails, Household, Person, PersonKind, Worker
from eymeeting.domain.protected import holds, protected_words
from eymeeting.domain.sight import Reader, left_out, sees, sight
from eymeeting.packs import default_pack

TODAY = date(2026, 6, 1)
MET = date(2026, 5, 1)
PACK = default_pack()
EVERYONE = Visibility(level="family")
CENTRE, HEALTH, SCHOOL, HOUSING = "Elm Centre", "Health visiting", "Elm School", "Housing"


def person(
    id: str, kind: PersonKind = "adult", *, born: date | None = None, responsible: bool | None = None
) -> Person:
    return Person(
        id=id,
        first_name=id.capitalize(),
        last_name="Rowe",
        relationship="child" if kind == "child" else "parent",
        kind=kind,
        dob=born,
        due_date=None,
        parental_responsibility=responsible,
        household=None,
    )


def met(id: str, number: int, *, chair: str = "chair", apart: tuple[str, ...] | None = None) -> Meeting:
    return Meeting(
        id=id,
        number=number,
        type="taf_first",
        on=MET,
        start=f"{9 + number:02}:00",
        planned_minutes=60,
        chair=chair,
        venue="Elm Centre",
        outcome="carry_on",
        separate_from=apart,
    )


def agreed(by: str, on: date = MET, position: int = 0, **more: object) -> Agreement:
    plain = Agreement(
        id=f"g-{by}-{on}-{position}",
        position=position,
        by=by,
        on=on,
        method="spoken",
        scope="this plan",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def answer(agreement: Agreement, agency: str, said: AgencyAnswer, limit: str | None = None) -> Answer:
    return Answer(
        id=f"{agreement.id}-{agency}", agreement=agreement.id, agency=agency, answer=said, limit=limit
    )


def yes_to(by: str, *agencies: str) -> tuple[tuple[Agreement, ...], tuple[Answer, ...]]:
    given = agreed(by)
    return (given,), tuple(answer(given, agency, "yes") for agency in agencies)


MUM_AGREED, MUM_SAID = yes_to("mum", CENTRE, HEALTH, SCHOOL)
FAMILY = Family(
    details=FamilyDetails(id="F-1", family_name="Rowe"),
    people=(
        person("mum", responsible=True),
        person("dad"),
        person("gran"),
        person("ash", "child", born=date(2018, 1, 1)),
    ),
    workers=(
        Worker(id="chair", name="Ann Bell", role="Support worker", agency=CENTRE),
        Worker(id="nurse", name="Bo Carr", role="Health visitor", agency=HEALTH),
        Worker(id="nurse2", name="Cy Dean", role="Nursery nurse", agency=" health  VISITING"),
        Worker(id="teacher", name="Di Eames", role="Teacher", agency=SCHOOL),
        Worker(id="officer", name="Ed Fry", role="Housing officer", agency=HOUSING),
        Worker(id="words", name="Flo Gray", role="Interpreter", agency="Voices", interpreter=True),
    ),
    meetings=(met("m1", 1), met("m2", 2, apart=("dad",))),
    attendance=(Attendance(id="at1", meeting="m1", who="nurse", status="present"),),
    agreements=MUM_AGREED,
    answers=MUM_SAID,
)


def who_sees(entry: Entry, family: Family = FAMILY, *, meeting: str | None = None) -> set[str]:
    ids = [each.id for each in (*family.people, *family.workers)]
    return {
        id for id in ids if sees(family, Reader(id=id, as_chair_of=meeting), entry, today=TODAY, pack=PACK)
    }


def seen(entry: Entry, reader: str, family: Family = FAMILY) -> str:
    return sight(family, Reader(id=reader), entry, today=TODAY, pack=PACK).answer


def written(level: Level, *to: str, by: str = "nurse", meeting: str = "m1") -> Contribution:
    named = Visibility(level=level, to=to if level == "named" else None)
    return Contribution(id="x", meeting=meeting, by=by, visibility=named, text="words")


def scored(person: str, area: str = "home", **more: object) -> Score:
    return replace(
        Score(id="s", meeting="m1", area=area, person=person, value=3),
        **more,  # type: ignore[arg-type]
    )


def to_do(owner: str | None, level: Level, *to: str, meeting: str = "m1", **more: object) -> Action:
    plain = Action(
        id="a",
        meeting=meeting,
        text="Ring them",
        owner=owner,
        due=None,
        area="home",
        status="not_started",
        visibility=Visibility(level=level, to=to if level == "named" else None),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


ALL_THE_FAMILY = {"mum", "dad", "gran", "ash"}


def test_what_is_for_the_family_reaches_everyone_on_the_plan_that_there_is_agreement_for() -> None:
    assert who_sees(written("family")) == ALL_THE_FAMILY | {"chair", "nurse", "nurse2", "teacher", "words"}


def test_nobody_outside_the_plan_sees_anything() -> None:
    assert seen(written("family"), "a stranger") == "hidden"


def test_what_names_its_readers_is_for_them_and_its_author_alone() -> None:
    assert who_sees(written("named", "gran")) == {"gran", "nurse"}


def test_naming_nobody_leaves_the_author() -> None:
    entry = replace(written("named"), visibility=Visibility(level="named"))
    assert who_sees(entry) == {"nurse"}


def test_the_chair_does_not_see_what_names_others_not_even_in_the_full_record() -> None:
    assert "chair" not in who_sees(written("named", "gran"), meeting="m1")


def test_chair_and_agency_is_for_that_chair_and_the_author_s_agency() -> None:
    assert who_sees(written("chair_and_agency")) == {"chair", "nurse", "nurse2"}


def test_chair_and_agency_without_an_author_is_for_the_chair_alone() -> None:
    line = Line(
        id="l", meeting="m1", section="past", text="x", visibility=Visibility(level="chair_and_agency")
    )
    assert who_sees(line) == {"chair"}


def test_a_family_author_has_no_agency_to_share_it_with() -> None:
    family = replace(FAMILY, agreements=(*MUM_AGREED,), answers=MUM_SAID)
    assert who_sees(to_do("mum", "chair_and_agency"), family) == {"chair"}


def test_the_chair_of_another_meeting_sees_none_of_it() -> None:
    family = replace(FAMILY, meetings=(met("m1", 1), met("m3", 3, chair="teacher")))
    assert "teacher" not in who_sees(written("chair_and_agency"), family, meeting="m3")


def test_safeguarding_is_in_the_chair_s_full_record_and_nowhere_else() -> None:
    worry = Safeguarding(
        id="sg",
        meeting="m1",
        raised_by="nurse",
        time="10:00",
        what="x",
        shared_with="y",
        agreement_asked=False,
        why_not_asked="z",
        decided_by="nurse",
    )
    for entry in (worry, written("safeguarding")):
        assert who_sees(entry) == set()
        assert who_sees(entry, meeting="m1") == {"chair"}
        assert who_sees(entry, meeting="m2") == set()


def test_at_a_panel_whoever_brought_the_family_stands_for_the_chair() -> None:
    panel = PanelItem(
        id="pi",
        on=MET,
        panel="Weekly",
        slot_minutes=10,
        brought_by="teacher",
        why_now="x",
        family_told=FamilyTold(told=True),
    )
    known = Known(
        id="k", panel_item="pi", by="nurse", text="x", visibility=Visibility(level="chair_and_agency")
    )
    assert who_sees(known, replace(FAMILY, panel_items=(panel,))) == {"teacher", "nurse", "nurse2"}


@pytest.mark.parametrize(
    "entry",
    [
        written("family", meeting="m2"),
        scored("mum", meeting="m2"),
        Line(id="l", meeting="m2", section="present", text="x"),
        Priority(id="pr", meeting="m2", area="home"),
        Attendance(id="at", meeting="m2", who="nurse", status="present"),
        met("m2", 2, apart=("dad",)),
        to_do("nurse", "family", meeting="m2"),
        to_do("nurse", "named", "gran", meeting="m2"),
    ],
    ids=lambda entry: type(entry).__name__,
)
def test_nothing_of_a_meeting_reaches_somebody_it_was_kept_apart_from(entry: Entry) -> None:
    assert "dad" not in who_sees(entry)


def test_what_names_somebody_reaches_them_from_a_meeting_that_was_kept_apart() -> None:
    assert "dad" in who_sees(written("named", "dad", meeting="m2"))
    assert "dad" in who_sees(to_do("dad", "family", meeting="m2"))
    assert "dad" in who_sees(to_do("nurse", "family", meeting="m2", helpers=("dad",)))


def test_helping_with_something_that_names_only_others_does_not_open_it() -> None:
    assert who_sees(to_do("nurse", "named", "mum", helpers=("gran",))) == {"nurse", "mum"}


def test_an_update_told_where_somebody_was_kept_apart_stays_there_unless_it_gives_them_the_action() -> None:
    family = replace(FAMILY, actions=(to_do("nurse", "named", "dad"),))
    told = Update(id="u", action="a", status="done", meeting="m2")
    assert seen(told, "dad", family) == "hidden"
    handed = replace(told, status="under_way", reassigned_to="dad")
    assert seen(handed, "dad", replace(family, updates=(handed,))) == "shown"
    assert seen(replace(told, meeting="m1"), "dad", family) == "shown"


def test_whoever_takes_an_action_on_sees_it() -> None:
    handed = Update(id="u", action="a", status="under_way", meeting="m1", reassigned_to="gran")
    family = replace(FAMILY, actions=(to_do("nurse", "named"),), updates=(handed,))
    assert who_sees(family.actions[0], family) == {"gran"}


def test_a_score_without_more_is_for_the_family_and_the_workers_who_were_there() -> None:
    assert who_sees(scored("mum")) == ALL_THE_FAMILY | {"chair", "nurse"}


def test_a_score_in_an_area_that_is_asked_alone_is_for_the_scorer_and_whoever_asked() -> None:
    assert who_sees(scored("mum", "safety")) == {"mum"}
    assert who_sees(scored("mum", "safety", asked_by="nurse")) == {"mum", "nurse"}
    assert "chair" not in who_sees(scored("mum", "safety", asked_by="nurse"), meeting="m1")


def test_the_scorer_may_let_others_see_a_score_that_was_asked_alone() -> None:
    assert "gran" in who_sees(scored("mum", "safety", visibility=EVERYONE))


def test_a_child_s_private_words_are_for_whoever_heard_them_and_those_named() -> None:
    words = ChildWords(
        id="cw",
        meeting="m1",
        who="ash",
        words="x",
        how="drawing",
        heard_by="nurse",
        visibility=Visibility(level="named", to=("gran",)),
    )
    assert who_sees(words) == {"nurse", "gran"}


def test_somebody_left_out_of_a_meeting_is_a_matter_for_the_chair() -> None:
    assert who_sees(Attendance(id="at", meeting="m1", who="teacher", status="not_invited")) == {"chair"}


def test_a_service_gets_what_is_somebody_s_own_only_by_that_person_s_answer() -> None:
    assert "teacher" in who_sees(to_do("mum", "family"))
    assert "teacher" not in who_sees(to_do("dad", "family"))
    assert seen(to_do("mum", "family"), "officer") == "hidden"


def test_an_interpreter_is_not_asked_about() -> None:
    assert "words" in who_sees(to_do("dad", "family"))


def test_in_the_full_record_the_chair_reads_what_the_agreement_would_keep_back() -> None:
    assert "chair" not in who_sees(to_do("dad", "family"))
    assert "chair" in who_sees(to_do("dad", "family"), meeting="m1")
    assert "nurse" not in who_sees(to_do("dad", "family"), meeting="m1")


def test_a_limit_shows_a_thing_in_part_and_says_the_limit() -> None:
    given = agreed("mum")
    family = replace(FAMILY, answers=(answer(given, SCHOOL, "limited", "attendance"),))
    found = sight(family, Reader(id="teacher"), to_do("mum", "family"), today=TODAY, pack=PACK)
    assert (found.answer, found.why) == ("in_part", "The agreement is limited to: attendance.")
    assert "teacher" not in who_sees(to_do("mum", "family"), family)


@pytest.mark.parametrize("said", ["no", "withdrawn", "not_asked"])
def test_a_refusal_reads_like_a_question_not_asked_yet(said: AgencyAnswer) -> None:
    family = replace(FAMILY, answers=(answer(agreed("mum"), SCHOOL, said),))
    found = sight(family, Reader(id="teacher"), to_do("mum", "family"), today=TODAY, pack=PACK)
    assert (found.answer, found.why) == ("hidden", "There is no agreement for this service yet.")


def test_where_the_law_asks_for_no_agreement_a_thing_is_shown() -> None:
    family = replace(FAMILY, answers=(answer(agreed("mum"), SCHOOL, "not_needed"),))
    assert "teacher" in who_sees(to_do("mum", "family"), family)


def test_refusals_stand_only_in_the_chair_s_record() -> None:
    given = agreed("mum")
    refused, allowed = answer(given, SCHOOL, "no"), answer(given, HEALTH, "yes")
    family = replace(FAMILY, answers=(refused, allowed))
    assert who_sees(refused, family) == set()
    assert who_sees(refused, family, meeting="m1") == {"chair"}
    assert who_sees(allowed, family) == {"mum", "nurse", "nurse2"}


def test_the_latest_answer_counts_and_one_to_come_does_not() -> None:
    first, second = agreed("mum", date(2026, 5, 1)), agreed("mum", date(2026, 5, 20), 1)
    family = replace(
        FAMILY,
        agreements=(first, second),
        answers=(answer(first, SCHOOL, "yes"), answer(second, SCHOOL, "withdrawn")),
    )
    asked = [
        answer_about(family, "mum", "ELM  school", today=day, pack=PACK).answer
        for day in (date(2026, 4, 30), date(2026, 5, 19), date(2026, 5, 20))
    ]
    assert asked == ["not_asked", "yes", "withdrawn"]


def test_on_one_day_the_later_in_the_list_counts() -> None:
    first, second = agreed("mum", MET, 1), agreed("mum", MET, 2)
    family = replace(
        FAMILY,
        agreements=(second, first),
        answers=(answer(second, SCHOOL, "no"), answer(first, SCHOOL, "yes")),
    )
    assert answer_about(family, "mum", SCHOOL, today=TODAY, pack=PACK).answer == "no"


def two_parents(mum: AgencyAnswer | None, dad: AgencyAnswer | None) -> Family:
    given = {"mum": agreed("mum"), "dad": agreed("dad")}
    said = {"mum": mum, "dad": dad}
    return replace(
        FAMILY,
        people=(person("mum", responsible=True), person("dad", responsible=True), *FAMILY.people[2:]),
        agreements=tuple(given.values()),
        answers=tuple(answer(given[who], SCHOOL, each) for who, each in said.items() if each is not None),
    )


@pytest.mark.parametrize(
    ("mum", "dad", "followed"),
    [
        ("yes", "yes", "yes"),
        ("yes", "no", "no"),
        ("limited", "yes", "limited"),
        ("not_needed", "yes", "yes"),
        ("yes", None, "not_asked"),
        ("withdrawn", "limited", "withdrawn"),
    ],
)
def test_a_young_child_s_follow_the_strictest_of_those_with_parental_responsibility(
    mum: AgencyAnswer | None, dad: AgencyAnswer | None, followed: AgencyAnswer
) -> None:
    family = two_parents(mum, dad)
    assert answer_about(family, "ash", SCHOOL, today=TODAY, pack=PACK).answer == followed


@pytest.mark.parametrize(
    ("mum", "dad", "followed"),
    [("yes", None, "yes"), ("yes", "not_asked", "yes"), ("yes", "no", "no"), (None, None, "not_asked")],
)
def test_what_is_nobody_s_own_needs_one_yes_and_no_refusal(
    mum: AgencyAnswer | None, dad: AgencyAnswer | None, followed: AgencyAnswer
) -> None:
    assert answer_of_the_family(two_parents(mum, dad), SCHOOL, today=TODAY).answer == followed


def with_a_child_of(born: date, said: AgencyAnswer, **more: object) -> Family:
    given = agreed("ash", MET, 1, **more)
    return replace(
        FAMILY,
        people=(*FAMILY.people[:3], person("ash", "child", born=born)),
        agreements=(*MUM_AGREED, given),
        answers=(*MUM_SAID, answer(given, SCHOOL, said)),
    )


def test_a_child_old_enough_answers_alone_and_only_for_the_services_they_named() -> None:
    family = with_a_child_of(date(2014, 5, 1), "no")
    assert answer_about(family, "ash", SCHOOL, today=TODAY, pack=PACK).answer == "no"
    assert answer_about(family, "ash", HEALTH, today=TODAY, pack=PACK).answer == "not_asked"


def test_a_child_too_young_is_heard_and_the_parent_s_answer_is_followed() -> None:
    family = with_a_child_of(date(2014, 5, 2), "no")
    assert answer_about(family, "ash", SCHOOL, today=TODAY, pack=PACK).answer == "yes"


def test_a_young_child_judged_to_understand_answers_alone() -> None:
    family = with_a_child_of(date(2018, 5, 2), "no", judged_by="nurse")
    assert answer_about(family, "ash", SCHOOL, today=TODAY, pack=PACK).answer == "no"


def test_from_sixteen_a_council_s_own_age_does_not_matter() -> None:
    late = replace(PACK, limits=replace(PACK.limits, child_answers_from_age=18))
    family = with_a_child_of(date(2010, 5, 1), "no")
    assert answer_about(family, "ash", SCHOOL, today=TODAY, pack=late).answer == "no"


def test_an_agreement_for_some_of_the_children_is_not_for_the_others() -> None:
    given = agreed("mum", for_children=("bel",))
    family = replace(
        FAMILY,
        people=(*FAMILY.people, person("bel", "child", born=date(2020, 1, 1))),
        agreements=(given,),
        answers=(answer(given, SCHOOL, "yes"),),
    )
    asked = [answer_about(family, who, SCHOOL, today=TODAY, pack=PACK).answer for who in ("bel", "ash")]
    assert asked == ["yes", "not_asked"]


def test_a_reader_s_own_answer_goes_before_another_s_refusal() -> None:
    given, gran = agreed("mum"), agreed("gran")
    family = replace(FAMILY, agreements=(given, gran), answers=(answer(given, SCHOOL, "no"),))
    assert has_refused(family, "gran", SCHOOL, today=TODAY)
    own = replace(family, answers=(*family.answers, answer(gran, SCHOOL, "yes")))
    assert not has_refused(own, "gran", SCHOOL, today=TODAY)


def test_what_is_left_out_is_counted_for_each_reader() -> None:
    family = replace(FAMILY, contributions=(written("family"),), scores=(scored("mum", "safety"),))
    counts = {
        who: left_out(family, Reader(id=who), today=TODAY, pack=PACK) for who in ("mum", "dad", "officer")
    }
    assert counts == {"mum": 0, "dad": 1, "officer": 2}


def test_an_address_and_a_surname_kept_from_a_reader_are_protected_and_a_shared_surname_is_not() -> None:
    safe = Household(
        id="h",
        household="A",
        lines=("Flat 2, 9 Hazel Row", "[refuge, ask the adviser]"),
        postcode="ZZ99 3AA",
        hidden_from=("dad",),
    )
    mum = replace(
        FAMILY.people[0], last_name="Vane", household="A", phone="07700 900201", hidden_from=("dad",)
    )
    family = replace(FAMILY, households=(safe,), people=(mum, *FAMILY.people[1:]))
    words = protected_words(family, Reader(id="dad"), today=TODAY, pack=PACK)
    for text in ("at 9 Hazel Row", "in Hazel  row", "zz993aa", "+44 7700 900 201", "Ms VANE", "the refuge"):
        assert any(holds(text, word) for word in words), text
    shared = replace(family, people=(replace(mum, last_name="Rowe"), *FAMILY.people[1:]))
    assert "Rowe" not in protected_words(shared, Reader(id="dad"), today=TODAY, pack=PACK)
    assert protected_words(family, Reader(id="gran"), today=TODAY, pack=PACK) == ()


@pytest.mark.parametrize(
    ("text", "protected", "found"),
    [
        ("the flower shop", "Lowe", False),
        ("Kelly Lowe’s flat", "lowe", True),
        ("ring 07700-900 107 today", "07700 900107", True),
        ("ring 07700 900108 today", "07700 900107", False),
        ("Nguyen", "Nguyễn", True),
        ("22, Quarry\nLane", "22 Quarry Lane", True),
        ("122 Quarry Lane", "22 Quarry Lane", False),
        ("NHS 9999901042", "999 990 1042", True),
    ],
)
def test_a_protected_text_is_found_however_it_is_written_and_only_as_whole_words(
    text: str, protected: str, *, found: bool
) -> None:
    assert holds(text, protected) is found
