"""The scorer of time expressions: on pairs made by hand, and on the gold itself where the corpus is here."""

import pytest
from quality.corpora import DATA, available
from quality.times import Timex, align, gold_of, measure

SUNDAY = Timex(3, 9, "DATE", "2019-02-17")


@pytest.mark.parametrize(
    ("system", "scores"),
    [
        ([SUNDAY], (1, 1, 1, 1)),
        ([Timex(0, 9, "DATE", "2019-02-17")], (0, 1, 1, 1)),
        ([Timex(3, 9, "DATE", "2019-02-24")], (1, 1, 0, 1)),
        ([Timex(3, 9, "TIME", "2019-02-17")], (1, 1, 1, 0)),
        ([Timex(20, 29, "DATE", "2019-02-17")], (0, 0, 0, 0)),
        ([SUNDAY, Timex(20, 29, "DATE", None)], (2 / 3, 2 / 3, 2 / 3, 2 / 3)),
        ([Timex(0, 4, "DATE", None), SUNDAY], (2 / 3, 2 / 3, 2 / 3, 2 / 3)),  # equal extents are paired first
        ([SUNDAY, SUNDAY], (1, 1, 1, 1)),
        ([], (0, 0, 0, 0)),
    ],
)
def test_one_gold_expression(system, scores):
    assert tuple(measure(align([SUNDAY], system)).values()) == pytest.approx(scores)


def test_nothing_against_nothing():
    assert measure(align([], [])) == {"times_strict": 0, "times_relaxed": 0, "times_value": 0, "times_type": 0}


@pytest.mark.skipif(not available("tempeval3"), reason="the shared corpus is not here")
def test_the_gold_scores_one_against_itself():
    gold = gold_of(DATA)
    scores = measure(pair for timexes in gold.values() for pair in align(timexes, timexes))
    assert set(scores.values()) == {1.0}
