"""The word lists that names are judged by, read once from the tables under `data/`.

Out: one frozen `Lexicon`. What a list decides does not belong here.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Words = frozenset[str]
OF_PLACES = ("n", "an", "ian", "i", "ese")
"""Endings that make a place's name an adjective."""
_SEPARATOR = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of words. `titles` to `particles` and `of_states` are in lower case, the others as they are written."""

    titles: Words
    sure_titles: Words
    honorifics: Words
    callings: Words
    people: Words
    officers: Words
    organisations: Words
    heads: Words
    groups: Words
    followers: Words
    firms: Words
    openers: Words
    places: Words
    kin: Words
    particles: Words
    known_organisations: Words
    not_names: Words
    given: Words
    before_syllables: Words
    of_states: Words
    parties: Words
    known_places: Words
    demonyms: Words
    place_aliases: dict[str, str]
    """Another name of a place to its first name."""


@cache
def lexicon() -> Lexicon:
    """The lists, with plural and `-an` forms of demonyms."""
    names, places = _table("names"), _table("places")
    demonyms = _words(places["demonyms"])
    listed = (places["countries"], places["regions"], places["cities"])
    return Lexicon(
        **{key: _words(names[key]) for key in names},
        known_places=frozenset().union(*map(_words, listed), *places["aliases"]),
        demonyms=demonyms | {word + "s" for word in demonyms if not word.endswith(("s", "sh", "ch"))},
        place_aliases={other: group[0] for group in places["aliases"] for other in group},
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


def _words(listed: str) -> Words:
    return frozenset(_SEPARATOR.split(" ".join(listed.split())))
