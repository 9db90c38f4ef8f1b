"""How far two forms of entities are the same, with the reasons for and against.

In: two forms. Out: a link, or None where nothing speaks for it. Symmetric, and it hangs on the two forms alone. What is
joined with what does not belong here.

Reasons weigh in log odds; the score is the logistic function of their sum.
"""

import math
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.fuzz import ratio

from rashomon.fusion.alignment import Alignment, align
from rashomon.fusion.context import Ground, grounds
from rashomon.fusion.countries import country
from rashomon.fusion.names import Name, parse, tables
from rashomon.fusion.sounds import SPELLING
from rashomon.fusion.vocabulary import is_general
from rashomon.graph import Form, Link, Reason, Verdict

SAME = 0.8
"""From here on two forms are joined."""
MAYBE = 0.5
"""From here on a person is asked."""
_HOPELESS = -3.0
"""Log odds that no facts make up for; where each name has something that the other lacks, none make up for any."""
_APART = 0.35
"""Up to here, facts that speak against a likely name set it apart."""
SIGNS = {
    "amount": 1, "cover": 1, "first": 1, "last": 1, "conflict": -1, "contained": 1, "whole": 1, "single": -1,
    "acronym": 1, "spelt_out": 1, "numbers": -1, "numbered": -1, "legal": -1,
}  # fmt: skip
"""The signs of an alignment that are weighed, each with its sense: for or against."""
_SHARED = ("amount", "cover", "first", "last", "contained", "whole")
_ALIAS = Reason("alias", "by another name that a page gives", -0.5)
_OTHER_KIND = Reason("other_kind", "bodies of another kind", -1.0)
_NAMELESS = Reason("general_name", "every state has such a body", -3.0)
_PART = Reason("part", "a longer name may be that of a part", -1.6)
_OTHER_WORD = 0.6
_OTHER_NAMES = Reason("other_names", "each has a name that the other lacks", -0.7)
_OTHER_INITIALS = Reason("other_initials", "one has an initial that the other lacks", -3.0)
_OTHER_FIRM = -2.7
_LETTERS = 75.0
"""Letters in hundred that words alone have in common, in order, to be one name in two spellings."""
_AT_HAND = 32_768
"""Pairs of names that are kept at hand: the pages of a case name the same over and over."""
_ONE_WORD = Reason("one_word", "a word alone may be short for many bodies", -1.0)
Reasons = tuple[Reason, ...]


def compare(left: Form, right: Form) -> Link | None:
    """The link of two forms of entities, or None where their names or types have nothing to do with each other."""
    if left.id == right.id or not _types_agree(left.type, right.type):
        return None
    if left.id > right.id:
        left, right = right, left
    by_name = _by_name(left, right)
    if not by_name:
        return None
    likely = _score(by_name)
    against = grounds(left.facts, right.facts, left.type)
    if any(reason.name == "left_over" for reason in by_name):
        against = against.without_support()
    reasons = (*by_name, *against.reasons)
    score = _score(reasons)
    verdict = _verdict(score, likely, against)
    return Link(left.id, right.id, round(score, 3), verdict, reasons) if verdict else None


def _verdict(score: float, likely: float, ground: Ground) -> Verdict | None:
    if likely >= MAYBE and (ground.apart or score < _APART):
        return "different"
    return "same" if score >= SAME else "maybe" if score >= MAYBE else None


def _score(reasons: Reasons) -> float:
    return 1 / (1 + math.exp(-sum(reason.weight for reason in reasons)))


def _types_agree(one: str, other: str) -> bool:
    return one == other or "other" in (one, other) or {one, other} == {"organization", "place"}


