"""Figures in noun phrases."""

import pytest

from rashomon.meaning.events.counts import of_people
from tests.handmade import parsed


@pytest.mark.parametrize(
    ("notation", "head", "low", "high"),
    [
        ("42|NUM:CD|2|nummod people|NOUN:NNS|0|ROOT", 1, 42, 42),
        ("two|NUM:CD|2|nummod officers|NOUN:NNS|0|ROOT", 1, 2, 2),
        ("at|ADP|2|advmod least|ADJ|3|advmod 42|NUM:CD|4|nummod people|NOUN:NNS|0|ROOT", 3, 42, None),
        ("more|ADJ|3|amod than|ADP|3|quantmod 20|NUM:CD|4|nummod people|NOUN:NNS|0|ROOT", 3, 20, None),
        ("nearly|ADV|2|advmod 100|NUM:CD|3|nummod people|NOUN:NNS|0|ROOT", 2, None, 100),
        ("between|ADP|4|quantmod 10|NUM:CD|4|nmod and|CCONJ|4|cc 12|NUM:CD|5|nummod people|NOUN:NNS|0|ROOT", 4, 10, 12),
        ("dozens|NOUN:NNS|0|ROOT", 0, 24, None),
        ("1,200|NUM:CD|2|nummod people|NOUN:NNS|0|ROOT", 1, 1200, 1200),
        ("a|DET|2|det woman|NOUN:NN|0|ROOT", 1, 1, 1),
        ("another|DET|2|det 5|NUM:CD|0|ROOT", 1, 5, 5),
        ("no|DET|2|det one|NOUN:NN|0|ROOT", 1, 0, 0),
        ("a|DET|2|det guard|NOUN:NN|0|ROOT and|CCONJ|2|cc two|NUM:CD|5|nummod nurses|NOUN:NNS|2|conj", 1, 3, 3),
        ("thirty-one|NUM:CD|2|nummod miners|NOUN:NNS|0|ROOT", 1, 31, 31),
        ("twenty|NUM:CD|3|compound ~-|PUNCT|3|punct ~one|NUM:CD|4|nummod girls|NOUN:NNS|0|ROOT", 3, 21, 21),
        ("two|NUM:CD|2|compound hundred|NUM:CD|3|nummod miners|NOUN:NNS|0|ROOT", 2, 200, 200),
    ],
)
def test_of_people(notation, head, low, high):
    amount = of_people(parsed(notation)[head])
    assert amount is not None
    assert (amount.low, amount.high) == (low, high)


@pytest.mark.parametrize(
    ("notation", "head"),
    [("people|NOUN:NNS|0|ROOT", 0), ("how|ADV|2|advmod many|ADJ|3|amod people|NOUN:NNS|0|ROOT", 2)],
)
def test_no_figure(notation, head):
    assert of_people(parsed(notation)[head]) is None
