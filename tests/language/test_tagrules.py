"""Rules from tags to parts of speech give what spaCy's own give."""

import pickle
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from rashomon.language import nlp as language
from rashomon.language.tagrules import remember

SAMPLES = Path(__file__).parents[2] / "samples"
TEXTS = [
    "She's said they'd been told to \"wait and see\" – but no one, not even U.S. officials, had.",
    "He did not know whose it was;   is that so?\n\nThat man that I saw there has had two of those.",
    "",
]


@pytest.fixture(scope="module")
def pipelines():
    plain, other = language.load_plain(), language.load_plain()
    remember(other)
    return plain, other


@pytest.mark.parametrize("text", [*TEXTS, *(path.read_text() for path in sorted(SAMPLES.glob("*.txt")))])
def test_every_token_has_the_same_part_of_speech(pipelines, text):
    plain, other = (pipe(text) for pipe in pipelines)
    shown = [[(t.pos_, str(t.morph), t.tag_, t.dep_, t.lemma_) for t in doc] for doc in (plain, other)]
    assert shown[0] == shown[1]


@pytest.mark.parametrize(
    "asked",
    [
        {"LOWER": {"REGEX": "^re"}},
        {"LOWER": {"NOT_IN": ["reeds"]}, "TAG": "NNS"},
        {"LOWER": {"IN": ["reeds", "grew"]}},
        {"LOWER": "reeds", "OP": "!"},
        {"TEXT": "Reeds"},
    ],
)
def test_rules_of_any_kind_find_what_they_found(asked):
    shown = []
    for change in (lambda nlp: None, remember):
        nlp = spacy.blank("en")
        nlp.add_pipe("attribute_ruler").add([[asked]], {"POS": "X"})
        change(nlp)
        for words, tags in ((["Reeds", "grew", "tall"], ["NNS", "VBD", "JJ"]), (["Weeds", "reeds"], ["NNS", "NNS"])):
            doc = nlp.get_pipe("attribute_ruler")(Doc(nlp.vocab, words, tags=tags))
            shown.append([token.pos_ for token in doc])
    assert shown[:2] == shown[2:]
    assert "X" in shown[0] + shown[1]


def test_the_rules_can_be_written_to_disk(pipelines):
    plain, other = (pipe.get_pipe("attribute_ruler") for pipe in pipelines)
    assert other.patterns == plain.patterns


def test_a_copy_remembers_too(pipelines):
    _, other = pipelines
    matcher, doc = other.get_pipe("attribute_ruler").matcher, other("He said so.")
    assert sorted(pickle.loads(pickle.dumps(matcher))(doc)) == sorted(matcher(doc))