def _by_name(left: Form, right: Form) -> Reasons:
    """The reasons that the likeliest of the names give; none where no two have anything in common."""
    best: Reasons = ()
    for i, one in enumerate((left.facts["name"], *left.facts["aliases"])):
        for j, other in enumerate((right.facts["name"], *right.facts["aliases"])):
            found = _reasons(one, other, left.type, right.type)
            if found and (i or j):
                found = (*found, _ALIAS)
            if found and (not best or _score(found) > _score(best)):
                best = found
    return best


@lru_cache(maxsize=_AT_HAND)
def _reasons(one: str, other: str, type: str, other_type: str) -> Reasons:
    name, other_name = parse(one, type), parse(other, other_type)
    if type != other_type:
        return _across_types(name, other_name, {type, other_type})
    if type == "person":
        return _of_persons(name, other_name)
    return _of_bodies(name, other_name) if type == "organization" else _of_places(name, other_name)


def _across_types(one: Name, other: Name, types: set[str]) -> Reasons:
    """What bears one name and is taken for different things: a government by its town, a thing of no clear kind."""
    if one.plain != other.plain:
        return ()
    weight = 2.0 if "other" in types and len(one.words) > 1 else 0.5
    return (Reason("same_name", f"called {one.label} as {' and '.join(sorted(types))}", weight),)


def _of_persons(one: Name, other: Name) -> Reasons:
    if len(one.words) == 1 or len(other.words) == 1:
        return _of_single(one, other)
    if one.plain == other.plain:
        return (Reason("same_name", f"both are called {one.label}", min(4.5, 1 + 1.5 * sum(one.weights))),)
    found = align(one, other)
    reasons = _weighed(found, "person")
    apart = reasons and found.conflict >= _OTHER_WORD
    initials = reasons and _other_initials(found)
    return (*reasons, *((_OTHER_NAMES,) if apart else ()), *((_OTHER_INITIALS,) if initials else ()))


def _other_initials(found: Alignment) -> bool:
    """Whether both have initials, and one has an initial that the other lacks: George W. and George H. W."""
    both = all(any(len(word) == 1 for word in name.words) for name in (found.fewer, found.more))
    return both and any(len(word) == 1 for word in (*found.missing, *found.extra))


def _of_single(one: Name, other: Name) -> Reasons:
    """A person called by one word: it may be short for a full name that ends, or begins, with it; never surely."""
    found = align(one, other)
    if not found.contained or max(found.first, found.last) < SPELLING:
        return ()
    word, crowded = found.fewer, found.fewer.weights[0] < 1
    weight = (0.5 if found.last >= found.first else -0.4) - crowded
    return (Reason("single_name", f"{word.label} may be short for {found.more.label}", weight),)


def _of_bodies(one: Name, other: Name) -> Reasons:
    if one.plain == other.plain:
        same = Reason("same_name", f"both are called {one.label}", 4.0)
        return (same, *_general(one, other), *_legal(align(one, other), _OTHER_FIRM))
    found = align(one, other)
    if found.acronym:
        return _acronym(found)
    if len(one.words) == len(other.words) == 1 and not _one_spelling(one, other):
        return ()
    reasons = _weighed(found, "organization")
    if not reasons:
        return ()
    return (*reasons, *(_general(one, other) or _kinds(found)))


def _one_spelling(one: Name, other: Name) -> bool:
    """Whether two words alone may be one: Hezbollah and Hizbullah, not Likud and Lockheed, nor acronyms."""
    ours, theirs = one.words[0], other.words[0]
    return not (one.short or other.short) and ours[0] == theirs[0] and ratio(ours, theirs) >= _LETTERS


def _kinds(found: Alignment) -> Reasons:
    """What the words that only one body has say: a part of it, another kind, or one of many of that word."""
    lists = tables()
    loose = lists.loose_kinds.issuperset(found.extra)
    if found.contained and not loose and not lists.slight.issuperset(found.extra):
        return (_PART,)
    if found.single and not loose:
        return (_ONE_WORD,)
    kinds = [not lists.general.keys().isdisjoint(words) for words in (found.missing, found.extra)]
    return (_OTHER_KIND,) if all(kinds) else ()


