"""Where quotation marks open and close."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.language import quotes
from rashomon.records import Block


def body(text):
    return (Block("block-1", "body", 0, len(text)),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," he said.', ['"We go,"']),
        ("“We go,” he said. “Now.”", ["“We go,”", "“Now.”"]),
        ("She said, “He called it ‘a farce’ today.”", ["“He called it ‘a farce’ today.”", "‘a farce’"]),
        ("``Yes,'' he said. ''No, never.''", ["``Yes,''", "''No, never.''"]),
        ("‘We go now,’ said Orla Venn.", ["‘We go now,’"]),
        ("The players' union and the '90s, rock 'n' roll, give 'em all.", []),
        ("The players’ union met in the ’90s; it’s theirs.", []),
        ("A 'strong reply' came from the players' union.", ["'strong reply'"]),
        ('"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']),
        ('It holds since "spring 2016" and "always".', ['"spring 2016"', '"always"']),
        ("«Nous partons», dit-elle.", ["«Nous partons»"]),
        ('" Go , " he said .', ['" Go , "']),
        ("“One\n\n“two\n\n“three,” he said.", ["“One\n\n“two\n\n“three,”"]),
        ("“One\n\nTwo.", ["“One"]),
        ("“One “two” three", ["“One", "“two”"]),
        ("no marks at all", []),
        ("“”", []),
    ],
)
def test_find(text, expected):
    assert [quote.span.cut(text) for quote in quotes.find(text, body(text))] == expected


def test_depth_closed_and_inner():
    text = "“He said ‘go’ to us"
    outer, inner = quotes.find(text, body(text))
    assert (outer.depth, outer.closed, outer.inner.cut(text)) == (0, False, "He said ‘go’ to us")
    assert (inner.depth, inner.closed, inner.inner.cut(text)) == (1, True, "go")


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("The “so-called” truce held.", True),
        ("It was “a grave matter” for them.", True),
        ("He said: “No truce.”", False),
        ("He replied “never again”.", False),
        ("“Never,” she said.", False),
        ("“No.” Then she left.", False),
        ("The “truce,” signed in May, held.", True),
        ("It was “a matter of grave concern” for them.", False),
    ],
)
def test_scare(text, scare):
    assert [quote.scare for quote in quotes.find(text, body(text))] == [scare]


def test_a_caption_between_paragraphs_does_not_end_the_quotation():
    parts = ["“First part", "A caption", "“second part,” he said."]
    text = "\n\n".join(parts)
    starts = [text.index(part) for part in parts]
    blocks = [
        Block(f"block-{at}", role, start, start + len(part))
        for at, (role, start, part) in enumerate(zip(("body", "caption", "body"), starts, parts, strict=True))
    ]
    assert [quote.closed for quote in quotes.find(text, blocks)] == [True]


@given(st.text(alphabet="ab 1s.,?\n\"'“”‘’`«»", max_size=80))
def test_spans_are_ordered_nested_and_inside(text):
    found = quotes.find(text, body(text))
    for quote in found:
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert quote.span.contains(quote.inner)
    assert list(found) == sorted(found, key=lambda quote: (quote.span.start, -quote.span.end))


@pytest.mark.parametrize("unit", ["“", '"', "'a ", "“a” ", "a's’ "])
def test_time_is_linear(unit):
    text = unit * 50_000
    start = time.process_time()
    quotes.find(text, body(text))
    assert time.process_time() - start < 10
