"""Who is who inside a page: chains of mentions, chains of names, the sources of claims, and entities that are none.

    python -m quality.coreference                 all of it (minutes)
    python -m quality.coreference --only gum      gum | names | sources

gum      CoNLL F1 on predicted mentions, exact spans, of all chains that are found; without and with singletons, and by
         genre. `reading`: of the chains that a reading lists as entities alone. Single candidates count as found
         singletons but for nouns before nouns, "it" and "this".
names    B3 of chains of names on GUM news, ECB+ dev and the keyed pages: on the names that both have ("chained"), and
         with those that one of them lacks counted as missing or wrong ("all").
sources  Keyed claims of the keyed pages whose content is found: is the entity of the source the keyed one, where it is
         named in the sentence of the claim (inside) and where it is not (outside)? "described": sources that point back
         to one without a name; "unnamed": sources that are to have no named entity. And on 1,000 words, entities that
         are pronouns, common words or titles alone ("junk"), and all that the keys do not have ("unkeyed": also names
         in credits, and what the annotator left out).
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from quality.chain_scores import MEASURES, Chain, Documents, b_cubed, conll, without_singletons
from quality.corpora import DATA, jsonl
from quality.docs import Docs
from quality.keys import read as read_keys
from quality.seed import shared_scorer
from rashomon import layers
from rashomon.language.coreference.candidates import SORTS
from rashomon.language.coreference.listing import listed
from rashomon.language.lexicon import lexicon

Row = dict[str, Any]
Spans = dict[tuple[int, int], str]
"""Span of a name to the chain that it is in."""

_NAMED = frozenset({"person", "organization", "place"})
_PARTICIPANTS = ("HUMAN_PART", "NON_HUMAN_PART", "LOC")
_WORD = re.compile(r"\w+")
_ENOUGH = 0.5
"""Share of words that a found content has in common with the keyed one."""


def keyed_chains(row: Row) -> list[Chain]:
    """The chains of a GUM document as spans."""
    chains = defaultdict(set)
    for mention in row["mentions"]:
        chains[mention["cluster"]].add((mention["start"], mention["end"]))
    return [frozenset(chain) for chain in chains.values()]


def found_chains(doc: Doc) -> list[Chain]:
    """All chains of the layer; of single mentions those that are likely to be one."""
    text = doc.text
    out: list[Chain] = []
    for chain in layers.chains(doc):
        only = chain.mentions[0]
        word = text[only.start : only.end].lower()
        if len(chain.mentions) > 1 or not (chain.part or SORTS.get(word) in {"it", "this"}):
            out.append(frozenset((mention.start, mention.end) for mention in chain.mentions))
    return out


def listed_chains(doc: Doc) -> list[Chain]:
    """The chains of the entities that a reading lists."""
    return [frozenset((m.start, m.end) for m in entity.mentions) for entity in listed(doc)]


def gum(docs: Docs, path: Path) -> dict[str, list[tuple[list[Chain], list[Chain], list[Chain]]]]:
    """By genre, for each document: keyed chains, found chains, listed chains."""
    out = defaultdict(list)
    for row in jsonl(path):
        doc = docs.of(row["id"], row["text"])
        out[row["genre"]].append((keyed_chains(row), found_chains(doc), listed_chains(doc)))
    return dict(out)


def both_ways(pairs: Iterable[tuple[list[Chain], list[Chain]]]) -> tuple[Documents, Documents]:
    """The documents without and with singletons."""
    rows = list(pairs)
    return [(without_singletons(key), without_singletons(found)) for key, found in rows], rows


# ---- names


def named_in_gum(row: Row) -> Spans:
    """Named people, organisations and places: a capital at every word of the head."""
    out = {}
    for mention in row["mentions"]:
        heads = [row["tokens"][at] for at in mention["head_toks"]]
        if mention["type"] in _NAMED and heads and _is_name(heads):
            out[mention["start"], mention["end"]] = str(mention["cluster"])
    return out


def in_ecb(row: Row) -> tuple[str, Spans]:
    """The text of an ECB+ document (tokens joined by spaces) and its named participants and places."""
    starts, text, sentence = [], "", 0
    for token, number in zip(row["tokens"], row["token_sentence"], strict=True):
        text += "" if not text else "\n\n" if number != sentence else " "
        sentence = number
        starts.append(len(text))
        text += token
    out = {}
    for mention in row["entity_mentions"]:
        at = sorted(mention["tokens"])
        words = [row["tokens"][i] for i in at]
        if mention["selected"] and mention["type"].startswith(_PARTICIPANTS) and _is_name(words[-1:]):
            out[starts[at[0]], starts[at[-1]] + len(words[-1])] = str(mention["chain"])
    return text, out


def _is_name(words: Sequence[str]) -> bool:
    """Whether every word has a capital, and it is no pronoun at the beginning of a sentence."""
    return all(word[0].isupper() for word in words) and words[0].lower() not in SORTS


def named_in(doc: Doc) -> Spans:
    """The names of a page's entities."""
    return {(m.start, m.end): entity.id for entity in layers.entities(doc) for m in entity.mentions if m.form == "name"}


