"""The encoder over a Doc: the layer SCORES, which names and claims are read from.

In: a Doc, with blocks where the page is ours. Out: the layer. Every block that is read is a paragraph of its own. What
the scores mean does not belong here.
"""

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.encoder import Encoder, shipped


class Encoding:
    """Writes the layer SCORES."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with the scores of its words."""
        paragraphs = None if layers.page(doc) is None else [block.start for block in layers.blocks(doc)]
        doc._.rashomon_scores = self._encoder.read(doc.text, paragraphs)
        return doc


@Language.factory("rashomon_encoder", default_config={"threads": 1})
def make_encoding(nlp: Language, name: str, threads: int) -> Encoding:  # noqa: ARG001
    """The factory that spaCy calls; `threads` is how many the network may use."""
    layers.register()
    return Encoding(shipped(threads))
