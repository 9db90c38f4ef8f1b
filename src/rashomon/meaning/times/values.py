"""Stretches of the calendar and lengths of time: their TIMEX3 values, their first and last day, and the arithmetic.

In and out: plain values. What words mean does not belong here.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from fractions import Fraction
from typing import Literal

Unit = Literal[
    "second", "minute", "hour", "day", "night", "weekend", "week", "fortnight", "month", "quarter", "season", "half",
    "year", "decade", "century", "millennium",
]  # fmt: skip

MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
"""Units that are whole months, and how many."""

_DAYS = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "weekend": "WE", "week": "W", "month": "M",
    "quarter": "Q", "season": "SU", "half": "M", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
_MANY = {"fortnight": ("week", 2), "half": ("month", 6), "decade": ("year", 10), "century": ("year", 100),
         "millennium": ("year", 1000)}  # fmt: skip
PARTS: dict[Unit, tuple[Unit, int]] = {
    "year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24),
}  # fmt: skip
"""The unit that fractions of a unit are told in, and how many make one."""

_CLOCK = ("second", "minute", "hour")


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week, year or century of the calendar: its unit and first day; `clock` is `T22:00` or `TMO`."""

    unit: Unit
    first: date
    clock: str = ""

    @property
    def last(self) -> date:
        """The last day, included; the calendar's last where the period goes on beyond it."""
        if self.unit in MONTHS:
            after = add_months(self.first, MONTHS[self.unit])
            return after - timedelta(days=1) if after else date.max
        days = 2 if self.unit == "weekend" else max(_DAYS[self.unit], 1)
        return self.first + timedelta(days=min(days - 1, (date.max - self.first).days))

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        year, month = f"{self.first.year:04}", self.first.month
        if self.unit in ("week", "weekend", "fortnight"):
            iso = self.first.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit == "weekend" else "")
        detail = {
            "month": f"-{month:02}",
            "quarter": f"-Q{(month + 2) // 3}",
            "half": f"-H{(month + 5) // 6}",
            "season": "-" + next((name for name, start in _SEASONS.items() if start == month), "SP"),
            "year": "",
        }
        if self.unit in detail:
            return year + detail[self.unit]
        cut = {"decade": 3, "century": 2, "millennium": 1}.get(self.unit)
        return year[:cut] if cut else self.first.isoformat() + self.clock


def around(unit: Unit, day: date) -> Period:
    """The period of that unit which holds the day."""
    if unit in MONTHS:
        months = MONTHS[unit]
        start = 12 * day.year + day.month - 1
        if unit == "season":
            start = start - (start - 2) % 3
        elif unit == "century":
            start = 1200 * ((day.year - 1) // 100) + 12
        else:
            start -= start % months
        return Period(unit, date(max(start // 12, MINYEAR), start % 12 + 1 if start >= 12 else 1, 1))
    if unit in ("week", "fortnight"):
        return Period(unit, day - timedelta(days=min(day.weekday(), day.toordinal() - 1)))
    if unit == "weekend":
        return Period(unit, day - timedelta(days=day.weekday()) + timedelta(days=5))
    return Period("day" if unit == "night" else unit, day, "TNI" if unit == "night" else "")


def moved(period: Period, count: int) -> Period | None:
    """The period `count` of its own units on (or back); None beyond the calendar."""
    first = add(period.first, period.unit, count)
    return replace(period, first=first) if first else None


def add(day: date, unit: Unit, count: int | Fraction) -> date | None:
    """The day so many units on (or back, where negative); None beyond the calendar."""
    try:
        if unit in MONTHS:
            return add_months(day, int(count * MONTHS[unit]))
        return day + timedelta(days=int(count * _DAYS[unit]))
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The same day of the month so many months on, the last one where that month is shorter."""
    total = 12 * day.year + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def season(year: int, code: str) -> Period:
    """A season of the northern half; winter is the one that begins in December of the year."""
    return Period("season", date(year, _SEASONS[code], 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the Gregorian computus)."""
    golden, century = year % 19, year // 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units; `number` None is an unknown many ("several years")."""

    number: Fraction | None
    unit: Unit

    @property
    def value(self) -> str:
        """The TIMEX3 value of the length: `P2Y6M`, `PT5H`, `PXW`."""
        number, unit = self.number, self.unit
        if number is None:
            told = "year" if unit == "decade" else unit
            return f"P{'T' if unit in _CLOCK else ''}X{_LETTERS.get(told, 'D')}"
        if unit in _MANY:
            plain, times = _MANY[unit]
            return Amount(number * times, plain).value  # type: ignore[arg-type]
        whole, rest = divmod(number, 1)
        if rest and unit in PARTS:
            part, times = PARTS[unit]
            head = f"{whole}{_LETTERS[unit]}" if whole else ""
            tail = f"{_number(rest * times)}{_LETTERS[part]}"
            if unit in _CLOCK:
                return f"PT{head}{tail}"
            return f"P{head}{'T' if part in _CLOCK else ''}{tail}"
        return f"P{'T' if unit in _CLOCK else ''}{_number(number)}{_LETTERS[unit]}"


def _number(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"
