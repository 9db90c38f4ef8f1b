"""Ties that stand between neighbours: "Cairo-based Dawn", "Dawn, also known as Light", "in Oro, Ostia".

In: the `Ends` of a Doc. Out: `Statement`s. Nouns that say what somebody is, and verbs, do not belong here.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.meaning.entities.tables import subtypes
from rashomon.meaning.ties.ends import End, Ends
from rashomon.meaning.ties.holders import holders
from rashomon.meaning.ties.statement import Statement
from rashomon.meaning.ties.tables import tables
from rashomon.records import Predicate

_WITHIN = frozenset({"in", "of"})
_SITES = frozenset({"organization", "place"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "DET"})
_LEADING = frozenset({"in", "near", "from", "of", "at", "outside", "to", "("})
_OPENING = frozenset({",", "(", "–", "—"})
_DASHES = frozenset({"-", "--", "–", "—"})
_WIDE = 6
_SCORE = 0.6


def statements(ends: Ends) -> Iterator[Statement]:
    """All that neighbours state, in order of the first."""
    for at, end in enumerate(ends.all):
        if not end.named or end.kind in {"time"}:
            continue
        yield from _hyphened(ends, end)
        following = _next(ends, at)
        if following is None:
            continue
        yield from _connected(ends, end, following)
        if end.kind in _SITES and following.kind == "place":
            yield from _within(ends, end, following)
        if end.kind in {"place", "person"} and following.kind in _SITES:
            yield from _owned(ends, end, following)
        if end.kind == "person" and following.kind == "organization":
            yield from _belonging(ends, end, following)


def _next(ends: Ends, at: int) -> End | None:
    """The next name in the sentence; peoples and names before a hyphen only describe it."""
    doc, end = ends.ground.doc, ends.all[at]
    for number in range(at + 1, len(ends.all)):
        other = ends.all[number]
        if ends.ground.sentence(end.first) != ends.ground.sentence(other.first):
            return None
        if other.first > end.last and not (other.kind == "people" or _modifies(doc, other)):
            return other if other.named else None
    return None


def _modifies(doc: Doc, end: End) -> bool:
    return end.last + 2 < len(doc) and doc[end.last + 1].text == "-" and not doc[end.last + 1].whitespace_


def _between(ends: Ends, first: End, second: End) -> list[Token]:
    return list(ends.ground.doc[first.last + 1 : second.first])


def _state(predicate: Predicate, first: End, second: End, words: list[int]) -> Statement:
    return Statement(predicate, first, second, words[0], words[0], tuple(words), None, _SCORE, granted=True)


def _hyphened(ends: Ends, end: End) -> Iterator[Statement]:
    """A name, a hyphen and a participle before a noun: the noun's name is the other end."""
    doc, at = ends.ground.doc, end.last + 1
    if at + 1 >= len(doc) or doc[at].text != "-" or doc[at].is_sent_start:
        return
    word = doc[at + 1].lower_
    table = tables()
    predicate = table.hyphens.get(word) or table.hyphens_flip.get(word)
    for other in _described(ends, at + 2) if predicate else ():
        if predicate and other.chain != end.chain:
            first, second = (other, end) if word in table.hyphens else (end, other)
            yield _state(predicate, first, second, [at + 1])


def _described(ends: Ends, start: int) -> list[End]:
    """Whom a modifier describes: the name that its noun phrase ends in, or of whom its noun is said."""
    doc, noun = ends.ground.doc, None
    for at in range(start, min(start + _WIDE, len(doc))):
        end = ends.at[at]
        if doc[at].is_sent_start:
            break
        if end is not None and end.kind not in {"time", "people"}:
            return [end] if end.named else []
        if doc[at].pos_ not in _MODIFIERS and doc[at].text != "-":
            break
        noun = doc[at] if doc[at].pos_ == "NOUN" else noun
    return [holder.end for holder in holders(ends, noun)] if noun is not None else []


def _connected(ends: Ends, first: End, second: End) -> Iterator[Statement]:
    """Words of the table alone between two names, after a comma or bracket at most."""
    found = [token for token in _between(ends, first, second) if not token.is_space]
    if found and found[0].text in _OPENING:
        found = found[1:]
    while found and found[-1].lower_ in {"the", "“", '"', "‘", "'"}:
        found = found[:-1]
    words = tuple(token.lower_ for token in found)
    row = next((row for row in tables().between if row.words == words), None)
    if row is not None and first.kind == second.kind and first.chain != second.chain:
        numbers = tuple(token.i for token in found)
        yield Statement(row.predicate, first, second, numbers[0], numbers[0], numbers, row.status, _SCORE)


