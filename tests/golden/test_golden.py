"""Whole pages against golden readings: each bundled page, as a person would check it.

A golden file holds words rather than offsets, so that a change can be reviewed: `make golden` rewrites them, `git diff`
shows what was gained and lost.
"""

import json
from pathlib import Path

import pytest

from rashomon.pages.sources import RawPage
from rashomon.records import Reading
from rashomon.spans import Span, cut

ROOT = Path(__file__).parents[2]
PAGES = sorted(p for p in (ROOT / "samples").iterdir() if p.suffix in {".html", ".txt"})


def in_words(reading: Reading) -> dict[str, object]:
    """A reading as words: what a reviewer compares."""
    text = reading.page.text
    names = {entity.id: entity.name for entity in reading.entities}
    page = reading.page
    return {
        "page": [page.title, page.publisher, list(page.authors), page.agency],
        "published": [page.published.value, page.published.basis],
        "blocks": [
            f"{block.role}{''.join(f' [{flag.name}]' for flag in block.flags)}: "
            + " ".join(text[block.start : block.end].split())[:60]
            for block in reading.blocks
        ],
        "entities": [f"{e.type}: {' = '.join((e.name, *e.aliases))} ({len(e.mentions)})" for e in reading.entities],
        "times": [f"{text[t.start : t.end]} -> {t.type} {t.value} [{t.earliest}..{t.latest}]" for t in reading.times],
        "events": [
            f"{event.type}: {event.trigger.cut(text)} | "
            + ", ".join(f"{a.role}={text[a.start : a.end]}" for a in event.arguments)
            + "".join(f" | {count.kind} {count.low}..{count.high}" for count in event.counts)
            + "".join(f" | {p.certainty} {p.polarity} {p.status}" for p in event.perspectives)
            for event in reading.events
        ],
        "claims": [
            {
                "who": f"{cut(text, claim.source)} ({claim.source_kind}) = {names.get(claim.source_entity or '', '-')}",
                "cue": cut(text, claim.cue),
                "what": " ".join(cut(text, claim.content).split()),
                "how": f"{claim.stance} {claim.mode} {claim.certainty} {claim.polarity}",
                "hedge": cut(text, claim.hedge),
            }
            for claim in reading.claims
        ],
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_bundled_page_reads_as_recorded(path, reader, request):
    reading = reader.read(RawPage(input=path.name, data=path.read_bytes())).reading
    assert reading is not None
    found = json.dumps(in_words(reading), indent=1, ensure_ascii=False) + "\n"
    golden = Path(__file__).with_name(f"{path.name}.json")
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert json.loads(found) == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_every_record_stands_on_its_span(path, reader):
    reading = reader.read(RawPage(input=path.name, data=path.read_bytes())).reading
    text = reading.page.text
    covered = set()
    for block in reading.blocks:
        here = set(range(block.start, block.end))
        assert not here & covered
        covered |= here
    assert [text[i] for i in range(len(text)) if not text[i].isspace() and i not in covered] == []
    spans = [Span(m.start, m.end) for e in reading.entities for m in e.mentions]
    spans += [Span(t.start, t.end) for t in reading.times]
    spans += [event.trigger for event in reading.events]
    spans += [Span(a.start, a.end) for event in reading.events for a in (*event.arguments, *event.counts)]
    spans += [s for event in reading.events for p in event.perspectives for s in p.evidence]
    spans += [s for c in reading.claims for s in (*c.source, *c.cue, *c.content, *c.hedge)]
    unread = [b for b in reading.blocks if b.role in {"comment", "comment_heading", "form", "boilerplate", "byline"}]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
        assert [b.role for b in unread if span.overlaps(Span(b.start, b.end))] == []


def test_same_page_same_reading_whatever_was_read_before(reader):
    raws = [RawPage(input=p.name, data=p.read_bytes()) for p in PAGES]
    forwards = {raw.input: reader.read(raw).reading for raw in raws}
    backwards = {raw.input: reader.read(raw).reading for raw in reversed(raws)}
    assert forwards == backwards
