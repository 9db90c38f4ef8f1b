"""Pages that carry the same text: wire copy, reprints, later versions of one page, and quotes of one statement.

In: readings; then forms of pages. Out: forms, links with their grounds, groups. Pages of one group count as one source.
What a page quotes is weighed apart from its own prose: two papers that quote one statement at length are no copies.
"""

import re
from typing import Any, get_args
from urllib.parse import parse_qsl, urlencode, urlsplit

from rashomon.fusion.overlap import Overlap, marks, overlaps, packed
from rashomon.fusion.shingles import article, shingles, winnowed, words
from rashomon.graph import Form, Link, Reason, Relation, Verdict
from rashomon.ids import make_id
from rashomon.records import Reading

COPY = 0.33
"""Share of its own prose that the shorter page must have in common with the other."""
PART = 0.2
FEWEST = 25
"""Words that must be common: fewer may be chance."""
QUOTED = 15
CREDIT = 0.10
"""How much less must be common where both credit one agency."""

_DATELINE = re.compile(r"([A-Z][^a-z.]{2,40}(?:, [A-Z][\w ./]{0,25})?)\s*(?:\([^)]{2,40}\)\s*)?[-–—]")
_TRACKING = re.compile(r"utm_|fbclid$|gclid$|cmpid$|ref$|source$")


def forms(reading: Reading) -> tuple[tuple[str, Form], ...]:
    """The form of the page: its article's shingles, credit, dateline, address and date.

    Pages that say too little to be told apart by what they say are told apart by their bytes.
    """
    page = reading.page
    found = words(page.text, article(reading))
    address = canonical(page.url)
    facts: dict[str, Any] = {
        "shingles": packed(shingles(found)),
        "quoted": marks([word.quoted for word in found]),
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
    ours, theirs = overlaps(left, right)
    if left.id > right.id:
        left, right, ours, theirs = right, left, theirs, ours
    grounds = _grounds(left, right)
    address = any(ground.name == "address" for ground in grounds)
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
