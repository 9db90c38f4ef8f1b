"""What is said of an entity over many pages."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.fusion.statements import statements
from rashomon.graph import Statement
from tests.fusion.tales import OWN, Tale, Voice, by_name

NAMES = (("Oro Bank", "organization"), ("Lowland Army", "organization"), ("Brita Haugen", "person"))
COURIER = Tale(
    "Kestrova Courier",
    "Brita Haugen said that Oro Bank funds the Lowland Army.",
    "",
    voices=(Voice("Brita Haugen", "Oro Bank funds the Lowland Army", name="Brita Haugen"),),
    names=NAMES,
    ties=(("Oro Bank", "funds", "Lowland Army"),),
    published="2031-07-16",
)
TRIBUNE = Tale(
    "Oskarin Tribune",
    "Oro Bank funds the Lowland Army.",
    "",
    voices=(OWN,),
    names=NAMES,
    ties=(("Oro Bank", "funds", "Lowland Army"),),
    published="2031-07-14",
)
DENYING = Tale(
    "Coast Radio",
    "Oro Bank denied that it funds the Lowland Army.",
    "",
    voices=(
        Voice("Oro Bank", "it funds the Lowland Army", "organization", "Oro Bank", polarity="denied", stance="denies"),
    ),
    names=NAMES,
    ties=(("Oro Bank", "funds", "Lowland Army"),),
    published="2031-07-17",
)


def said(*tales: Tale, of="Oro Bank", copies=()) -> tuple[Statement, ...]:
    readings = [tale.reading() for tale in tales]
    return statements(readings, [f"group of {of}"], copies, by_name(*readings))


def tie(*tales: Tale, **kwargs) -> Statement:
    [found] = [each for each in said(*tales, **kwargs) if each.predicate]
    return found


def names(origins) -> list[str]:
    return [origin.name[-1] for origin in origins]


def test_a_tie_is_one_statement_with_all_who_say_or_deny_it():
    found = tie(COURIER, TRIBUNE, DENYING)
    assert (found.subject, found.predicate, found.object) == ("group of Oro Bank", "funds", "group of Lowland Army")
    assert found.since == "2031-07-14"
    assert [(each.chain, each.polarity) for each in found.tellers] == [
        (("Oskarin Tribune",), "affirmed"),
        (("Kestrova Courier", "Brita Haugen"), "affirmed"),
        (("Coast Radio", "Oro Bank"), "denied"),
    ]
    assert found.tellers[2].doubt == ("denied",)
    assert names(found.confirming) == ["Brita Haugen", "Oskarin Tribune"]
    assert names(found.denying) == ["Oro Bank"]


def test_a_publisher_is_none_beside_the_source_that_it_names():
    both = Tale(**{**vars(COURIER), "text": f"{COURIER.text} Yes.", "voices": (OWN, *COURIER.voices)})
    found = tie(both)
    assert [each.chain for each in found.tellers] == [("Kestrova Courier",), ("Kestrova Courier", "Brita Haugen")]
    assert names(found.confirming) == ["Brita Haugen"]


def test_copies_count_once():
    copy = Tale(**{**vars(TRIBUNE), "publisher": "Harbour Post", "published": "2031-07-15"})
    pages = [tale.reading().page.id for tale in (TRIBUNE, copy)]
    found = tie(TRIBUNE, copy, copies=[pages])
    assert len(found.confirming) == 1
    assert [(teller.page, teller.copies) for teller in found.tellers] == [(pages[0], (pages[1],))]
    assert found.confirming[0].carriers == ("Harbour Post", "Oskarin Tribune")
    assert len(tie(TRIBUNE, copy).confirming) == 2


def test_claims_about_it_are_statements_in_their_own_words():
    found = [each for each in said(COURIER, DENYING, of="Lowland Army") if each.predicate is None]
    assert [(each.words, names(each.confirming), names(each.denying)) for each in found] == [
        ("Oro Bank funds the Lowland Army", ["Brita Haugen"], []),
        ("it funds the Lowland Army", [], ["Oro Bank"]),
    ]
    assert found[1].since is None


def test_what_held_and_what_holds_are_two_statements():
    former = Tale(**{**vars(TRIBUNE), "publisher": "Harbour Post"}).reading()
    ended = former.ties[0]
    other = replace(former, ties=(replace(ended, status="former"),))
    readings = [TRIBUNE.reading(), other]
    assert len(statements(readings, ["group of Oro Bank"], (), by_name(*readings))) == 2


def test_the_sentence_behind_each_teller_is_given():
    [teller] = tie(TRIBUNE).tellers
    assert teller.sentence == (0, len(TRIBUNE.text))


@given(st.permutations((COURIER, TRIBUNE, DENYING)))
def test_the_order_of_pages_makes_no_difference(tales):
    assert said(*tales) == said(COURIER, TRIBUNE, DENYING)
