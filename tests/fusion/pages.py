"""Readings of invented pages for the tests of fusion: a headline and paragraphs, nothing else read from them."""

from rashomon.ids import make_id, sha256
from rashomon.records import Block, Page, Published, Reading, Role

STORY = (
    "MERROW, July 16 (MPW) — Gunmen killed nine people at a road checkpoint outside Merrow on Tuesday evening, the "
    "governor of the province said.",
    "The attack began at about 7 p.m. and lasted less than ten minutes, Governor Yorick Sand told reporters in Tolmar.",
    "Three soldiers and six civilians were among the dead, according to Sand, who visited the district hospital.",
    "Colonel Brita Haugen of the staff said that soldiers had only returned fire and that one man was arrested.",
    "It is believed to be the deadliest attack in the province since the bombing of the Dorrin railway in February.",
)
OTHER = (
    "At least fourteen people died when soldiers opened fire on a bus near Merrow in the early hours of Wednesday, "
    "three survivors have told the Tribune.",
    "Their account contradicts that of the government, which blames the rebels of the Lowland Liberation Army.",
    "Lene Karst, a passenger, said the soldiers seemed to be drunk and that the lights of the bus were on.",
    "Pictures that she took show a blue bus with its windows broken; when they were made could not be verified.",
)


def page(
    paragraphs: tuple[str, ...],
    *,
    title: str = "A headline",
    url: str | None = None,
    publisher: str | None = None,
    agency: str | None = None,
    published: str | None = None,
    asides: tuple[tuple[Role, str], ...] = (),
) -> Reading:
    """A page of a title, body blocks, and blocks of other roles after them."""
    parts: list[tuple[Role, str]] = [("title", title), *(("body", each) for each in paragraphs), *asides]
    text, blocks = "", []
    for role, words in parts:
        blocks.append(Block(make_id("block", len(text), words), role, len(text), len(text) + len(words)))
        text += words + "\n"
    digest = sha256(repr((text, url, publisher, published)).encode())
    return Reading(
        rashomon="0.1.0",
        model="none",
        input="page",
        page=Page(
            id=make_id("page", digest),
            sha256=digest,
            url=url,
            title=title,
            publisher=publisher,
            authors=(),
            agency=agency,
            language="en",
            text=text,
            published=Published(published, "given") if published else Published(),
        ),
        blocks=tuple(blocks),
    )
