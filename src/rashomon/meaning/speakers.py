"""What the sources of claims add to a page's entities: sources without a name, and pronouns that speak.

In: a Doc, and whom the words of its sources stand for. Out: an entity for each source without a name that several
claims have ("a senior official ... the official ... she"), so that they are seen to have one source; and the entities
with each pronoun that speaks in the chain of who is the source. A source without a name that speaks once is no entity:
its words stand in its claim. Two are one only where words say so, which antecedents decide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.ids import make_id
from rashomon.meaning.source_tables import tables
from rashomon.records import Entity, EntityType, Form, Mention
from rashomon.spans import Span

_FEWEST = 2
_PREPOSITIONS = frozenset({"of", "for", "from", "with"})


def settled(doc: Doc, entities: Sequence[Entity], said: Mapping[Span, str]) -> tuple[Entity, ...]:
    """The entities, each pronoun that is a source in the chain of its source alone; `said` has their ids by span."""
    pronouns = {span: id_ for span, id_ in said.items() if _form(doc, span) == "pronoun"}
    out = []
    for entity in entities:
        kept = {m for m in entity.mentions if pronouns.get(Span(m.start, m.end), entity.id) == entity.id}
        kept |= {Mention(*span, "pronoun") for span, id_ in pronouns.items() if id_ == entity.id}
        out.append(replace(entity, mentions=tuple(sorted(kept, key=lambda m: (m.start, -m.end)))))
    return tuple(out)


def unnamed(doc: Doc, heard: Mapping[int, Sequence[Span]]) -> dict[int, Entity]:
    """By the token that stands for a source, its entity; `heard` has the spans of the words of its claims' sources."""
    places = {at: _places(doc, doc[at], spans) for at, spans in heard.items() if _is_one(doc[at])}
    return {at: _entity(doc, doc[at], spans) for at, spans in places.items() if len(spans) >= _FEWEST}


def _places(doc: Doc, head: Token, spans: Sequence[Span]) -> list[Span]:
    """Where the words of a source stand, and those that it is first called by, in order, each once."""
    found = set(spans)
    if not any(span.start <= head.idx < span.end for span in spans):
        phrase = doc[head.left_edge.i : _end(head)]
        found.add(Span(phrase.start_char, phrase.end_char))
    return sorted(found)


def _is_one(head: Token) -> bool:
    """Whether a noun names people or a body, not a document or a thing."""
    heads = tables()["heads"]
    lemma = head.lemma_.lower()
    people = lemma in tables()["words"]["offices"]
    return head.pos_ == "NOUN" and (
        people or any(lemma in heads[kind] for kind in ("government", "organization", "media"))
    )


def _entity(doc: Doc, head: Token, spans: Sequence[Span]) -> Entity:
    kind = _type(head)
    name = " ".join(doc[head.left_edge.i : _end(head)].text.split())
    return Entity(
        id=make_id("entity", layers.page_id(doc), kind, name, spans[0].start),
        type=kind,
        name=name,
        aliases=(),
        descriptions=(),
        mentions=tuple(Mention(start, end, _form(doc, Span(start, end))) for start, end in spans),
    )


def _end(head: Token) -> int:
    """Where the words that name a source end: before a clause, a comma or what hangs loosely on it."""
    end: int = head.i + 1
    for child in head.rights:
        noun = next((other for other in child.children if other.dep_ == "pobj"), None)
        if child.lower_ not in _PREPOSITIONS or child.i != end or noun is None:
            break
        end = noun.i + 1
    return end


def _type(head: Token) -> EntityType:
    if head.lemma_.lower() not in tables()["words"]["offices"]:
        return "organization"
    return "other" if head.tag_ in {"NNS", "NNPS"} else "person"


def _form(doc: Doc, span: Span) -> Form:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return "pronoun" if found is not None and len(found) == 1 and found[0].pos_ == "PRON" else "nominal"
