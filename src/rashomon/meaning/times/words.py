"""The words of time expressions and the pieces of a text that the grammar reads.

In: a text. Out: pieces (runs of letters, numbers, single marks) in lower case, with their offsets. The words
themselves are in data/times.toml. How pieces combine does not belong here.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_PIECE = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,])|\d+|[^\W\d_]+|\n[^\S\n]*\n\s*|[^\s\w]|_")
_QUOTES = {"’": "'", "‘": "'", "–": "-", "—": "--", "‐": "-", "‑": "-"}
BREAK = "\n\n"
"""The piece that stands for a blank line: no expression reaches over it."""

_OPENING = frozenset({"'", "`", "“", "$"})
_PADDING = 9
_REACH = 9


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in pieces: `words` in lower case, padded with empty ones so that looking ahead needs no care."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def glued(self, at: int) -> bool:
        """Whether no space stands before the piece."""
        return 0 < at < len(self.starts) and self.starts[at] == self.ends[at - 1]

    def raw(self, at: int) -> str:
        """The piece as it stands in the text."""
        return self.text[self.starts[at] : self.ends[at]] if at < len(self.starts) else ""

    def goes_on(self, at: int) -> bool:
        """Whether the clause goes on there: with a word, a number or an opening quotation mark."""
        word = self.words[at]
        return word[:1].isalnum() or word in _OPENING

    def matches(self, at: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words of a phrase stand there."""
        return self.words[at : at + len(phrase)] == phrase


def cut(text: str) -> Pieces:
    """The text in pieces."""
    words, starts, ends = [], [], []
    for match in _PIECE.finditer(text):
        piece = match.group()
        words.append(BREAK if piece[0] == "\n" else _QUOTES.get(piece) or piece.lower())
        starts.append(match.start())
        ends.append(match.end())
    return Pieces(text, (*words, *[""] * _PADDING), tuple(starts), tuple(ends))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed expression: what it stands for, and how far it reaches where it is vague."""

    value: str
    reach: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The tables of times.toml, made ready: each maps a word to what it stands for."""

    numbers: dict[str, int]
    multipliers: dict[str, int]
    ordinals: dict[str, int]
    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, Any]
    longs: dict[str, Any]
    middles: dict[str, str]
    parts: dict[str, str]
    seasons: dict[str, str]
    clock: dict[str, int]
    decades: dict[str, int]
    zones: frozenset[str]
    shifts: dict[str, tuple[int, str]]
    days: dict[str, int]
    modifiers: dict[str, str]
    vague: dict[str, list[tuple[tuple[str, ...], None]]]
    quantities: dict[str, list[tuple[tuple[str, ...], str]]]
    references: dict[str, list[tuple[tuple[str, ...], Phrase]]]
    repeats: dict[str, str]
    reaches: dict[str, int]
    thirds: dict[str, tuple[int, int]]
    holidays: dict[str, list[tuple[tuple[str, ...], Any]]]
    named: dict[str, list[tuple[tuple[str, ...], str]]]
    known: dict[str, Any]
    company: dict[str, frozenset[str]]
    verbs: dict[str, frozenset[str]]
    triggers: frozenset[str]

    def near(self, pieces: Pieces) -> list[bool]:
        """For each piece, whether a word that can be the heart of an expression stands there or shortly after."""
        out = [False] * len(pieces)
        last = -1
        triggers = self.triggers
        for at, word in enumerate(pieces.words[: len(pieces)]):
            if word in triggers or (word[0].isdecimal() and len(word) in (2, 4)):
                for i in range(max(last, at - _REACH), at + 1):
                    out[i] = True
                last = at + 1
        return out


@lru_cache(maxsize=1)
def words() -> Words:
    """The tables, read once when first asked for."""
    table = tomllib.loads((files("rashomon.meaning") / "data" / "times.toml").read_text(encoding="utf-8"))
    references = [
        (phrase, Phrase(row["value"], row.get("reach"))) for row in table["references"] for phrase in row["phrases"]
    ]
    quantities = [(phrase, row["mod"]) for row in table["quantities"] for phrase in row["phrases"]]
    plain = (
        "numbers", "multipliers", "ordinals", "months", "weekdays", "units", "longs", "middles", "parts", "seasons",
        "clock", "decades", "days", "modifiers", "repeats", "reaches", "known",
    )  # fmt: skip
    hearts = (
        "months", "weekdays", "units", "longs", "middles", "parts", "seasons", "clock", "decades", "days", "repeats",
    )  # fmt: skip
    fixed = [phrase for phrase, _ in references] + list(table["holidays"])
    return Words(
        **{name: table[name] for name in plain},
        zones=frozenset(table["zones"]["names"]),
        company={name: frozenset(row) for name, row in table["company"].items()},
        verbs={name: frozenset(row) for name, row in table["verbs"].items()},
        shifts={word: (count, base) for word, (count, base) in table["shifts"].items()},
        vague=_by_first([(phrase, None) for phrase in table["company"]["vague"]]),
        quantities=_by_first(quantities),
        references=_by_first(references),
        thirds={mod: (low, high) for mod, (low, high) in table["thirds"].items()},
        holidays=_by_first(list(table["holidays"].items())),
        named=_by_first(list(table["named"].items())),
        triggers=frozenset(
            {word for name in hearts for word in table[name]}
            | {f"{word}s" for word in table["weekdays"]}
            | {_split(phrase)[-1] for phrase in fixed}
            | set(table["hearts"]["words"])
        ),
    )


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(phrase))


def _by_first(rows: list[tuple[str, Any]]) -> dict[str, list[tuple[tuple[str, ...], Any]]]:
    """Phrases by their first word, the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for phrase, value in sorted(rows, key=lambda row: -len(row[0])):
        split = _split(phrase)
        out.setdefault(split[0], []).append((split, value))
    return out
