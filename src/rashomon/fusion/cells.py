"""What one page says of an event, column by column, in whose words.

In: a reading and one of its events. Out: cells, by the perspective that says them. A value belongs to the source in
whose words it stands; it never becomes the publisher's for want of one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from rashomon.fusion.chains import doubt
from rashomon.fusion.voices import Same
from rashomon.graph import Cell
from rashomon.intervals import OPEN, Interval, days
from rashomon.records import Argument, ArgumentRole, Claim, CountKind, Event, Perspective, Reading, Time
from rashomon.spans import Span, Spans

COLUMNS: tuple[str, ...] = ("status", "date", *get_args(CountKind), *get_args(ArgumentRole))
"""All columns a table may have, in order; `status` is whether and how it happened."""
FIGURES: frozenset[str] = frozenset(get_args(CountKind))
_PRONOUNS = frozenset(
    {"he", "her", "him", "his", "it", "its", "she", "that", "their", "them", "they", "which", "who", "whom", "whose"}
)
_ZONED = re.compile(r"T\d\d(?::\d\d)*(?:Z|[+-]\d\d)")
_FROM_NOW = re.compile(
    r"\b(?:ago|today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\b", re.I
)


@dataclass(frozen=True, slots=True)
class _Slot:
    column: str
    span: Span
    value: str
    bounds: Interval = OPEN
    groups: tuple[str, ...] = ()


def cells(reading: Reading, event: Event, same: Same) -> tuple[tuple[Perspective, tuple[Cell, ...]], ...]:
    """Each perspective on the event with the cells that it fills; `status` is always one of them."""
    told: list[tuple[Perspective, list[_Slot]]] = [(seen, []) for seen in event.perspectives]
    for slot in _slots(reading, event, same):
        for place in _tellers(reading, event, slot.span):
            told[place][1].append(slot)
    return tuple((seen, _cells(reading, event, seen, slots)) for seen, slots in told)


def merged(found: Iterable[Cell]) -> tuple[Cell, ...]:
    """One cell a column, in the order of columns.

    Of figures it is the largest (parts of a toll are less than the toll), of days the most exact, else all values.
    """
    held: dict[str, list[Cell]] = {}
    for cell in sorted(found, key=lambda cell: (cell.page, cell.evidence, cell.value)):
        held.setdefault(cell.column, []).append(cell)
    return tuple(_one(held[column]) for column in COLUMNS if column in held)


def silent(column: str, page: str) -> Cell:
    """The cell of an account that says nothing there."""
    return Cell(column, "silent", "", None, None, page, (), ())


def _cells(reading: Reading, event: Event, seen: Perspective, slots: Sequence[_Slot]) -> tuple[Cell, ...]:
    stand: Literal["says", "denies"] = "denies" if seen.polarity == "denied" else "says"
    doubts = doubt(reading, seen, (event.trigger,))
    status = _Slot("status", event.trigger, seen.status)
    made = []
    for slot in (status, *slots):
        evidence: Spans = seen.evidence or (event.trigger,) if slot is status else (slot.span,)
        sentence = sentence_at(reading, evidence[0].start)
        low, high = slot.bounds
        made.append(
            Cell(slot.column, stand, slot.value, low, high, reading.page.id, evidence, doubts, sentence, slot.groups)
        )
    return tuple(made)


def _slots(reading: Reading, event: Event, same: Same) -> Iterable[_Slot]:
    text = reading.page.text
    time = next((each for each in reading.times if each.id == event.time), None)
    if time is not None and (time.value or time.earliest or time.latest):
        span = Span(time.start, time.end)
        words = _words(text, span)
        yield _Slot("date", span, _day(time, words), _days(time, words))
    for count in event.counts:
        span = Span(count.start, count.end)
        yield _Slot(count.kind, span, _words(text, span), Interval(count.low, count.high))
    for argument in event.arguments:
        span = Span(argument.start, argument.end)
        yield _Slot(argument.role, span, _called(reading, argument), OPEN, _named(reading, argument, same))


def _day(time: Time, words: str) -> str:
    return words if time.value is None or time.value.endswith("_REF") else time.value


def _days(time: Time, words: str) -> Interval:
    """The days of a time; "now" leaves them open, and the hour of one zone, or of who writes, may be the day beside."""
    if time.value == "PRESENT_REF":
        return OPEN
    found, more = days(time.earliest, time.latest), _ZONED.search(time.value or "") or _FROM_NOW.search(words)
    low, high = found
    return Interval(low and low - 1, high and high + 1) if more else found


def _called(reading: Reading, argument: Argument) -> str:
    """The words of an argument; the name of what a pronoun stands for."""
    words = _words(reading.page.text, Span(argument.start, argument.end))
    known = (entity.name for entity in reading.entities if entity.id == argument.entity)
    return next(known, words) if words.casefold() in _PRONOUNS else words


def _named(reading: Reading, argument: Argument, same: Same) -> tuple[str, ...]:
    """The groups of the argument's entity, if it has a name, and of those that its words name.

    "Gunmen of the Lowland Army" are of that army; whether "the group" is another than it, no word says.
    """
    span = Span(argument.start, argument.end)
    places = argument.role in ("place", "origin", "destination")
    page, found = reading.page.id, set()
    for entity in reading.entities:
        names = [Span(mention.start, mention.end) for mention in entity.mentions if mention.form == "name"]
        inside = (entity.type == "place") == places and any(map(span.contains, names))
        if inside or (names and entity.id == argument.entity):
            found.add(entity.id)
    return tuple(sorted(same.get((page, entity), f"{page}/{entity}") for entity in found))


def _tellers(reading: Reading, event: Event, span: Span) -> list[int]:
    """The places of the perspectives in whose words a value stands.

    It is theirs whose claim's content holds it; else the publisher's, if he tells of the event himself; else theirs who
    are named in its sentence; else everybody's.
    """
    claims = {each.id: each for each in reading.claims}
    held = [claims.get(seen.claim or "") for seen in event.perspectives]
    within = [place for place, claim in enumerate(held) if claim and any(part.contains(span) for part in claim.content)]
    own = [place for place, seen in enumerate(event.perspectives) if seen.claim is None]
    sentence = sentence_at(reading, span.start)
    beside = [place for place, claim in enumerate(held) if claim and sentence and _touches(claim, sentence)]
    return within or own or beside or list(range(len(held)))


def _touches(claim: Claim, sentence: Span) -> bool:
    return any(span.overlaps(sentence) for span in (*claim.source, *claim.cue, *claim.content))


def _one(found: Sequence[Cell]) -> Cell:
    """One cell of the cells that an account has in one column."""
    first = found[0]
    if len(found) == 1:
        return first
    doubts = tuple(dict.fromkeys(word for cell in found for word in cell.doubt))
    if first.column in FIGURES:
        best = max(found, key=lambda cell: (cell.low or 0.0, cell.high or 0.0))
    elif first.column == "date":
        best = min(found, key=_width)
    else:
        best = first
    alike = [cell for cell in found if first.column in ("status", *FIGURES, "date") and cell.value == best.value]
    kept = alike or found
    return Cell(
        column=best.column,
        stand=best.stand,
        value=best.value if alike else "; ".join(dict.fromkeys(cell.value for cell in found)),
        low=best.low,
        high=best.high,
        page=best.page,
        evidence=tuple(dict.fromkeys(span for cell in kept if cell.page == best.page for span in cell.evidence)),
        doubt=doubts,
        sentence=best.sentence,
        groups=tuple(sorted({group for cell in found for group in cell.groups})),
    )


def _width(cell: Cell) -> float:
    return cell.high - cell.low if cell.low is not None and cell.high is not None else float("inf")


def sentence_at(reading: Reading, start: int) -> Span | None:
    """The sentence of the page that holds this character."""
    at = bisect_right(reading.sentences, start, key=lambda each: each.start) - 1
    found = reading.sentences[at] if at >= 0 else None
    return Span(found.start, found.end) if found and start < found.end else None


def _words(text: str, span: Span) -> str:
    return " ".join(span.cut(text).split())
