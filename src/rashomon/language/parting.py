"""One stretch of tokens that the encoder takes for a name -> the several names that it is.

In: a Doc, and the stretch with its kind. Out: stretches with kinds, in order. "Japan and South Korea" are two places,
"Ostia's Central Council" a place and a body, "Oro Front Ada Bell" a body and its leader. What belongs to a name of one
is judged elsewhere (`recognised`).
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from rashomon.language import acronyms
from rashomon.language.lexicon import lexicon

Part = tuple[int, int, str]
"""First token, end and kind."""

_PARTED = frozenset({"person", "place"})
_OWNING = frozenset({"'s", "’s"})
_POSTS = frozenset({"chief", "deputy", "director", "head", "leader", "member"})
_LINKS = frozenset({"of", "for"})


def parted(doc: Doc, start: int, end: int, kind: str) -> Iterator[Part]:
    """The names in a stretch."""
    for first, last in _lines(doc[start:end]):
        yield from _joined_by_and(doc, first, last, kind)


def _lines(span: Span) -> Iterator[tuple[int, int]]:
    """The parts of a span between blank lines."""
    start = span.start
    for token in span:
        if token.is_space and token.text.count("\n") > 1:
            yield from [(start, token.i)] if token.i > start else []
            start = token.i + 1
    if start < span.end:
        yield start, span.end


def _joined_by_and(doc: Doc, start: int, end: int, kind: str) -> Iterator[Part]:
    """Two people, places or bodies: "Japan and South Korea", but Oro and Sons."""
    at = next((at for at in range(start + 1, end - 1) if doc[at].lower_ == "and"), None)
    lists = lexicon()
    text = doc[start:end].text
    whole = at is None or text in lists.known_places or text in lists.known_organisations
    if at is None or whole or not (_are_people_or_places(doc, at, kind) or _are_bodies(doc, start, at, end, kind)):
        yield from _one_beside_another(doc, start, end, kind)
    else:
        yield from _one_beside_another(doc, start, at, kind)
        yield from _joined_by_and(doc, at + 1, end, kind)


def _are_people_or_places(doc: Doc, at: int, kind: str) -> bool:
    return kind in _PARTED and doc[at - 1].text[0].isupper() and doc[at + 1].text[0].isupper()


def _are_bodies(doc: Doc, start: int, at: int, end: int, kind: str) -> bool:
    """Whether "and" joins words that no body has: known names, peoples, initials, or a new "the"."""
    headed = doc[end - 1].lower_ in lexicon().organisations or any(doc[i].lower_ in _LINKS for i in range(start, at))
    if kind != "organization" or headed:
        return False
    new = doc[at + 1].lower_ == "the" and at + 2 < end
    return new or _is_known(doc[start:at]) or _is_known(doc[at + 1 : end])


def _is_known(span: Span) -> bool:
    lists = lexicon()
    words = [token.text for token in span if token.lower_ not in {"the", "former"}]
    name = " ".join(words)
    listed = name in lists.known_places or name in lists.known_organisations or name in lists.demonyms
    return listed or acronyms.is_short(name)


def _one_beside_another(doc: Doc, start: int, end: int, kind: str) -> Iterator[Part]:
    """A place and what is of it, a body without its officer ("Oro Bank CEO", "Oro's CEO"), a body and who leads it."""
    lists = lexicon()
    start = _behind_post(doc, start, end)
    if end - start > 1 and doc[end - 1].lower_ in lists.officers and doc[end - 2].lower_ != "the":
        owning = doc[end - 2].text in _OWNING
        if kind == "organization" or owning or end - start == 2:
            yield start, end - 1 - owning, "organization"
            return
    owned = next((at for at in range(start + 1, end - 1) if doc[at].text in _OWNING), None)
    if owned is not None and _is_place_of(doc, start, owned, end, kind):
        yield start, owned, "place"
        start = owned + 1
    if kind == "person" and doc[start].text not in lists.given:
        for at in range(end - 2, start, -1):
            body = doc[at - 1].lower_ in lists.organisations or doc[start:at].text in lists.known_organisations
            if body and _is_name_of_person(doc[at:end]):
                yield start, at, "organization"
                start = at
                break
    yield start, end, kind


def _behind_post(doc: Doc, start: int, end: int) -> int:
    """Where a name begins behind the post of somebody: "Head of the Law Committee"."""
    if end - start < 4 or doc[start + 1].lower_ != "of" or doc[start].lower_ not in _POSTS:
        return start
    return start + 3 if doc[start + 2].lower_ == "the" else start + 2


def _is_name_of_person(span: Span) -> bool:
    """Whether nothing in a person's name says that it is more than that: "Central Council Chair Ada Bell"."""
    lists = lexicon()
    return len(span) > 1 and all(
        token.text[0].isupper() and token.lower_ not in lists.organisations | lists.titles for token in span
    )


def _is_place_of(doc: Doc, start: int, owned: int, end: int, kind: str) -> bool:
    """Whether a place owns what has a name without it: "Britain's Guardian", but "Ostia's Ministry of Law"."""
    lists = lexicon()
    organ = kind == "organization" and any(
        doc[at].lower_ in lists.organisations or doc[at].lower_ in lists.heads for at in range(owned + 1, end)
    )
    name = doc[start:owned].text.removeprefix("the ")
    return not organ and doc[owned + 1].text[0].isupper() and name in lists.known_places
