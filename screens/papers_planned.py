"""For which meeting papers are made, where one is planned: of several it is asked, and without one it is said."""

from __future__ import annotations

from typing import Final, TypeVar

from eymeeting.domain.beginning import has_begun
from eymeeting.domain.dates import spoken_near
from eymeeting.domain.family_now import next_time
from eymeeting.domain.kept_apart import of_meeting, whom_with
from eymeeting.domain.times import spoken_time
from screens.at_a_family import AtAFamily
from screens.papers_before import PapersBeforeScreen
from screens.picker import Picker

R = TypeVar("R")

NONE_PLANNED: Final = "No meeting is planned. Under “Next meeting” you set one up, and say who is asked."
NOBODY_ASKED: Final = "Nobody is asked yet. Under “Next meeting” you say who is; then F9 makes their papers."
HAS_BEGUN: Final = "The meeting has begun. F9 at the meeting makes its copies."


def choose_papers(place: AtAFamily[R]) -> None:
    """Open the papers of the meeting that is planned; of several ask which, and where there is none say so."""
    view = place.recorder.view
    planned = [
        each
        for each in view.family.meetings_in_order()
        if each.outcome is None and not has_begun(view.family, each, view.today)
    ]

    def open_papers(meeting: str | None) -> None:
        if meeting and place.recorder.left():
            place.app.push_screen(PapersBeforeScreen(place.recorder, meeting))

    if not planned:
        coming = next_time(view.family)
        place.tell(NONE_PLANNED if coming is None else HAS_BEGUN if coming.planned else NOBODY_ASKED)
    elif len(planned) == 1:
        place.tell("")
        open_papers(planned[0].id)
    else:
        choices = [
            (
                each.id,
                whom_with(view.family, of_meeting(each)),
                f"{spoken_near(each.on, view.today)}, {spoken_time(each.start)}",
            )
            for each in planned
        ]
        place.tell("")
        place.app.push_screen(Picker("Which meeting?", choices), open_papers)
