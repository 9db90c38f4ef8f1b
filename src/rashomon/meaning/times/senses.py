"""What a time expression says before it is counted from anything: the nouns between the grammar and the anchors.

Point      a place in the calendar, as far as the words give it: "Friday", "March 3", "last week", "10 p.m. Wednesday"
Offset     so much before or after an anchor: "three days later", "a year ago"
Length     how long: "five hours"; with `way`, "the past three months", "the next two years"
Repeat     how often: "every Friday", "daily"
Reference  the present, past or future: "now", "recently"
"""

from dataclasses import dataclass
from typing import Literal

from rashomon.meaning.times.values import Amount, Unit

Base = Literal["published", "focus"]


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the calendar; what the words leave open is None."""

    year: int | None = None
    span: Unit | None = None
    """`decade`, `century`: `year` is the first year of one. `year`: a fiscal year, not always a calendar year."""
    short: bool = False
    """Two digits of the year were written; `year` holds these two alone."""
    until: int | None = None
    """The last year, where two are joined: "1998-99"."""
    month: int | None = None
    day: int | None = None
    through: int | None = None
    """The last day of the month, where two are joined: "Dec. 6-9"."""
    weekday: int | None = None
    nth: int = 1
    """Which of the weekdays in `within` is meant; -1 is the last."""
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    holiday: object = None
    unit: Unit | None = None
    """The unit that `shift` counts in: "last week" is week, -1; "today" is day, 0."""
    shift: int | None = None
    """With `unit` how many on from the base; with a month, weekday or season: -1 the last, 0 this, 1 the next one."""
    base: Base = "published"
    swappable: bool = False
    """Month and day were written in figures and could stand the other way round: "03/04/2019"."""
    clock: str = ""
    """Time of day in TIMEX3 letters: `T22:00`, `TMO`."""
    within: "Point | Offset | None" = None
    """The larger point that this one is part of: "June last year", "the week of March 6"."""


@dataclass(frozen=True, slots=True)
class Offset:
    """So much before (`way` -1) or after (1) the base, or after `start` where the words give that."""

    amount: Amount
    way: int
    base: Base = "published"
    start: Point | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time; `way` -1 where it ends now ("the past year"), 1 where it begins now."""

    amount: Amount
    way: int = 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often, as a TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF; `reach` in days where the words tell how far."""

    value: str
    reach: int | None = None


Sense = Point | Offset | Length | Repeat | Reference

Found = tuple[int, Sense]
"""Where the words of an expression end, and what they say."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression found: its pieces `[start, end)`, what it says, and the TIMEX3 modifier of its words.

    `determiner` is True where the first piece is a determiner that may belong to a noun after the expression ("the
    August offensive"). `side` is "earlier" or "later" where only that side of the anchor is meant ("later today").
    """

    start: int
    end: int
    sense: Sense
    mod: str | None = None
    side: Literal["earlier", "later"] | None = None
    determiner: bool = False
