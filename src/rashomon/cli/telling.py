"""Lines that several answers share: who tells of something with what doubt, events in time, what may be the same."""

from collections.abc import Iterable

from rich.text import Text

from rashomon.cli.terminal import styled
from rashomon.views.disputes import SideView
from rashomon.views.evidence import beside_its_page, shorten
from rashomon.views.material import PageRef, Telling
from rashomon.views.suggestions import Candidate, Suggestion
from rashomon.views.timeline import TimelineRow

_LINE = 100


def telling_words(told: Telling | SideView, *, here: bool = False) -> str:
    """Through whom, with what doubt: "The Lantern › Halvard Renko (alleged)".

    `here`: beside the page itself.
    """
    chain = " › ".join(beside_its_page(told.chain) if here else told.chain)
    return f"{chain} ({', '.join(told.doubt)})" if told.doubt else chain


def page_words(page: PageRef) -> str:
    """A page on one line."""
    return " · ".join(part for part in (page.title, page.publisher, page.id) if part)


def event_rows(rows: Iterable[TimelineRow]) -> list[tuple[Text, Text]]:
    """Events: when, and what, by whose account."""
    return [(_when(row), _what(row)) for row in rows]


def suggestion_rows(found: Iterable[Suggestion]) -> list[tuple[Text, Text]]:
    """What may be the same: how far, the two, and why."""
    return [(styled(f"{each.score:.2f}", "cyan"), _pair(each)) for each in found]


def interval(earliest: str | None, latest: str | None, precision: str) -> str:
    """Days as they are known: "2031-05", "from 2031-05-04", "2031-05-01 – 2031-05-03"."""
    if precision == "day" and earliest:
        return earliest[:10]
    if precision in ("month", "year") and earliest:
        return earliest[:7] if precision == "month" else earliest[:4]
    if earliest and latest:
        return f"{earliest[:10]} – {latest[:10]}"
    return f"from {earliest[:10]}" if earliest else f"until {latest[:10]}" if latest else "unknown"


def _when(row: TimelineRow) -> Text:
    return styled(interval(row.earliest, row.latest, row.precision), "bold red" if row.denied else "cyan")


def _what(row: TimelineRow) -> Text:
    denied = "not: " if row.denied else ""
    tellers = list(dict.fromkeys(map(telling_words, row.tellings)))
    more = [f"and {row.items - len(row.excerpts)} more"] if row.items > len(row.excerpts) else []
    notes = " · ".join([row.type.replace("_", " "), *tellers, *more, row.event.id])
    sentence = shorten(row.excerpts[0].text, 2 * _LINE) if row.excerpts else ""
    lines = [styled(f"{denied}{row.event.label}"), styled(sentence, "italic"), styled(notes, "dim")]
    return Text("\n").join(line for line in lines if line)


def _pair(found: Suggestion) -> Text:
    reasons = "; ".join(reason.words for reason in found.reasons)
    lines = [styled(f"{found.left.label}  =?  {found.right.label}"), styled(f"{found.kind} · {reasons}", "dim")]
    lines += [styled(line, "dim") for line in map(_candidate, (found.left, found.right))]
    return Text("\n").join(lines)


def _candidate(side: Candidate) -> str:
    words = f"“{shorten(side.excerpt.text, _LINE)}” · " if side.excerpt else ""
    return f"{side.item.record} · {words}{page_words(side.page)}"
