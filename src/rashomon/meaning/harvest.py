"""Doc to Reading: the last line where spaCy appears. Nothing is inferred here."""

from spacy.tokens import Doc

import rashomon
from rashomon import layers
from rashomon.records import Reading, Sentence
from rashomon.spans import Span, trim


def harvest(doc: Doc, *, input: str, model: str) -> Reading:
    """The reading of a Doc that went through all stations; its layer PAGE must be set."""
    page = layers.page(doc)
    if page is None:
        raise ValueError("a Doc without a page has no reading; parse it with language.nlp.parse")
    read = doc.text  # what is not read is blank in it, and in no sentence
    spans = (trim(read, Span(sent.start_char, sent.end_char)) for sent in doc.sents)
    return Reading(
        rashomon=rashomon.__version__,
        model=model,
        input=input,
        page=page,
        blocks=layers.blocks(doc),
        sentences=tuple(Sentence(span.start, span.end) for span in spans if span.start < span.end),
        entities=layers.entities(doc),
        times=layers.times(doc),
        claims=layers.claims(doc),
        events=layers.events(doc),
        ties=layers.ties(doc),
        disputes=layers.disputes(doc),
    )
