"""What kind of organization or place it is, where words state it.

In: an entity's name and what it is called. Out: a subtype, or None. What everybody knows of a name, but no word of the
page says, is not stated.
"""

import re
from collections.abc import Iterable

from rashomon.meaning.entities.tables import subtypes
from rashomon.meaning.events.ground import Ground
from rashomon.records import Entity, Subtype

_WORD = re.compile(r"[\w-]+")
_STOPS = frozenset(
    {"of", "for", "in", "at", "from", "with", "that", "which", "who", "on", "to", "called", "based", "near", "where"}
)


def subtype(entity: Entity, called: Iterable[str]) -> Subtype | None:
    """From the words of the name first, else from the heads of its descriptions."""
    table = subtypes().get(entity.type)
    if table is None:
        return None
    for name in (entity.name, *entity.aliases):
        words = _WORD.findall(name.lower())
        found = _last(words, table) or (table.get(words[0]) if len(words) > 1 else None)
        if found is not None and (len(words) > 1 or entity.type == "place"):
            return found
    return next((found for words in called if (found := _last(_WORD.findall(words.lower()), table))), None)


def _last(words: list[str], table: dict[str, Subtype]) -> Subtype | None:
    """What a phrase says as a whole ("council of ministers"), else the last two words before "of", else the last."""
    end = next((at for at, word in enumerate(words) if word in _STOPS and at), len(words))
    head = words[:end]
    if not head:
        return None
    known = table.get(" ".join(words)) or table.get(" ".join(head[-2:]))
    return known or table.get(head[-1]) or table.get(head[-1].removesuffix("s"))


def of_place(entity: Entity, ground: Ground) -> Subtype | None:
    """What a noun before "of" a name, or right after it, says: "the town of Merrow", "Merrow province"."""
    if entity.type != "place":
        return None
    table = subtypes()["place"]
    for mention in entity.mentions:
        inside = ground.tokens(mention.start, mention.end)
        if mention.form != "name" or not inside:
            continue
        before = [ground.doc[at] for at in range(max(0, inside.start - 2), inside.start)]
        after = ground.doc[inside.stop] if inside.stop < len(ground.doc) else None
        noun = before[0] if len(before) == 2 and before[1].lower_ == "of" else after
        found = table.get(noun.lower_) if noun is not None and noun.pos_ == "NOUN" else None
        if found is not None and found != "site":  # the port of a town is not the town
            return found
    return None
