"""The measures of coreference against worked examples."""

import itertools
import random

import numpy as np
import pytest
from quality.chain_scores import MEASURES, assign, b_cubed, ceaf_e, conll, muc, without_singletons


def chains(written):
    return [frozenset(part.split()) for part in written.split("|")]


# The worked example of Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions" (2014).
EXAMPLE = [(chains("a b c|d e f g"), chains("a b|c d|f g h i"))]
# Two chains of five, two and five joined in one of two ways: Bagga and Baldwin (1998).
FIRST = [(chains("1 2 3 4 5|6 7|8 9 A B C"), chains("1 2 3 4 5|6 7 8 9 A B C"))]
SECOND = [(chains("1 2 3 4 5|6 7|8 9 A B C"), chains("1 2 3 4 5 8 9 A B C|6 7"))]


@pytest.mark.parametrize(
    ("measure", "documents", "recall", "precision"),
    [
        pytest.param(muc, EXAMPLE, 2 / 5, 2 / 5, id="muc"),
        pytest.param(b_cubed, EXAMPLE, 0.42, 0.50, id="b3"),
        pytest.param(ceaf_e, EXAMPLE, 0.65, 0.43, id="ceaf-e"),
        pytest.param(muc, FIRST, 1.0, 9 / 10, id="muc, the small chain joined"),
        pytest.param(muc, SECOND, 1.0, 9 / 10, id="muc sees no difference"),
        pytest.param(b_cubed, FIRST, 1.0, 0.76, id="b3, the small chain joined"),
        pytest.param(b_cubed, SECOND, 1.0, 0.58, id="b3 does"),
    ],
)
def test_worked_examples(measure, documents, recall, precision):
    score = measure(documents)
    assert (score.recall, score.precision) == (pytest.approx(recall, abs=0.005), pytest.approx(precision, abs=0.005))


def test_the_key_itself_scores_one():
    key = chains("a b c|d e f g|h")
    assert conll([(key, key[::-1])]) == pytest.approx(1.0)
    assert conll([(without_singletons(key), chains("d e f g|a b c"))]) == pytest.approx(1.0)


def test_nothing_found_scores_nothing():
    assert all(measure([(chains("a b"), [])]).f1 == 0.0 for measure in MEASURES.values())


def test_chains_are_paired_as_well_as_can_be():
    for seed in range(40):
        height = random.Random(seed).randint(1, 5)
        cost = np.random.default_rng(seed).random((height, 5))
        columns = assign(cost)
        least = min(
            sum(cost[row, at] for row, at in enumerate(tried)) for tried in itertools.permutations(range(5), height)
        )
        assert len(set(columns)) == height
        assert sum(cost[row, at] for row, at in enumerate(columns)) == pytest.approx(least)
