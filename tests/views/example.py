"""One invented reading with everything a view must show, built from words of its text; no model."""

from dataclasses import replace

from rashomon.encoder import SHA256
from rashomon.ids import make_id, sha256
from rashomon.records import Block, Claim, Entity, Flag, Mention, Page, Published, Reading, Sentence, Time
from rashomon.spans import Span, Spans

BLOCKS = (
    ("boilerplate", "Home · World"),
    ("title", "Minister blames rebels for fire"),
    ("byline", "By Ilse Marowan"),
    ("body", "Interior Minister Halvard Renko accused the Reed Banner of setting the fire on Thursday."),
    ("heading", "A denial"),
    ("body", "The Reed Banner (RB) denied it. “We burn nothing,” its spokeswoman allegedly said."),
    ("body", "A police spokesman said an internal source had reported that a guard may have taken money."),
    ("body", "The gate was allegedly locked."),
    ("caption", "Smoke over Pier 6."),
    ("comment_heading", "2 comments"),
    ("comment", "Renko knew."),
    ("comment", "Great post, visit http://spam.example"),
    ("form", "Leave a comment"),
)
TEXT = "\n\n".join(text for _, text in BLOCKS)
PAGE = make_id("page", sha256(TEXT.encode()))


def at(words: str, nth: int = 0) -> Span:
    """Where the words stand in the text, the `nth` time that they do."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def spans(*words: str) -> Spans:
    return tuple(at(each) for each in words)


def claim(source: Spans, cue: Spans, content: Spans, **given) -> Claim:
    plain = Claim(
        id=make_id("claim", PAGE, source, cue, content),
        source=source,
        cue=cue,
        content=content,
        hedge=(),
        source_entity=None,
        source_kind="unnamed",
        stance="says",
        mode="indirect",
        certainty="certain",
        polarity="affirmed",
        parent=None,
        about=(),
        score=0.9,
    )
    return replace(plain, **given)


def entity(kind: str, name: str, mentions: Spans, *, aliases=(), descriptions=()) -> Entity:
    return Entity(
        make_id("entity", PAGE, kind, name), kind, name, aliases, descriptions,
        tuple(Mention(*mention, "name") for mention in mentions),
    )  # fmt: skip


RENKO = entity("person", "Halvard Renko", spans("Halvard Renko"), descriptions=("Interior Minister",))
BANNER = entity("organization", "Reed Banner", (at("Reed Banner"), at("Reed Banner", 1), at("RB")), aliases=("RB",))

ACCUSATION = claim(
    spans("Interior Minister Halvard Renko"), spans("accused"),
    spans("the Reed Banner of setting the fire on Thursday"),
    source_entity=RENKO.id, source_kind="government", stance="accuses", about=(BANNER.id,),
)  # fmt: skip
DENIAL = claim(
    spans("The Reed Banner"), spans("denied"), spans("it"), source_entity=BANNER.id, source_kind="organization",
    stance="denies", polarity="denied",
)  # fmt: skip
DENIAL = replace(DENIAL, content=(Span(at("denied it").end - 2, at("denied it").end),))
QUOTE = claim(
    spans("its spokeswoman"), spans("said"), spans("“We burn nothing,”"), hedge=spans("allegedly"),
    source_entity=BANNER.id, source_kind="organization", mode="direct", certainty="alleged",
)  # fmt: skip
POLICE = claim(
    spans("A police spokesman"), (at("said", 1),),
    spans("an internal source had reported that a guard may have taken money"), source_kind="government",
)  # fmt: skip
INNER = claim(
    spans("an internal source"), spans("had reported"), spans("that a guard may have taken money"), hedge=spans("may"),
    stance="reports", certainty="possible", parent=POLICE.id,
)  # fmt: skip
NOBODY = claim(
    (), (at("allegedly", 1),), spans("The gate was allegedly locked"), hedge=(at("allegedly", 1),),
    stance="alleges", certainty="alleged",
)  # fmt: skip


def _blocks() -> tuple[Block, ...]:
    found, start = [], 0
    for role, text in BLOCKS:
        flags = (Flag("spam", 0.97, ("holds a link", "praise")),) if "http" in text else ()
        end = start + len(text)
        found.append(Block(make_id("block", PAGE, role, start, end), role, start, end, flags))
        start = end + 2
    return tuple(found)


READING = Reading(
    rashomon="0.1.0",
    model=f"en_core_web_sm-3.8.0+encoder-{SHA256[:8]}",
    input="fire.html",
    page=Page(
        id=PAGE,
        sha256=sha256(TEXT.encode()),
        url="https://lantern.example/fire",
        title="Minister blames rebels for fire",
        publisher="The Lantern",
        authors=("Ilse Marowan",),
        agency="MPW",
        language="en",
        text=TEXT,
        published=Published("2031-05-04", "metadata"),
    ),
    blocks=_blocks(),
    sentences=tuple(Sentence(block.start, block.end) for block in _blocks() if block.role == "body"),
    entities=(RENKO, BANNER),
    times=(Time(make_id("time", PAGE), *at("Thursday"), "DATE", "2031-05-01", None, "2031-05-01", "2031-05-01", True),),
    claims=(INNER, ACCUSATION, DENIAL, QUOTE, POLICE, NOBODY),
)
