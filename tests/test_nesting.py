"""The way from a claim outward."""

from dataclasses import replace

from rashomon.nesting import outward
from tests.store.examples import RUMOUR

OUTER, INNER = RUMOUR.claims
BOTH = {OUTER.id: OUTER, INNER.id: INNER}


def test_from_the_innermost_to_the_outermost():
    assert list(outward(INNER.id, BOTH)) == [INNER, OUTER]
    assert list(outward(OUTER.id, BOTH)) == [OUTER]


def test_no_claim_no_way():
    assert list(outward(None, BOTH)) == []
    assert list(outward("claim-none", BOTH)) == []


def test_a_circle_ends():
    turned = replace(OUTER, parent=INNER.id)
    assert list(outward(INNER.id, {**BOTH, OUTER.id: turned})) == [INNER, turned]
