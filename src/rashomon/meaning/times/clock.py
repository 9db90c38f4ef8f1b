"""Times of day: "10:35 a.m. EST", "noon", "five o'clock", "0735 GMT", "4 in the morning", "night".

In: pieces and where to look. Out: where the time ends and its TIMEX3 letters, or None. A zone belongs to the
expression; in its value only GMT and UTC show (as Z), as in the TimeML corpora.
"""

from rashomon.meaning.times.numbers import number
from rashomon.meaning.times.words import Pieces, words

_BEFORE = frozenset({"at", "by", "around", "about", "until", "till", "from", "to", "between", "and", "since", "before",
                     "after", "("})  # fmt: skip


_ZONED = frozenset({"local", "eastern", "central", "mountain", "pacific"})


def clock(pieces: Pieces, at: int) -> tuple[int, str] | None:
    """A time of day to the hour or closer."""
    table, word = words(), pieces.words[at]
    if word in table.clock:
        return at + 1, f"T{table.clock[word]:02}:00"
    found = _figures(pieces, at) or _plain(pieces, at)
    if found is None:
        return None
    end, value = found
    zone = end + (pieces.words[end] == "(")
    if pieces.words[zone] in table.zones and pieces.raw(zone).isupper():
        shifted = pieces.words[zone + 1] in ("+", "-") and pieces.words[zone + 2].isdecimal()
        value += "Z" if pieces.words[zone] in ("gmt", "utc") and not shifted else ""
        end = zone + 1 + 2 * shifted + (zone > end)
    elif pieces.words[end] in _ZONED:
        after = end + 1 + (pieces.words[end + 1] in ("standard", "daylight"))
        end = after + 1 if pieces.words[after] == "time" else end
    return end, value


def part(pieces: Pieces, at: int) -> tuple[int, str] | None:
    """A part of the day: "morning", "night"."""
    letters = words().parts.get(pieces.words[at])
    return (at + 1, f"T{letters}") if letters else None


def announced(pieces: Pieces, at: int) -> bool:
    """Whether a word stands before that a time of day may follow."""
    return at > 0 and pieces.words[at - 1] in _BEFORE


def in_part(clock: str, part: str) -> str | None:
    """An hour whose half the part of the day tells: "3:30 yesterday [afternoon]"; None where they do not agree."""
    if not part:
        return clock
    if not clock[1:3].isdecimal():
        return None
    hour = int(clock[1:3])
    if part == "TMO":
        return f"T00{clock[3:]}" if hour == 12 else clock
    if part not in ("TAF", "TEV", "TNI"):
        return None
    after_midnight = part == "TNI" and hour < 5
    return clock if hour >= 12 or after_midnight else f"T{hour + 12:02}{clock[3:]}"


def _figures(pieces: Pieces, at: int) -> tuple[int, str] | None:
    """Hours and minutes in figures, with a half of the day, a zone or a preposition that shows that it is a time."""
    word = pieces.words[at]
    if not word.isdecimal() or len(word) not in (1, 2, 4):
        return None
    if len(word) == 4:
        zoned = pieces.words[at + 1] in ("gmt", "utc", "hours", "hrs")
        zoned |= pieces.words[at - 1] == "at" and pieces.words[at + 1] not in words().company["counted"]
        zoned |= word[0] == "0" and pieces.words[at - 1] in _BEFORE
        valid = int(word[:2]) < 24 and int(word[2:]) < 60
        return (
            (at + 1 + (pieces.words[at + 1] in ("hours", "hrs")), f"T{word[:2]}:{word[2:]}")
            if zoned and valid
            else None
        )
    hour, minute, end = int(word), None, at + 1
    if pieces.words[end] in (":", ".") and pieces.glued(end) and pieces.glued(end + 1):
        minutes = pieces.words[end + 1]
        if len(minutes) == 2 and minutes.isdecimal() and int(minutes) < 60 and hour < 25:
            minute, colon, end = int(minutes), pieces.words[end] == ":", end + 2
            seconds = pieces.words[end + 1]
            if pieces.words[end] == ":" and pieces.glued(end) and len(seconds) == 2 and seconds.isdecimal():
                end += 2
            halved = _half(pieces, end, hour) or _half_of_next(pieces, end, hour)
            zoned = pieces.words[end] in words().zones and pieces.raw(end).isupper()
            shown = zoned or (colon and pieces.words[at - 1] in _BEFORE)
            if halved is None and not (hour < 24 and shown):
                return None
            return (halved and (halved[0], f"T{halved[1]:02}:{minute:02}")) or (end, f"T{hour:02}:{minute:02}")
    halved = _half(pieces, end, hour)
    return (halved[0], f"T{halved[1]:02}:{minute or 0:02}") if halved else None


def _plain(pieces: Pieces, at: int) -> tuple[int, str] | None:
    """Hours as spoken: "five o'clock", "ten a.m.", "eight thirty in the morning"."""
    found = spoken(pieces, at)
    if found is None:
        return None
    end, hour, minute = found
    halved = _half(pieces, end, hour)
    return (halved[0], f"T{halved[1]:02}:{minute:02}") if halved else None


def spoken(pieces: Pieces, at: int) -> tuple[int, int, int] | None:
    """An hour and its minutes in words: "eight", "eight thirty"."""
    hour = number(pieces, at)
    if hour is None or hour[1] not in range(1, 13):
        return None
    minute = number(pieces, hour[0]) if pieces.words[at].isalpha() else None
    told = minute is not None and minute[1] in range(5, 60)
    return (minute[0], int(hour[1]), int(minute[1])) if minute and told else (hour[0], int(hour[1]), 0)


def _half(pieces: Pieces, at: int, hour: int) -> tuple[int, int] | None:
    """Which half of the day: where the words for it end, and the hour of 24."""
    if not 0 < hour <= 12:
        return None
    half, end = None, at
    if pieces.words[at] in ("am", "pm"):
        half, end = pieces.words[at][0], at + 1
    elif pieces.words[at] in ("a", "p") and pieces.words[at + 1] == "." and pieces.words[at + 2] == "m":
        half, end = pieces.words[at], at + 3
        end += pieces.words[end] == "." and pieces.glued(end)
    oclock = pieces.matches(at, ("o", "'", "clock"))
    if oclock:
        end = at + 3
    if half is None:
        named = _named_half(pieces, end)
        if named:
            end, half = named
        elif not oclock:
            return None
    return end, hour if half is None else hour % 12 + (12 if half == "p" else 0)


def _half_of_next(pieces: Pieces, end: int, hour: int) -> tuple[int, int] | None:
    """The half of the day that the later of two times tells: "between [1:30] and 4 p.m."."""
    later = number(pieces, end + 1) if pieces.words[end] in ("and", "to", "until", "-") else None
    if later is None or not 0 < later[1] <= 12 or not 0 < hour <= 12:
        return None
    minutes = pieces.words[later[0]] == ":" and pieces.words[later[0] + 1].isdecimal()
    half = _half(pieces, later[0] + 2 * minutes, int(later[1]))
    if half is None:
        return None
    same = hour % 12 + half[1] // 12 * 12
    return end, same if same <= half[1] else (same + 12) % 24


def _named_half(pieces: Pieces, at: int) -> tuple[int, str] | None:
    for phrase, half in ((("in", "the", "morning"), "a"), (("in", "the", "afternoon"), "p"),
                         (("in", "the", "evening"), "p"), (("at", "night"), "p")):  # fmt: skip
        if pieces.matches(at, phrase):
            return at + len(phrase), half
    return None
