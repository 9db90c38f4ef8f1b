"""No row of the tables of words is dead: each can stand in a text as the rules look for it."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
import spacy

from rashomon.meaning.entities.subtypes import subtype
from rashomon.meaning.entities.tables import subtypes
from rashomon.records import Entity

JOINED = {"ties.nouns.lemmas", "ties.words.former", "entities.words.former"}
"""Tables whose words are looked for with all that hyphens join to them."""
PHRASES = (
    "entities.organization", "entities.place", "sources.names", "stances.phrases", "ties.between.phrases",
    "events.numbers", "ties.words.regions",
)  # fmt: skip
"""Tables of several words each."""
CODES = frozenset({"acled", "cameo", "muc4", "plover"})
"""What other schemes call a type: looked for in no text."""


@cache
def tokenizer():
    return spacy.blank("en").tokenizer


def rows(table: Any, path: str) -> Iterator[tuple[str, str]]:
    """Each word of a table with the names above it."""
    if isinstance(table, str):
        yield path, table
    elif isinstance(table, list):
        for each in table:
            yield from rows(each, path)
    elif isinstance(table, dict):
        for name, each in table.items():
            yield from rows(each, f"{path}.{name}") if name not in CODES else ()


@pytest.mark.parametrize("name", ["cues", "disputes", "entities", "events", "hedges", "sources", "stances", "ties"])
def test_each_word_is_one_that_the_tokenizer_makes(name):
    table = tomllib.loads(files("rashomon.meaning").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))
    cut = {}
    for path, word in rows(table, name):
        tokens = [token.text for token in tokenizer()(word)] if set("- ") & set(word) else [word]
        hyphened = path in JOINED and tokens[1::2] == ["-"] * (len(tokens) // 2)
        if len(tokens) > 1 and not hyphened and not path.startswith(PHRASES):
            cut[word] = path
    assert cut == {}


@pytest.mark.parametrize(
    ("kind", "words"), [(kind, words) for kind, table in subtypes().items() for words in table if " " in words]
)
def test_words_together_say_what_the_last_of_them_does_not(kind, words):
    entity = Entity("entity-1", kind, "Merrow", (), (), ())
    assert subtype(entity, [words]) == subtypes()[kind][words]
    assert subtype(entity, [words.split()[-1]]) != subtypes()[kind][words]
