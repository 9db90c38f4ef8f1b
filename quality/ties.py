"""Ties: facts of web passages by the official text evaluation of KnowledgeNet, and ties where none is stated.

    python -m quality.ties                 the figures on the dev fold
    python -m quality.ties --part train    on the train part, for developing
    python -m quality.ties --details       also by property
    python -m quality.ties --show 40       also so many mistakes

A fact is right where property, subject and object agree, the latter two by overlapping spans; every pair of mentions
counts, pronouns too. `knowledgenet_f1` is what the head reads: all 15 properties, dates and nationality among them.
`knowledgenet_ties_f1` counts what a predicate can express, by rules and head together, and all else as missed. A page
prints less than either: ties between entities alone, and of the head only what is surer and stated by a known word.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from quality.corpora import DATA, jsonl
from quality.docs import pipeline
from quality.untied import pairs_without_a_tie
from rashomon.meaning import ties
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.ties import learned
from rashomon.meaning.ties.ends import End, Ends
from rashomon.meaning.ties.tables import tables
from rashomon.spans import Span

PROPERTIES: dict[str, tuple[tuple[str, bool], ...]] = {
    "child": (("CHILD_OF", False),),
    "parent": (("CHILD_OF", True),),
    "spouse": (("SPOUSE", False), ("SPOUSE", True)),
    "founded": (("FOUNDED_BY", True),),
    "employed_by": (("EMPLOYEE_OR_MEMBER_OF", False),),
    "member_of": (("EMPLOYEE_OR_MEMBER_OF", False), ("POLITICAL_AFFILIATION", False)),
    "leads": (("CEO", True),),
    "part_of": (("SUBSIDIARY_OF", False),),
    "owns": (("SUBSIDIARY_OF", True),),
    "based_in": (("HEADQUARTERS", False), ("PLACE_OF_RESIDENCE", False)),
}
"""What a predicate of the rules says in the corpus's words, and whether subject and object change places."""


class Fact(NamedTuple):
    """A property between two spans of a passage."""

    property: str
    subject: Span
    object: Span

    def matches(self, other: "Fact") -> bool:
        """The official test: one property, both spans overlapping."""
        same = self.property == other.property
        return same and self.subject.overlaps(other.subject) and self.object.overlaps(other.object)


class Passage(NamedTuple):
    """A text with the properties it is annotated for and its facts."""

    text: str
    annotated: frozenset[str]
    facts: tuple[Fact, ...]


Reader = Callable[[Doc], set[Fact]]


def passages(path: Path) -> Iterator[Passage]:
    for row in jsonl(path):
        facts = (Fact(each["property"], Span(*each["subject"]), Span(*each["object"])) for each in row["facts"])
        yield Passage(row["text"], frozenset(row["annotated_properties"]), tuple(facts))


def of_head(doc: Doc) -> set[Fact]:
    """What the learned head finds, over all pairs of mentions of both ends."""
    ends = Ends(Ground(doc))
    found = ((each.kind, each.subject, each.object) for each in learned.facts(ends, ties.stated(ends)))
    return _over_mentions(doc, ends, found)


def of_ties(doc: Doc) -> set[Fact]:
    """What rules and head find that a predicate can express, whether or not its ends are entities."""
    ends = Ends(Ground(doc))
    found: list[tuple[str, End, End]] = []
    for each in ties.statements(ends):
        for name, flip in PROPERTIES.get(each.predicate, ()):
            found.append((name, each.object, each.subject) if flip else (name, each.subject, each.object))
    known = learned.facts(ends, ties.stated(ends))
    found += [(each.kind, each.subject, each.object) for each in known if tables().learned[each.kind].predicate]
    return _over_mentions(doc, ends, found)


def _over_mentions(doc: Doc, ends: Ends, found: Iterable[tuple[str, End, End]]) -> set[Fact]:
    chains: dict[str, list[Span]] = {}
    for end in ends.all:
        last = doc[end.last]
        chains.setdefault(end.chain, []).append(Span(doc[end.first].idx, last.idx + len(last)))
    out: set[Fact] = set()
    for name, subject, object_ in found:
        for first in chains[subject.chain]:
            for second in chains[object_.chain]:
                out.add(Fact(name, first, second))
                if name == "SPOUSE":
                    out.add(Fact(name, second, first))
    return out


