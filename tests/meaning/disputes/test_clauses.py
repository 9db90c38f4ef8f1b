"""What a clause says, on parses made by hand."""

import pytest

from rashomon.meaning.disputes.clauses import Clauses
from rashomon.meaning.events.ground import Ground
from tests.handmade import parsed


def clauses(notation):
    return Clauses(Ground(parsed(notation))).all


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        pytest.param(
            "Venn|PROPN|2|nsubj said|VERB:VBD|0|ROOT that|SCONJ|5|mark dams|NOUN|5|nsubj broke|VERB:VBD|2|ccomp",
            [(0, 1), (2, 3, 4)],
            id="what is said is a clause of its own",
        ),
        pytest.param(
            "Dams|NOUN|2|nsubj broke|VERB:VBD|0|ROOT and|CCONJ|2|cc mills|NOUN|5|nsubj fell|VERB:VBD|2|conj"
            " in|ADP|5|prep Oro|PROPN|6|pobj",
            [(0, 1), (3, 4, 5, 6)],
            id="what is joined is another",
        ),
    ],
)
def test_clauses_in_order(notation, words):
    assert [clause.words for clause in clauses(notation)] == words


def test_a_clause_may_nest_its_phrases_however_deep():
    inside = " ".join(
        f"{'in|ADP' if at % 2 else 'row|NOUN'}|{at}|{'prep' if at % 2 else 'pobj'}" for at in range(3, 2003)
    )
    (clause,) = clauses(f"Mills|NOUN|3|nsubj all|DET|1|det fell|VERB:VBD|0|ROOT {inside}")
    assert clause.words == tuple(range(2003))
