"""Which forms of entities are worth comparing: the blocking keys of a name.

In: names taken apart. Out: keys; two forms meet where they share one. A key must be selective: nothing caps how many
forms share it. How alike two names are does not belong here.
"""

from itertools import combinations

from rashomon.fusion.names import Name, initials, tables

_MOST_WORDS = 5


def keys(name: Name, type: str) -> set[str]:
    """The blocking keys of one name of an entity of this type."""
    found = {f"all:{''.join(sorted(name.sounds))}"}
    if name.short:
        found.add(f"short:{name.short}")
    if type == "person":
        return found | _of_person(name)
    return found | _of_group(name)


def _of_person(name: Name) -> set[str]:
    """Any two of the words; of a word alone, the last one, which is what a page calls people by."""
    sounds = name.sounds if len(name.sounds) <= _MOST_WORDS else (name.sounds[0], *name.sounds[1 - _MOST_WORDS :])
    found = {f"two:{'+'.join(sorted(pair))}" for pair in combinations(sounds, 2)}
    if name.words and name.words[-1] not in tables().crowded:
        found.add(f"last:{name.sounds[-1]}")
    return found


def _of_group(name: Name) -> set[str]:
    """Neighbouring words, the first telling word, and what the initials spell."""
    told = [sound for word, sound in zip(name.words, name.sounds, strict=True) if word not in tables().general]
    found = {f"two:{'+'.join(sorted(pair))}" for pair in zip(name.sounds, name.sounds[1:], strict=False)}
    if told:
        found.add(f"first:{told[0]}")
    if len(name.words) > 2:
        found.add(f"short:{initials(name)}")
    return found
