"""Invented pages with prepared readings, as many as are wanted, and a reader that gives these back without a model.

Page `n` tells of one of a few killings, in the words of one of a few people, with figures that differ from page to
page: so that names, events and texts meet between pages.
"""

from types import SimpleNamespace

from rashomon.ids import make_id, sha256
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Result
from rashomon.records import (
    Argument,
    Block,
    Claim,
    Count,
    Entity,
    Event,
    Mention,
    Outcome,
    Page,
    Perspective,
    Published,
    Reading,
    Sentence,
    Tie,
    Time,
)  # fmt: skip
from rashomon.settings import Settings
from rashomon.spans import Span

TOWNS = ("Greyford", "Nether Wallow", "Port Ilse", "Sallow Bridge", "Tarn Hollow")
PEOPLE = ("Mara Lind", "Ole Brandt", "Ines Okoro", "Tomas Vell", "Ruth Amsel", "Sven Adair", "Lena Corvo")
GROUPS = ("River Guard", "Mill Union", "Harbour Front")
PAPERS = ("Harbour Gazette", "The Lantern", "Ilse Courier", "Wallow Post")


class Prepared:
    """Reads the pages of `raws` without a model; anything else it skips."""

    nlp = SimpleNamespace(meta={"lang": "en", "name": "core_web_sm", "version": "3.8.0"})

    def __init__(self, settings=None) -> None:
        self.settings = settings or Settings()

    def read(self, raw) -> Result:
        if isinstance(raw, Outcome):
            return Result(raw)
        words, _, number = raw.data.decode().rpartition("page ")
        if not words:
            return Result(Outcome(raw.input, "skipped", "no article found; give a page with one"))
        made = reading(int(number))
        return Result(Outcome(raw.input, "read", page=made.page.id), made)


def raws(count: int) -> list[RawPage]:
    """The first pages, as they come in."""
    return [raw(n) for n in range(count)]


def raw(n: int) -> RawPage:
    return RawPage(f"page-{n:04}.txt", f"invented page {n}".encode(), "text")


def page_id(n: int) -> str:
    return make_id("page", sha256(raw(n).data))


def reading(n: int) -> Reading:
    """What is read from page `n`."""
    teller, other = PEOPLE[n % len(PEOPLE)], PEOPLE[(n // 3 + 1) % len(PEOPLE)]
    group, town, paper = GROUPS[n % len(GROUPS)], TOWNS[n // 2 % len(TOWNS)], PAPERS[n % len(PAPERS)]
    month, day, figure = 1 + n // 7 % 12, 1 + n // 2 % 5, 3 + n % 2
    lines = (
        f"{figure} killed in {town}",
        f"{teller} said that the {group} killed {figure} people in {town} on {month} {day} in number {n}.",
        f"{other} allegedly denied that the {group} was there.",
        f"{teller} leads the {group}.",
    )
    text = "\n\n".join(lines)
    page = Page(
        id=page_id(n),
        sha256=sha256(raw(n).data),
        url=f"https://paper.example/{n}",
        title=lines[0],
        publisher=paper,
        authors=(),
        agency=None,
        language="en",
        text=text,
        published=Published(f"2031-{month:02}-{day + 1:02}", "metadata"),
    )
    return _Made(text, page).reading(raw(n).input, (teller, other, group, town), figure, f"2031-{month:02}-{day:02}")


class _Made:
    """A reading, record by record, from words of the text."""

    def __init__(self, text: str, page: Page) -> None:
        self.text = text
        self.page = page

    def at(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def id(self, kind: str, *parts: object) -> str:
        return make_id(kind, self.page.id, *parts)

    def entity(self, kind, name: str) -> Entity:
        places = []
        start = self.text.find(name)
        while start >= 0:
            places.append(Mention(start, start + len(name), "name"))
            start = self.text.find(name, start + 1)
        return Entity(self.id("entity", kind, name), kind, name, (), (), tuple(places))

    def reading(self, input: str, names, figure: int, day: str) -> Reading:
        teller, other, group, town = names
        kinds = ("person", "person", "organization", "place")
        entities = {name: self.entity(kind, name) for kind, name in zip(kinds, names, strict=True)}
        clause = self.text[self.at("that the", 0).start : self.text.index(".")]
        claims = (
            self.claim(entities[teller], "said", clause, about=(entities[group].id, entities[town].id)),
            self.claim(
                entities[other], "denied", f"that the {group} was there", about=(entities[group].id,), stance="denies",
                polarity="denied", hedge=(self.at("allegedly"),), certainty="alleged",
            ),
        )  # fmt: skip
        when = self.at(self.text[self.text.index(" on ") + 4 : self.text.index(" in number")])
        time = Time(self.id("time"), *when, "DATE", day, None, day, day, True)
        trigger = self.at("killed", 1)
        event = Event(
            id=self.id("event", trigger),
            type="killing",
            trigger=trigger,
            arguments=(
                Argument("agent", *self.at(group), entities[group].id),
                Argument("place", *self.at(town, 1), entities[town].id),
            ),
            time=time.id,
            counts=(Count("killed", float(figure), float(figure), *self.at(str(figure), 1)),),
            perspectives=(Perspective(claims[0].id, "certain", "affirmed", "actual", (trigger,)),),
            score=0.9,
        )
        leads = self.at("leads")
        tie = Tie(
            self.id("tie"), entities[teller].id, "leads", entities[group].id, "current", None, (leads,),
            (Perspective(None, "certain", "affirmed", "actual", (leads,)),), 0.9,
        )  # fmt: skip
        starts = [0, *(at + 2 for at in range(len(self.text)) if self.text.startswith("\n\n", at))]
        ends = [*(start - 2 for start in starts[1:]), len(self.text)]
        stretches = list(zip(starts, ends, strict=True))
        return Reading(
            rashomon="0.1.0",
            model="en_core_web_sm-3.8.0",
            input=input,
            page=self.page,
            blocks=tuple(
                Block(self.id("block", *stretch), "title" if stretch[0] == 0 else "body", *stretch)
                for stretch in stretches
            ),
            sentences=tuple(Sentence(*stretch) for stretch in stretches),
            entities=tuple(entities.values()),
            times=(time,),
            claims=claims,
            events=(event,),
            ties=(tie,),
        )

    def claim(self, source: Entity, cue: str, content: str, **given) -> Claim:
        cue_span, words = self.at(cue), self.at(content)
        plain = {
            "stance": "says", "polarity": "affirmed", "certainty": "certain", "hedge": (), "about": (), **given,
        }  # fmt: skip
        return Claim(
            id=self.id("claim", cue_span, words),
            source=(Span(source.mentions[0].start, source.mentions[0].end),),
            cue=(cue_span,),
            content=(words,),
            source_entity=source.id,
            source_kind="person",
            mode="indirect",
            parent=None,
            score=0.9,
            **plain,
        )
