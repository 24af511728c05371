"""Over families made up by Hypothesis: no word stands on a paper, of any kind, whose reader may not have it.

Up to fifty families for each rule in every run; ``EYMEETING_EXAMPLES=1000`` tries about as many as it says.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made.families_with_secrets import TODAY, Marked, families_with_secrets
from made.papers_to_try import PACK, Wish, made, may_stand_on, wishes, words_in
from made.pen import told
from made.who_may_read import may_be_shown

from eymeeting.domain.facing import facing
from eymeeting.domain.family import Family, action_now
from eymeeting.domain.family_copy import family_copy
from eymeeting.domain.problems import Refused

STEPS = (
    *(
        "welcome",
        "agreement",
        "children",
        "story",
        "journey",
        "review",
        "scores",
        "workers",
        "areas",
        "actions",
    ),
    *("lead", "keep", "call", "helped", "view", "last time", "plan so far", "finish"),
)
EXAMPLES = int(os.environ.get("EYMEETING_EXAMPLES", "50"))
often = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))


def leaked(marked: Marked, wish: Wish, found: set[str]) -> list[str]:
    secrets = [marked.word(word) for word in found]
    return [told(each) for each in secrets if not may_stand_on(marked.family, each, wish)]


@settings(often, max_examples=EXAMPLES * 4 // 5)
@given(families_with_secrets(), st.data())
def test_no_word_stands_in_a_file_whose_reader_may_not_have_it(marked: Marked, data: st.DataObject) -> None:
    asked = data.draw(st.lists(wishes(marked.family), min_size=3, max_size=5, unique=True))
    with TemporaryDirectory() as folder:
        for wish in asked:
            found = words_in(made(marked.family, wish, Path(folder)))
            assert leaked(marked, wish, found) == [], wish


@often
@given(families_with_secrets(), st.lists(st.sampled_from(STEPS), min_size=1, max_size=4, unique=True))
def test_no_word_is_turned_to_a_room_in_which_somebody_may_not_have_it(
    marked: Marked, steps: list[str]
) -> None:
    family, meeting = marked.family, marked.family.meetings[-1].id
    for step in steps:
        shown = facing(family, meeting, PACK, step, today=TODAY)
        for word in words_in(text for part in shown for text in (part.heading, *part.lines)):
            secret = marked.word(word)
            assert may_be_shown(family, secret, meeting, TODAY), (step, told(secret))


@settings(often, max_examples=EXAMPLES // 2)
@given(families_with_secrets())
def test_what_is_to_be_done_and_is_for_everyone_stands_on_every_plan(marked: Marked) -> None:
    family = marked.family
    for person in (each for each in family.people if each.kind == "adult"):
        try:
            copy = family_copy(family, person.id, today=TODAY, pack=PACK)
        except Refused:
            continue
        planned = words_in(each.what for each in copy.actions)
        for action in family.actions:
            kept = action.not_for or action.times_not_for or is_split(family)
            is_plain = action.visibility.level == "family" and not kept
            if is_plain and action_now(family, action).is_open and "Street" not in action.text:
                assert words_in([action.text]) <= planned, (person.id, action)


def is_split(family: Family) -> bool:
    return any(each.separate_from for each in family.meetings)
