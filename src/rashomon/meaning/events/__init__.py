"""Doc to events: what is said to have happened, to whom, by whom, where and when, and in whose words.

In: a parsed `Doc` with the layers entities, times and claims. Out: `doc._.rashomon_events`, in order of their triggers.

triggers (lexicon, frames, undone) ─► sightings (arguments, circumstances, counts, perspectives) ─► joining ─► records

Whether it happened is not judged here: each event carries the perspectives of those who say so.
"""

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.events.joining import Group, join
from rashomon.meaning.events.lexicon import in_use, lexicon
from rashomon.meaning.events.sighting import Sighting
from rashomon.meaning.events.sightings import sightings
from rashomon.records import Argument, Count, Event, Perspective

_SCORE = {"single": 0.6, "told": 0.8, "joined": 0.9}


class Events:
    """Writes the layer EVENTS; `words` is a TOML file of the form of data/events.toml that adds to it."""

    def __init__(self, words: str | None = None) -> None:
        self._words = words

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its events."""
        with in_use(self._words):
            doc._.rashomon_events = read(doc)
        return doc


@Language.factory("rashomon_events", default_config={"words": None})
def make_events(nlp: Language, name: str, words: str | None) -> Events:  # noqa: ARG001
    """The factory that spaCy calls; raises `UsageError` where the file of the user's own words is no such table."""
    layers.register()
    with in_use(words):
        lexicon()
    return Events(words)


def read(doc: Doc) -> tuple[Event, ...]:
    """The events of a Doc."""
    page = layers.page_id(doc)
    groups = join(sightings(Ground(doc)))
    return tuple(sorted((_event(page, group) for group in groups), key=lambda event: event.trigger))


def _event(page: str, group: Group) -> Event:
    """One record of all sightings of an event; the first full one gives type and trigger."""
    main = group[0]
    trigger = main.trigger.span
    time = main.time or next((each.time for each in group if each.time), None)
    return Event(
        id=make_id("event", page, main.type, trigger),
        type=main.type,
        trigger=trigger,
        arguments=_arguments(group),
        time=time.id if time else None,
        counts=_counts(group),
        perspectives=_perspectives(group),
        score=_score(group),
    )


def _arguments(group: Group) -> tuple[Argument, ...]:
    """Each entity once a role; phrases without an entity from the first sighting that gives the role."""
    out: dict[tuple[object, ...], Argument] = {}
    given: dict[str, Sighting] = {}
    for each in group:
        for part in each.parts:
            argument = part.argument
            if argument.entity is None and given.setdefault(argument.role, each) is not each:
                continue
            given.setdefault(argument.role, each)
            key = (argument.role, argument.entity) if argument.entity else (argument.role, argument.start)
            out.setdefault(key, argument)
    return tuple(sorted(out.values(), key=lambda argument: (argument.start, argument.end, argument.role)))


def _counts(group: Group) -> tuple[Count, ...]:
    out: dict[str, Count] = {}
    for each in group:
        for count in each.counts:
            out.setdefault(count.kind, count)
    return tuple(sorted(out.values(), key=lambda count: (count.start, count.kind)))


def _perspectives(group: Group) -> tuple[Perspective, ...]:
    """One for each voice and what it holds, with the evidence of all its sightings."""
    out: dict[tuple[object, ...], Perspective] = {}
    for each in group:
        new = each.perspective
        key = (new.claim, new.certainty, new.polarity, new.status)
        old = out.get(key)
        evidence = tuple(dict.fromkeys((*(old.evidence if old else ()), *new.evidence)))
        out[key] = Perspective(new.claim, new.certainty, new.polarity, new.status, evidence)
    return tuple(out.values())


def _score(group: Group) -> float:
    if len(group) > 1:
        return _SCORE["joined"]
    return _SCORE["told"] if group[0].parts else _SCORE["single"]
