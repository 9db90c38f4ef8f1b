"""Spans out of scores: the likeliest, or the likeliest that are whole."""

import pytest

from rashomon.meaning.decoding import lame, spans
from tests.meaning.scored import scored


def found(*args, **kwargs):
    scores = scored(*args, **kwargs)
    text = scores.words.text
    return [(kind, text[slice(*scores.characters((first, last)))]) for first, last, kind in spans(scores)]


def test_the_likeliest_tags_are_taken():
    assert found("Ada said it fell .", "SCTto") == [("source", "Ada"), ("cue", "said"), ("content", "it fell")]


def test_a_span_ends_with_its_paragraph():
    assert found("it fell\nit sank", "TtTt") == [("content", "it fell"), ("content", "it sank")]


def test_a_content_without_cue_finds_one_that_is_nearly_as_likely():
    doubtful = found("Ada said it fell", "SoTt", doubts=[(1, "C", 4.0)])
    assert ("cue", "said") in doubtful
    assert ("cue", "said") not in found("Ada said it fell", "SoTt", doubts=[(1, "C", 0.0)])


def test_a_quotation_that_goes_on_needs_no_cue_in_each_paragraph():
    said = found('Ada said it fell\n" It fell said', "SCTtTttt", doubts=[(7, "C", 4.0)])
    assert said[3:] == [("content", '" It fell said')]
    alone = found('Ada said it fell\nNo .\n" It fell said', "SCTtooTttt", doubts=[(9, "C", 4.0)])
    assert alone[3:] == [("content", '" It fell'), ("cue", "said")]


def test_a_paragraph_of_thousands_of_words_is_as_it_is_likeliest():
    many = 1300
    assert found("Ada said it fell " * many, "SoTt" * many, doubts=[(1, "C", 4.0)]) == [
        ("source", "Ada"), ("content", "it fell"),
    ] * many  # fmt: skip


def test_no_words_no_spans():
    assert found("", "") == []


@pytest.mark.parametrize(
    ("kinds", "count"),
    [
        ("source cue content", 0),
        ("cue content content", 0),
        ("content", 1),
        ("cue", 1),
        ("source source cue content", 1),
        ("cue content content content", 1),
        ("", 0),
    ],
)
def test_what_lacks_its_counterpart_is_lame(kinds, count):
    assert lame([(at, at + 1, kind) for at, kind in enumerate(kinds.split())]) == count
