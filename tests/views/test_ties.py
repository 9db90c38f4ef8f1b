from dataclasses import replace
from typing import get_args

from rashomon.records import Perspective, Predicate, Tie
from rashomon.views import ties
from rashomon.views.material import Material
from rashomon.views.ties import bonds
from tests.views import example

PLAIN = Perspective(None, "certain", "affirmed", "actual", (example.at("Minister"),))
TIE = Tie(
    "tie-1", example.RENKO.id, "opposes", example.BANNER.id, "current", example.READING.times[0].id,
    example.spans("accused"), (PLAIN,), 0.8,
)  # fmt: skip


def bonds_of(reading):
    return bonds(reading.page.id, Material([reading], {}))


def bond(**given):
    return bonds_of(replace(example.READING, ties=(replace(TIE, **given),)))[0]


def told(found):
    return [(each.label, each.number, each.denied, each.doubt) for each in found.tellings]


def test_a_tie_is_a_sentence_with_its_words_and_time():
    found = bond()
    assert found.sentence == "Halvard Renko opposes Reed Banner"
    assert (found.words, found.when, found.status) == (("accused",), "2031-05-01", "current")
    assert told(found) == [("The Lantern", None, False, ())]
    assert not found.doubted


def test_what_was_is_told_in_the_past():
    assert bond(status="former").sentence == "Halvard Renko opposed Reed Banner"


def test_a_hedge_stands_beside_who_hedges():
    seen = Perspective(example.QUOTE.id, "alleged", "affirmed", "actual", example.spans("accused", "allegedly"))
    found = bond(perspectives=(seen,), status="alleged")
    assert told(found) == [("Reed Banner", 3, False, ("hedged: “allegedly” (alleged)",))]
    assert found.doubted


def test_what_nobody_affirms_is_not_told_as_so():
    denial = Perspective(example.DENIAL.id, "certain", "denied", "actual", ())
    found = bond(perspectives=(denial,))
    assert found.sentence == "not: Halvard Renko opposes Reed Banner"
    assert told(found) == [("Reed Banner", 2, True, ("denied",))]
    assert bond(perspectives=(denial, PLAIN)).sentence == "Halvard Renko opposes Reed Banner"


def test_what_is_told_in_a_denied_claim_says_so():
    inside = Perspective(example.DENIAL.id, "certain", "affirmed", "actual", ())
    assert told(bond(perspectives=(inside,))) == [("Reed Banner", 2, False, ("in what is denied",))]


def test_what_is_told_within_a_denied_report_says_so():
    denied = tuple(
        replace(each, polarity="denied") if each.id == example.POLICE.id else each for each in example.READING.claims
    )
    inside = Perspective(example.INNER.id, "certain", "affirmed", "actual", ())
    tie = replace(TIE, perspectives=(inside,))
    [found] = bonds_of(replace(example.READING, claims=denied, ties=(tie,)))
    assert told(found) == [("an internal source", 5, False, ("in what is denied",))]
    assert found.tellings[0].chain == ("The Lantern", "A police spokesman", "an internal source")


def test_a_hedge_of_those_who_pass_it_on_is_kept():
    hedged = tuple(
        replace(each, hedge=(example.at("allegedly", 1),)) if each.id == example.POLICE.id else each
        for each in example.READING.claims
    )
    inside = Perspective(example.INNER.id, "possible", "affirmed", "actual", ())
    tie = replace(TIE, perspectives=(inside,))
    [found] = bonds_of(replace(example.READING, claims=hedged, ties=(tie,)))
    assert found.tellings[0].doubt == ("hedged: “may” (possible)", "hedged on the way: “allegedly”")


def test_what_nobody_speaks_of_is_not_denied():
    assert not bond(perspectives=()).denied


def test_a_tie_without_its_ends_is_left_out():
    assert bonds_of(replace(example.READING, ties=(replace(TIE, object="gone"),))) == ()


def test_every_predicate_has_its_words():
    assert set(ties._PHRASES) == set(get_args(Predicate))
