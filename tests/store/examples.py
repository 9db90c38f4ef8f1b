"""Two small invented readings for the tests of the store."""

from dataclasses import replace

from rashomon.ids import make_id, sha256
from rashomon.records import Block, Claim, Entity, Mention, Outcome, Page, Published, Reading, Sentence, Time
from rashomon.spans import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def reading(text: str, *, input: str, title: str | None = None, published: str | None = None, said=()) -> Reading:
    """A page of one body block; `said` holds (source, cue, content) in words of the text, the source being a person."""
    digest = sha256(text.encode())
    page = Page(
        id=make_id("page", digest),
        sha256=digest,
        url=None,
        title=title,
        publisher="Harbour Gazette",
        authors=("Ana Ruiz",),
        agency=None,
        language="en",
        text=text,
        published=Published(published, "given") if published else Published(),
    )
    names = {source: make_id("entity", page.id, source) for source, _, _ in said}
    return Reading(
        rashomon="0.1.0",
        model="en_core_web_sm-3.8.0",
        input=input,
        page=page,
        blocks=(Block(make_id("block", page.id), "body", 0, len(text), location="lines 1-1"),),
        sentences=(Sentence(0, len(text)),),
        entities=tuple(
            Entity(key, "person", name, (), (), (Mention(*span(text, name), "name"),)) for name, key in names.items()
        ),
        times=(Time(make_id("time", page.id), 0, 1, "DATE", None, None, None, None, False),),
        claims=tuple(
            Claim(
                id=make_id("claim", page.id, n),
                source=(span(text, source),),
                cue=(span(text, cue),),
                content=(span(text, content),),
                hedge=(),
                source_entity=names[source],
                source_kind="person",
                stance="says",
                mode="indirect",
                certainty="reported",
                polarity="affirmed",
                parent=None,
                about=tuple(names[name] for name in names if name in content),
                score=0.75,
            )
            for n, (source, cue, content) in enumerate(said)
        ),
    )


FLOOD = reading(
    "Mara Lind said the dam broke at dawn. Ole Brandt denied that Mara Lind was there.",
    input="flood.txt",
    title="The dam",
    published="2031-05-04",
    said=[("Mara Lind", "said", "the dam broke at dawn"), ("Ole Brandt", "denied", "Mara Lind was there")],
)
STRIKE = reading(
    "The ferries stood still, Mara Lind said.",
    input="strike.txt",
    title="Ferries",
    said=[("Mara Lind", "said", "The ferries stood still")],
)
RUMOUR = reading(
    "Police denied that Ole Brandt said the bank was closed.",
    input="rumour.txt",
    published="2031-05-06",
    said=[("Police", "denied", "Ole Brandt said the bank was closed"), ("Ole Brandt", "said", "the bank was closed")],
)
RUMOUR = replace(
    RUMOUR,
    claims=(
        replace(RUMOUR.claims[0], polarity="denied", stance="denies"),
        replace(RUMOUR.claims[1], parent=RUMOUR.claims[0].id),
    ),
)
"""Told inside what is denied."""


def outcome(kept: Reading) -> Outcome:
    return Outcome(kept.input, "read", page=kept.page.id)
