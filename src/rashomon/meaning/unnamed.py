"""Sources without a name that a page comes back to, as entities: "a senior official ... the official ... she".

In: a Doc, and the tokens that stand for sources with the spans of the words that do. Out: an entity for each source
without a name that several claims have, so that they are seen to have one source. A source that speaks once is no
entity: its words stand in its claim. Two are one only where words say so, which antecedents decide.
"""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.ids import make_id
from rashomon.meaning.source_tables import tables
from rashomon.records import Entity, EntityType, Form, Mention
from rashomon.spans import Span

_FEWEST = 2
_PREPOSITIONS = frozenset({"of", "for", "from", "with"})


def entities(doc: Doc, heard: Mapping[int, Sequence[Span]]) -> dict[int, Entity]:
    """By the token that stands for a source, its entity; `heard` has the spans of the words of its claims' sources."""
    return {
        at: _entity(doc, doc[at], spans)
        for at, spans in heard.items()
        if len(set(spans)) >= _FEWEST and _is_one(doc[at])
    }


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
    first = next((span for span in spans if span.start <= head.idx < span.end), Span(head.idx, head.idx + len(head)))
    name = " ".join(doc[head.left_edge.i : _end(head)].text.split())
    return Entity(
        id=make_id("entity", layers.page_id(doc), kind, name, first.start),
        type=kind,
        name=name,
        aliases=(),
        descriptions=(),
        mentions=tuple(Mention(start, end, _form(doc, Span(start, end))) for start, end in sorted(set(spans))),
    )


def _end(head: Token) -> int:
    """Where the words that name a source end: before a clause, a comma or what hangs loosely on it."""
    end: int = head.i + 1
    for child in head.rights:
        if child.dep_ != "prep" or child.lower_ not in _PREPOSITIONS or child.left_edge.i != end:
            break
        end = child.right_edge.i + 1
    return end


def _type(head: Token) -> EntityType:
    if head.lemma_.lower() not in tables()["words"]["offices"]:
        return "organization"
    return "other" if head.tag_ in {"NNS", "NNPS"} else "person"


def _form(doc: Doc, span: Span) -> Form:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return "pronoun" if found is not None and len(found) == 1 and found[0].pos_ == "PRON" else "nominal"
