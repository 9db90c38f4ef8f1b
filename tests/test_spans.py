"""Stretches of text: which are over a place, hold a span or share characters with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.spans import Span, Stretches

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda each: Span(each[0], sum(each))))
ONE = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda each: Span(each[0], sum(each)))

LONG, SHORT, LAST = Span(0, 20), Span(5, 8), Span(30, 33)


@pytest.mark.parametrize(
    ("span", "overlap", "contain"),
    [
        ((6, 8), True, True),
        ((9, 20), True, True),
        ((19, 21), True, False),
        ((20, 30), False, False),
        ((29, 34), True, False),
        ((33, 40), False, False),
    ],
)
def test_spans_are_held_against_many(span, overlap, contain):
    many = Stretches([LAST, SHORT, LONG])
    assert (many.overlap(Span(*span)), many.contain(Span(*span))) == (overlap, contain)


@pytest.mark.parametrize(
    ("place", "expected"), [(0, [LONG]), (5, [SHORT, LONG]), (8, [LONG]), (20, []), (30, [LAST]), (33, [])]
)
def test_those_over_a_place_come_last_begun_first(place, expected):
    assert list(Stretches([LONG, SHORT, LAST]).over(place)) == expected


def test_of_none_nothing_is_found():
    assert not Stretches([]).overlap(LONG)
    assert not Stretches([]).contain(LONG)
    assert list(Stretches([]).over(0)) == []


@given(SPANS, ONE)
def test_what_is_found_is_what_looking_at_each_finds(spans, one):
    many = Stretches(spans)
    assert many.overlap(one) == any(each.overlaps(one) for each in spans)
    assert many.contain(one) == any(each.contains(one) for each in spans)
    assert sorted(many.over(one.start)) == sorted(each for each in spans if each.start <= one.start < each.end)
