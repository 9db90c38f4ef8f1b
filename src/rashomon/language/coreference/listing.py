"""What a page speaks of again without naming it: chains without a name among the layer ENTITIES.

In: a Doc with its layers ENTITIES and CHAINS, when all that reads names is done. Out: ENTITIES with an entity for each
chain of two mentions or more that describes people, a body or a place ("the two gunmen ... they ... the men"). They
come last, so that nothing that is said of names is changed by them. Pronouns alone are no entity, nor are things.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.layers import Chain
from rashomon.records import Entity, EntityType, Mention

_FEWEST, _LONGEST = 2, 12
"""Mentions of a chain, and words of what it is called by."""
_TYPES: dict[str, EntityType] = {
    "person": "person", "people": "other", "organization": "organization", "place": "place",
}  # fmt: skip


class Listing:
    """Writes the layer ENTITIES anew."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its entities, in order of first mention."""
        doc._.rashomon_entities = listed(doc)
        return doc


@Language.factory("rashomon_listing")
def make_listing(nlp: Language, name: str) -> Listing:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Listing()


def listed(doc: Doc) -> tuple[Entity, ...]:
    """The entities of a Doc with those that it does not name."""
    known = layers.entities(doc)
    taken = {(mention.start, mention.end) for entity in known for mention in entity.mentions}
    free = (chain for chain in layers.chains(doc) if _is_free(chain, taken))
    text = doc.text
    more = [_entity(layers.page_id(doc), text, chain) for chain in free]
    return tuple(sorted((*known, *more), key=_place))


def _is_free(chain: Chain, taken: set[tuple[int, int]]) -> bool:
    """Whether a chain has no name, comes back, is described, and is not known already."""
    if chain.entity is not None or chain.part or chain.kind not in _TYPES or len(chain.mentions) < _FEWEST:
        return False
    return not any((mention.start, mention.end) in taken for mention in chain.mentions)


def _entity(page: str, text: str, chain: Chain) -> Entity:
    kind = _TYPES[chain.kind]
    name = _called(text, chain.mentions)
    return Entity(
        id=make_id("entity", page, kind, name, chain.mentions[0].start),
        type=kind,
        name=name,
        aliases=(),
        descriptions=(),
        mentions=chain.mentions,
    )


def _called(text: str, mentions: Sequence[Mention]) -> str:
    """The fullest of its descriptions that is not a sentence long."""
    found = [" ".join(text[each.start : each.end].split()) for each in mentions if each.form == "nominal"]
    fitting = [words for words in found if _length(words) <= _LONGEST]
    return max(fitting, key=_length) if fitting else min(found, key=_length)


def _length(words: str) -> int:
    return words.count(" ") + 1


def _place(entity: Entity) -> tuple[int, int, str]:
    """Where it is first spoken of; what has lost its only mention to another comes first."""
    start, end = min(((each.start, -each.end) for each in entity.mentions), default=(0, 0))
    return start, end, entity.id