def paired(key: Spans, found: Spans) -> tuple[list[tuple[tuple[int, int], tuple[int, int]]], Spans, Spans]:
    """Pairs of a keyed name and the found name at its end or in it, and what is left over of both."""
    pairs = []
    left, right = dict(key), dict(found)
    for span in sorted(key, key=lambda each: each[1] - each[0]):
        inside = [other for other in right if span[0] <= other[0] and other[1] <= span[1]]
        over = [other for other in right if other[0] <= span[0] and span[1] <= other[1]]
        best = max(inside or over, key=lambda other: other[1], default=None)
        if best is not None:
            pairs.append((span, best))
            del left[span], right[best]
    return pairs, left, right


def names(key: Spans, found: Spans, *, whole: bool) -> tuple[list[Chain], list[Chain]]:
    """Chains of names; `whole`: also of names that only the key or only the answer has."""
    pairs, left, right = paired(key, found)
    keyed: dict[str, set[Hashable]] = defaultdict(set)
    answer: dict[str, set[Hashable]] = defaultdict(set)
    for span, other in pairs:
        keyed[key[span]].add(span)
        answer[found[other]].add(span)
    if whole:
        for span, chain in left.items():
            keyed[chain].add(span)
        for span, chain in right.items():
            answer[chain].add(("found", *span))
    return [frozenset(chain) for chain in keyed.values()], [frozenset(chain) for chain in answer.values()]


def names_of_keys(data: Path) -> Iterator[tuple[Spans, Spans]]:
    """Of each keyed page the places of keyed names in sentences, and the found names."""
    scorer = shared_scorer(data)
    for _, key, reading in read_keys(data):
        text = scorer.Text(reading["page"]["text"])
        read = [(sentence["start"], sentence["end"]) for sentence in reading["sentences"]]
        owners = defaultdict(set)
        for number, entity in enumerate((*key["entities"], *key.get("entities_optional", ()))):
            for name in entity["names"]:
                owners[name].add(number)
        keyed: Spans = {}
        for name in sorted(owners, key=len, reverse=True):
            for start, end in text.find(name):
                free = not any(s < end and start < e for s, e in keyed)
                inside = any(s <= start and end <= e for s, e in read)
                if free and inside and len(owners[name]) == 1 and text.cut((start, end))[0].isupper():
                    keyed[start, end] = str(next(iter(owners[name])))
        found = {
            (m["start"], m["end"]): entity["id"]
            for entity in reading["entities"]
            for m in entity["mentions"]
            if m["form"] == "name"
        }
        yield keyed, found


