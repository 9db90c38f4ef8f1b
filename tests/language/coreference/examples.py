"""Docs whose named entities stand in the layer ENTITIES, one entity for each name."""

from rashomon.ids import make_id
from rashomon.records import Entity, Mention

KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place"}


def with_names(doc, descriptions=()):
    names = {}
    for ent in doc.ents:
        if ent.label_ in KINDS:
            names.setdefault((ent.text, KINDS[ent.label_]), []).append(Mention(ent.start_char, ent.end_char, "name"))
    doc._.rashomon_entities = tuple(
        Entity(make_id("entity", name), kind, name, (), tuple(descriptions), tuple(mentions))
        for (name, kind), mentions in names.items()
    )
    return doc
