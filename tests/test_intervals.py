"""Ranges of figures and of days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.intervals import OPEN, Interval, days

ENDS = st.none() | st.integers(0, 30).map(float)
INTERVALS = st.tuples(ENDS, ENDS).map(
    lambda ends: Interval(*sorted(ends)) if None not in ends else Interval(*ends)  # type: ignore[type-var]
)


@pytest.mark.parametrize(
    ("one", "other", "meets", "agrees"),
    [
        ((14, None), (9, 9), False, False),
        ((14, None), (16, 16), True, True),
        ((None, 20), (10, None), True, False),
        ((9, 9), (9, 9), True, True),
        ((None, None), (9, 9), True, False),
        ((10, 20), (15, 25), True, False),
    ],
)
def test_figures(one, other, meets, agrees):
    one, other = Interval(*one), Interval(*other)
    assert (one.meets(other), one.agrees(other)) == (meets, agrees)


@pytest.mark.parametrize(
    ("one", "other", "excludes"),
    [((1, 5), (6, 9), True), ((1, 6), (6, 9), False), ((1, None), (6, 9), False), ((None, 5), (6, 9), False)],
)
def test_only_what_has_two_ends_is_surely_another(one, other, excludes):
    assert Interval(*one).excludes(Interval(*other)) is excludes
    assert Interval(*other).excludes(Interval(*one)) is excludes


def test_a_day_agrees_with_its_month_and_not_with_the_next_day():
    day = days("2031-07-15", "2031-07-15")
    assert day.agrees(days("2031-07-01", "2031-07-31"))
    assert not day.meets(days("2031-07-16T08:00", "2031-07-16T09:00"))


def test_what_is_no_date_is_open():
    assert days(None, "soon") == OPEN


@given(INTERVALS, INTERVALS)
def test_both_are_symmetric_and_what_agrees_meets(one, other):
    assert one.meets(other) == other.meets(one)
    assert one.agrees(other) == other.agrees(one)
    assert not one.agrees(other) or one.meets(other)
