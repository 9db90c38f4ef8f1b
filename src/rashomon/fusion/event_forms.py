"""Events of a reading to forms.

In: a reading and, where known, the entity form of each of its entities. Out: for each event its id and its form. Which
forms are the same is for likeness.py; which are compared at all, for event_keys.py.

The page that an event stands on is no part of its form: copies of one sentence in one report share one.
"""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping

from rashomon.fusion import event_keys
from rashomon.fusion.happenings import Happening, Party, side, to_facts
from rashomon.fusion.stems import stems
from rashomon.fusion.weighing import heaviest, weight
from rashomon.graph import Form
from rashomon.ids import make_id
from rashomon.records import Argument, Event, Reading, Time

_REAL = frozenset({"actual", "ongoing"})
NEAR = 5
"""Words on each side of a trigger that count as next to it."""

_PAGE_WORDS = 30
_SENTENCE_WORDS = 24
_LIGHT = 0.15
"""Words that weigh less are in a third of all pages, and say nothing."""


def forms(reading: Reading, entities: Mapping[str, str] | None = None) -> tuple[tuple[str, Form], ...]:
    """Each event of a reading with its form; `entities` gives the entity form of an entity id."""
    source = _Source(reading, entities or {})
    seen: Counter[Happening] = Counter()
    out = []
    for event in reading.events:
        happening = source.happening(event)
        out.append((event.id, form(happening, source.label(event), seen[happening])))
        seen[happening] += 1
    return tuple(out)


def form(happening: Happening, label: str, again: int = 0) -> Form:
    """The form of a happening; `again` counts the earlier ones of its page that say the very same."""
    facts = to_facts(happening)
    own = make_id("form", "event", label, json.dumps(facts, sort_keys=True), again)
    return Form(own, "event", happening.type, label, event_keys.keys(happening), facts)


def page_words(words: Iterable[str]) -> tuple[tuple[str, float], ...]:
    """The heaviest stems of a page, with weights of which the squares sum up to 1."""
    return heaviest(words, _PAGE_WORDS)


def telling(words: Iterable[str]) -> tuple[str, ...]:
    """The stems of a stretch that say something, at most so many, sorted."""
    kept = {word for word in words if weight(word) >= _LIGHT}
    return tuple(sorted(sorted(kept, key=lambda word: (-weight(word), word))[:_SENTENCE_WORDS]))


class _Source:
    """A reading, with what is looked up for each of its events."""

    def __init__(self, reading: Reading, entities: Mapping[str, str]) -> None:
        self._text = reading.page.text
        self._sentences = reading.sentences
        self._starts = [sentence.start for sentence in reading.sentences]
        self._times: dict[str, Time] = {time.id: time for time in reading.times}
        self._names = {entity.id: entity.name for entity in reading.entities}
        self._forms = entities
        published = reading.page.published.value
        self._told = published[:10] if published else None
        self._page = page_words(stems(self._text))

    def happening(self, event: Event) -> Happening:
        """What the page says of an event."""
        time = self._times.get(event.time or "")
        trigger = self._text[slice(*event.trigger)]
        words = stems(trigger) or [trigger]
        seen = event.perspectives
        before, after = self._around(event)
        return Happening(
            type=event.type,
            head=words[0],
            trigger=_tidy(trigger),
            earliest=time.earliest if time else None,
            latest=time.latest if time else None,
            told=self._told,
            parties=tuple(sorted({self._party(each) for each in event.arguments})),
            counts=tuple(sorted({(each.kind, each.low, each.high) for each in event.counts}, key=repr)),
            denied=bool(seen) and all(each.polarity == "denied" for each in seen),
            real=not seen or any(each.status in _REAL for each in seen),
            sentence=telling(before + words + after),
            near=telling(before[-NEAR:] + after[:NEAR]),
            page=self._page,
        )

    def label(self, event: Event) -> str:
        """The event in a few words, for people: its trigger, and who and where."""
        parts = [self._text[slice(*event.trigger)], *(self._party(each).words for each in event.arguments)]
        return " · ".join(dict.fromkeys(map(_tidy, parts)))

    def _party(self, argument: Argument) -> Party:
        name = self._names.get(argument.entity or "")
        words = self._text[argument.start : argument.end] if name is None else name
        return Party(side(argument.role), _tidy(words), name is not None, self._forms.get(argument.entity or "", ""))

    def _around(self, event: Event) -> tuple[list[str], list[str]]:
        """The stems of the sentence of an event before and after its trigger."""
        at = bisect_right(self._starts, event.trigger[0]) - 1
        start, end = (self._sentences[at].start, self._sentences[at].end) if at >= 0 else event.trigger
        return stems(self._text[start : event.trigger[0]]), stems(self._text[event.trigger[1] : end])


def _tidy(words: str) -> str:
    return " ".join(words.split())
