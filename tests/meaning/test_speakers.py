"""Sources without a name that come back, and pronouns that speak."""

import pytest

from rashomon import layers
from rashomon.meaning.attribution import assemble
from rashomon.meaning.tagging import Tag
from rashomon.records import Mention
from rashomon.spans import Span
from tests.handmade import parsed
from tests.language.coreference.examples import with_names

ADA = "Ada|PROPN:NNP|2|nsubj|PERSON said|VERB:VBD|0|ROOT||say much|NOUN:NN|2|dobj"
_ARTICLES = {"the", "a", "an", "another", "some"}


def said(words):
    """A sentence in which the words, the last of them the head, say something."""
    *rest, head = words.split()
    tag = {"she": "PRON:PRP", "they": "PRON:PRP"}.get(head.lower(), "NOUN:NNS" if head.endswith("s") else "NOUN:NN")
    verb = len(rest) + 2
    marks = [
        f"{word}|DET:DT|{verb - 1}|det" if word in _ARTICLES else f"{word}|ADJ:JJ|{verb - 1}|amod" for word in rest
    ]
    lemma = head.lower().removesuffix("s") if tag == "NOUN:NNS" else head.lower()
    said = [f"{head}|{tag}|{verb}|nsubj||{lemma}", "said|VERB:VBD|0|ROOT||say", f"so|ADV|{verb}|advmod"]
    return " ".join([*marks, *said])


def read(*sentences):
    """The Doc of the sentences, and who is the source of each by name."""
    doc = with_names(parsed("\n".join(each if "|" in each else said(each) for each in sentences)))
    tags = []
    for sentence in doc.sents:
        verb = next((token for token in sentence if token.lemma_ == "say"), None)
        if verb is None:
            continue
        spans = [doc[sentence.start : verb.i], doc[verb.i : verb.i + 1], doc[verb.i + 1 : sentence.end]]
        source, cue, content = ((Span(each.start_char, each.start_char + len(each.text.rstrip())),) for each in spans)
        tags.append(Tag(source, cue, content, 0.9))
    claims = assemble(doc, tags)
    names = {entity.id: entity.name for entity in layers.entities(doc)}
    return doc, [names.get(claim.source_entity) for claim in claims]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param(["a senior official"], [None], id="one that speaks once is no entity"),
        pytest.param(
            ["a senior official", "the official"], ["a senior official"] * 2, id="the official is the senior one"
        ),
        pytest.param(["a senior official", "another official"], [None, None], id="another is another"),
        pytest.param(["a senior official", "an official", "the official"], [None] * 3, id="which of two is not said"),
        pytest.param(["an official", "the senior official"], [None, None], id="nor that he is senior"),
        pytest.param(["a senior official", "She"], ["a senior official"] * 2, id="she is the official"),
        pytest.param(["two investigators", "the investigators"], ["two investigators"] * 2, id="several"),
        pytest.param(["some officials", "the official"], [None, None], id="one of several is not they"),
        pytest.param([ADA, "an official"], ["Ada", None], id="an official is nobody named"),
        pytest.param([ADA, "She"], ["Ada", "Ada"], id="she is Ada"),
    ],
)
def test_unnamed_sources(sentences, expected):
    assert read(*sentences)[1] == expected


def test_their_entities_hold_their_words():
    doc, _ = read("a senior official", "the official", "She")
    (entity,) = layers.entities(doc)
    assert (entity.type, entity.name, entity.aliases) == ("person", "a senior official", ())
    assert [(doc.text[m.start : m.end], m.form) for m in entity.mentions] == [
        ("a senior official", "nominal"),
        ("the official", "nominal"),
        ("She", "pronoun"),
    ]


def test_a_pronoun_makes_one_of_whom_it_points_to():
    left = "The|DET:DT|2|det officer|NOUN:NN|3|nsubj||officer left|VERB:VBD|0|ROOT||leave"
    _, names = read(f"{left}\n{said('She')}")
    assert names == ["The officer"]


def test_a_pronoun_that_speaks_stands_in_the_chain_of_who_speaks():
    doc, _ = read(ADA, "She")
    (entity,) = layers.entities(doc)
    assert Mention(doc.text.index("She"), doc.text.index("She") + 3, "pronoun") in entity.mentions
