"""What a page has told so far: the dates that a time expression may be counted from (its anchors, in TimeML).

In: nothing. Out: `Context`, kept up to date by `walk`. What an expression means in it belongs to `anchors`.
"""

from dataclasses import dataclass
from datetime import date

from rashomon.meaning.times.senses import Base
from rashomon.meaning.times.values import Period


@dataclass(frozen=True, slots=True)
class Context:
    """What a page has told so far, where an expression stands."""

    published: date | None = None
    focus: Period | None = None
    """The last date that was read: "that year", "the next day" count from it."""
    quarter: Period | None = None
    """The quarter that was named last, for "the quarter"."""
    reported: Period | None = None
    """The same while the text is still about it, for "a year earlier"."""
    beside: Period | None = None
    """The day in the same sentence that a bare time of day belongs to."""
    way: int = 0
    """The governing verb: -1 past, 1 future, 0 neither; -2 where nothing ahead can be meant, 2 either, the nearest."""
    day_first: bool = False
    """Whether figures like 03/04/2019 on this page put the day first."""

    def anchor(self, base: Base) -> Period | None:
        """The date in focus, or the day of publication; before any date is told, the focus is on that day too."""
        if base == "focus" and self.focus:
            return self.focus
        return Period("day", self.published) if self.published else None
