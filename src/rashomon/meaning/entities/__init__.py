"""Doc to entities in full: subtype, titles, roles, nationality, and what a page says of those it does not name.

In: a parsed `Doc` with the layers entities, times and claims, all entities listed. Out: the layer entities anew; names,
aliases and mentions stay as they are; descriptions may be more, without those that are Mr. or Mrs. alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.meaning.anonymity import reason
from rashomon.meaning.entities.roles import head_of, roles
from rashomon.meaning.entities.subtypes import of_place, subtype
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.events.lexicon import lexicon
from rashomon.meaning.phrases import to_spans
from rashomon.records import Description, Entity
from rashomon.spans import cut

_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx"})
"""Titles that say who is meant, and nothing of what somebody is."""
_OWNING = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "another"})


class Details:
    """Writes the layer ENTITIES anew."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its entities in full."""
        if doc.has_annotation("DEP"):
            ground = Ground(doc)
            doc._.rashomon_entities = tuple(detailed(entity, ground) for entity in layers.entities(doc))
        return doc


@Language.factory("rashomon_details")
def make_details(nlp: Language, name: str) -> Details:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Details()


def detailed(entity: Entity, ground: Ground) -> Entity:
    """An entity with all that the page says of it."""
    called = roles(entity, ground)
    told = (*entity.descriptions, *(each.words for each in called))
    words = tuple(dict.fromkeys(each for each in told if each.lower().rstrip(".") not in _HONORIFICS))
    named = any(mention.form == "name" for mention in entity.mentions)
    heads = [] if named else _heads(entity, ground)
    return replace(
        entity,
        descriptions=words,
        subtype=subtype(entity, words if named else (entity.name, *words)) or of_place(entity, ground),
        titles=_titles(entity, called, ground.text),
        roles=called,
        nationality=_peoples([*called], entity, ground, named=named),
        number=next((number for head in heads if (number := _number(head)) is not None), None),
        withheld=next((why for head in heads if (why := _withheld(head, ground))), None),
    )


def _titles(entity: Entity, called: Sequence[Description], text: str) -> tuple[str, ...]:
    """The descriptions that stand right before a name of a person; "his brother" and "Ostia's envoy" are no titles."""
    if entity.type != "person":
        return ()
    starts = {mention.start for mention in entity.mentions if mention.form == "name"}
    before = (each for each in called if each.end + 1 in starts and text[each.end].isspace())
    return tuple(dict.fromkeys(each.words for each in before if _is_title(each.words)))


def _is_title(words: str) -> bool:
    first = words.split(maxsplit=1)[0].lower()
    owned = any(word.endswith(("'s", "’s", "s'", "s’")) for word in words.split())
    return not owned and first not in _OWNING


def _peoples(called: Sequence[Description], entity: Entity, ground: Ground, *, named: bool) -> tuple[str, ...]:
    """Adjectives of peoples in its descriptions: "a senior Ostian official"."""
    if entity.type == "place":
        return ()
    spans = [(each.start, each.end) for each in called]
    spans += [] if named else [(each.start, each.end) for each in entity.mentions if each.form == "nominal"]
    found = (ground.doc[at] for start, end in spans for at in ground.tokens(start, end))
    return tuple(dict.fromkeys(each.text for each in found if each.ent_type_ == "NORP" and each.dep_ == "amod"))


def _heads(entity: Entity, ground: Ground) -> list[Token]:
    """The head of each mention that describes it."""
    described = (mention for mention in entity.mentions if mention.form == "nominal")
    return [head for mention in described if (head := head_of(mention, ground)) is not None]


def _number(head: Token) -> int | None:
    """How many a noun counts: "two officials"."""
    count = next((each for each in head.children if each.dep_ == "nummod" and each.i < head.i), None)
    if count is None:
        return None
    digits = count.lower_.replace(",", "")
    known = lexicon().numbers.get(count.lower_)
    return int(digits) if digits.isdecimal() else int(known) if known is not None else None


def _withheld(head: Token, ground: Ground) -> str | None:
    """Why it is not named, in the page's words."""
    return " ".join(cut(ground.text, to_spans(ground.doc, reason(head))).split()) or None
