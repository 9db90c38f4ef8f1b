"""The table of event types against the closed lists of the records."""

from typing import get_args

from rashomon.meaning.events.lexicon import lexicon
from rashomon.records import ArgumentRole, CountKind, EventType


def test_every_type_has_one_row_with_codes_and_roles():
    table = lexicon()
    assert set(table.kinds) == set(table.codes) == set(get_args(EventType))
    for kind in table.kinds.values():
        assert set(kind.roles.values()) <= set(get_args(ArgumentRole))
        assert kind.count is None or kind.count in get_args(CountKind)


def test_codes():
    codes = lexicon().codes["kidnapping"]
    assert (codes.plover, codes.cameo, codes.muc4) == ("ASSAULT", "18", "KIDNAPPING")
    assert {code.muc4 for code in lexicon().codes.values()} <= {"", "ATTACK", "KIDNAPPING", "HIJACKING"}


def test_word_classes_are_all_known():
    """A capital in a condition that is no class would be taken for a word."""
    table = lexicon()
    conditions = [entry for entries in (*table.verbs.values(), *table.nouns.values()) for entry in entries]
    words = set()
    for entry in conditions:
        words |= entry.subject | entry.object | entry.either | entry.prep_inside | entry.within | entry.near
    assert not {word for word in words if word[0].isupper()}
