"""The bank holidays of England, known without a network."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

_SUBSTITUTE: Final = " (observed)"
_AS_PUBLISHED: Final = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}
"""The names on gov.uk, where the package has others."""


class EnglandCalendar:
    """The bank holidays of England, as GOV.UK names them."""

    def bank_holiday(self, day: date) -> str | None:
        """The name of the bank holiday on that day, or ``None``.

        The weekday that stands in for a holiday at a weekend is named after it:
        “Boxing Day bank holiday”.
        """
        return _bank_holidays(day.year).get(day)


@lru_cache(maxsize=16)
def _bank_holidays(year: int) -> dict[date, str]:
    import holidays

    found = holidays.country_holidays("GB", subdiv="ENG", years=year)
    return {day: _name(found[day]) for day in found}


def _name(name: str) -> str:
    if name.endswith(_SUBSTITUTE):
        return f"{name.removesuffix(_SUBSTITUTE)} bank holiday"
    return _AS_PUBLISHED.get(name, name)
