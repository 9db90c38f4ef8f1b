"""Figures of an event: how many people or how much, with the least and the most that the words allow.

In: the head of a noun phrase. Out: low and high with the span of the figure, or None. Whose figure it is, and of which
event, does not belong here.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.meaning.events.frames import conjuncts
from rashomon.meaning.events.lexicon import Lexicon, lexicon
from rashomon.spans import Span

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_BEFORE = 4
_CURRENCY = re.compile(
    r"[$£€¥]|\b(?:dollars?|euros?|pounds?|yen|rupees?|rubles?|pesos?|francs?|USD|EUR)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity between `low` and `high` (None: open), and the words that give it."""

    low: float | None
    high: float | None
    span: Span


def of_people(head: Token) -> Amount | None:
    """How many a phrase counts: "at least 42 people", "two officers and a child", "a woman", "Renn", "dozens"."""
    parts = [_of_one(each) for each in (head, *conjuncts(head))]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return known[0] if known and parts[0] is not None else None
    if len(known) == 1:
        return known[0]
    span = Span(known[0].span.start, max(part.span.end for part in known))
    lows = [part.low for part in known]
    highs = [part.high for part in known]
    low = sum(value for value in lows if value is not None) if None not in lows else None
    high = sum(value for value in highs if value is not None) if None not in highs else None
    return Amount(low, high, span)


def _of_one(head: Token) -> Amount | None:
    table = lexicon()
    if head.lower_ in table.nobody or any(
        child.lower_ in table.nobody for child in head.children if child.dep_ == "det"
    ):
        return Amount(0, 0, _word(head, head))
    if head.lower_ in table.open or head.lower_ in table.scales:
        return _bounded(
            head.doc, head, head, table.open.get(head.lower_, table.scales.get(head.lower_, 0.0)), is_open=True
        )
    if head.like_num or head.lower_ in table.numbers:
        return _figure(head, table)
    for child in head.children:
        if child.i > head.i:
            continue
        if child.dep_ == "nummod" or (child.pos_ == "NUM" and child.dep_ in {"amod", "det", "compound", "nmod"}):
            return _figure(child, table)
        if child.i and child.nbor(-1).lower_ == "how":
            return None
        if child.lower_ in table.open and child.dep_ in {"amod", "nummod", "det", "quantmod"}:
            return _bounded(head.doc, child, child, table.open[child.lower_], is_open=child.tag_ != "DT")
    singular = head.tag_ == "NN" and any(child.lower_ in {"a", "an", "another"} for child in head.children)
    if (
        singular
        or (head.ent_type_ == "PERSON" and head.pos_ == "PROPN")
        or (head.dep_ == "conj" and head.tag_ == "NN" and not any(child.dep_ == "det" for child in head.children))
    ):
        return Amount(1, 1, Span(head.left_edge.idx, head.idx + len(head)) if singular else _word(head, head))
    return None


def _figure(number: Token, table: Lexicon) -> Amount | None:
    """A number with its multiplier, of which this token is the last or the only word."""
    doc = number.doc
    first = number
    while first.i > 0 and _value(doc[first.i - 1], table) is not None and doc[first.i - 1].head.i >= first.i - 1:
        previous = doc[first.i - 1]
        if previous.lower_ in {"a", "an", "another"} and first.lower_ not in table.scales:
            break
        first = previous
    if first.i > 1 and doc[first.i - 1].text == "-" and _value(doc[first.i - 2], table) is not None:
        first = doc[first.i - 2]
    total = current = 0.0
    seen = False
    for token in doc[first.i : number.i + 1]:
        scale = table.scales.get(token.lower_)
        value = _value(token, table)
        if scale is not None:
            current = (current or 1.0) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif value is not None:
            current += value
        else:
            continue
        seen = True
    return _bounded(doc, first, number, total + current, is_open=False) if seen else None


def _value(token: Token, table: Lexicon) -> float | None:
    word = token.lower_
    if word in table.numbers:
        return table.numbers[word]
    if word in table.scales:
        return table.scales[word]
    if _FIGURES.fullmatch(word):
        return float(word.replace(",", ""))
    if "-" in word:
        tens, _, ones = word.partition("-")
        if tens in table.numbers and ones in table.numbers:
            return table.numbers[tens] + table.numbers[ones]
    return None


def _word(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))


def _bounded(doc: Doc, first: Token, last: Token, value: float, *, is_open: bool) -> Amount:
    """The figure with what bounds it: at least, more than, up to, between X and Y."""
    table = lexicon()
    begin = max(0, first.i - _BEFORE)
    before = " ".join(token.lower_ for token in doc[begin : first.i])
    for low, phrases in ((True, table.floor), (False, table.ceiling)):
        for phrase in phrases:
            if before.endswith(phrase):
                start = doc[first.i - len(phrase.split())]
                return Amount(value if low else None, None if low else value, _word(start, last))
    ranged = re.search(r"(?:between|from) (\S+) (?:and|to)$", before)
    if ranged:
        other = doc[first.i - 2]
        lower = _value(other, table)
        if lower is not None:
            return Amount(lower, value, _word(other, last))
    return Amount(value, None if is_open else value, _word(first, last))


def money(head: Token) -> Amount | None:
    """A sum of money in the phrase of a noun or verb."""
    table = lexicon()
    doc = head.doc
    for child in head.subtree:
        if child.ent_type_ != "MONEY" or child.ent_iob_ != "B":
            continue
        last = child
        while last.i + 1 < len(doc) and doc[last.i + 1].ent_iob_ == "I":
            last = doc[last.i + 1]
        words = doc[child.i : last.i + 1]
        around = doc[max(0, child.i - 1) : last.i + 1].text
        numbers = [token for token in words if _value(token, table) is not None]
        if numbers and _CURRENCY.search(around):
            return _figure(numbers[-1], table)
    return None
