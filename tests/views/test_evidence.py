from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.views.evidence import NO_SOURCE, Relay, claims, shorten, told_by
from tests.views import example


@pytest.fixture(scope="module")
def found():
    return {claim.id: claim for claim in claims(example.READING)}


def test_claims_come_in_the_order_of_the_text(found):
    assert [(claim.number, claim.source, claim.stance) for claim in found.values()] == [
        (1, "Halvard Renko", "accuses"),
        (2, "Reed Banner", "denies"),
        (3, "Reed Banner", "says"),
        (4, "A police spokesman", "says"),
        (5, "an internal source", "reports"),
        (6, NO_SOURCE, "alleges"),
    ]


def test_a_claim_carries_hedge_denial_and_the_words_that_name_its_source(found):
    quote, denial = found[example.QUOTE.id], found[example.DENIAL.id]
    assert (quote.hedge, quote.hedged, quote.denied, quote.named) == ("allegedly", True, False, "its spokeswoman")
    assert (denial.denied, denial.content) == (True, "it")
    assert quote.sentence == "The Reed Banner (RB) denied it. “We burn nothing,” its spokeswoman allegedly said."


def test_the_chain_runs_from_the_publisher_to_the_inner_source(found):
    outer = [(relay.label, relay.stance) for relay in found[example.INNER.id].outer]
    assert outer == [("The Lantern", None), ("A police spokesman", "says")]
    assert [relay.label for relay in found[example.POLICE.id].outer] == ["The Lantern"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ()),
        ({"stance": "denies", "polarity": "denied"}, ("denied",)),
        ({"polarity": "denied"}, ("denied",)),
        ({"polarity": "denied", "cue": ()}, ("denied",)),
        ({"certainty": "reported"}, ("reported",)),
        ({"certainty": "unknown"}, ()),
        ({"hedge": (example.at("allegedly"),), "certainty": "alleged"}, ("hedged: “allegedly” (alleged)",)),
        ({"hedge": (example.at("may"),), "polarity": "denied"}, ("denied", "hedged: “may” (certain)")),
    ],
)
def test_doubt_is_put_into_words(given, expected):
    reading = replace(example.READING, claims=(replace(example.POLICE, **given),))
    assert claims(reading)[0].doubt == expected


@pytest.mark.parametrize(
    ("stance", "polarity", "verb"),
    [
        ("claims_responsibility", "affirmed", "claims responsibility"),
        ("confirms", "denied", "not: confirms"),
        ("denies", "denied", "denies"),
    ],
)
def test_what_is_not_said_does_not_read_as_said(stance, polarity, verb):
    reading = replace(example.READING, claims=(replace(example.POLICE, stance=stance, polarity=polarity),))
    assert claims(reading)[0].verb == verb


@pytest.mark.parametrize(
    ("relays", "words"),
    [
        ([], ""),
        ([Relay("The army", "claims_responsibility", "", "affirmed")], "told by The army (claims responsibility)"),
        (
            [Relay("A clerk", "says", "reportedly", "denied"), Relay("Police", "denies", "", "denied")],
            "told by A clerk (says, “reportedly”, denied), and there by Police (denies)",
        ),
    ],
)
def test_through_whom_a_claim_came_is_told_with_all_doubt(found, relays, words):
    inner = replace(found[example.INNER.id], outer=(Relay("The Lantern", None, "", "affirmed"), *relays))
    assert told_by(inner) == words


def test_about_is_given_by_name(found):
    assert found[example.ACCUSATION.id].about == ("Reed Banner",)


def test_parents_that_hold_each_other_end_the_chain():
    first = replace(example.POLICE, parent=example.INNER.id)
    reading = replace(example.READING, claims=(first, example.INNER))
    assert [len(claim.outer) for claim in claims(reading)] == [2, 2]


@pytest.mark.parametrize(
    ("words", "limit", "expected"),
    [
        ("short", 20, "short"),
        ("two  lines\nof words", 20, "two lines of words"),
        ("the port was closed for a week after the storm", 25, "the port was closed for a …"),
        ("the port was closed, and that was all of it", 21, "the port was closed …"),
        # what would go holds a denial or a hedge: the words stay whole
        ("the port was closed by the navy, which is not so", 20, "the port was closed by the navy, which is not so"),
        ("the port was shelled from the sea, he alleged", 20, "the port was shelled from the sea, he alleged"),
        (
            "they burned the port and the gates, and didn’t run",
            20,
            "they burned the port and the gates, and didn’t run",
        ),
        ("x" * 30, 10, "x" * 10 + " …"),
    ],
)
def test_a_cut_never_takes_doubt_away(words, limit, expected):
    assert shorten(words, limit) == expected


@given(st.text(alphabet="ab not,.\n", max_size=60), st.integers(1, 30))
def test_what_is_left_begins_as_the_words_do(words, limit):
    line = " ".join(words.split())
    short = shorten(words, limit)
    assert short == line or (line.startswith(short.removesuffix(" …")) and len(short) <= limit + 2)
    assert (" not " in f" {line} ") <= (" not " in f" {short} ".replace("…", " "))
