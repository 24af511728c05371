"""The kinds of copies there are and the forms a paper can have, by the names they are asked for with."""

from __future__ import annotations

from typing import Literal

CopyKind = Literal[
    "family",
    "child",
    "agency",
    "record",
    "calendar",
    "invitation",
    "agenda",
    "agreement_form",
    "update_slip",
    "form",
    "score_cards",
    "lead",
    "text",
]

PaperFormat = Literal["standard", "clear", "large", "dyslexia", "easyread"]
"""Each is a need that is stored of somebody; what is read aloud is no paper."""
