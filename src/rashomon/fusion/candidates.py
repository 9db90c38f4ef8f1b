"""Which forms of entities are worth comparing: the blocking keys of a name.

In: names taken apart. Out: keys; two forms meet where they share one. A key must be selective: nothing caps how many
forms share it. How alike two names are does not belong here.
"""

from itertools import combinations, pairwise

from rashomon.fusion.names import Name

_MOST_WORDS = 5
_SHORT = range(3, 9)


def keys(name: Name, type: str) -> set[str]:
    """The blocking keys of one name of an entity of this type.

    `all`: how the whole name sounds, in any order of words. `two`: any two words of a person's name, neighbours of a
    body's. `last`, `one`: the word that a person, a body is called by for short. `short`: what the initials spell.
    """
    found = {f"all:{''.join(sorted(name.keys))}"} if name.keys else set()
    if type == "person":
        return found | _of_person(name)
    if type == "organization":
        return found | _of_body(name)
    return found


def _of_person(name: Name) -> set[str]:
    """Any two of the words; of a word alone, the last one, unless that leads nowhere because so many bear it."""
    ends = name.keys if len(name.keys) <= _MOST_WORDS else (name.keys[0], *name.keys[1 - _MOST_WORDS :])
    found = {f"two:{'+'.join(sorted(pair))}" for pair in combinations(ends, 2)}
    if name.weights and name.weights[-1] == 1:
        found.add(f"last:{name.keys[-1]}")
    return found


def _of_body(name: Name) -> set[str]:
    """Neighbouring words of which one tells something, the first such word, and what the initials spell."""
    told = list(zip(name.keys, name.weights, strict=True))
    found = {f"one:{next((key for key, weight in told if weight == 1), '')}"} - {"one:"}
    found |= {
        f"two:{'+'.join(sorted((key, after)))}"
        for (key, weight), (after, other) in pairwise(told)
        if max(weight, other) == 1
    }
    spelt = {name.short.casefold()} if name.short else name.initials
    return found | {f"short:{letters}" for letters in spelt if len(letters) in _SHORT}
