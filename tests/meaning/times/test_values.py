from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.meaning.times.values import Amount, Period, add, around, easter, moved, season

DAYS = st.dates(min_value=date(2, 1, 1), max_value=date(9990, 12, 31))
UNITS = st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"])


@pytest.mark.parametrize(
    ("period", "value", "last"),
    [
        (Period("day", date(2031, 5, 4)), "2031-05-04", date(2031, 5, 4)),
        (Period("day", date(2031, 5, 4), "T22:00"), "2031-05-04T22:00", date(2031, 5, 4)),
        (Period("week", date(2019, 2, 11)), "2019-W07", date(2019, 2, 17)),
        (Period("week", date(2018, 12, 31)), "2019-W01", date(2019, 1, 6)),  # the ISO year, not the calendar year
        (Period("weekend", date(2019, 2, 16)), "2019-W07-WE", date(2019, 2, 17)),
        (Period("month", date(2020, 2, 1)), "2020-02", date(2020, 2, 29)),
        (Period("quarter", date(2019, 10, 1)), "2019-Q4", date(2019, 12, 31)),
        (Period("half", date(2019, 7, 1)), "2019-H2", date(2019, 12, 31)),
        (season(2019, "WI"), "2019-WI", date(2020, 2, 29)),
        (Period("year", date(2019, 1, 1)), "2019", date(2019, 12, 31)),
        (Period("decade", date(1990, 1, 1)), "199", date(1999, 12, 31)),
        (Period("century", date(1900, 1, 1)), "19", date(1999, 12, 31)),
        (Period("year", date(9999, 1, 1)), "9999", date(9999, 12, 31)),
        (Period("week", date(9999, 12, 27)), "9999-W52", date(9999, 12, 31)),  # no day is beyond the calendar
    ],
)
def test_a_period_has_a_value_and_a_last_day(period, value, last):
    assert (period.value, period.last) == (value, last)


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        (3, "day", "P3D"),
        (5, "hour", "PT5H"),
        (None, "week", "PXW"),
        (None, "minute", "PTXM"),
        (None, "decade", "PXY"),
        (2, "decade", "P20Y"),
        (1, "fortnight", "P2W"),
        (Fraction(5, 2), "year", "P2Y6M"),
        (Fraction(11, 2), "hour", "PT5H30M"),
        (Fraction(1, 2), "hour", "PT30M"),
        (Fraction(3, 2), "day", "P1DT12H"),
        (Fraction(3, 2), "week", "P1.5W"),
    ],
)
def test_an_amount_has_a_value(number, unit, value):
    assert Amount(None if number is None else Fraction(number), unit).value == value


@pytest.mark.parametrize(
    ("year", "day"), [(2018, date(2018, 4, 1)), (2019, date(2019, 4, 21)), (2000, date(2000, 4, 23))]
)
def test_easter(year, day):
    assert easter(year) == day


def test_months_end_on_their_last_day():
    assert add(date(2019, 1, 31), "month", 1) == date(2019, 2, 28)
    assert add(date(2020, 2, 29), "year", -1) == date(2019, 2, 28)


@pytest.mark.parametrize(("unit", "count"), [("year", 9000), ("century", -30), ("day", 10**9), ("week", -(10**8))])
def test_beyond_the_calendar_there_is_no_day(unit, count):
    assert add(date(2019, 2, 20), unit, count) is None


@given(UNITS, DAYS)
def test_the_period_around_a_day_holds_it(unit, day):
    period = around(unit, day)
    assert period.first <= day <= period.last or unit == "weekend"
    assert around(unit, period.first) == period


@given(UNITS, DAYS, st.integers(-3, 3))
def test_moving_there_and_back_changes_nothing(unit, day, count):
    period = around(unit, day)
    there = moved(period, count)
    assert there is None or moved(there, -count) == period
