from datetime import date

import pytest

from connect_desktop.domain.clock import months_later


@pytest.mark.parametrize(
    ("on", "months", "found"),
    [
        (date(2026, 11, 22), 1, date(2026, 12, 22)),
        (date(2026, 11, 22), 3, date(2027, 2, 22)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 6, 1), 12, date(2027, 6, 1)),
        (date(2026, 6, 1), 0, date(2026, 6, 1)),
    ],
)
def test_a_month_later_is_the_same_day_of_the_month_or_its_last(on: date, months: int, found: date) -> None:
    assert months_later(on, months) == found
