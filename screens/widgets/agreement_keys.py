"""The keys of the agreement grid."""

from __future__ import annotations

from typing import Final, Literal, get_args

from textual.binding import Binding, BindingType

Act = Literal[
    "yes",
    "no",
    "limited",
    "withdrawn",
    "not_asked",
    "not_needed",
    "clear",
    "told_limits",
    "told_rights",
    "method",
    "interpreter",
    "note",
    "reason",
    "children",
    "scope",
    "able",
    "responsibility",
    "agency",
    "all",
    "say",
]
"""What a key in the grid asks for."""

_KEYS: Final[tuple[tuple[str, Act, str, str], ...]] = (
    ("y", "yes", "Yes", "They agree to sharing with this service"),
    ("n", "no", "No", "They do not agree; r writes down why, for the chair's record only"),
    ("l", "limited", "Limited", "They agree to a part; then say to what"),
    ("w", "withdrawn", "Stopped", "They take an earlier yes back, from today on"),
    ("space", "not_asked", "Not asked", "They were not asked; an earlier answer goes on standing"),
    ("d", "not_needed", "No need", "No need to ask: a legal duty; then say which"),
    (
        "backspace,delete",
        "clear",
        "Take away",
        "Take today's answer away again, or a service added by mistake",
    ),
    ("p", "told_limits", "Told: private", "Everybody here was told what we cannot keep private"),
    ("c", "told_rights", "Told: copies", "Everybody here was told about copies, keeping time, right to see"),
    ("h", "method", "How", "How this person answered: signed, said, read aloud, by phone"),
    ("i", "interpreter", "Interpreter", "Who interpreted for this person; never family or a child"),
    ("t", "note", "Note", "Write a note about what this person said"),
    ("r", "reason", "Reason", "Why this person said no, for the chair's record only"),
    ("f", "children", "Children", "For which children this person answers"),
    ("s", "scope", "Scope", "What this person's agreement is about"),
    ("j", "able", "Able", "A younger child who understands enough to answer, and who judged that"),
    ("u", "responsibility", "Responsibility", "Whether this person has parental responsibility"),
    ("a", "agency", "Agency", "Add a service to the list"),
    ("v", "all", "Everything", "Show earlier refusals too, or hide them again"),
    ("m", "say", "More", "The next thing to say about sharing"),
)

MOVES: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("up", "move(-1, 0)", "Up", "The service above"),
    ("down", "move(1, 0)", "Down", "The service below"),
    ("left", "move(0, -1)", "Left", "The person before"),
    ("right", "move(0, 1)", "Right", "The next person"),
    ("enter", "next_person", "Next person", "The next person, from the first service on"),
)

AGREEMENT_KEYS: list[BindingType] = [
    *(
        Binding(key, f"act('{act}')", words, show=False, tooltip=tooltip, id=f"agreement.{act}")
        for key, act, words, tooltip in _KEYS
    ),
    *(
        Binding(key, action, words, show=False, tooltip=tooltip, id=f"agreement.{key}")
        for key, action, words, tooltip in MOVES
    ),
]
"""Answers move on to the next service; everything else stays where it is."""

ACTS: Final[dict[str, Act]] = {act: act for act in get_args(Act)}
ANSWERS: Final = ("yes", "no", "limited", "withdrawn", "not_asked", "not_needed")
