"""What a page speaks of again without naming it: chains without a name among the layer ENTITIES.

In: a Doc with its layers ENTITIES, CHAINS and QUOTES, when all that reads names is done. Out: ENTITIES with an entity
for each chain that the page takes up again ("the two gunmen ... they", "a draft law ... the law"), and for who writes
it ("I ... my ... me"). They come last, so that nothing that is said of names is changed by them.

A word that only recurs (custody, officials, Friday) is not taken up: none of its mentions points back. Of people,
bodies and places it is enough that they are described ("Tolmar police ... Tolmar police"). Times are a layer of their
own.
"""

import re
from collections import Counter
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.language.coreference.candidates import DEFINITE, HE, IT, SHE, SORTS, SPEAKER, SPEAKERS, THEY, THIS
from rashomon.layers import Chain
from rashomon.records import Entity, EntityType, Mention

_LONGEST = 12
"""Words of what a chain is called by."""
_OFTEN = 3
"""Mentions outside quotations from which on the first person is who writes."""
_TYPES: dict[str, EntityType] = {
    "person": "person", "people": "other", "organization": "organization", "place": "place", "thing": "other",
    "": "other",
}  # fmt: skip
_PARTIES = frozenset({"person", "people", "organization", "place"})
_WRITES: dict[str, EntityType] = {"i": "person", "we": "other"}
_POINTING = DEFINITE | THIS | HE | SHE | IT | THEY | SPEAKER | SPEAKERS
_ARTICLES = DEFINITE | {"a", "an"}
_WORD = re.compile(r"\w+")
_CLAUSE = frozenset({"who", "whom", "whose", "which", "that", "where", "when"})
_NOBODY = frozenset({"no", "neither", "any"})
_ASIDE, _OPENS = ",;:–—", "“\"‘'«([–—"
_OWNS = ("'s", "’s", "'", "’")


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
    page, text = layers.page_id(doc), doc.text
    quoted = [quote.span for quote in layers.quotes(doc) if quote.depth == 0 and not quote.scare]
    found = {entity.id: entity for entity in known}
    for chain in sorted(layers.chains(doc), key=lambda each: -len(each.mentions)):
        if chain.entity is not None or any((each.start, each.end) in taken for each in chain.mentions):
            continue
        if all(mention.form == "pronoun" for mention in chain.mentions):
            own = [each for each in chain.mentions if not any(span.start <= each.start < span.end for span in quoted)]
            kind = _who_writes(text, own)
        else:
            kind = _TYPES.get(chain.kind) if _is_taken_up(text, chain) else None
        if kind is not None:
            made = _entity(page, kind, _called(text, chain), chain.mentions)
            found.setdefault(made.id, made)  # called alike, from the same word on: a second chain of one thing
    return tuple(sorted(found.values(), key=_place))


def _who_writes(text: str, own: Sequence[Mention]) -> EntityType | None:
    """What who writes the page is, of the pronouns of a chain outside quotations; None of any other pronouns."""
    sorts = Counter(SORTS.get(text[each.start : each.end].lower(), "") for each in own)
    most = max(sorts, key=lambda sort: (sorts[sort], sort), default="")
    return _WRITES.get(most) if len(own) >= _OFTEN else None


def _is_taken_up(text: str, chain: Chain) -> bool:
    """Whether a page comes back to what it describes: by a word that points back, or to people, bodies and places."""
    if chain.part or len(chain.mentions) < 2:
        return False
    _, *later = sorted(chain.mentions, key=lambda each: each.start)
    if any(_words(text, each)[0].lower() in _POINTING for each in later):
        return True
    return chain.kind in _PARTIES and any(_is_described(text, each) for each in chain.mentions)


def _is_described(text: str, mention: Mention) -> bool:
    """Whether a nominal is more than a word."""
    return mention.form == "nominal" and sum(word.lower() not in _ARTICLES for word in _words(text, mention)) > 1


def _words(text: str, mention: Mention) -> list[str]:
    return text[mention.start : mention.end].split()


def _entity(page: str, kind: EntityType, name: str, mentions: tuple[Mention, ...]) -> Entity:
    return Entity(
        id=make_id("entity", page, kind, name, mentions[0].start),
        type=kind,
        name=name,
        aliases=(),
        descriptions=(),
        mentions=mentions,
    )


def _called(text: str, chain: Chain) -> str:
    """The fullest of its descriptions around its most frequent noun that is not a sentence long; else a pronoun."""
    heads = [_word_at(text, head) for head in chain.heads]
    often = Counter(head for head, each in zip(heads, chain.mentions, strict=True) if each.form == "nominal")
    found = [
        _bare(text, each, head)
        for word, head, each in zip(heads, chain.heads, chain.mentions, strict=True)
        if each.form == "nominal" and often[word] == max(often.values())
    ] or [_words(text, chain.mentions[0])]
    fitting = [words for words in found if len(words) <= _LONGEST and words[0].lower() not in _NOBODY]
    *before, last = max(fitting, key=len) if fitting else min(found, key=len)
    return " ".join([*before, next((last.removesuffix(own) for own in _OWNS if last.endswith(own)), last)])


def _bare(text: str, mention: Mention, head: int) -> list[str]:
    """The words of a nominal up to the first clause, aside or quotation behind its noun."""
    words = _words(text, mention)
    for at in range(len(text[mention.start : head].split()) + 1, len(words)):
        if words[at - 1][-1] in _ASIDE or words[at][0] in _OPENS or words[at].lower() in _CLAUSE:
            return [*words[: at - 1], words[at - 1].rstrip(_ASIDE)]
    return words


def _word_at(text: str, start: int) -> str:
    """The word that begins at an offset, in small letters, without the ending of several."""
    found = _WORD.match(text, start)
    return found.group().lower().removesuffix("s") if found else ""


def _place(entity: Entity) -> tuple[int, int, str]:
    """Where it is first spoken of; what has lost its only mention to another comes first."""
    start, end = min(((each.start, -each.end) for each in entity.mentions), default=(0, 0))
    return start, end, entity.id
