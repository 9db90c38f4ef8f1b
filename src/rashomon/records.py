"""The nouns: frozen records without methods that compute or fetch.

Field names are the keys of the JSON contract (docs/schema.json, made from this file), the columns of a case file and
the entries of docs/words.md. Spans are `[start, end)` in code points of `Page.text`. Sequences are tuples, so that
records are hashable and the same reading compares equal everywhere.
"""

from dataclasses import dataclass
from typing import Literal

from rashomon.spans import Span

Role = Literal[
    "title", "standfirst", "byline", "dateline", "body", "heading", "caption", "quote", "list", "table",
    "comment", "comment_heading", "form", "boilerplate",
]  # fmt: skip
EntityType = Literal["person", "organization", "place", "other"]
Subtype = Literal[
    "armed_group", "government_body", "media", "company", "party", "court", "city", "region", "country", "site"
]
Standing = Literal["current", "former"]
Form = Literal["name", "nominal", "pronoun"]
Basis = Literal["given", "metadata", "text", "unknown"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
SourceKind = Literal["person", "organization", "government", "unnamed", "document", "media", "public", "self"]
Stance = Literal[
    "says", "confirms", "denies", "accuses", "alleges", "admits", "claims_responsibility", "warns", "promises",
    "demands", "believes", "doubts", "asks", "reports",
]  # fmt: skip
Mode = Literal["direct", "indirect", "mixed"]
Certainty = Literal["certain", "probable", "possible", "reported", "alleged", "unknown"]
Polarity = Literal["affirmed", "denied"]
Status = Literal["actual", "ongoing", "planned", "hypothetical"]
EventType = Literal[
    "attack", "killing", "injury", "kidnapping", "hijacking", "arrest", "release", "charge", "trial", "conviction",
    "acquittal", "sentence", "raid", "clash", "military_operation", "protest", "threat", "designation", "delisting",
    "sanction", "ban", "seizure", "investigation", "founding", "dissolution", "appointment", "resignation", "election",
    "agreement", "meeting", "appeal", "expulsion", "accident", "disaster", "death", "transfer", "other",
]  # fmt: skip
ArgumentRole = Literal[
    "agent", "target", "instrument", "beneficiary", "person", "organization", "place", "origin", "destination", "cause"
]
CountKind = Literal["killed", "injured", "arrested", "kidnapped", "displaced", "amount"]
Predicate = Literal[
    "parent", "child", "sibling", "spouse", "relative", "founded", "leads", "member_of", "employed_by", "holds_post",
    "owns", "controls", "part_of", "front_of", "publishes", "funds", "supports", "opposes", "linked_to", "based_in",
    "alias_of",
]  # fmt: skip
TieStatus = Literal["current", "former", "alleged"]
DisputeKind = Literal["denial", "value", "date", "place", "agent", "status"]
OutcomeStatus = Literal["read", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class Published:
    """When the page says (or the caller said) it was published: an ISO date or date-time, and on what ground."""

    value: str | None = None
    basis: Basis = "unknown"


@dataclass(frozen=True, slots=True)
class Page:
    """One document as it came in. `id` and `sha256` come from its raw bytes; `text` holds every visible character."""

    id: str
    sha256: str
    url: str | None
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    agency: str | None
    """The news agency that the page credits (Reuters, AFP ...): evidence that it is a copy."""
    language: str | None
    """ISO 639-1 code, None where too little text tells."""
    text: str
    published: Published


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark on a block, as `spam` on a comment: score 0..1 and the reasons in words. A flag never removes anything."""

    name: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page's text with one role."""

    id: str
    role: Role
    start: int
    end: int
    flags: tuple[Flag, ...] = ()
    location: str | None = None
    """Where it stood in the page as it came in: an element path (`/html/body/p[3]`) or lines (`lines 4-6`)."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; never crosses a block."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or describes an entity."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True)
class Description:
    """What the page calls an entity, where, whether it still is that, and when (an id of `times`)."""

    words: str
    start: int
    end: int
    status: Standing
    time: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """One page's chain of mentions: the fullest name, the other names, what the page calls it."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    descriptions: tuple[str, ...]
    mentions: tuple[Mention, ...]
    subtype: Subtype | None = None
    """Where words of the page state it."""
    titles: tuple[str, ...] = ()
    """The words before its name: "Interior Minister", "Ms"."""
    roles: tuple[Description, ...] = ()
    """The descriptions once more, each with its span, status and time."""
    nationality: tuple[str, ...] = ()
    """Adjectives of peoples in what it is called: "Ostian"."""
    number: int | None = None
    """How many they are, where the page only describes them: "two security officials"."""
    withheld: str | None = None
    """Why the page does not name it, in its words: "who asked not to be named"."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with TIMEX3 type, value and modifier, and the interval of days [earliest, latest] it allows.

    `anchored` is False where the value hangs on a date that the page does not give: then value may be partial or None.
    """

    id: str
    start: int
    end: int
    type: TimeType
    value: str | None
    mod: str | None
    earliest: str | None
    latest: str | None
    anchored: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """An attribution: who (`source`) said (`cue`) what (`content`), each a tuple of spans.

    `hedge` holds the words that make it less than certain; `certainty` and `polarity` are what the words show: polarity
    `denied` where the source is said not to have said it, or denies it. `score` is the tagger's confidence, 0..1, not a
    measure of truth. `parent` is the id of the claim whose content holds this one; `about` the entities in the content.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    hedge: tuple[Span, ...]
    source_entity: str | None
    source_kind: SourceKind
    stance: Stance
    mode: Mode
    certainty: Certainty
    polarity: Polarity
    parent: str | None
    about: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Perspective:
    """Who holds an event or tie to be so, and how surely; `claim` None is the publisher's own voice."""

    claim: str | None
    certainty: Certainty
    polarity: Polarity
    status: Status
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Argument:
    """What takes part in an event: role, span, and the entity where there is one."""

    role: ArgumentRole
    start: int
    end: int
    entity: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of an event; `low` and `high` bound it, None leaves that side open."""

    kind: CountKind
    low: float | None
    high: float | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """What is said to have happened: trigger, type, arguments, time (an id of `times`), counts, and who says so."""

    id: str
    type: EventType
    trigger: Span
    arguments: tuple[Argument, ...]
    time: str | None
    counts: tuple[Count, ...]
    perspectives: tuple[Perspective, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Tie:
    """What holds between two entities, with the words that state it; `subject` and `object` are entity ids."""

    id: str
    subject: str
    predicate: Predicate
    object: str
    status: TieStatus
    time: str | None
    evidence: tuple[Span, ...]
    perspectives: tuple[Perspective, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: the claim (None: the publisher's own voice), its value in words, and its evidence."""

    claim: str | None
    page: str | None
    value: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Accounts that cannot all hold; `about` is the id of the event, tie or claim in dispute."""

    id: str
    kind: DisputeKind
    about: str | None
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one page: a pure function of page bytes, options and model version."""

    rashomon: str
    """Version of Rashomon."""
    model: str
    """Name and version of the language model."""
    input: str
    """What was asked for: the path, the URL, or the id of a JSON line."""
    page: Page
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    ties: tuple[Tie, ...] = ()
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: exactly one each. `reason` is one line; where it was not read it says what to do."""

    input: str
    status: OutcomeStatus
    reason: str = ""
    page: str | None = None
    """Id of the page, where it was read."""
