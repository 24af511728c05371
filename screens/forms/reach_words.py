"""What is worth saying of a number or an address that looks unlike one. None of it is refused."""

from __future__ import annotations

import re
from typing import Final

_FEWEST_FIGURES: Final = 10
"""Figures in the shortest British telephone number, its first 0 among them."""


def about_phone(number: str) -> str:
    """What is worth saying of a telephone number."""
    figures = re.sub(r"\D", "", number)
    if not number or len(figures) >= _FEWEST_FIGURES:
        return ""
    return f"{len(figures)} figures so far. It is kept as typed."


def about_email(address: str) -> str:
    """What is worth saying of an email address."""
    if not address or re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", address):
        return ""
    return "Not a whole email address yet. It is kept as typed."


def about_upn(number: str) -> str:
    """What is worth saying of a unique pupil number (Department for Education)."""
    if not number or re.fullmatch(r"[A-Za-z]\d{11}[0-9A-Za-z]", number.replace(" ", "")):
        return ""
    return "A pupil number is a letter and twelve more, nearly all figures. It is kept as typed."
