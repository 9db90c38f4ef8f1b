"""Doc to times: absolute dates and weekdays, counted from the publication date.

In: a `Doc`. Out: `doc._.rashomon_times`. What happened at a time does not belong here.
"""

import re
from datetime import date, timedelta

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.records import Time

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FORMS = re.compile(
    r"\b(?:(?P<month>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*)\.? (?P<day>\d\d?), (?P<year>\d{4})"
    r"|(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\b"
)


class Times:
    """Writes the layer TIMES."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its time expressions."""
        published = layers.published(doc)
        day = date.fromisoformat(published[:10]) if published else None
        found = (_read(doc, match, day) for match in _FORMS.finditer(doc.text))
        doc._.rashomon_times = tuple(time for time in found if time is not None)
        return doc


def make_times(nlp: Language, name: str) -> Times:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Times()


def _read(doc: Doc, match: re.Match[str], day: date | None) -> Time | None:
    value: str | None
    if match["weekday"]:
        back = None if day is None else (day.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
        value = None if day is None or back is None else (day - timedelta(days=back)).isoformat()
    else:
        month = _MONTHS.index(match["month"][:3].lower()) + 1
        try:
            value = date(int(match["year"]), month, int(match["day"])).isoformat()
        except ValueError:
            return None
    start, end = match.span()
    ident = make_id("time", layers.page_id(doc), start, end)
    return Time(ident, start, end, "DATE", value, None, value, value, anchored=value is not None)
