"""Lengths of time and rates: which words belong to them, and what they come to."""

from datetime import date

import pytest
import spacy

from rashomon import layers
from rashomon.meaning.times.station import read

layers.register()

ENGLISH = spacy.blank("en")


def rows(text):
    return [(text[t.start : t.end], t.type, t.value, t.mod) for t in read(ENGLISH(text), published=date(2019, 2, 20))]


@pytest.mark.parametrize(
    ("text", "words", "value", "mod"),
    [
        ("It lasted for over 30 years.", "over 30 years", "P30Y", "MORE_THAN"),
        ("It is spread over 30 years.", "30 years", "P30Y", None),  # here "over" is a preposition
        ("It took just under an hour.", "just under an hour", "PT1H", "LESS_THAN"),
        ("It went on for at least the past 18 months.", "at least the past 18 months", "P18M", "EQUAL_OR_MORE"),
        ("They gave it another six months.", "another six months", "P6M", None),
        ("They gave it an additional six months.", "an additional six months", "P6M", None),
        ("Those two years were hard.", "Those two years", "P2Y", None),
        ("It took two hours and 30 minutes.", "two hours and 30 minutes", "PT2H30M", None),
        ("He was jailed for six years and eight months.", "six years and eight months", "P6Y8M", None),
        ("It took two and one-half years.", "two and one-half years", "P2Y6M", None),
        ("It took 35-plus hours.", "35-plus hours", "PT35H", None),
        ("He faces two or more years.", "two or more years", "P2Y", None),
        ("He got a five- to ten-year sentence.", "five- to ten-year", "P5Y", None),
        ("It lasted the past quarter-century.", "the past quarter-century", "P25Y", None),
        ("It grew over the past decade.", "the past decade", "P10Y", None),
        ("It came to over the last two weeks.", "the last two weeks", "P2W", None),
        ("It was a weeklong siege.", "weeklong", "P1W", None),
        ("It was a decades-long siege.", "decades-long", "PXY", None),
        ("He fled days before the vote.", "days", "PXD", None),
        ("Only hours after the blast, he fled.", "hours", "PTXH", None),
        ("In the weeks that followed, he fled.", "the weeks", "PXW", None),
        ("Over the years, it grew.", "the years", "PXY", None),
        ("It falls in the months to come.", "the months to come", "PXM", None),
        ("They fell in the first hours of the war.", "the first hours", "PTXH", None),
        ("It comes in the next day or two.", "the next day or two", "P1D", None),
    ],
)
def test_a_length_has_its_words_value_and_modifier(text, words, value, mod):
    assert rows(text) == [(words, "DURATION", value, mod)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sales of 15 a year fell.", ("a year", "SET", "P1Y", None)),
        ("They met every few months.", ("every few months", "SET", "PXM", None)),
        ("They met every single day.", ("every single day", "SET", "P1D", None)),
        ("They met every night.", ("every night", "SET", "XXXX-XX-XXTNI", None)),
    ],
)
def test_rates(text, found):
    assert rows(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "It happened 10 billion years ago.",  # no day of the calendar, nor "years ago"
        "nine minutes a day",
        "a poll of 18-to-34-year-olds",
        "in 1445 AH",
        "late-night talks",
        "Following Wednesday's leak",
    ],
)
def test_what_a_smaller_part_would_get_wrong(text):
    assert [row[0] for row in rows(text)] in ([], ["Wednesday"])
