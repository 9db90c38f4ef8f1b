"""Names in a Doc: the layer ENTITIES."""

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.records import Entity, EntityType, Mention

_TYPES: dict[str, EntityType] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip


class Names:
    """Writes the layer ENTITIES."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its entities."""
        chains: dict[tuple[EntityType, str], list[Mention]] = {}
        for ent in doc.ents:
            if ent.label_ in _TYPES:
                key = (_TYPES[ent.label_], ent.text)
                chains.setdefault(key, []).append(Mention(ent.start_char, ent.end_char, "name"))
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
