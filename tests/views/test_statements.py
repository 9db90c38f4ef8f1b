"""What is said of somebody, as it is shown: who tells it, in the words for doubt that every view of a claim has."""

from dataclasses import replace

from rashomon.graph import Statement, Teller
from rashomon.views.material import Material
from rashomon.views.statements import statement_views
from tests.views import example

INSIDE = Teller(
    chain=("The Lantern", "A police spokesman", "an internal source"), origin="origin-1", page=example.PAGE,
    claim=example.INNER.id, published="2031-05-04", certainty="possible", polarity="affirmed", stance="reports",
    doubt=("as fusion has it",), evidence=example.INNER.content, sentence=None,
)  # fmt: skip
SAID = Statement(
    id="statement-1", words="that a guard may have taken money", subject=None, predicate=None, object=None,
    former=False, since="2031-05-04", tellers=(INSIDE,), confirming=(), denying=(),
)  # fmt: skip


def doubts(reading, teller=INSIDE):
    [view] = statement_views([replace(SAID, tellers=(teller,))], Material([reading], {}))
    return view.tellers[0].doubt


def test_doubt_is_worded_as_beside_the_claim_itself():
    denied = tuple(
        replace(each, polarity="denied", hedge=(example.at("said", 1),)) if each.id == example.POLICE.id else each
        for each in example.READING.claims
    )
    assert doubts(example.READING) == ("hedged: “may” (possible)",)
    assert doubts(replace(example.READING, claims=denied)) == (
        "hedged: “may” (possible)", "in what is denied", "hedged on the way: “said”",
    )  # fmt: skip


def test_who_speaks_for_himself_keeps_his_doubt():
    assert doubts(example.READING, replace(INSIDE, claim=None, stance=None)) == ("as fusion has it",)
