"""Times and factuality on MEANTIME: the text of a row, and the shares of answers that are right."""

import pytest
from quality.meantime import shares, text_of

ROW = {
    "tokens": ["Dam", "fails", "May", "2", ",", "2031", "A", "dam", "(", "old", ")", "failed", ".", "It", "fell", "."],
    "token_sentence": [0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3],
}


def test_words_become_running_text():
    text = text_of(ROW)
    assert text.text == "Dam fails\n\nMay 2, 2031\n\nA dam (old) failed. It fell."
    assert text.span([2, 3, 4, 5]).cut(text.text) == "May 2, 2031"
    assert text.span([14]).cut(text.text) == "fell"


def test_shares_of_right_answers():
    micro, most, each = shares([("POS", "POS"), ("POS", "NEG"), ("NEG", "NEG"), ("POS", "POS")])
    assert (micro, most) == (0.75, 0.75)
    assert each == pytest.approx({"NEG": 2 / 3, "POS": 0.8})


def test_no_events_have_no_shares():
    assert shares([]) == (0, 0, {})
