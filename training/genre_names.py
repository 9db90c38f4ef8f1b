"""The names in GUM, which marks every mention and does not say which of them are names.

In: rows of GUM. Out: sentences with the names that are sure; what may be a name or not is left open. Only genres whose
texts are free of a non-commercial clause are read.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from training.labels import KINDS, Named

FREE_GENRES = ("academic", "bio", "court", "interview", "news", "speech", "voyage")
NAME_TYPES = ("person", "organization", "place")
ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
SMALL = frozenset(
    """of the and for in on de la le von van der al bin to at a an ' ’s 's - – . &""".split()  # noqa: SIM905
)
TITLES = frozenset(
    """mr mrs ms miss dr sir lord lady king queen prince princess pope judge justice president senator governor mayor
    minister general colonel captain professor secretary""".split()  # noqa: SIM905
)
PRONOUNS = frozenset({"he", "she", "it", "we", "they", "his", "her", "its", "our", "their", "you", "your"})
LONGEST = 8


def genre_names(rows: Iterable[dict[str, Any]]) -> Iterator[Named]:
    """The sentences of the free genres with their names."""
    for row in rows:
        if row["genre"] in FREE_GENRES:
            yield from sentences(row)


def sentences(row: dict[str, Any]) -> Iterator[Named]:
    """Names are what is written in capitals throughout; other capitals stay open, small letters are no name."""
    tokens, sure = row["tokens"], sure_names(row)
    named = {token for first, last in sure for token in range(first, last)}
    common = {token for token in tokens if token.islower()}
    for number, sentence in enumerate(row["sentences"]):
        begin, end = sentence["tok_start"], sentence["tok_end"]
        own = [((first, last), kind) for (first, last), kind in sure.items() if begin <= first and last <= end]
        entities = [(first - begin, last - begin, (kind,), False) for (first, last), kind in own]
        for token in range(begin, end):
            opens = token == begin and tokens[token].lower() in common
            if token not in named and tokens[token][:1].isupper() and tokens[token] != "I" and not opens:
                entities.append((token - begin, token - begin + 1, KINDS["names"], True))
        yield Named(f"{row['id']}-{number}", "gum", tokens[begin:end], sorted(entities))


def sure_names(row: dict[str, Any]) -> dict[tuple[int, int], str]:
    """The widest mentions that are names beyond doubt, by their tokens."""
    tokens, sure = row["tokens"], dict[tuple[int, int], str]()
    common = {token for token in tokens if token.islower()} | PRONOUNS
    for mention in sorted(row["mentions"], key=lambda one: one["start_tok"] - one["end_tok"]):
        first, last = name_within(tokens, mention["start_tok"], mention["end_tok"])
        plain = last - first == 1 and (tokens[first].lower() in common or tokens[first] == "I")
        alone = plain or (last - first == 1 and not mention.get("identity"))
        covered = any(a < last and first < b for a, b in sure)
        if first < last and mention["type"] in NAME_TYPES and not (alone or covered):
            sure[first, last] = mention["type"]
    return sure


def name_within(tokens: list[str], first: int, last: int) -> tuple[int, int]:
    """The name that a mention is, without article, title and possessive; an empty range where it is none."""
    while first < last and (tokens[first].lower() in ARTICLES or tokens[first].lower().strip(".") in TITLES):
        first += 1
    while first < last and tokens[last - 1] in POSSESSIVES:
        last -= 1
    inner = [token for token in tokens[first:last] if token.lower() not in SMALL]
    written = bool(inner) and all(token[0].isupper() for token in [*inner, tokens[first]])
    return (first, last) if written and last - first <= LONGEST else (first, first)
