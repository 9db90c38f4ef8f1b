"""Rules from tags to parts of speech give what spaCy's own give."""

import pickle
from pathlib import Path

import pytest

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


def test_the_rules_can_be_written_to_disk(pipelines):
    plain, other = (pipe.get_pipe("attribute_ruler") for pipe in pipelines)
    assert other.patterns == plain.patterns


def test_a_copy_remembers_too(pipelines):
    _, other = pipelines
    matcher, doc = other.get_pipe("attribute_ruler").matcher, other("He said so.")
    assert sorted(pickle.loads(pickle.dumps(matcher))(doc)) == sorted(matcher(doc))
