"""The steps of a meeting, one file each."""

from eymeeting.domain.meeting import Meeting
from eymeeting.domain.telling import is_discussion, takes_nothing_yet
from screens.steps.actions import ActionsStep
from screens.steps.agreement import AgreementStep
from screens.steps.areas import AreasStep
from screens.steps.attendance import AttendanceStep
from screens.steps.children import ChildrenStep
from screens.steps.ending_words import HelpedStep
from screens.steps.family_plan import AgreedStep, WatchingStep
from screens.steps.family_view import ViewStep
from screens.steps.finish import FinishStep
from screens.steps.keep_doing import KeepStep
from screens.steps.lead import LeadStep
from screens.steps.lines import JourneyStep
from screens.steps.next_meeting import NextStep
from screens.steps.not_yet import NotYetStep
from screens.steps.outcome import OutcomeStep
from screens.steps.private_time import PrivateTimeStep
from screens.steps.review import ReviewStep
from screens.steps.scores import ScoresStep
from screens.steps.step import Step
from screens.steps.story import StoryStep
from screens.steps.tells_family import TellsStep
from screens.steps.then_now_one_day import NowStep, OneDayStep, ThenStep
from screens.steps.told import ToldStep
from screens.steps.who_to_call import CallStep
from screens.steps.workers import WorkersStep

STEPS: dict[str, type[Step]] = {
    step.STEP: step
    for step in (
        AttendanceStep,
        AgreementStep,
        ChildrenStep,
        StoryStep,
        JourneyStep,
        ThenStep,
        NowStep,
        OneDayStep,
        PrivateTimeStep,
        AgreedStep,
        WatchingStep,
        ReviewStep,
        ScoresStep,
        WorkersStep,
        AreasStep,
        ActionsStep,
        KeepStep,
        CallStep,
        HelpedStep,
        ViewStep,
        OutcomeStep,
        LeadStep,
        NextStep,
        FinishStep,
        ToldStep,
    )
}
"""The steps there are screens for, by their id in the pack."""

_OF_A_DISCUSSION: dict[str, type[Step]] = {NextStep.STEP: TellsStep}


def step_for(meeting: Meeting, step: str) -> type[Step]:
    """The screen of a step at a meeting. Where helpers talk of a family, it waits until that family was told."""
    if not is_discussion(meeting):
        return STEPS[step]
    return NotYetStep if takes_nothing_yet(meeting, step) else _OF_A_DISCUSSION.get(step, STEPS[step])
