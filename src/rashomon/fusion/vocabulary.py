"""Words that tell where people and bodies belong: states and their adjectives, offices, kinds of work.

In: the page's words for someone. Out: what they say, in one word each. Whose words they are does not belong here.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rashomon.fusion.countries import codes, line
from rashomon.fusion.names import fold, parse, tables

_AFTER = re.compile(r"\b(?:of|for|to|in|at|with|who|which|that|by|from|on|against)\b")
_OTHERS = re.compile(
    r"\b(?:brother|sister|son|daughter|wife|husband|widow|widower|father|mother|parent|cousin|nephew|niece|uncle|aunt|"
    r"friend|victim|supporter|critic|opponent|aide|adviser|advisor|rival|successor|predecessor)s?\b"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a description says: offices of which a body has one at a time, kinds of work, states by their code."""

    offices: frozenset[str]
    kinds: frozenset[str]
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Terms:
    pattern: re.Pattern[str]
    meaning: dict[str, str]

    def find(self, text: str) -> list[tuple[int, str]]:
        """Where the terms start, and what they mean."""
        return [(found.start(), self.meaning[found.group()]) for found in self.pattern.finditer(text)]


@lru_cache(maxsize=65_536)
def standing(description: str) -> Standing:
    """What a description says of the one described, and not of those named after "of" or beside whom they stand.

    "The Pakistani foreign minister" gives office and state; "a brother of the president" and "the envoy to Iran" give
    neither the office nor that state.
    """
    line = _line(description)
    found = _AFTER.search(line)
    head = found.start() if found else len(line)
    if _OTHERS.search(line[:head]):
        return Standing(frozenset(), frozenset(), frozenset())
    offices = {what for at, what in _offices().find(line) if at < head}
    kinds = {what for at, what in _kinds().find(line[:head])}
    end = len(line) if offices and found and found.group() == "of" else head
    states = {code for _, code in _countries().find(line[:end])}
    return Standing(frozenset(offices), frozenset(kinds), frozenset(states))


@lru_cache(maxsize=65_536)
def states_in(name: str) -> frozenset[str]:
    """The states that a name has in it: Pakistan's in the Pakistan Army."""
    return frozenset(code for _, code in _countries().find(_line(name)))


@lru_cache(maxsize=65_536)
def is_general(name: str) -> bool:
    """Whether every state has a body of this name, as a Supreme Court; the state may be named with it."""
    parsed = parse(_countries().pattern.sub(" ", _line(name)), "organization")
    return bool(parsed.words) and tables().institutions.issuperset(parsed.words)


def _line(text: str) -> str:
    return line(text, fold)


def _terms(meaning: dict[str, str]) -> _Terms:
    longest = sorted(meaning, key=lambda term: (-len(term), term))
    return _Terms(re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), meaning)


def _read(table: str) -> dict[str, object]:
    return tomllib.loads((files(__package__) / "data" / f"{table}.toml").read_text(encoding="utf-8"))


@cache
def _countries() -> _Terms:
    return _terms(codes())


@cache
def _offices() -> _Terms:
    lines = _read("roles")["sole"]
    assert isinstance(lines, list)
    return _terms({term: line.split(", ")[0] for line in lines for term in line.split(", ")})


@cache
def _kinds() -> _Terms:
    kinds = _read("roles")["kinds"]
    assert isinstance(kinds, dict)
    return _terms({term: kind for kind, lines in kinds.items() for line in lines for term in line.split(", ")})
