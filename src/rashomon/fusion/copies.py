"""Pages that carry the same text: wire copy, reprints, later versions of one page, and quotes of one statement.

In: readings; then forms of pages. Out: forms, links with their grounds, groups. Pages of one group count as one source.
What a page quotes is weighed apart from its own prose: two papers that quote one statement at length are no copies.
"""

import base64
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, get_args
from urllib.parse import parse_qsl, urlencode, urlsplit

import numpy as np
from numpy.typing import NDArray

from rashomon.fusion.shingles import SHINGLE, article, shingles, winnowed, words
from rashomon.graph import Form, Link, Reason, Relation, Verdict
from rashomon.ids import make_id
from rashomon.records import Reading

COPY = 0.33
"""Share of its own prose that the shorter page must have in common with the other."""
PART = 0.2
FEWEST = 25
"""Words that must be common: fewer may be chance."""
RUN = 6
"""Words in a row that must be common for any of them to count: shorter runs are mere turns of phrase."""
QUOTED = 15
CREDIT = 0.10
"""How much less must be common where both credit one agency."""
CHANCE = 15
"""Words of prose that two pages may have in common by chance: they weigh on short pages."""
_AT_HAND = 256
"""How many texts are kept at hand: a new page is compared with many."""

_DATELINE = re.compile(r"([A-Z][^a-z.]{2,40}(?:, [A-Z][\w ./]{0,25})?)\s*(?:\([^)]{2,40}\)\s*)?[-–—]")
_TRACKING = re.compile(r"utm_|fbclid$|gclid$|cmpid$|ref$|source$")


Marks = NDArray[np.bool_]


class Overlap(NamedTuple):
    """What a page has in common with another: words of its own prose, of all its prose, and words that it quotes."""

    prose: int
    all_prose: int
    quoted: int

    @property
    def share(self) -> float:
        """Share of the prose; a few words may be common by chance."""
        return self.prose / (self.all_prose + CHANCE)


def forms(reading: Reading) -> tuple[tuple[str, Form], ...]:
    """The form of the page: its article's shingles, credit, dateline, address and date.

    Pages that say too little to be told apart by what they say are told apart by their bytes.
    """
    page = reading.page
    found = words(page.text, article(reading))
    address = canonical(page.url)
    facts: dict[str, Any] = {
        "shingles": _packed(shingles(found)),
        "quoted": _marks([word.quoted for word in found]),
        "words": len(found),
        "agency": page.agency,
        "dateline": _dateline(reading),
        "url": address,
        "publisher": page.publisher,
        "published": page.published.value,
        "sha256": page.sha256 if len(found) < FEWEST else None,
    }
    keys = winnowed(found) + ((f"url:{address}",) if address else ())
    label = page.title or address or page.id
    made = Form(
        id=make_id("form", "page", label, tuple((name, repr(facts[name])) for name in sorted(facts))),
        kind="page",
        type="page",
        label=label,
        keys=keys,
        facts=facts,
    )
    return ((page.id, made),)


def compare(left: Form, right: Form) -> Link | None:
    """How far two pages carry the same text, and on what grounds; None where nothing of note is common.

    `same` for versions and copies, `maybe` for a copy in part, `different` for pages that only quote the same: they are
    two sources of that quotation. The name of the first ground is the relation.
    """
    if left.id > right.id:
        left, right = right, left
    one, other = _text(left), _text(right)
    ours, grounds = _overlap(one, other), _grounds(left, right)
    address = any(ground.name == "address" for ground in grounds)
    if not address and ours.prose < FEWEST and ours.quoted < QUOTED:
        return None
    theirs = _overlap(other, one)
    shorter = min(ours, theirs, key=lambda each: (each.all_prose, -each.share))
    share, prose, quoted = shorter.share, min(ours.prose, theirs.prose), min(ours.quoted, theirs.quoted)
    needed = COPY - (CREDIT if any(ground.name == "agency" for ground in grounds) else 0.0)
    relation: Relation
    verdict: Verdict
    if address:
        relation, verdict, score = "version", "same", max(share, 0.9)
    elif prose >= FEWEST and share >= needed:
        relation, verdict, score = "copy", "same", share
    elif prose >= FEWEST and share >= PART:
        relation, verdict, score = "part", "maybe", share
    elif quoted >= QUOTED:
        relation, verdict, score = "quotation", "different", share
    else:
        return None
    first = Reason(relation, _in_words(relation, ours, theirs), round(score, 4))
    return Link(left.id, right.id, round(score, 4), verdict, (first, *grounds))


def relation(link: Link) -> Relation:
    """What the two pages of a link are to each other."""
    name = link.reasons[0].name
    return next(known for known in get_args(Relation) if known == name)


