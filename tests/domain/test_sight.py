from dataclasses import replace
from datetime import date

import pytest

from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import AgencyAnswer, Agreement, Answer
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
from eymeeting.domain.people import FamilyDetails, Person, PersonKind, Worker
from eymeeting.domain.sight import Reader, is_open_in_the_room, left_out, sees, sight
from eymeeting.packs import default_pack

TODAY = date(2026, 6, 1)
MET = date(2026, 5, 1)
PACK = default_pack()
EVERYONE = Visibility(level="family")
CENTRE, HEALTH, SCHOOL, HOUSING = "Elm Centre", "Health visiting", "Elm School", "Housing"


def person(
    name: str, kind: PersonKind = "adult", *, born: date | None = None, responsible: bool | None = None
) -> Person:
    return Person(
        id=name,
        first_name=name.capitalize(),
        last_name="Rowe",
        relationship="child" if kind == "child" else "parent",
        kind=kind,
        dob=born,
        due_date=None,
        parental_responsibility=responsible,
        household=None,
    )


def met(meeting: str, number: int, *, chair: str = "chair", apart: tuple[str, ...] | None = None) -> Meeting:
    return Meeting(
        id=meeting,
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
        each
        for each in ids
        if sees(family, Reader(id=each, as_chair_of=meeting), entry, today=TODAY, pack=PACK)
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


def test_what_a_limit_does_not_name_is_hidden_and_says_the_limit() -> None:
    given = agreed("mum")
    family = replace(FAMILY, answers=(answer(given, SCHOOL, "limited", "attendance"),))
    found = sight(family, Reader(id="teacher"), to_do("mum", "family"), today=TODAY, pack=PACK)
    assert (found.answer, found.why) == ("hidden", "The agreement is limited to: attendance.")
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


@pytest.mark.parametrize(
    "entry",
    [
        replace(written("family"), not_for=("dad", "teacher")),
        replace(scored("mum"), not_for=("dad", "teacher")),
        to_do("mum", "family", not_for=("dad", "teacher")),
        to_do("dad", "named", "dad", "teacher", "gran", not_for=("dad", "teacher")),
    ],
    ids=["a contribution", "a score", "an action", "an action that names them"],
)
def test_what_is_not_for_somebody_reaches_them_in_no_way(entry: Entry) -> None:
    family = replace(FAMILY, actions=(entry,) if isinstance(entry, Action) else ())
    assert not who_sees(entry, family) & {"dad", "teacher"}
    assert who_sees(entry, family)
    why = sight(family, Reader(id="dad"), entry, today=TODAY, pack=PACK).why
    assert why == "It was marked as not for this reader."


def test_an_update_is_not_for_those_whom_its_action_is_not_for() -> None:
    action = to_do("mum", "family", not_for=("dad",))
    update = Update(id="u", action="a", status="done", meeting="m1")
    assert who_sees(update, replace(FAMILY, actions=(action,))) & ALL_THE_FAMILY == ALL_THE_FAMILY - {"dad"}


def test_what_is_not_for_somebody_stands_on_the_screen_while_they_are_not_there() -> None:
    entry = replace(written("family"), not_for=("dad",))

    def stands(*there: str, keyboard: str = "chair") -> bool:
        marks = tuple(
            Attendance(id=f"at-{each}", meeting="m1", who=each, status="by_phone") for each in there
        )
        family = replace(FAMILY, attendance=marks)
        return is_open_in_the_room(family, entry, pack=PACK, meeting="m1", keyboard=keyboard)

    assert stands("mum", "nurse")
    assert not stands("mum", "dad")
    assert not stands("nurse"), "nobody of the family is marked yet"
    assert not stands("mum", keyboard="dad")
    assert not is_open_in_the_room(FAMILY, entry, pack=PACK)


def test_nothing_of_a_meeting_is_on_the_screen_while_somebody_is_there_it_was_kept_apart_from() -> None:
    said = Line(id="l", meeting="m2", section="present", text="We moved on Friday", by="mum")

    def stands(entry: Entry, *there: str, left: str | None = None) -> bool:
        marks = tuple(
            Attendance(id=f"at-{each}", meeting="m2", who=each, status="part", left=left) for each in there
        )
        return is_open_in_the_room(replace(FAMILY, attendance=marks), entry, pack=PACK, meeting="m2")

    assert stands(said, "mum")
    assert not stands(said, "mum", "dad")
    assert stands(said, "dad", left="10:20"), "dad has left again"
    assert stands(to_do("dad", "family", meeting="m2"), "mum", "dad"), "it is his own"
    assert stands(replace(said, meeting="m1"), "mum", "dad"), "another meeting"


def test_what_is_left_out_is_counted_for_each_reader() -> None:
    family = replace(FAMILY, contributions=(written("family"),), scores=(scored("mum", "safety"),))
    counts = {
        who: left_out(family, Reader(id=who), today=TODAY, pack=PACK) for who in ("mum", "dad", "officer")
    }
    assert counts == {"mum": 0, "dad": 1, "officer": 2}


def test_reading_one_meeting_s_record_opens_nothing_of_another_s_that_somebody_else_chaired() -> None:
    family = replace(FAMILY, meetings=(met("m1", 1), met("m3", 3, chair="teacher")))
    assert "chair" in who_sees(to_do("dad", "family"), family, meeting="m1")
    assert "chair" not in who_sees(to_do("dad", "family", meeting="m3"), family, meeting="m1")


def test_a_child_s_words_go_to_a_service_by_the_answer_that_stands_for_the_child() -> None:
    given = agreed("ash", judged_by="nurse")
    family = replace(
        FAMILY, agreements=(*MUM_AGREED, given), answers=(*MUM_SAID, answer(given, SCHOOL, "no"))
    )
    words = ChildWords(id="cw", meeting="m1", who="ash", words="x", how="drawing", visibility=EVERYONE)
    assert "teacher" in who_sees(words)
    assert "teacher" not in who_sees(words, family)
