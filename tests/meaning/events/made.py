"""Docs with the layers that events read, and what their events say, in short."""

from rashomon.ids import make_id
from rashomon.records import Entity, Mention, Time
from tests.handmade import parsed


def doc_of(notation, *, published=None, times=(), **names):
    """A Doc of the notation; entities by type (`place=("Lomar",)`), times as (words, value, type)."""
    doc = parsed(notation, published=published)
    entities = []
    for kind, found in names.items():
        for name in found:
            start = doc.text.index(name)
            mention = Mention(start, start + len(name), "name")
            entities.append(Entity(make_id("entity", name), kind, name, (), (), (mention,)))
    doc._.rashomon_entities = tuple(entities)
    records = []
    for words, value, kind in times:
        start = doc.text.index(words)
        record = Time(make_id("time", words), start, start + len(words), kind, value, None, value, value, True)
        records.append(record)
    doc._.rashomon_times = tuple(records)
    return doc


def arguments(doc, event):
    """Roles and words of the arguments of an event."""
    return {(argument.role, doc.text[argument.start : argument.end]) for argument in event.arguments}


def counts(event):
    """Kind, low and high of the counts of an event."""
    return [(count.kind, count.low, count.high) for count in event.counts]
