"""A dossier on the terminal: one page, read as a person reads it. Every word of the page passes `terminal.styled`."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from rashomon.cli import reports
from rashomon.cli.lines import print_line
from rashomon.cli.options import Output
from rashomon.cli.telling import telling_words
from rashomon.cli.terminal import beside, console, styled
from rashomon.exports import jsonl
from rashomon.records import Basis, Count, Reading, Role
from rashomon.views.disputes import SideView
from rashomon.views.dossier import HEADINGS, Apart, Day, Dossier, Head, Name, Voice, dossier, head
from rashomon.views.evidence import ClaimView, shorten, told_by
from rashomon.views.happening import Sighting
from rashomon.views.plurals import plural
from rashomon.views.ties import Bond

_CONTENT = 320
_LINE = 100
_STANCE = len("responsibility")

_BASES: dict[Basis, str] = {
    "given": "as given", "metadata": "from the page's metadata", "text": "from the page's text", "unknown": "unknown",
}  # fmt: skip
_RELATIVE = frozenset({"which", "who", "whom", "whose", "that"})
"""Words of a clause that name nobody: who it is stands right before them."""
_LABELS: dict[Role, str] = {"comment_heading": "comments", "boilerplate": "page furniture"}


def deliver(reading: Reading, output: Output) -> None:
    """One reading on standard output, as JSON or as a dossier, and as a report where one was asked for."""
    if output.json:
        print_line(jsonl.dumps(reading))
    else:
        show(reading)
    if output.html is not None:
        reports.write(reading, output.html)


def show(reading: Reading) -> None:
    """Print the dossier of one page on standard output."""
    view = dossier(reading)
    read = [*_names(view), *_ties(view), *_events(view), *_disputes(view), *_claims(view.voices), *_days(view)]
    _print(console(), [*_head(view.head), *read, *_apart(view), Text()])


def show_claims(out: Console, reading: Reading, voices: tuple[Voice, ...]) -> None:
    """Print the claims of one page under its title, grouped by source."""
    _print(out, [*_head(head(reading)), *_claims(voices)])


def _print(out: Console, parts: Iterable[RenderableType]) -> None:
    for part in parts:
        out.print(part)


def _head(head: Head) -> Iterator[RenderableType]:
    yield Text()
    yield styled(head.title, "bold")
    authors = f"by {', '.join(head.authors)}" if head.authors else ""
    agency = f"credits {head.agency}" if head.agency else ""
    masthead = [part for part in (head.publisher or "publisher unknown", authors, agency) if part]
    yield styled(" · ".join(masthead))
    when = f"published {head.published}, {_BASES[head.basis]}" if head.published else "publication date unknown"
    yield styled(when)
    if head.url:
        yield styled(head.url, "dim")
    yield styled(head.page if head.input == head.title else f"{head.input} · {head.page}", "dim")


def _names(view: Dossier) -> Iterator[RenderableType]:
    for type_, heading in HEADINGS.items():
        rows = [name for name in view.names if name.type == type_]
        if rows:
            yield from section(heading, str(len(rows)))
            yield grid((Text(f"{name.mentions:>3}", "dim"), _name(name)) for name in rows)


def _name(name: Name) -> Text:
    also = f"also {', '.join(name.aliases)}" if name.aliases else ""
    return beside(styled(name.name), styled(also, "dim"), styled("; ".join(name.descriptions), "dim italic"))


def _ties(view: Dossier) -> Iterator[RenderableType]:
    if view.bonds:
        yield from section("Ties", f"{len(view.bonds)}, each with the words that state it")
        yield grid((styled(bond.status, _status_style(bond)), _bond(bond)) for bond in view.bonds)


def _status_style(bond: Bond) -> str:
    return "bold red" if bond.denied else "yellow" if bond.status == "alleged" or bond.doubted else "cyan"


def _bond(bond: Bond) -> Text:
    words = [f"“{shorten(' … '.join(bond.words), _LINE)}”", *([bond.when] if bond.when else [])]
    words += [telling_words(telling, here=True) for telling in bond.tellings]
    return styled(bond.sentence) + Text("\n") + styled(" · ".join(words), "dim")


def _events(view: Dossier) -> Iterator[RenderableType]:
    if view.sightings:
        yield from section("Events", f"{len(view.sightings)}, each with who tells of it")
        yield grid((styled(each.type.replace("_", " "), _event_style(each)), _event(each)) for each in view.sightings)


def _event_style(each: Sighting) -> str:
    return "bold red" if each.denied else "yellow" if each.doubted else "cyan"


def _event(each: Sighting) -> Text:
    parts = [f"{part.role} {part.words}" for part in each.parts]
    figures = [f"{_amount(count)} {count.kind}" for count in each.counts]
    told = [telling_words(telling, here=True) for telling in each.tellings]
    what = " · ".join([*([each.when.words] if each.when.words else []), *parts, *figures]) or "no details"
    return styled(what) + Text("\n") + styled(" · ".join([f"“{each.trigger}”", *told]), "dim")


def _amount(count: Count) -> str:
    low, high = (None if bound is None else f"{bound:,.12g}" for bound in (count.low, count.high))
    if low == high:
        return low or "some"
    if low is None or high is None:
        return f"at least {low}" if low else f"at most {high}"
    return f"{low} to {high}"


def _disputes(view: Dossier) -> Iterator[RenderableType]:
    if view.disputes:
        yield from section("Disputes", f"{len(view.disputes)}, sides in the order of the text")
    for dispute in view.disputes:
        yield beside(styled(dispute.question, "bold"), styled(dispute.kind, "dim"))
        yield Padding(grid((Text("·", "dim"), _side(side)) for side in dispute.sides), (0, 0, 1, 2))


def _side(side: SideView) -> Text:
    value = f"{side.value}: " if side.value != side.words else ""
    words = styled(f"{value}“{shorten(side.words, _CONTENT)}”")
    return words + Text("\n") + styled(telling_words(side, here=True), "dim")


def _claims(voices: tuple[Voice, ...]) -> Iterator[RenderableType]:
    count = sum(len(voice.claims) for voice in voices)
    yield from section("Claims", f"{count} from {plural(len(voices), 'source')}" if count else "none found")
    for voice in voices:
        yield from _voice(voice)


def _voice(voice: Voice) -> Iterator[RenderableType]:
    yield beside(styled(voice.source, "bold"), styled(voice.source_kind, "dim"))
    yield Padding(grid((claim_row(claim) for claim in voice.claims), width=_STANCE), (0, 0, 1, 2))


def claim_row(claim: ClaimView) -> tuple[Text, Text]:
    """A claim: its stance, and its words with all that must stand beside them."""
    return _stance(claim), _words(claim)


def _stance(claim: ClaimView) -> Text:
    style = "bold red" if claim.denied else "yellow" if claim.hedged else "cyan"
    return Text("\n").join(styled(line, style) for line in wrap(claim.verb, _STANCE))


def _words(claim: ClaimView) -> Text:
    content = shorten(claim.content, _CONTENT) or "(what was said is not in the text)"
    return styled(content) + Text("\n") + styled(" · ".join(notes(claim)), "dim")


def notes(claim: ClaimView) -> list[str]:
    """What must stand beside the words of a claim: cue, mode, denial, hedge, and through whom it came."""
    cue = [f"“{shorten(claim.cue, _LINE)}”"] if claim.cue else []
    found: list[str] = [*cue, claim.mode, *claim.doubt]
    named = claim.named.rstrip(" ,;:–—-")
    if named and named.casefold() not in {claim.source.casefold(), *_RELATIVE}:
        found.append(f"named as “{shorten(named, _LINE)}”")
    return [*found, *filter(None, [told_by(claim)])]


def _days(view: Dossier) -> Iterator[RenderableType]:
    if view.days:
        yield from section("Dates", str(len(view.days)))
        yield grid((styled(day.value or "unknown"), _day(day)) for day in view.days)


def _day(day: Day) -> Text:
    times = f"{day.count} times" if day.count > 1 else ""
    loose = "" if day.anchored else "counts from a publication date that is not known"
    return beside(styled(", ".join(f"“{words}”" for words in day.words)), styled(times, "dim"), styled(loose, "dim"))


def _apart(view: Dossier) -> Iterator[RenderableType]:
    if not view.apart:
        return
    yield from section("Set apart", f"{plural(len(view.apart), 'part')}, kept but not part of the article")
    rows = []
    for role, run in groupby(view.apart, key=lambda part: part.role):
        parts = tuple(run)
        label = styled(_LABELS.get(role, role), "dim")
        if role in ("caption", "comment"):
            rows += [(label, _part(part)) for part in parts]
        else:
            count = f"{len(parts)} parts: " if len(parts) > 1 else ""
            rows.append((label, styled(count + " · ".join(part.text for part in parts))))
    yield grid(rows, one_line=True)


def _part(part: Apart) -> Text:
    return beside(
        styled(", ".join(f"{flag.name} {flag.score:.2f}" for flag in part.flags), "bold red"),
        styled(part.text),
        gap=" ",
    )


def section(heading: str, note: str) -> Iterator[RenderableType]:
    """A heading over a thin line, with a note."""
    yield Text()
    yield Rule(beside(styled(heading.upper(), "bold"), styled(note, "dim")), align="left", characters="─", style="dim")


def grid(rows: Iterable[tuple[Text, Text]], *, width: int | None = None, one_line: bool = False) -> Table:
    """Two columns without lines: a label of its own width, and text; with `one_line` what does not fit is cut."""
    grid = Table.grid(padding=(0, 2))
    found = list(rows)
    label = width or max(len(line) for first, _ in found for line in first.plain.split("\n"))
    grid.add_column(no_wrap=True, min_width=label)
    grid.add_column(ratio=1, overflow="fold")
    for first, second in found:
        if one_line:
            second.no_wrap, second.overflow = True, "ellipsis"
        grid.add_row(first, second)
    return grid
