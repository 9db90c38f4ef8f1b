"""Ranges of figures and of days: whether two can both hold, and whether they say the same. No I/O.

In: bounds, None where a side is open ("at least 42" has no high). Days are counted from the calendar's first, so that
dates and figures are compared alike.
"""

from datetime import date
from typing import NamedTuple


class Interval(NamedTuple):
    """All values from `low` to `high`, both included; None leaves that side open."""

    low: float | None
    high: float | None

    def meets(self, other: "Interval") -> bool:
        """Whether some value lies in both: two ranges that do not meet cannot both hold."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)

    def excludes(self, other: "Interval") -> bool:
        """Whether both have two ends and no value lies in both."""
        return None not in (*self, *other) and not self.meets(other)

    def holds(self, other: "Interval") -> bool:
        """Whether every value of `other` lies in this one."""
        low = self.low is None or (other.low is not None and other.low >= self.low)
        high = self.high is None or (other.high is not None and other.high <= self.high)
        return low and high

    def agrees(self, other: "Interval") -> bool:
        """Whether one only says more exactly what the other says: 15 and "at least 14", a day and its month.

        Two ranges that merely meet ("at least 10", "at most 20") do not agree, nor does one that says nothing.
        """
        if OPEN in (self, other):
            return False
        return self == other or self.holds(other) or other.holds(self)


OPEN = Interval(None, None)
"""The interval that says nothing."""


def days(earliest: str | None, latest: str | None) -> Interval:
    """The days of two ISO dates (of date-times the day); what is no date leaves its side open."""
    return Interval(_day(earliest), _day(latest))


def _day(value: str | None) -> float | None:
    try:
        return float(date.fromisoformat((value or "")[:10]).toordinal())
    except ValueError:
        return None
