"""How a text is cut into words and word pieces, and what is marked on each word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.wordpieces import CLOSING, INSIDE, LOWER, OPENING, OUTSIDE, TITLE, UPPER, WordPieces, Words

PIECES = ("[UNK]", "a", "##a", "bb", "##b", "mayor", "vas", "##k", "spoke", ".", "naive", "2")
LETTERS = [chr(code) for code in range(32, 127) if not chr(code).isupper()]
CUTTER = WordPieces(
    {piece: at for at, piece in enumerate(dict.fromkeys([*PIECES, *LETTERS, *(f"##{one}" for one in LETTERS)]))}
)


def cut(text: str) -> Words:
    return CUTTER.cut(text)


def test_words_carry_their_offsets_and_pieces() -> None:
    words = cut("Mayor Vask spoke.")
    assert [words.text[start:end] for start, end in words.spans] == ["Mayor", "Vask", "spoke", "."]
    assert words.pieces == [[5], [6, 7], [8], [9]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Naïve na\u0131\u0308ve", ["Naïve", "na\u0131\u0308ve"]),
        ("a\u200bb \u200b c", ["a\u200bb", "c"]),
        ("rock’n’roll", ["rock", "’", "n", "’", "roll"]),
        ("a_b", ["a", "_", "b"]),
        ("€50m²", ["€50m²"]),
        ("a中文b", ["a", "中", "文", "b"]),
        ("", []),
        (" \0\ufffd ", []),
        ("\u0301 a", ["a"]),
    ],
)
def test_where_words_end(text: str, words: list[str]) -> None:
    held = cut(text)
    assert [text[start:end] for start, end in held.spans] == words


def test_accents_and_capitals_do_not_count_for_pieces() -> None:
    assert cut("NAÏVE").pieces == cut("naive").pieces == [[10]]


def test_what_the_vocabulary_lacks_or_what_is_endless_is_unknown() -> None:
    assert cut("日").pieces == [[0]]
    assert cut("a" * 101).pieces == [[0]]
    assert len(cut("a" * 100).pieces[0]) == 100


@pytest.mark.parametrize(
    ("word", "case"), [("vask", LOWER), ("Vask", TITLE), ("A", TITLE), ("UN", UPPER), ("7", LOWER)]
)
def test_case(word: str, case: int) -> None:
    assert cut(word).features[0][0] == case


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("“Go home” now", [OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE]),
        ('"Go" now', [OPENING, INSIDE, CLOSING, OUTSIDE]),
        ("''Go'' now", [OPENING, OPENING, INSIDE, CLOSING, CLOSING, OUTSIDE]),
        ("“Go\n\nnow", [OPENING, INSIDE, OUTSIDE]),
        ("it 's late", [OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE]),
    ],
)
def test_quotation(text: str, states: list[int]) -> None:
    assert [feature[1] for feature in cut(text).features] == states


def test_paragraphs_start_with_lines_or_where_they_are_said_to() -> None:
    text = "One two.\n\nThree\nfour"
    assert cut(text).paragraphs == [0, 0, 0, 1, 2]
    assert cut(text).starts.tolist() == [True, False, False, True, True]
    assert CUTTER.cut(text, paragraphs=[0, 10]).paragraphs == [0, 0, 0, 1, 1]
    assert CUTTER.cut(text, paragraphs=[]).paragraphs == [0] * 5


@given(st.text(max_size=60))
def test_every_letter_and_digit_is_in_one_word(text: str) -> None:
    words = cut(text)
    ends = [0, *(end for _, end in words.spans)]
    assert all(before <= start < end for before, (start, end) in zip(ends, words.spans, strict=False))
    held = {at for start, end in words.spans for at in range(start, end)}
    assert all(at in held for at, letter in enumerate(text) if letter.isascii() and letter.isalnum())
    assert all(words.pieces)
