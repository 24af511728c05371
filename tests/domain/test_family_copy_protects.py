from dataclasses import replace

from made.pells import (
    FAMILY,
    FIRST,
    TODAY,
    action,
    agreed,
    attended,
    copy_for,
    meeting,
    paper,
    score,
    with_more,
)

from eymeeting.domain.actions import Update
from eymeeting.domain.entry import FOR_THE_FAMILY, Visibility
from eymeeting.domain.family import Family
from eymeeting.domain.meeting import (
    FamilyChange,
    LeadAgreement,
)


def test_a_worker_the_family_said_no_to_is_named_nowhere_and_a_new_owner_is_needed() -> None:
    later, answers = agreed("mum", 1, Housing="withdrawn")
    family = with_more(
        FAMILY,
        agreements=(later,),
        answers=answers,
        attendance=(attended("officer"),),
        actions=(
            action("Move house", "officer"),
            action("Ask Ed Fry again", "mum"),
            action("Walk", "mum", helpers=("officer",)),
        ),
    )
    for who in ("mum", "gran"):
        copy = copy_for(who, family)
        assert [(each.what, each.who) for each in copy.actions] == [
            ("Walk", "Rosa"),
            ("Move house", "Not yet agreed"),
        ]
        assert "fry" not in paper(copy)
        assert "a row" not in paper(copy)
        assert copy.left_out == 1
    assert "Housing" not in copy_for("mum", family).may_see


def protected_mum(family: Family = FAMILY) -> Family:
    mum = replace(family.people[0], last_name="Quill", phone="07700 900301", hidden_from=("dad",))
    home = replace(family.households[0], hidden_from=("dad",))
    return replace(family, people=(mum, *family.people[1:]), households=(home,))


def test_somebody_protected_goes_by_the_first_name_and_texts_that_give_them_away_are_withheld() -> None:
    family = with_more(
        protected_mum(),
        attendance=(attended("mum"), attended("dad")),
        actions=(
            action("Ring 07700-900301", "dad"),
            action("Meet at Alder Court", "dad"),
            action("Write to Ms Quill", "dad"),
            action("Meet Rosa", "dad", how_we_will_know="Seen at 4 alder court"),
        ),
    )
    copy = copy_for("dad", family)
    assert [each.name for each in copy.family_there] == ["Rosa", "Leo Vane"]
    assert [(each.what, each.how_we_will_know) for each in copy.actions] == [("Meet Rosa", None)]
    assert copy.left_out == 4
    assert {"4 Alder Court", "Alder Court", "ZZ99 4AA", "07700 900301", "Quill"} <= set(copy.must_not_hold)
    assert len(copy_for("gran", family).actions) == 4


def test_a_venue_or_a_chosen_name_that_gives_somebody_away_is_withheld() -> None:
    family = replace(
        protected_mum(),
        details=replace(FAMILY.details, chosen_name="Team Quill"),
        meetings=(replace(meeting(1), venue="Rosa's, 4 Alder Court"),),
    )
    copy = copy_for("dad", family)
    assert (copy.title_name, copy.belongs_to, copy.place) == (None, "Leo", None)


def test_a_worker_met_only_where_the_reader_was_kept_apart_is_nobody_to_them() -> None:
    family = with_more(
        FAMILY,
        meetings=(meeting(2, apart=("dad",)),),
        attendance=(attended("adviser", at="m2"), attended("lead", at="m2"), attended("lead")),
        actions=(
            action(
                "For both",
                "adviser",
                at="m2",
                visibility=Visibility(level="named", to=("mum", "dad")),
            ),
            action("Ask Safe Harbour", "dad"),
        ),
        lead_agreements=(LeadAgreement(id="la", worker="adviser", since=TODAY),),
    )
    copy = copy_for("dad", family)
    assert [(each.what, each.who) for each in copy.actions] == [("For both", "Not yet agreed")]
    assert "holt" not in paper(copy)
    assert "harbour" not in paper(copy)
    assert copy.helper is not None
    assert copy.helper.name == "Ann Bell"
    assert [each.who for each in copy_for("mum", family).actions] == ["Leo", "Gia Holt"]


def test_a_new_name_told_where_the_reader_was_kept_apart_does_not_reach_them() -> None:
    changed = FamilyChange(
        id="fc",
        meeting="m2",
        person="mum",
        event="name_change",
        on=FIRST,
        first_name="Rue",
        last_name="Sorrel",
    )
    family = with_more(
        FAMILY,
        meetings=(meeting(2, apart=("dad",)),),
        family_changes=(changed,),
        actions=(action("Thing", "mum"), action("Ring Ms Sorrel", "lead")),
    )
    assert [each.who for each in copy_for("dad", family).actions] == ["Rosa"]
    assert [each.who for each in copy_for("gran", family).actions] == ["Rue", "Ann Bell"]


def test_what_happened_to_an_action_where_the_reader_was_kept_apart_does_not_reach_them() -> None:
    family = with_more(
        FAMILY,
        meetings=(meeting(2, apart=("dad",)),),
        actions=(action("Thing", "lead"),),
        updates=(Update(id="u", action="Thing", status="done", meeting="m2", reassigned_to="mum"),),
    )
    assert [each.who for each in copy_for("dad", family).actions] == ["Ann Bell"]
    assert copy_for("mum", family).actions == ()


def test_a_score_asked_alone_is_on_no_paper_that_is_taken_home_not_even_the_scorer_s_own() -> None:
    family = with_more(FAMILY, scores=(replace(score("mum", 3, "safety"), asked_by="lead"), score("mum", 4)))
    shown = replace(family.scores[0], visibility=Visibility(level="named", to=("lead", "gran")))
    for scores in (family.scores, (shown, family.scores[1])):
        for who in ("mum", "gran", "dad"):
            copy = copy_for(who, replace(family, scores=scores))
            assert [row.area for row in copy.scores] == ["Our home"]
            assert "feeling safe" not in paper(copy)
            assert copy.left_out == 1


def test_a_score_asked_alone_is_on_everyone_s_paper_once_the_scorer_said_that_it_is_for_everyone() -> None:
    told = replace(score("mum", 3, "safety"), visibility=FOR_THE_FAMILY)
    for who in ("mum", "gran"):
        copy = copy_for(who, with_more(FAMILY, scores=(told,)))
        assert [(row.area, row.now) for row in copy.scores] == [("Feeling safe", "3")]
        assert copy.left_out == 0


def test_an_earlier_score_that_somebody_kept_to_themselves_reads_as_not_asked() -> None:
    own = replace(score("mum", 2), visibility=Visibility(level="named", to=()))
    family = with_more(FAMILY, meetings=(meeting(2),), scores=(own, score("mum", 5, at="m2")))
    assert [(row.last_time, row.now) for row in copy_for("gran", family).scores] == [("not asked", "5")]
    assert [(row.last_time, row.now) for row in copy_for("mum", family).scores] == [("2", "5")]