def _general(one: Name, other: Name) -> Reasons:
    return (_NAMELESS,) if is_general(one.label) and is_general(other.label) else ()


def _legal(found: Alignment, weight: float) -> Reasons:
    if not found.legal:
        return ()
    forms = " and ".join("/".join(sorted(name.legal)) for name in sorted((found.fewer, found.more), key=_dress))
    return (Reason("legal_form", f"other legal forms: {forms}", weight),)


def _dress(name: Name) -> tuple[str, ...]:
    return (name.plain, *sorted(name.legal))


def _acronym(found: Alignment) -> Reasons:
    """Two letters say nothing, three little, unless their case is that of the full name's words, as in JeM."""
    short = found.fewer.short or found.more.short
    letters = len(short)
    if letters < 3:
        return ()
    mixed = not short.isupper() and not short.endswith("s")
    full = found.more if found.fewer.short else found.fewer
    weight = (0.8 if letters == 3 else 1.8) + (0.8 if mixed else 0.0)
    return (Reason("acronym", f"{short} is made of the initials of {full.label}", weight),)


def _of_places(one: Name, other: Name) -> Reasons:
    """Places and things: one name in two spellings, or two names of one state; a word more makes another place."""
    here, there = country(one.label), country(other.label)
    if here and here == there:
        return (Reason("same_state", f"{one.label} and {other.label} are names of one state", 4.5),)
    if one.plain == other.plain:
        return (Reason("same_name", f"both are called {one.label}", 4.0),)
    found = align(one, other)
    if here or there or not found.contained or found.cover < SPELLING**2:
        return ()
    if found.extra:
        loose = tables().loose_places.issuperset(found.extra)
        weight = 0.5 if found.single else 2.0
        return (Reason("longer_name", f"{found.more.label} is longer", weight),) if loose else ()
    weight = 2.5 if min(map(len, (*one.words, *other.words))) > 4 else 1.0
    return (Reason("spelling", f"{found.fewer.label} and {found.more.label} sound the same", weight),)


def comparable(found: Alignment) -> bool:
    """Whether the names have anything in common that can be weighed."""
    return bool(found.shared or found.acronym or found.spelt_out)


def _weighed(found: Alignment, type: str) -> Reasons:
    """The reasons that an alignment gives; none where too little speaks for it to be worth telling."""
    weights = _weights(type)
    told = {sign: weight * getattr(found, sign) for sign, weight in weights.items() if sign != "rest"}
    least = 0.0 if found.conflict else _HOPELESS
    if not comparable(found) or sum(told.values()) + weights["rest"] < least:
        return ()
    return (*_told(found, told), Reason("rest", "what names alike are worth as such", weights["rest"]))


def _told(found: Alignment, told: dict[str, float]) -> Iterator[Reason]:
    """The reasons of what the signs tell, those that go together as one."""
    if found.shared:
        yield Reason("shared_words", f"both have {', '.join(found.shared)}", sum(told[sign] for sign in _SHARED))
    if found.conflict:
        words = f"only one has {', '.join((*found.missing, *found.extra))}"
        yield Reason("left_over", words, told["conflict"])
    if found.single:
        yield Reason("single_word", f"{found.fewer.label} is one word", told["single"])
    if spelt := told.get("acronym", 0.0) + told.get("spelt_out", 0.0):
        yield Reason("initials", "a word of one is made of the initials of the other", spelt)
    if numbers := told.get("numbers", 0.0) + told.get("numbered", 0.0):
        yield Reason("numbers", "other numbers, or only one is numbered", numbers)
    yield from _legal(found, told.get("legal", 0.0))


@cache
def _weights(type: str) -> dict[str, float]:
    table = tomllib.loads((files(__package__) / "data" / "weights.toml").read_text(encoding="utf-8"))
    found: dict[str, float] = table[type]
    return found