def compare(passage: Passage, answers: set[Fact], counts: dict[str, Counter[str]]) -> list[tuple[str, Fact]]:
    """Count what is right, false and missed by property; the mistakes."""
    wrong: list[tuple[str, Fact]] = []
    used: set[Fact] = set()
    for fact in passage.facts:
        hits = {answer for answer in answers if answer.matches(fact)}
        counts.setdefault(fact.property, Counter())["right" if hits else "missed"] += 1
        used |= hits
        if not hits:
            wrong.append(("missed", fact))
    for answer in sorted(answers):
        if answer.property in passage.annotated and not any(answer.matches(each) for each in used):
            counts.setdefault(answer.property, Counter())["false"] += 1
            wrong.append(("false", answer))
    return wrong


def f1(counts: Iterable[Counter[str]]) -> float:
    total = sum(counts, Counter[str]())
    return 2 * total["right"] / max(1, 2 * total["right"] + total["false"] + total["missed"])


def score(data: Path) -> dict[str, float]:
    """Both figures of the dev fold, and the rate of false ties."""
    nlp = pipeline("rashomon_labels")
    counts: dict[str, Counter[str]] = {}
    made: dict[str, Counter[str]] = {}
    for passage in passages(data / "knowledgenet" / "dev.jsonl"):
        doc = nlp(passage.text)
        compare(passage, of_head(doc), counts)
        compare(passage, of_ties(doc), made)
    rate, _ = false_rate(nlp, data, "dev")
    return {"knowledgenet_f1": f1(counts.values()), "knowledgenet_ties_f1": f1(made.values()), "false_ties": rate}


def false_rate(nlp: Language, data: Path, part: str) -> tuple[float, list[str]]:
    """The share of pairs of names without a stated tie that are given one, and which."""
    total, wrong = 0, []
    for text, pairs in pairs_without_a_tie(data, part):
        doc = nlp(text)
        found = ties.read(doc)
        spans = {entity.id: [Span(m.start, m.end) for m in entity.mentions] for entity in doc._.rashomon_entities}
        for first, second in pairs:
            total += 1
            for tie in found:
                ends = (spans[tie.subject], spans[tie.object])
                if _joins(ends, first, second) or _joins(ends, second, first):
                    words = " … ".join(span.cut(text) for span in tie.evidence)
                    wrong.append(f"{first.cut(text)} {tie.predicate} {second.cut(text)} [{words}] in: {text[:300]}")
                    break
    return len(wrong) / max(1, total), wrong


def _joins(ends: tuple[list[Span], list[Span]], first: Span, second: Span) -> bool:
    return any(span.overlaps(first) for span in ends[0]) and any(span.overlaps(second) for span in ends[1])


def table(counts: dict[str, Counter[str]]) -> str:
    lines = [f"{'':24}{'right':>7}{'false':>7}{'missed':>7}{'F1':>8}"]
    for name in sorted(counts):
        each: Counter[Any] = counts[name]
        lines.append(f"{name:24}{each['right']:7}{each['false']:7}{each['missed']:7}{f1([each]):8.3f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Figures of ties.")
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    parser.add_argument("--details", action="store_true", help="also by property")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print so many mistakes of each figure")
    args = parser.parse_args()
    nlp = pipeline("rashomon_labels")
    readers: dict[str, Reader] = {"knowledgenet_f1": of_head, "knowledgenet_ties_f1": of_ties}
    counts: dict[str, dict[str, Counter[str]]] = {name: {} for name in readers}
    shown = args.show
    for passage in passages(DATA / "knowledgenet" / f"{args.part}.jsonl"):
        doc = nlp(passage.text)
        for name, reader in readers.items():
            for verdict, fact in compare(passage, reader(doc), counts[name]):
                if shown > 0:
                    shown -= 1
                    names = fact.subject.cut(passage.text), fact.object.cut(passage.text)
                    print(f"  {name} {verdict} {fact.property} {names}  in: {passage.text[:200]}")
    for name, found in counts.items():
        print(f"{name:24}{f1(found.values()):.4f}")
        if args.details:
            print(table(found))
    rate, wrong = false_rate(nlp, DATA, args.part)
    print(f"{'false_ties':24}{rate:.4f}")
    for line in wrong[: args.show]:
        print("  " + line)


if __name__ == "__main__":
    main()
