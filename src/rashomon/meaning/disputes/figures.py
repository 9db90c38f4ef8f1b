"""Two values for one count: the dead, the wounded, the arrested of one event, as two sources give them.

In: the clauses of a Doc and its events. Out: conflicts of kind `value`, one a count with all its values. Two figures
count the same where their sentences share what they speak of and nothing parts them: another agent, place or day. What
is said to come on top, or to be a part of a figure ("another five", "including two children"), is no other value.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon import layers
from rashomon.intervals import OPEN, Interval, days
from rashomon.meaning.disputes.clauses import Clauses
from rashomon.meaning.disputes.conflict import Conflict, Stand
from rashomon.meaning.disputes.tables import tables
from rashomon.meaning.disputes.voices import differ, voice_at, voice_of
from rashomon.meaning.events.lexicon import lexicon
from rashomon.records import Count, Event

_SHARED, _FIRM = 2, 3
"""Words that carry meaning which two figures share: more where one of them is the page's own or alone has a place; a
single person may be anybody, and must share words other than names of parties."""
_OPEN = 2
"""How many times "at least three" goes into "at least seven" where the two are two values."""
_NEAR = 3
"""Sentences between figures that share no name."""
_MOST = 200
"""So many figures before one are compared with it, and as many make one group: more than an article has."""
_BEFORE, _AFTER = 3, 3
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_TOLD = 4
"""Nouns, names and adjectives of a clause that says by itself which event it is of."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """One count of one event in one voice, with what tells it from others."""

    event: str | None
    count: Count
    stand: Stand
    agents: frozenset[str]
    places: frozenset[str]
    keys: frozenset[str]
    days: Interval
    sentence: int
    parts: frozenset[float]
    """The numbers that it is the sum of: six priests and two women."""


def figures(clauses: Clauses, events: Sequence[Event]) -> Iterator[Conflict]:
    """Each count that has two values."""
    times = {each.id: days(each.earliest, each.latest) for each in layers.times(clauses.ground.doc)}
    told = (each for event in events for each in _figures(event, times.get(event.time or "", OPEN), clauses))
    found = [*told, *_tolls(clauses)]
    groups: list[list[_Figure]] = []
    placed: list[tuple[int, _Figure]] = []
    for each in sorted(found, key=lambda each: each.stand.words):
        before = ((at, other) for at, other in placed[-_MOST:] if len(groups[at]) < _MOST)
        home = min((at for at, other in before if _at_odds(each, other, clauses)), default=len(groups))
        placed.append((home, each))
        if home == len(groups):
            groups.append([])
        groups[home].append(each)
    for group in groups:
        chosen = _values(group, clauses)
        if len(chosen) > 1:
            yield Conflict("value", chosen[0].event, tuple(each.stand for each in chosen))


def _values(group: Sequence[_Figure], clauses: Clauses) -> list[_Figure]:
    """One figure for each voice and value, of those that another one of the group excludes.

    A voice that gives two figures at once tells two kinds of people apart.
    """
    out: list[_Figure] = []
    for each in group:
        own = [other for other in group if not differ(each.stand.voice, other.stand.voice)]
        split = any(not _fit(each, other) and abs(each.sentence - other.sentence) <= _NEAR for other in own)
        known = any(other in own and _fit(each, other) for other in out)
        if not split and not known and any(_at_odds(each, other, clauses) for other in group):
            out.append(each)
    return out


def _fit(one: _Figure, two: _Figure) -> bool:
    """Whether some number fits both: "at least 19" and 26; not 19 and 26, nor "at least 30" and 26."""
    if _value(one) in two.parts or _value(two) in one.parts:
        return True
    if one.count.high is None and two.count.high is None:
        low, high = sorted((one.count.low or 0, two.count.low or 0))
        return high < _OPEN * low
    inf = float("inf")
    low, high = max(one.count.low or 0, two.count.low or 0), min(one.count.high or inf, two.count.high or inf)
    return low <= high


def _value(figure: _Figure) -> float | None:
    return figure.count.low if figure.count.low is not None else figure.count.high


def _at_odds(one: _Figure, two: _Figure, clauses: Clauses) -> bool:
    """Whether two voices give two values for the same."""
    if one.count.kind != two.count.kind or _fit(one, two) or not differ(one.stand.voice, two.stand.voice):
        return False
    single = _value(one) == 1 or _value(two) == 1
    if single and not one.places & two.places:
        return False
    if _apart(one, two) or set(one.stand.words) & set(two.stand.words):
        return False
    shared = one.keys & two.keys
    loose = bool(one.places) != bool(two.places) or not one.stand.voice.key or not two.stand.voice.key
    named = any(key.startswith("entity") for key in shared)
    if single:
        return len(shared - clauses.parties(shared)) >= _SHARED
    if abs(one.sentence - two.sentence) <= 1 and (one.event is None or two.event is None):
        return bool(shared)
    return len(shared) >= (_FIRM if loose else _SHARED) and (named or abs(one.sentence - two.sentence) <= _NEAR)


def _apart(one: _Figure, two: _Figure) -> bool:
    """Whether named agents, places or days differ."""
    pairs = ((one.agents, two.agents), (one.places, two.places))
    if any(mine and theirs and not mine & theirs for mine, theirs in pairs):
        return True
    return one.days.excludes(two.days)


def _figures(event: Event, when: Interval, clauses: Clauses) -> Iterator[_Figure]:
    """The counts of an event, each in all voices that give it."""
    doc, ground = clauses.ground.doc, clauses.ground
    if any(each.polarity == "denied" for each in event.perspectives):
        return
    triggers = [span for each in event.perspectives for span in each.evidence]
    for count in event.counts:
        own = [doc[at] for at in ground.tokens(count.start, count.end)]
        if count.kind == "amount" or not any(map(_is_figure, own)):
            continue
        places = [doc[at] for span in triggers for at in ground.tokens(*span)]
        again = [each for trigger in places for each in _around(trigger) if _gives(each, count)]
        for first in dict.fromkeys([*own[:1], *again]):
            if first in own[1:] or _is_part(first) or ground.heading(first):  # headings say again what the text says
                continue
            yield _figure(event, count, first, when, clauses)


def _tolls(clauses: Clauses) -> Iterator[_Figure]:
    """Claims that put a toll at a number, where no event gives it: "puts the number of dead at 19"."""
    ground = clauses.ground
    for claim in ground.claims.values():
        words = clauses.tokens(claim.content)
        put = any(each.lemma_ == "put" for each in clauses.tokens(claim.cue))
        toll = any(each.lemma_.lower() in tables().figures["tolls"] for each in words)
        number = next((each for each in words if each.i and each.nbor(-1).lower_ == "at" and _number(each)), None)
        if number is None or not (put and toll):
            continue
        value = _number(number) or 0.0
        span = (number.idx, number.idx + len(number))
        yield _Figure(
            event=None,
            count=Count("killed", value, value, *span),
            stand=Stand(voice_of(claim, ground), tuple(each.i for each in words), number.text),
            agents=frozenset(),
            places=clauses.parties(clauses.keys(words)),
            keys=clauses.keys(words) - tables().clauses["common"] - {number.lower_},
            days=OPEN,
            sentence=ground.sentence(number.i),
            parts=frozenset({value}),
        )


def _figure(event: Event, count: Count, first: Token, when: Interval, clauses: Clauses) -> _Figure:
    ground = clauses.ground
    words = [ground.doc[at] for at in _words(first)]
    agents = clauses.parties(each.entity for each in event.arguments if each.role == "agent" and each.entity)
    deed = clauses.key(ground.doc[ground.tokens(*event.trigger).start])
    told = [each for each in words if each.pos_ in _NAMING]
    said = clauses.keys(told) | {each.lemma_.lower() for each in told if _is_last_of_name(each)}
    inside = [found for each in words if (found := ground.entity_of(each)) is not None and found.type == "place"]
    text = " ".join(ground.text[count.start : count.end].split())
    return _Figure(
        event=event.id,
        count=count,
        stand=Stand(voice_at(first, ground), tuple(each.i for each in words), text),
        agents=agents,
        places=clauses.parties(each.id for each in inside) - agents,
        keys=(said - tables().clauses["common"]) | agents | {deed},
        days=when,
        sentence=ground.sentence(first.i),
        parts=frozenset(value for at in ground.tokens(count.start, count.end) if (value := _number(ground.doc[at]))),
    )


def _is_last_of_name(token: Token) -> bool:
    """Whether a word may be the common noun that ends a name: "Reed Mosque"."""
    return token.pos_ == "PROPN" and any(each.dep_ == "compound" for each in token.children)


def _gives(token: Token, count: Count) -> bool:
    """Whether a word is the figure again."""
    value = count.low if count.low is not None else count.high
    return value is not None and _number(token) == value


def _is_figure(token: Token) -> bool:
    """Whether a word counts: a number, "a" child; names of people are none."""
    return _number(token) is not None or token.lower_ in {"a", "an", "one"}


def _number(token: Token) -> float | None:
    """The value of a word that is a number."""
    table = lexicon()
    digits = token.lower_.replace(",", "")
    return float(digits) if digits.isdecimal() else table.numbers.get(token.lower_)


def _around(trigger: Token) -> Iterator[Token]:
    top = _clause(trigger)
    yield from top.subtree


def _clause(token: Token) -> Token:
    at = token
    while at.head.i != at.i and at.pos_ not in {"VERB", "AUX"}:
        at = at.head
    return at


def _is_part(first: Token) -> bool:
    """Whether a figure is on top of another or a part of it."""
    doc, table = first.doc, tables().figures
    return any(token.lower_ in table["part"] for token in doc[max(0, first.i - _BEFORE) : first.i + 1 + _AFTER])


def _words(token: Token) -> tuple[int, ...]:
    """The clause that gives a figure, with the one that it hangs on where it is no sentence of its own."""
    top = _clause(token)
    told = sum(each.pos_ in _NAMING for each in top.subtree)
    if top.dep_ in {"advcl", "relcl", "acl", "conj"} and told < _TOLD:
        top = _clause(top.head)
    return tuple(each.i for each in top.subtree if not each.is_space and not each.is_punct)