def names_figures(docs: Docs, data: Path) -> dict[str, tuple[float, float]]:
    """B3 F1 of names, chained and all, by corpus."""
    pages: dict[str, list[tuple[Spans, Spans]]] = {"gum news": [], "ecb+": [], "keys": list(names_of_keys(data))}
    for row in jsonl(data / "gum" / "dev.jsonl"):
        if row["genre"] == "news":
            pages["gum news"].append((named_in_gum(row), named_in(docs.of(row["id"], row["text"]))))
    for row in jsonl(data / "ecbplus" / "dev.jsonl"):
        text, key = in_ecb(row)
        found = named_in(docs.of(row["id"], text))
        pages["ecb+"].append((key, {span: found[span] for span in found if any(_meet(span, k) for k in key)}))
    return {
        corpus: tuple(b_cubed([names(key, found, whole=whole) for key, found in rows]).f1 for whole in (False, True))  # type: ignore[misc]
        for corpus, rows in pages.items()
    }


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


# ---- sources


@dataclass(slots=True)
class Tally:
    """Right ones out of all."""

    right: int = 0
    total: int = 0

    def add(self, right: bool) -> None:  # noqa: FBT001
        """One more."""
        self.right += right
        self.total += 1

    def __str__(self) -> str:
        return f"{self.right}/{self.total} = {self.right / self.total if self.total else 0:.3f}"


def sources(data: Path, misses: list[str] | None = None) -> tuple[dict[str, Tally], dict[str, float]]:
    """How the sources of found claims are resolved, and on 1,000 words the entities that are junk or unkeyed."""
    scorer = shared_scorer(data)
    out = {name: Tally() for name in ("inside", "outside", "described", "unnamed")}
    junk = unkeyed = words = 0
    for page, key, reading in read_keys(data):
        text = scorer.Text(reading["page"]["text"])
        names_of = scorer.KeyNames(key)
        known = scorer.Entities(text, reading)
        sentences = [(each["start"], each["end"]) for each in reading["sentences"]]
        words += sum(len(text.text[start:end].split()) for start, end in sentences)
        entities = (*key["entities"], *key.get("entities_optional", ()))
        keyed = {name for entity in entities for name in scorer.key_names(entity["names"])}
        odd = [e["name"] for e, have in zip(known.all, known.names, strict=True) if not keyed & have]
        bad = [entity["name"] for entity in reading["entities"] if is_junk(entity)]
        junk, unkeyed = junk + len(bad), unkeyed + len(odd)
        if misses is not None:
            misses.append(f"{page} junk: {bad}, unkeyed: {odd}")
        for claim, answer in _matched(scorer, key, reading):
            ref = answer["source_entity"]
            have = known.of(ref) if ref is not None else set()
            named = any(m["form"] == "name" for e in reading["entities"] if e["id"] == ref for m in e["mentions"])
            if claim.get("source_entity"):
                wanted = names_of.of(claim["source_entity"])
                where = "inside" if _named_beside(text, answer, sentences, wanted) else "outside"
                right = bool(wanted & have)
            elif claim.get("source_antecedent"):
                where, right = "described", scorer.norm(claim["source_antecedent"]) in have
            else:
                where, right = "unnamed", not named
            out[where].add(right)
            if misses is not None and not right:
                wanted_name = claim.get("source_entity") or claim.get("source_antecedent")
                misses.append(f"{page} {where}: {claim.get('source')!r} is {wanted_name!r}, found {sorted(have)[:3]}")
    return out, {"junk": 1000 * junk / words, "unkeyed": 1000 * unkeyed / words}


def _matched(scorer: Any, key: Row, reading: Row) -> Iterator[tuple[Row, Row]]:
    """Keyed claims with the found claim whose content is most like theirs."""
    text = reading["page"]["text"]
    found = [
        (claim, Counter(_WORD.findall(" ".join(text[s:e] for s, e in claim["content"]).lower())))
        for claim in reading["claims"]
    ]
    for claim in (*key["claims"], *key.get("claims_optional", ())):
        wanted = [Counter(scorer.words(each)) for each in (claim["content"], *claim.get("content_or", ())) if each]
        said = set(scorer.words(claim.get("source") or ""))
        best, most = None, 0.0
        for other, content in found:
            own = set(scorer.words(" ".join(text[s:e] for s, e in other["source"])))
            if said & own or not (said or own):
                like = max((scorer.iou(each, content) for each in wanted), default=0.0)
                if like >= _ENOUGH and like > most:
                    best, most = other, like
        if best is not None:
            yield claim, best


