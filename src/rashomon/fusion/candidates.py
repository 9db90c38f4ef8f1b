"""Which forms of entities are worth comparing: the blocking keys of a name.

In: names taken apart. Out: keys; two forms meet where they share one, or where one is brief and the other full. A key
must be selective: nothing caps how many forms share it. How alike two names are does not belong here.
"""

from functools import lru_cache
from itertools import combinations, pairwise

from rashomon.fusion.countries import country
from rashomon.fusion.names import Name, parse, tables

_MOST_WORDS = 5
_SHORT = range(3, 9)


@lru_cache(maxsize=65_536)
def keys(name: str, type: str) -> frozenset[str]:
    """The blocking keys of one name of an entity of this type.

    `all`: how the whole name sounds, in any order of words. `two`: any two words of a person's name, neighbours of a
    body's. `brief`: a name of one word, for which look those that it may be short for: `full`. `last`, `one`: the word
    that a person, a body is called by for short, with a letter that another word begins with. `short`: what the
    initials spell. `state`: the state that it is a name of. What is short for persons is kept from what is for bodies.
    """
    parsed = parse(name, type)
    found = {f"all:{''.join(sorted(parsed.keys))}"} if parsed.keys else set()
    if type == "person":
        found |= _of_person(parsed)
    elif type == "organization":
        found |= _of_body(parsed)
    elif bare := _of_place(parsed):
        found.add(bare)
    if type != "person" and (code := country(name)):
        found.add(f"state:{code}")
    return frozenset(found)


def _of_person(name: Name) -> set[str]:
    """Any two of the words; what the last one is short for, unless that leads nowhere because so many bear it."""
    ends = name.keys if len(name.keys) <= _MOST_WORDS else (name.keys[0], *name.keys[1 - _MOST_WORDS :])
    found = {f"two:person:{'+'.join(sorted(pair))}" for pair in combinations(ends, 2)}
    if name.weights and name.weights[-1] == 1:
        last = name.keys[-1]
        found |= _for_short(name, f"person:{last}") | {f"last:{last}+{word[0]}" for word in name.words[:-1]}
    return found


def _of_body(name: Name) -> set[str]:
    """Neighbouring words of which one tells something, what the first such word is short for, what initials spell."""
    told = list(zip(name.keys, name.weights, strict=True))
    found = {
        f"two:body:{'+'.join(sorted((key, after)))}"
        for (key, weight), (after, other) in pairwise(told)
        if max(weight, other) == 1
    }
    telling = [at for at, weight in enumerate(name.weights) if weight == 1 and name.keys[at]]
    if telling:
        first, *rest = telling
        begins = [f"+{name.words[at][0]}" for at in rest] or [""]
        found |= _for_short(name, f"body:{name.keys[first]}") | {f"one:{name.keys[first]}{letter}" for letter in begins}
    spelt = {name.short.casefold()} if name.short else name.initials
    return found | {f"short:{letters}" for letters in spelt if len(letters) in _SHORT}


def _for_short(name: Name, key: str) -> set[str]:
    """A name of one word may be short for longer ones, and others that are alone on their page for it."""
    return {f"full:{key}"} | ({f"brief:{key}"} if len(name.words) == 1 else set())


def _of_place(name: Name) -> str:
    """The key of the whole name without the words that it may lack."""
    loose = tables().loose_places
    told = sorted(key for word, key in zip(name.words, name.keys, strict=True) if word not in loose)
    return f"all:{''.join(told)}" if told else ""