def canonical(url: str | None) -> str | None:
    """An address without what does not change the page: scheme, `www.`, fragment, tracking; None for what is none."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.match(pair[0])))
    return host + (parts.path.rstrip("/") or "/") + (f"?{query}" if query else "")


class _Text(NamedTuple):
    """A form's shingles as they stand, and sorted; those in quotations, sorted; for each word whether it is quoted."""

    shingles: NDArray[np.uint32]
    known: NDArray[np.uint32]
    quotations: NDArray[np.uint32]
    quoted: Marks


def _text(form: Form) -> _Text:
    return _unpacked(form.facts["shingles"], form.facts["quoted"], form.facts["words"])


@lru_cache(maxsize=_AT_HAND)
def _unpacked(packed: str, marks: str, length: int) -> _Text:
    bits = np.frombuffer(base64.b64decode(marks), np.uint8)
    quoted = np.unpackbits(bits, count=length).astype(np.bool_)
    shingles = np.frombuffer(base64.b64decode(packed), "<u4")
    within = np.ones(len(shingles), np.bool_)
    for offset in range(SHINGLE):
        within &= quoted[offset : offset + len(shingles)]
    return _Text(shingles, np.sort(shingles), np.sort(shingles[within]), quoted)


def _in_runs(page: _Text, other: _Text) -> Marks:
    """Which words of a page stand among `RUN` in a row that all stand in shingles of the other."""
    covered = _spread(_known(page, other.known), SHINGLE, len(page.quoted))
    whole = covered[: max(0, len(covered) - RUN + 1)].copy()
    for offset in range(1, RUN):
        whole &= covered[offset : offset + len(whole)]
    return _spread(whole, RUN, len(covered))


def _overlap(page: _Text, other: _Text) -> Overlap:
    """Of the words of a page those that it has in common with the other; what one of them quotes, both quote."""
    common = _in_runs(page, other)
    quoted = page.quoted | _spread(_known(page, other.quotations), SHINGLE, len(common))
    both = int((common & quoted).sum())
    return Overlap(int(common.sum()) - both, int((~quoted).sum()), both)


def _known(page: _Text, shingles: NDArray[np.uint32]) -> Marks:
    """Which shingles of the page are among these, which are sorted."""
    if not len(shingles):
        return np.zeros(len(page.shingles), np.bool_)
    known: Marks = shingles.take(np.searchsorted(shingles, page.shingles), mode="clip") == page.shingles
    return known


def _spread(starts: Marks, length: int, words: int) -> Marks:
    """Which words stand in one of the runs of this length that start where it is marked."""
    covered = np.zeros(words, np.bool_)
    for offset in range(length):
        covered[offset : offset + len(starts)] |= starts
    return covered


def _grounds(left: Form, right: Form) -> tuple[Reason, ...]:
    found = []
    agency, dateline = left.facts["agency"], left.facts["dateline"]
    if agency is not None and right.facts["agency"] is not None:
        same = agency == right.facts["agency"]
        said = f"both credit {agency}" if same else f"one credits {agency}, one {right.facts['agency']}"
        found.append(Reason("agency" if same else "other agency", said, CREDIT if same else 0.0))
    if dateline is not None and dateline == right.facts["dateline"]:
        found.append(Reason("dateline", f"both are written from {dateline}", 0.0))
    if left.facts["url"] is not None and left.facts["url"] == right.facts["url"]:
        found.append(Reason("address", f"both came from {left.facts['url']}", 1.0))
    return tuple(found)


def _in_words(relation: Relation, ours: Overlap, theirs: Overlap) -> str:
    if relation == "quotation":
        return f"{min(ours.quoted, theirs.quoted)} words that both quote are the same"
    low, high = sorted((ours.prose / max(ours.all_prose, 1), theirs.prose / max(theirs.all_prose, 1)))
    return f"{high:.0%} of the one and {low:.0%} of the other are the same words, quotations apart"


def _dateline(reading: Reading) -> str | None:
    """The place and day that the story opens with, as `MERROW, July 16`."""
    text = reading.page.text
    stated = next((block for block in reading.blocks if block.role == "dateline"), None)
    if stated:
        return " ".join(text[stated.start : stated.end].split())
    opening = next((block for block in reading.blocks if block.role == "body"), None)
    if opening is None:
        return None
    match = _DATELINE.match(text[opening.start : opening.end])
    return " ".join(match.group(1).split()) if match else None


def _marks(marks: Sequence[bool]) -> str:
    """One bit for each word, in base 64."""
    return base64.b64encode(np.packbits(np.array(marks, np.bool_)).tobytes()).decode("ascii")


def _packed(hashes: NDArray[np.uint64]) -> str:
    """The upper halves of hashes, in base 64: what a case keeps of them."""
    return base64.b64encode((hashes >> np.uint64(32)).astype("<u4").tobytes()).decode("ascii")
