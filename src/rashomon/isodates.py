"""Dates that a caller gives, in ISO 8601: told apart from what is none. Dates in prose do not belong here."""

import re
from datetime import datetime

_SHAPE = re.compile(r"\d{4}-\d\d-\d\d(?:$|[T ]\d\d:)")


def is_iso_date(value: object) -> bool:
    """Whether it is a day or a date-time such as 2031-05-04 or 2031-05-04T07:30+02:00 that the calendar has."""
    if not isinstance(value, str) or not _SHAPE.match(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
