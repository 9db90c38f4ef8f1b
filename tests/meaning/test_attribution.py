"""Tags put together as claims."""

from rashomon.meaning.attribution import assemble
from rashomon.meaning.tagging import Tag
from rashomon.spans import Span
from tests.handmade import named, parsed

NESTED = "Ada said Cole believed it fell ."
OUTER = Tag((Span(0, 3),), (Span(4, 8),), (Span(9, 30),), 0.9)
INNER = Tag((Span(9, 13),), (Span(14, 22),), (Span(23, 30),), 0.9)


def test_a_claim_inside_another_has_it_as_parent():
    outer, inner = assemble(named(NESTED), [INNER, OUTER])
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_ids_depend_on_the_spans_alone():
    first = assemble(named(NESTED), [OUTER, INNER])
    second = assemble(named(NESTED), [INNER, OUTER])
    assert first == second
    assert len({claim.id for claim in first}) == 2


def test_mode_says_how_much_stands_between_quotation_marks():
    doc = parsed(
        "Ada|PROPN|2|nsubj said|VERB|0|ROOT||say it|PRON|2|dep “|PUNCT|2|punct fell|VERB|2|dep ”|PUNCT|2|punct"
    )
    source, cue = (Span(0, 3),), (Span(4, 8),)
    start = doc.text.index("“")
    parts = [(Span(9, len(doc.text)),), (Span(start, len(doc.text)),), (Span(9, 11),)]
    modes = [assemble(doc, [Tag(source, cue, content, 0.9)])[0].mode for content in parts]
    assert modes == ["mixed", "direct", "indirect"]


def test_no_tags_no_claims():
    assert assemble(named("Nothing was said."), []) == ()
