from dataclasses import replace
from typing import get_args

from rashomon.records import Dispute, DisputeKind, Side
from rashomon.views.quarrels import _QUESTIONS, quarrels
from tests.views import example

BLAME = Side(example.ACCUSATION.id, None, "accused", example.spans("accused"))
DENIAL = Side(example.DENIAL.id, None, "denied", example.spans("denied"))
PAGE = Side(None, None, "", example.spans("Minister"))


def quarrel(*sides):
    return quarrels(replace(example.READING, disputes=(Dispute("dispute-1", "denial", None, sides),)))[0]


def test_sides_stand_in_the_order_of_the_text_with_who_says_so():
    found = quarrel(DENIAL, BLAME)
    assert [(party.label, party.claim, party.words) for party in found.parties] == [
        ("Halvard Renko", 1, "accused"),
        ("Reed Banner", 2, "denied"),
    ]
    assert found.question == "said and denied"


def test_a_hedge_stands_beside_its_side():
    hedged = Side(example.QUOTE.id, None, "", example.spans("We burn nothing"))
    assert quarrel(BLAME, hedged).parties[1].doubt == ("hedged: “allegedly” (alleged)",)


def test_the_page_is_a_side_too():
    assert quarrel(PAGE, BLAME).parties[0].label == "The Lantern"


def test_every_kind_has_its_words():
    assert set(_QUESTIONS) == set(get_args(DisputeKind))
