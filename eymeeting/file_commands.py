"""What the command line does for the safety of the families' file: backup, restore, check."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from eymeeting.clock import Clock
from eymeeting.domain.problems import NotFound, Problem
from eymeeting.opening import existing, opened, place, said, store_of

if TYPE_CHECKING:
    from db.trial import Trial
