"""The layers CHAINS and ENTITIES after coreference: entities with their nominals and pronouns.

In: a Doc with its names as entities. Out: CHAINS, all that is found to be one, also without a name; and ENTITIES, in
whose chains only those nominals and pronouns stand that are tied to a name surely enough. A chain without a name is no
entity here. How sure is enough was set on GUM train.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.language.coreference import candidates, features, linking, scorer, traits
from rashomon.language.coreference.candidates import NOBODY
from rashomon.language.coreference.columns import OUTSIDE, Columns
from rashomon.language.coreference.linking import Link
from rashomon.records import Entity, Mention

_LEAST = {"he": 0.3, "she": 0.3, "it": 2.0, "the": 2.5, "own": 2.5, "a": 3.0}
"""By sort of mention, the least lead of a link that an entity's chain takes; other sorts it does not take."""


class Coreference:
    """Writes the layer CHAINS, and ENTITIES anew."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its chains, in order of first mention."""
        if doc.has_annotation("DEP"):
            _write(doc)
        return doc


@Language.factory("rashomon_coreference")
def make_coreference(nlp: Language, name: str) -> Coreference:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Coreference()


def pairs_of(doc: Doc) -> features.Pairs:
    """The candidates of a Doc with names, ready to be compared."""
    columns, entities = Columns(doc), layers.entities(doc)
    found = candidates.find(columns, entities)
    return features.Pairs(columns, found, traits.of(columns, found, entities), entities)


def _write(doc: Doc) -> None:
    entities = layers.entities(doc)
    pairs = pairs_of(doc)
    links = linking.link(pairs, scorer.weights())
    doc._.rashomon_chains = tuple(_chain(pairs, chain, entities) for chain in linking.chains(links))
    added: dict[int, list[Mention]] = {}
    for chain in linking.chains(links, lambda at: _is_sure(pairs, at, links[at])):
        number = _entity_of(pairs, chain)
        if number != NOBODY:
            added[number] = [_mention(pairs, at) for at in chain if pairs.candidates[at].form != "name"]
    doc._.rashomon_entities = tuple(
        replace(entity, mentions=tuple(sorted((*entity.mentions, *added.get(number, ())), key=_place)))
        for number, entity in enumerate(entities)
    )


def _is_sure(pairs: features.Pairs, at: int, found: Link) -> bool:
    """Whether an entity's chain takes the link: a sure one, or of a speaker's "I" to who speaks."""
    each = pairs.candidates[at]
    if each.form == "name":
        return True
    if each.form == "nominal" and _is_sifted(pairs, at):
        return False
    if each.sort == "i":
        quote = pairs.traits[at].quote
        other = pairs.candidates[found.to] if found.to != NOBODY else each
        same = other.sort == "i" and pairs.traits[found.to].quote == quote
        return quote != OUTSIDE and (same or pairs.speaker(at) == found.to)
    return found.lead >= _LEAST.get(each.sort, linking.SURE)


def _entity_of(pairs: features.Pairs, chain: Sequence[int]) -> int:
    return next((pairs.candidates[at].entity for at in chain if pairs.candidates[at].entity != NOBODY), NOBODY)


def _chain(pairs: features.Pairs, chain: Sequence[int], entities: Sequence[Entity]) -> layers.Chain:
    number = _entity_of(pairs, chain)
    return layers.Chain(
        entity=None if number == NOBODY else entities[number].id,
        mentions=tuple(_mention(pairs, at) for at in chain),
        heads=tuple(pairs.columns.starts[pairs.candidates[at].head] for at in chain),
        kind=_kind(pairs, chain),
        part=all(pairs.candidates[at].sort == "part" for at in chain),
    )


def _kind(pairs: features.Pairs, chain: Sequence[int]) -> str:
    """What most of its descriptions show; `people` of several, nothing where one is a name that has been sifted out."""
    described = [at for at in chain if pairs.candidates[at].form == "nominal"]
    kinds = [pairs.traits[at].kind for at in described]
    if "time" in kinds:
        return "time"
    if any(_is_sifted(pairs, at) for at in described):
        return ""
    if any(pairs.traits[at].number == "p" and pairs.traits[at].kind == "person" for at in described):
        return "people"
    return max(kinds, key=lambda kind: (kinds.count(kind), kind), default="")


def _is_sifted(pairs: features.Pairs, at: int) -> bool:
    """Whether a nominal is a name that has been sifted out: a capital, and no word for people, bodies or places."""
    return pairs.columns.words[pairs.candidates[at].head][0].isupper() and not traits.is_common(pairs.traits[at])


def _mention(pairs: features.Pairs, at: int) -> Mention:
    each, columns = pairs.candidates[at], pairs.columns
    return Mention(columns.starts[each.start], columns.end(each.end - 1), each.form)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end
