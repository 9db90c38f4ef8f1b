from dataclasses import replace
from typing import get_args

from rashomon.records import Dispute, DisputeKind, Side
from rashomon.views.disputes import _QUESTIONS
from rashomon.views.dossier import dossier
from tests.views import example

BLAME = Side(example.ACCUSATION.id, None, "accused", example.spans("accused"))
DENIAL = Side(example.DENIAL.id, None, "denied", example.spans("denied"))
PAGE = Side(None, None, "", example.spans("Minister"))


def dispute(*sides):
    return dossier(replace(example.READING, disputes=(Dispute("dispute-1", "denial", None, sides),))).disputes[0]


def test_sides_stand_in_the_order_of_the_text_with_who_says_so():
    found = dispute(DENIAL, BLAME)
    assert [(side.label, side.number, side.words) for side in found.sides] == [
        ("Halvard Renko", 1, "accused"),
        ("Reed Banner", 2, "denied"),
    ]
    assert found.question == "said and denied"


def test_a_hedge_stands_beside_its_side():
    hedged = Side(example.QUOTE.id, None, "", example.spans("We burn nothing"))
    assert dispute(BLAME, hedged).sides[1].doubt == ("hedged: “allegedly” (alleged)",)


def test_the_page_is_a_side_too():
    assert dispute(PAGE, BLAME).sides[0].label == "The Lantern"


def test_every_kind_has_its_words():
    assert set(_QUESTIONS) == set(get_args(DisputeKind))
