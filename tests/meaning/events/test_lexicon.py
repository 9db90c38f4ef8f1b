"""The table of event types against the closed lists of the records."""

from typing import get_args

import pytest

from rashomon.errors import UsageError
from rashomon.meaning.events import Events
from rashomon.meaning.events.lexicon import in_use, lexicon
from rashomon.records import ArgumentRole, CountKind, EventType
from tests.handmade import parsed


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


OWN = """
[classes]
Weapon = ["trebuchet"]

[types.attack]
verbs = ["zap"]

[[types.arrest.when]]
verb = ["nab"]
object = ["@PERSON"]
"""


def test_users_add_words_in_their_own_file(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(OWN, encoding="utf-8")
    doc = parsed(
        "Rebels|NOUN:NNS|2|nsubj||rebel zapped|VERB:VBD|0|ROOT||zap the|DET|4|det post|NOUN:NN|2|dobj||post\n"
        "Police|NOUN:NNS|2|nsubj||police nabbed|VERB:VBD|0|ROOT||nab Orla|PROPN:NNP|2|dobj|PERSON|Orla"
    )
    found = Events(str(own))(doc)._.rashomon_events
    assert [(event.type, event.trigger.cut(doc.text)) for event in found] == [
        ("attack", "zapped"),
        ("arrest", "nabbed"),
    ]
    assert Events()(doc)._.rashomon_events == ()
    assert "trebuchet" not in lexicon().classes["Weapon"]


@pytest.mark.parametrize(
    "words",
    [
        "[types.picnic]\nverbs = ['picnic']",
        "[types.attack]\ncount = 'killed'",
        "[types.attack]\nverbs = 'zap'",
        "[types]\nattack = 1",
        "[[types.attack.when]]\nverb = ['zap']\ncolour = ['red']",
        "[sport]\nwords = []",
        "not TOML",
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path, words):
    own = tmp_path / "own.toml"
    own.write_text(words, encoding="utf-8")
    with pytest.raises(UsageError, match=r"own\.toml"), in_use(str(own)):
        lexicon()
    with pytest.raises(UsageError), in_use(str(tmp_path / "none.toml")):
        lexicon()
