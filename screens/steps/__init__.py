"""The steps of a meeting, one file each."""

from screens.steps.actions import ActionsStep
from screens.steps.areas import AreasStep
from screens.steps.attendance import AttendanceStep
from screens.steps.lead import LeadStep
from screens.steps.lines import JourneyStep, StoryStep
from screens.steps.next_meeting import NextStep
from screens.steps.scores import ScoresStep
from screens.steps.step import Step

STEPS: dict[str, type[Step]] = {
    step.STEP: step
    for step in (
        AttendanceStep,
        StoryStep,
        JourneyStep,
        ScoresStep,
        AreasStep,
        ActionsStep,
        LeadStep,
        NextStep,
    )
}
"""The steps there are screens for, by their id in the pack."""