def _within(ends: Ends, first: End, second: End) -> Iterator[Statement]:
    """A place or a body in a place: "Oro village in Ostia", "Dawn Hospital in Oro", "Linden, N.J."."""
    doc = ends.ground.doc
    words = [token for token in _between(ends, first, second) if not token.is_space]
    predicate: Predicate = "based_in" if first.kind != "place" or _is_site(ends, first) else "part_of"
    if len(words) > 1 and words[0].lower_ in tables().words["places"] and first.kind == "place":
        if words[0].lower_ in tables().words["named_by_of"] and words[1].lower_ == "of":
            return
        words = words[1:]
    if words and words[0].lower_ in _WITHIN:
        inner = all(_modifies_within(token) for token in words[1:])
        located = first.kind == "place" and words[0].lower_ == "in" and _led(doc, first)
        hangs = words[0].head.pos_ in {"NOUN", "PROPN"} and (first.kind == "place" or words[0].lower_ == "in")
        if inner and (hangs or located) and len(words) <= _WIDE:
            yield _state(predicate, first, second, [words[0].i])
        return
    directed = words[1:] and all(token.lower_ in tables().words["directions"] for token in words[1:])
    comma = bool(words) and words[0].text == "," and (len(words) == 1 or directed)
    if comma and first.kind == "place" and _is_address(ends, first, second):
        yield _state(predicate, first, second, [words[0].i])


def _is_address(ends: Ends, first: End, second: End) -> bool:
    """Whether two places with a comma between are one in the other, and not two of a list."""
    doc, after = ends.ground.doc, second.last + 1
    rest = [token.lower_ for token in doc[after : after + 2]]
    joined = bool(rest) and rest[0] in {",", "and"} and _is_place(ends, after + (2 if rest[-1] == "and" else 1))
    if doc[second.first : after].text.lower() in tables().words["regions"]:
        row = joined or (first.first > 0 and doc[first.first - 1].lower_ in {",", "and"})
        return doc[second.last].text.endswith(".") or not row
    closed = not rest or rest[0] in {",", ".", ")"} or _ends_short(doc, second)
    headed = doc[first.first].is_sent_start and bool(rest) and rest[0] in _DASHES
    return headed or (closed and not joined and _led(doc, first))


def _is_place(ends: Ends, at: int) -> bool:
    end = ends.at[at] if at < len(ends.at) else None
    return end is not None and end.kind == "place"


def _is_site(ends: Ends, end: End) -> bool:
    """Whether a place is a building or the like, that is in a town but no part of it: the Dawn Museum."""
    entity = ends.entity(end)
    return entity is not None and subtypes()["place"].get(entity.name.split()[-1].lower()) == "site"


def _modifies_within(token: Token) -> bool:
    """Whether a word may stand between "in" and the name: "in northern Ostia", "in Ostia-controlled Oro"."""
    return token.pos_ in _MODIFIERS or token.text == "-" or (token.i > 0 and token.nbor(-1).text == "-")


def _ends_short(doc: Doc, end: End) -> bool:
    """Whether a name ends its sentence with the stop of its last letter: "in Linden, N.J."."""
    after = doc[end.last + 1]
    return doc[end.last].text.endswith(".") and bool(after.is_space or after.is_sent_start)


def _led(doc: Doc, end: End) -> bool:
    return end.first > 0 and doc[end.first - 1].lower_ in _LEADING


def _owned(ends: Ends, first: End, second: End) -> Iterator[Statement]:
    """What has a place or body: "Ostia's northern Oro province", "Ostia's Dawn channel", "Marin's Dawn party"."""
    words = _between(ends, first, second)
    if not words or words[0].tag_ != "POS" or any(token.pos_ not in {"ADJ", "NOUN", "PROPN"} for token in words[1:]):
        return
    if first.kind == "person":
        if second.kind == "organization":
            yield _state("linked_to", first, second, [words[0].i])
        return
    yield _state("part_of" if second.kind == "place" else "based_in", second, first, [words[0].i])


def _belonging(ends: Ends, first: End, second: End) -> Iterator[Statement]:
    """A person of a body: "Capt. Lea Marin of the Oro Police", "economist Lea Marin, of Oro University"."""
    doc = ends.ground.doc
    words = [token for token in _between(ends, first, second) if token.lower_ != "the" and token.text != ","]
    titled = first.first > 0 and doc[first.first - 1].lemma_.lower() in tables().nouns
    if len(words) == 1 and words[0].lower_ in {"of", "from"} and words[0].head.i <= first.last and not titled:
        behind = doc[second.last + 1].lower_ if second.last + 1 < len(doc) else ""
        joined = {doc[second.last].lower_, behind} & tables().words["joined"]
        yield _state("member_of" if joined else "employed_by", first, second, [words[0].i])
