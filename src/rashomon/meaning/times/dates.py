"""Dates of the calendar, from days to centuries, that are named as such.

In: pieces and where to look. Out: where the date ends and the `Point` that it names, or None. Dates that only hang on
an anchor ("last week") belong to `shifts`.
"""

from rashomon.meaning.times import days, years
from rashomon.meaning.times.words import Pieces

_RULES = (
    days.numeric, days.named_day, days.holiday, days.weekday_date, days.month_date, days.day_first, years.quarter,
    years.season, years.decade, years.century, years.said_year, years.era, years.year,
)  # fmt: skip


def calendar_date(pieces: Pieces, at: int) -> years.Dated | None:
    """A date that names a day, month or larger stretch."""
    return next((found for rule in _RULES if (found := rule(pieces, at))), None)
