"""Text to quotations: where quotation marks open and close, whatever marks they are and wherever one is missing.

In: the text and its blocks. Out: `layers.Quote`s in order of their start, outer before inner. Runs in linear time. Who
said the words, and whether they are a statement at all, does not belong here.

Each mark belongs to a family: double (straight, curly, low, angled, `` and '') or single (straight, curly, `). What
stands on either side says whether it can open or close. Some marks look like closing ones and need not be: the
apostrophe of a plural (the players' union), of a dropped letter (goin'), inches and feet (6'2"); these are weak, and
close only where no surer closing mark follows. A quotation that runs over paragraphs repeats its opening mark on each
and closes only in the last.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.layers import Quote
from rashomon.records import Block
from rashomon.spans import Span, trim

_MARK = re.compile(r"''|``|[\"“”„‟«»‹›'‘’‚`]")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*")
_DOUBLE = frozenset(["''", "``", *'"“”„‟«»'])
_STRAIGHT = frozenset({'"', "''", "'"})
_ALWAYS_CLOSING = frozenset("”»›’")
_BEFORE_OPENING = frozenset("([{<—–-/:=\"“‘'«>")
_STOPS = frozenset(",.?!…;")
_DECADE = re.compile(r"\d0s|\d\d(?!\w)")
_WORD = re.compile(r"\w+")
_RUNNING = frozenset({"body", "quote", "list"})
"""Roles whose paragraphs follow on one another, so that a quotation may go on from one to the next."""
_SCARE_WORDS = 3
_NEAR = 40
"""Characters on either side of a quotation in which a verb of saying is looked for."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """One quotation mark: where it stands, its family, and what its neighbours let it do."""

    start: int
    end: int
    double: bool
    opens: bool
    closes: bool
    weak: bool


@dataclass(slots=True)
class _Open:
    """A quotation not yet closed; `child` is where a mark of the same family opened another inside it."""

    start: int
    inner: int
    double: bool
    child: int | None = None

    def unclosed(self, end: int) -> tuple[Span, Span, bool]:
        """The quotation as it stands where its closing mark is missing."""
        end = end if self.child is None else self.child
        return Span(self.start, end), Span(self.inner, end), False


def find(text: str, blocks: Iterable[Block]) -> tuple[Quote, ...]:
    """The quotations of the blocks' text."""
    found: list[tuple[Span, Span, bool]] = []
    pending: _Open | None = None
    seen = 0
    for start, end, running in _paragraphs(text, blocks):
        marks = _marks(text, start, end)
        stack: list[_Open] = []
        if running and pending:
            if marks and marks[0].start == start and marks[0].opens and marks[0].double == pending.double:
                stack.append(pending)
                del marks[0]
            elif pending.double:
                found.append(pending.unclosed(seen))
            pending = None
        found += _pair(marks, stack)
        last = stack.pop() if stack else None
        found += (quote.unclosed(end) for quote in stack if quote.double)
        if running:
            pending, seen = last, end
        elif last and last.double:
            found.append(last.unclosed(end))
    if pending and pending.double:
        found.append(pending.unclosed(seen))
    return _in_order(text, found)


def _paragraphs(text: str, blocks: Iterable[Block]) -> Iterator[tuple[int, int, bool]]:
    for block in blocks:
        at = block.start
        while at < block.end:
            match = _PARAGRAPH_END.search(text, at, block.end)
            span = trim(text, Span(at, match.start() if match else block.end))
            if span.start < span.end:
                yield span.start, span.end, block.role in _RUNNING
            at = match.end() if match else block.end


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """The marks of one paragraph, apostrophes that cannot be quotation marks left out."""
    found = []
    for match in _MARK.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        sign = match[0]
        double = sign in _DOUBLE
        if not double and ((before.isalnum() and after.isalnum()) or _elided(text, match.end(), before)):
            continue
        opens, closes = _directions(sign, before, after)
        weak = before.isdecimal() if double else before in "sSnN" or before.isdecimal()
        found.append(_Mark(match.start(), match.end(), double, opens, closes, weak and sign not in "“”«»‘"))
    return found


def _elided(text: str, at: int, before: str) -> bool:
    """Whether a word with its first letters dropped begins here: 'em, '90s."""
    if before.isalnum():
        return False
    word = _WORD.match(text, at)
    return bool(_DECADE.match(text, at)) or (word is not None and word[0].lower() in speech()["elisions"])


def _directions(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark can open and whether it can close, from what stands before and after it."""
    opening = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closing = not before.isspace() and not after.isalnum() and not (opening and before not in _STRAIGHT)
    if sign in _ALWAYS_CLOSING:
        return opening and not closing and sign != "’", True
    if sign not in _STRAIGHT:
        return not closing, closing
    if sign != "'" and (before in _STOPS or opening == closing) and not (closing and after.isspace()):
        return True, True
    return opening, closing


def _pair(marks: Sequence[_Mark], stack: list[_Open]) -> list[tuple[Span, Span, bool]]:
    """Close what can be closed; what stays open is left on the stack, outermost first."""
    sure = _sure_closer_follows(marks)
    found = []
    for mark, held in zip(marks, sure, strict=True):
        while mark.double and mark.closes and len(stack) > 1 and not stack[-1].double:
            stack.pop()
        top = stack[-1] if stack else None
        if top and top.double == mark.double and mark.closes and not (mark.weak and held):
            found.append((Span(top.start, mark.end), Span(top.inner, mark.start), True))
            stack.pop()
        elif mark.opens:
            if top and top.double == mark.double:
                top.child = mark.start if top.child is None else top.child
                if not mark.double:
                    stack.pop()
            stack.append(_Open(mark.start, mark.end, mark.double))
    return found


def _sure_closer_follows(marks: Sequence[_Mark]) -> list[bool]:
    """For each mark, whether the next one of its family can only close."""
    following: dict[bool, _Mark] = {}
    out = []
    for mark in reversed(marks):
        later = following.get(mark.double)
        out.append(later is not None and later.closes and not later.opens)
        following[mark.double] = mark
    return out[::-1]


def _in_order(text: str, found: Iterable[tuple[Span, Span, bool]]) -> tuple[Quote, ...]:
    out: list[Quote] = []
    ends: list[int] = []
    for outer, bare, closed in sorted(found, key=lambda item: (item[0].start, -item[0].end)):
        inner, span = trim(text, bare), trim(text, outer)
        if inner.start >= inner.end:
            continue
        while ends and ends[-1] <= span.start:
            ends.pop()
        out.append(Quote(span, inner, depth=len(ends), closed=closed, scare=closed and _scare(text, span, inner)))
        ends.append(span.end)
    return tuple(out)


def _scare(text: str, span: Span, inner: Span) -> bool:
    """Whether the marks set off a few words rather than words said."""
    words = inner.cut(text)
    if inner.end - inner.start > 60 or len(words.split()) > _SCARE_WORDS or words[-1] in "?!":
        return False
    before = text[max(0, span.start - _NEAR) : span.start].rstrip()
    after = text[span.end : span.end + _NEAR]
    verbs = speech()["verbs"]
    if before.endswith((",", ":")) or (before.split() or [""])[-1].lower() in verbs:
        return False
    if words[-1] == "." and (not before or before[-1] in '.?!”"'):
        return False
    return not (words[-1] == "," and any(word in verbs for word in _WORD.findall(after)[:4]))


@cache
def speech() -> dict[str, frozenset[str]]:
    """Words around quotation marks: verbs of saying, words with their first letters dropped."""
    table = tomllib.loads(files(__package__).joinpath("data/speech.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in table.items()}
