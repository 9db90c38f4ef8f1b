"""Doc to times: time expressions found, counted from the publication date or the date in focus, written as records.

In: a `Doc`. Out: `doc._.rashomon_times`. Where expressions stand is the matter of `expressions`, what they mean that
of `anchors`; what happened at a time does not belong here. What is assumed where the words leave it open:

    03/04/2019      the month first, unless the page has a date that only fits the day first and none that only fits the
                    month first; parted by full stops (3.4.2019), the day first
    3/4/98, '98     the last such year up to ten years after publication; without a publication date XX98
    Friday          the last one, that of publication included; the next one where the verb looks on, as it does in
                    "the strike begins Friday"; the nearer one after "was scheduled for" and the like
    June 23         never ahead of publication where the words say that it is over: "the record set on June 23", "the
                    year ended June 30"
    the 15th        of the month that fits best in the same way
    in March        the nearest one, counted as ten months farther off where the verb speaks against it
    that day        the day of publication, where no date was told before
    31 February     an expression without a value
    1445 AH         years of other calendars are not read
    last week       without a publication date no value; earliest is what follows from the latest year that the text
                    tells of in the past tense, as the page cannot be older than that
"""

from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.meaning.times.expressions import expressions
from rashomon.meaning.times.senses import Expression, Length, Point
from rashomon.meaning.times.syntax import Syntax
from rashomon.meaning.times.walk import Walk
from rashomon.meaning.times.words import Pieces, cut
from rashomon.records import Time


class Times:
    """Writes the layer TIMES."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its time expressions."""
        doc._.rashomon_times = tuple(read(doc, published=_day(layers.published(doc))))
        return doc


@Language.factory("rashomon_times")
def make_times(nlp: Language, name: str) -> Times:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Times()


def _day(value: str | None) -> date | None:
    """The day of an ISO date or date-time; None where it is neither."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def read(doc: Doc, *, published: date | None) -> list[Time]:
    """The time expressions of a Doc, in order."""
    pieces, syntax = cut(doc.text), Syntax(doc)
    found = [kept for expression in expressions(pieces) if (kept := _trimmed(syntax, pieces, expression))]
    walk = Walk(pieces, syntax, published)
    page = layers.page_id(doc)
    out = []
    for at, expression in enumerate(found):
        meaning = walk.step(found, at)
        start, end = pieces.starts[expression.start], pieces.ends[expression.end - 1]
        earliest, latest = meaning.interval
        out.append(
            Time(
                id=make_id("time", page, start, end),
                start=start,
                end=end,
                type=meaning.type,
                value=meaning.value,
                mod=expression.mod,
                earliest=earliest.isoformat() if earliest else None,
                latest=latest.isoformat() if latest else None,
                anchored=meaning.anchored,
            )
        )
    return out


def _trimmed(syntax: Syntax, pieces: Pieces, expression: Expression) -> Expression | None:
    """The expression without a determiner that belongs to the noun after it, or a "that" that opens a clause.

    None where nothing is left that names a time of its own: "the [morning] shows", "a [night] game".
    """
    sense, start, end = expression.sense, pieces.starts[expression.start], pieces.ends[expression.end - 1]
    if isinstance(sense, Point) and pieces.words[expression.start] == "that" and syntax.opens_clause(start):
        named = sense.weekday is not None or sense.month is not None
        return (
            replace(expression, start=expression.start + 1, sense=replace(sense, shift=None)) if named else expression
        )
    if not expression.determiner or syntax.owns_determiner(start, end):
        return expression
    generic = isinstance(sense, Point) and sense == Point(clock=sense.clock)
    generic |= isinstance(sense, Length) and expression.end == expression.start + 2
    return None if generic else replace(expression, start=expression.start + 1)