def _named_beside(text: Any, claim: Row, sentences: Sequence[tuple[int, int]], names_: set[str]) -> bool:
    """Whether one of the names stands in the sentences of the claim's source."""
    spans = claim["source"] or claim["cue"]
    around = " ".join(text.text[s:e] for s, e in sentences if any(_meet((s, e), tuple(span)) for span in spans)).lower()
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", around) for name in names_)


def is_junk(entity: Row) -> bool:
    """Whether an entity's name is none: a pronoun, nothing but titles or adjectives of peoples, or no capital at all.

    A chain without a name is none either way, unless it has been said to be a source.
    """
    lists = lexicon()
    words = [word.strip(".,'’").removesuffix("’s") for word in entity["name"].split()]
    if not any(mention["form"] == "name" for mention in entity["mentions"]):
        return len(entity["mentions"]) < 2 or entity["name"].lower() in SORTS
    plain = all(word.lower() in lists.titles or word in lists.demonyms or word.lower() in SORTS for word in words)
    return plain or not any(char.isupper() for char in entity["name"])


def score(data: Path) -> dict[str, float]:
    """The figures that the floor holds."""
    docs = Docs("rashomon_coreference")
    genres = gum(docs, data / "gum" / "dev.jsonl")
    rows = [row for some in genres.values() for row in some]
    without, with_ = both_ways((key, found) for key, found, _ in rows)
    figures, junk = sources(data)
    out = {
        "coreference_gum": conll(without),
        "coreference_gum_singletons": conll(with_),
        "coreference_junk": junk["junk"],
    }
    for corpus, (chained, _) in names_figures(docs, data).items():
        out[f"coreference_names_{corpus.replace(' ', '_').replace('+', '')}"] = chained
    for where, tally in figures.items():
        out[f"coreference_sources_{where}"] = tally.right / max(1, tally.total)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description="Figures of coreference.")
    parser.add_argument("--only", choices=("gum", "names", "sources"))
    parser.add_argument("--details", action="store_true", help="say which sources are wrong")
    args = parser.parse_args()
    docs = Docs("rashomon_coreference") if args.only != "sources" else None
    if docs and args.only != "names":
        genres = gum(docs, DATA / "gum" / "dev.jsonl")
        everything = [row for rows in genres.values() for row in rows]
        for genre, rows in (("all", everything), *sorted(genres.items())):
            without, with_ = both_ways((key, found) for key, found, _ in rows)
            shares = "  ".join(f"{name} {measure(without).f1:.3f}" for name, measure in MEASURES.items())
            print(f"{genre:14} CoNLL {conll(without):.4f} ({shares})   with singletons {conll(with_):.4f}")
        without, with_ = both_ways((key, found) for key, _, found in everything)
        print(f"{'reading':14} CoNLL {conll(without):.4f}   with singletons {conll(with_):.4f}")
    if docs and args.only != "gum":
        for corpus, (chained, whole) in names_figures(docs, DATA).items():
            print(f"names, {corpus:10} B3 chained {chained:.4f}   all {whole:.4f}")
    if args.only in {None, "sources"}:
        misses: list[str] | None = [] if args.details else None
        figures, junk = sources(DATA, misses)
        for where, tally in figures.items():
            print(f"sources, {where:10} {tally}")
        print("entities on 1,000 words:", ", ".join(f"{name} {value:.2f}" for name, value in junk.items()))
        print(*(misses or ()), sep="\n")


if __name__ == "__main__":
    main()
