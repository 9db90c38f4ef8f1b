from dataclasses import replace

from rashomon.records import Entity, Mention
from rashomon.views.dossier import names
from rashomon.views.entities import shown
from tests.views import example

GATE = Entity("entity-gate", "other", "the gate", (), (), (Mention(0, 3, "nominal"), Mention(5, 7, "pronoun")))


def test_what_is_only_described_is_shown_where_it_speaks():
    reading = replace(example.READING, entities=(*example.READING.entities, GATE))
    assert shown(reading) == example.READING.entities
    assert [name.name for name in names(reading)] == ["Halvard Renko", "Reed Banner"]
    said = replace(example.NOBODY, source_entity=GATE.id)
    assert GATE in shown(replace(reading, claims=(said,)))
