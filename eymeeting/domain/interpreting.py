"""Whoever interprets only interprets: no action is theirs, and no keyboard (the field's guidance)."""

from __future__ import annotations

import re

from eymeeting.domain.people import Worker
from eymeeting.domain.text import folded


def interprets(worker: Worker | None) -> bool:
    """Whether a worker is an interpreter. Nobody of the family ever is one (the field's guidance)."""
    if worker is None:
        return False
    return bool(worker.interpreter) or "interpreter" in re.findall(r"\w+", folded(worker.role))
