from fractions import Fraction

import pytest

from rashomon.meaning.times.amounts import amount
from rashomon.meaning.times.numbers import number, ordinal, spoken_year
from rashomon.meaning.times.words import cut


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12", 12),
        ("1,500 people", 1500),
        ("2.5 hours", Fraction(5, 2)),
        ("2 1/2 years", Fraction(5, 2)),
        ("2½ years", Fraction(5, 2)),
        ("two and a half years", Fraction(5, 2)),
        ("twenty-four hours", 24),
        ("twenty four hours", 24),
        ("a hundred years", 100),
        ("two thousand and one", 2001),
        ("three hundred and twelve days", 312),
        ("a", None),
        ("the", None),
        ("99999999999 days", None),
    ],
)
def test_numbers(text, found):
    result = number(cut(text), 0)
    assert (result[1] if result else None) == found


@pytest.mark.parametrize(
    ("text", "found"), [("third", 3), ("21st", 21), ("twenty-first", 21), ("21", None), ("21 st", None)]
)
def test_ordinals(text, found):
    result = ordinal(cut(text), 0)
    assert (result[1] if result else None) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nineteen ninety-six", 1996),
        ("twenty nineteen", 2019),
        ("two thousand and three", 2003),
        ("nineteen oh five", 1905),
        ("nineteen men", None),
        ("fourteen ninety-two", None),
    ],
)
def test_spoken_years(text, found):
    result = spoken_year(cut(text), 0)
    assert (result[1] if result else None) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("five hours", "PT5H"),
        ("two to three weeks", "P2W"),
        ("a couple of years", "P2Y"),
        ("half an hour", "PT30M"),
        ("an hour and a half", "PT1H30M"),
        ("several consecutive days", "PXD"),
        ("20 more years", "P20Y"),
        ("five-year", "P5Y"),
        ("a years", None),
        ("60 Minutes", None),  # a programme
    ],
)
def test_amounts(text, value):
    result = amount(cut(text), 0)
    assert (result[1].value if result else None) == value
