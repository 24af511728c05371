import subprocess
import sys
from datetime import date

import pytest

from eymeeting.bank_holidays import EnglandCalendar


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 26), "Boxing Day"),
        (date(2026, 12, 28), "Boxing Day bank holiday"),
        (date(2027, 3, 26), "Good Friday"),
        (date(2027, 3, 29), "Easter Monday"),
        (date(2027, 5, 3), "Early May bank holiday"),
        (date(2027, 8, 30), "Summer bank holiday"),
        (date(2026, 11, 30), None),
    ],
)
def test_england_keeps_its_bank_holidays(day: date, name: str | None) -> None:
    assert EnglandCalendar().bank_holiday(day) == name


@pytest.mark.parametrize("day", [date(2026, 1, 2), date(2026, 3, 17), date(2026, 11, 30)])
def test_days_off_elsewhere_in_the_kingdom_are_not_englands(day: date) -> None:
    assert EnglandCalendar().bank_holiday(day) is None


def test_the_list_is_not_loaded_before_it_is_asked_for() -> None:
    asked = "import sys, eymeeting.bank_holidays; print('holidays' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
