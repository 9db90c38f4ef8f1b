"""Names in a Doc: the layer ENTITIES, one entity for each chain of names.

In: a parsed `Doc` with blocks and spaCy's entities. Out: the layer. What decides is in `runs` (where a name begins and
ends), `sifting` (what is no name), `kinds` (what it names), `chains` (which names are one) and
`descriptions` (what the page calls it).
"""

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.language import chains, descriptions, kinds, runs, sifting
from rashomon.language.variants import plain
from rashomon.records import Entity, EntityType, Mention

_TYPES: dict[str, EntityType] = {"person": "person", "organization": "organization", "place": "place"}


class Names:
    """Writes the layer ENTITIES."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its entities, in order of first mention."""
        found = sifting.sift(doc, runs.find(doc))
        votes = kinds.tally(doc, found)
        doc._.rashomon_entities = tuple(_entity(doc, chain) for chain in chains.build(doc, found, votes))
        return doc


@Language.factory("rashomon_names")
def make_names(nlp: Language, name: str) -> Names:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Names()


def _entity(doc: Doc, chain: chains.Chain) -> Entity:
    kind = _TYPES[chain.kind]
    name = _label(chain)
    return Entity(
        id=make_id("entity", layers.page_id(doc), kind, name),
        type=kind,
        name=name,
        aliases=tuple(other for other in chain.names if other != name),
        descriptions=descriptions.of(doc, chain),
        mentions=tuple(
            Mention(doc[run.start].idx, doc[run.end - 1].idx + len(doc[run.end - 1]), "name") for run in chain.runs
        ),
    )


def _label(chain: chains.Chain) -> str:
    """The name with most words; of these the most frequent, of these the first on the page."""
    return max(chain.names, key=lambda name: (len(plain(name).split()), chain.names[name]))
