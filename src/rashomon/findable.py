"""What a page can be found by: who takes part in what, who says so, when it was, and the words that can be searched.

In: a reading as judged, and its records with their forms. Out: the rows that the store keeps of them. What is asked of
these does not belong here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from rashomon.folding import fold
from rashomon.graph import Form, Item
from rashomon.ids import sha256
from rashomon.records import Reading
from rashomon.store.graph import Facts, Placed
from rashomon.views.evidence import ClaimView, claims

Placing = tuple[Item, Form, Form]
"""A record, its form, and the form that it has by itself."""

_WORD = re.compile(r"[^\W_]+")
_LONGEST_WORD = 200
_LONGEST_TEXT = 200_000
"""Characters in one text of the search index; PostgreSQL takes about a megabyte."""


def facts_of(reading: Reading, placings: Iterable[Placing], rejected: frozenset[Item], made: str) -> Facts:
    """The rows of one page; `made` is the version that makes them."""
    placings = tuple(placings)
    forms = {form.id: form for _, form, _ in placings}
    own = {item.record: form.id for item, form, _ in placings if item.kind == "entity"}
    told = claims(reading)
    tellers = {claim.id: fold(claim.source) for claim in told}
    return Facts(
        page=reading.page.id,
        made=made,
        text=text_hash(reading.page.text),
        placed=tuple(_placed(reading, placings, rejected)),
        forms=tuple(forms.values()),
        calls=tuple((form.id, _words(" ".join(_names(form)))) for form in forms.values() if form.kind == "entity"),
        names=tuple(_name_rows(reading, own)),
        arguments=tuple(dict.fromkeys(_argument_rows(reading, own))),
        perspectives=tuple(_perspective_rows(reading, tellers)),
        texts=tuple(_texts(reading, told)),
    )


def text_hash(text: str) -> str:
    """The hash by which it shows whether a text was changed."""
    return sha256(text.encode("utf-8", "surrogatepass"))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are searched: in small letters, without accents."""
    return tuple(word[:_LONGEST_WORD] for word in _WORD.findall(fold(text)))


def name_key(name: str) -> str:
    """A name as it is looked up: its words as they are searched, or all of it where it has none."""
    return _words(name) or fold(name)


def _words(text: str) -> str:
    return " ".join(words_of(text))


def _placed(reading: Reading, placings: Iterable[Placing], rejected: frozenset[Item]) -> Iterator[Placed]:
    days = {event.id: event.time for event in reading.events}
    times = {time.id: time for time in reading.times}
    published = (reading.page.published.value or "")[:10]
    counts = _counts(reading, rejected)
    for item, form, base in placings:
        time = times.get(days.get(item.record) or "") if item.kind == "event" else None
        day = published if item.kind != "event" else ((time.earliest or time.latest or "")[:10] if time else "")
        yield Placed(
            item, form.id, base.id, form.type, day, time.earliest if time else None, time.latest if time else None,
            *(count[item.record] for count in counts),
        )  # fmt: skip


def _counts(reading: Reading, rejected: frozenset[Item]) -> tuple[Counter[str], ...]:
    """Of each entity: mentions, claims by it, claims about it, events, ties."""
    claims = [claim for claim in reading.claims if Item("claim", reading.page.id, claim.id) not in rejected]
    return (
        Counter({entity.id: len(entity.mentions) for entity in reading.entities}),
        Counter(claim.source_entity for claim in claims if claim.source_entity),
        Counter(entity for claim in claims for entity in set(claim.about)),
        Counter(entity for event in reading.events for entity in {each.entity for each in event.arguments} if entity),
        Counter(entity for tie in reading.ties for entity in {tie.subject, tie.object}),
    )


def _names(form: Form) -> Iterator[str]:
    """What a form is called: its label and the aliases that it is made of."""
    yield form.label
    yield from form.facts.get("aliases", ())


def _name_rows(reading: Reading, forms: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    for entity in reading.entities:
        if entity.id in forms:
            for name in dict.fromkeys((entity.name, *entity.aliases)):
                yield entity.id, name, forms[entity.id], name_key(name)


def _argument_rows(reading: Reading, forms: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for event in reading.events:
        for argument in event.arguments:
            if argument.entity in forms:
                yield event.id, argument.entity, argument.role


def _perspective_rows(reading: Reading, tellers: dict[str, str]) -> Iterator[tuple[object, ...]]:
    publisher = fold(reading.page.publisher or "")
    for kind, records in (("event", reading.events), ("tie", reading.ties)):
        for record in records:
            for position, seen in enumerate(record.perspectives):
                teller = tellers.get(seen.claim or "", publisher)
                yield kind, record.id, position, seen.claim, teller, seen.certainty, seen.polarity, seen.status


def _texts(reading: Reading, told: Iterable[ClaimView]) -> Iterator[tuple[str, str, str]]:
    text = _words(reading.page.text)
    start = 0
    while start < len(text):
        end = text.rfind(" ", start, start + _LONGEST_TEXT) if len(text) > start + _LONGEST_TEXT else len(text)
        end = end if end > start else start + _LONGEST_TEXT
        yield "page", reading.page.id, text[start:end]
        start = end + 1
    for claim in told:
        if words := _words(f"{claim.source} {claim.named} {claim.content}"):
            yield "claim", claim.id, words
