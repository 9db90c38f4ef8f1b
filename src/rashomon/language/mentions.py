"""Names in a Doc: the layer ENTITIES."""

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.language import kinds, runs
from rashomon.records import Entity, Mention


class Names:
    """Writes the layer ENTITIES."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its entities."""
        found = [run for run in runs.find(doc) if not kinds.is_event(doc, run)]
        votes = kinds.tally(doc, found)
        chains = {}
        for run in found:
            name = kinds.text_of(doc, run)
            kind = kinds.decide(votes[name])
            if kind is None or kind == "other":
                continue
            span = doc[run.start : run.end]
            chains.setdefault((kind, name), []).append(Mention(span.start_char, span.end_char, "name"))
        page = layers.page_id(doc)
        doc._.rashomon_entities = tuple(
            Entity(make_id("entity", page, kind, name), kind, name, (), (), tuple(mentions))
            for (kind, name), mentions in chains.items()
        )
        return doc


@Language.factory("rashomon_names")
def make_names(nlp: Language, name: str) -> Names:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Names()
