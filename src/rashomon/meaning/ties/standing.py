"""How a statement stands: whether it still holds, when it was so, who says so and how surely.

In: a `Statement` and the `Ground`. Out: a `Standing`, or None where the words speak of what is only planned or
supposed. What the statement says does not belong here.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.meaning.events.frames import frame
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.events.perspectives import perspective
from rashomon.meaning.events.triggers import Trigger
from rashomon.meaning.phrases import to_spans
from rashomon.meaning.ties.statement import Statement
from rashomon.records import Perspective, Polarity, TieStatus
from rashomon.spans import Span

_UNREAL = frozenset({"planned", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Status, time (an id) and perspective of a statement."""

    status: TieStatus
    time: str | None
    perspective: Perspective


def stand(each: Statement, ground: Ground) -> Standing | None:
    """The standing of a statement; what hedges the noun and what hedges its verb both count."""
    doc = ground.doc
    seen = _granted(doc[each.anchor], ground) if each.granted else _seen(doc[each.anchor], ground)
    if each.clause == each.anchor and _is_doubted_elsewhere(doc[each.anchor], seen):
        seen = _granted(doc[each.anchor], ground)
    if each.clause != each.anchor:
        carried = _seen(doc[each.clause], ground)
        seen = _both(carried, seen)
    if seen.status in _UNREAL and seen.certainty == "certain":
        return None
    evidence = tuple(dict.fromkeys((*to_spans(doc, each.words), *seen.evidence)))
    seen = Perspective(seen.claim, seen.certainty, seen.polarity, seen.status, tuple(sorted(evidence)))
    status: TieStatus = each.status or "current"
    if seen.certainty != "certain":
        status = "alleged"
    return Standing(status, _time(each, ground), seen)


def _is_doubted_elsewhere(noun: Token, seen: Perspective) -> bool:
    """Whether the doubt is about what the sentence says of a noun's bearer: his brother, Karim, is believed to ..."""
    doc = noun.doc
    start, end = doc[noun.left_edge.i].idx, doc[noun.right_edge.i].idx + len(doc[noun.right_edge.i])
    marks = [span for span in seen.evidence if not span.start <= noun.idx < span.end]
    return noun.pos_ == "NOUN" and bool(marks) and all(span.end <= start or span.start >= end for span in marks)


def _granted(token: Token, ground: Ground) -> Perspective:
    """In the words of the source in whose content it stands, else in the publisher's."""
    claim = ground.claim[token.i]
    return Perspective(claim.id if claim and claim.source else None, "certain", "affirmed", "actual", ())


def _seen(token: Token, ground: Ground) -> Perspective:
    span = Span(token.idx, token.idx + len(token))
    return perspective(Trigger(token, "other", frame(token), span), ground)


def _both(first: Perspective, second: Perspective) -> Perspective:
    """The verb's perspective, with the hedge of the noun where the verb has none; in whose content the noun stands.

    The verb may be the cue itself: the ministry describes X as a front.
    """
    certainty = first.certainty if first.certainty != "certain" else second.certainty
    polarity: Polarity = "denied" if "denied" in {first.polarity, second.polarity} else "affirmed"
    evidence = (*first.evidence, *second.evidence)
    return Perspective(second.claim or first.claim, certainty, polarity, first.status, evidence)


def _time(each: Statement, ground: Ground) -> str | None:
    """The time that hangs on the verb or noun."""
    doc = ground.doc
    for number in dict.fromkeys((each.clause, each.anchor)):
        for child in doc[number].children:
            for token in (child, *(far for far in child.children if child.dep_ == "prep")):
                time = ground.time[token.i]
                if time is not None and time.type in {"DATE", "TIME"}:
                    return time.id
    return None
