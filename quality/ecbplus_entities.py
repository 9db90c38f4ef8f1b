"""Entity mentions of ECB+ to groups: names, other phrases and pronouns; people, things, places and times.

In: texts, the topic of each. Out: groups of mentions. Two names are compared by the entity joiner that a case uses; for
phrases without a name, which are no entities of a case of their own, further features are weighed by trees
(ecbplus_trees.json, made by training/fusion.py). A pronoun goes with its antecedent in the text, or stands alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from quality.ecbplus_texts import Mention, Text
from rashomon.fusion import compare as names
from rashomon.fusion import trees
from rashomon.fusion.event_forms import telling
from rashomon.fusion.identity import named
from rashomon.fusion.linkage import average_link
from rashomon.fusion.weighing import cosine, overlap, weight
from rashomon.graph import Form, Link
from rashomon.records import EntityType

TREES = Path(__file__).resolve().parent / "ecbplus_trees.json"
_KIND = "entity_mentions"
_NEAR = 4
_STRANGE = 0.05
_PRONOUNS: dict[str, str] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself", "this"), "it"),
    **dict.fromkeys(("they", "them", "their", "themselves", "these", "those"), "they"),
    **dict.fromkeys(("who", "whom", "whose", "which", "that"), "who"),
    **dict.fromkeys(("i", "me", "my", "myself"), "i"),
    **dict.fromkeys(("we", "us", "our"), "we"),
    **dict.fromkeys(("you", "your"), "you"),
}
_CLASSES = ("HUMAN", "NON", "LOC", "TIME")
_NAMED: dict[str, EntityType] = {"HUMAN": "person", "NON": "other", "LOC": "place"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is compared of a mention; all words are stems."""

    mention: Mention
    sort: str
    """The first part of its type."""
    said: str
    head: str
    words: frozenset[str]
    capitals: frozenset[str]
    named: bool
    """Whether its head has a capital."""
    sentence: frozenset[str]
    near: frozenset[str]
    above: str
    """The word that it hangs on, with how."""
    role: str
    article: str
    pronoun: str
    page: tuple[tuple[str, float], ...]
    form: Form | None


def groups(texts: Sequence[Text], topics: Sequence[int]) -> list[list[str]]:
    """Ids of mentions, entity by entity."""
    learned = _learned()
    out = []
    for row in by_topic(texts, topics):
        first = dict(antecedents(row, learned.antecedent, learned.least_antecedent))
        content = [phrase for phrase in row if not phrase.pronoun]
        links = [
            Link(
                one.mention.id,
                two.mention.id,
                trees.chance(learned.pair.odds(pair(one, two))),
                "maybe",
                (),
            )
            for one, two in combinations(content, 2)
        ]
        found = average_link((phrase.mention.id for phrase in content), links, (), learned.least)
        of = {each: at for at, group in enumerate(found) for each in group}
        together: dict[object, list[str]] = defaultdict(list)
        for phrase in row:
            last = _last(phrase.mention.id, first)
            together[of.get(last, last)].append(phrase.mention.id)
        out += list(together.values())
    return out


def _last(of: str, first: Mapping[str, str]) -> str:
    """Where a chain of antecedents ends."""
    seen = {of}
    while of in first and first[of] not in seen:
        of = first[of]
        seen.add(of)
    return of


def by_topic(texts: Sequence[Text], topics: Sequence[int]) -> Iterator[list[Phrase]]:
    """What is compared of the mentions, topic by topic, in order of the texts."""
    rows: dict[int, list[Phrase]] = defaultdict(list)
    for text, topic in zip(texts, topics, strict=True):
        found = sorted(text.mentions(_KIND), key=lambda mention: (mention.tokens, mention.id))
        rows[topic] += [_phrase(text, mention) for mention in found]
    return (rows[topic] for topic in sorted(rows))


def _phrase(text: Text, mention: Mention) -> Phrase:
    doc, stems = text.doc, text.stems
    head = doc[mention.head]
    sort = mention.type.split("_")[0]
    said = " ".join(doc[at].text for at in mention.tokens)
    other = "he" if head.pos_ == "PRON" else ""
    pronoun = _PRONOUNS.get(said.lower(), other) if len(mention.tokens) == 1 else ""
    is_name = head.text[:1].isupper() and head.pos_ in {"PROPN", "NOUN", "ADJ", "X"}
    around = [at for at in text.around(mention) if not doc[at].is_punct and at not in mention.tokens]
    ends = (mention.tokens[0], mention.tokens[-1])
    kind = "organization" if mention.type == "HUMAN_PART_ORG" else _NAMED.get(sort)
    capitals = [doc[at].text for at in mention.tokens if doc[at].text[:1].isupper()]
    return Phrase(
        mention,
        sort,
        said.lower(),
        stems[mention.head],
        frozenset(stems[at] for at in mention.tokens if doc[at].pos_ not in {"PUNCT", "DET"}),
        frozenset(stems[at] for at in mention.tokens if doc[at].text[:1].isupper() and doc[at].pos_ != "DET"),
        is_name,
        frozenset(telling(stems[at] for at in around)),
        frozenset(telling(stems[at] for at in around if min(abs(at - end) for end in ends) <= _NEAR)),
        stems[head.head.i] if head.head.i != head.i else "",
        head.dep_,
        doc[mention.tokens[0]].lower_,
        pronoun,
        text.page,
        named(" ".join(capitals), kind) if kind and is_name and not pronoun else None,
    )


def pair(one: Phrase, two: Phrase) -> Features:
    """Features of two phrases that are no pronouns; the same whichever comes first."""
    same = float(one.head == two.head)
    link = names.compare(one.form, two.form) if one.form and two.form else None
    shared = sum(map(weight, sorted(one.words & two.words)))
    shorter = min(sum(map(weight, sorted(each.words))) for each in (one, two))
    like = overlap(one.words, two.words)
    figures = [{word for word in each.words if word[:1].isdigit()} for each in (one, two)]
    text = float(one.mention.text == two.mention.text)
    page = cosine(dict(one.page), dict(two.page))
    sentence = overlap(one.sentence, two.sentence)
    named = overlap(one.capitals, two.capitals)
    both = bool(one.capitals and two.capitals)
    out: Features = {
        "head": same,
        "said": float(one.said == two.said),
        "rare": min(weight(one.head), weight(two.head)),
        "words": like,
        "contained": shared / shorter if shorter else 0.0,
        "capitals": named,
        "capitals.differ": float(both and named < _STRANGE),
        "capitals.both": float(both),
        "capitals.one": float(bool(one.capitals) != bool(two.capitals)),
        "names": link.score if link else 0.0,
        "names.differ": float(link is None and one.form is not None and two.form is not None),
        "spelling": _spelling(one.head, two.head),
        "sort.same": float(one.sort == two.sort),
        "type.same": float(one.mention.type == two.mention.type),
        "named.both": float(one.named and two.named),
        "named.one": float(one.named != two.named),
        "sentence": sentence,
        "near": overlap(one.near, two.near),
        "above": weight(one.above) if one.above and one.above == two.above else 0.0,
        "page": page,
        "text.same": text,
        "sentence.same": float(bool(text) and one.mention.sentence == two.mention.sentence),
        "figure.same": float(bool(figures[0] & figures[1])),
        "figure.differ": float(bool(figures[0] and figures[1] and not figures[0] & figures[1])),
        "longer": float(max(len(one.words), len(two.words))),
        "shorter": float(min(len(one.words), len(two.words))),
        "head.page": same * page,
        "head.sentence": same * sentence,
        "head.words": same * like,
        "head.text": same * text,
    }
    for sort in _CLASSES:
        out[f"sort.{sort}"] = float(one.sort == two.sort == sort)
    for article in ("the", "a"):
        there = [each.article in ({article, "an"} if article == "a" else {article}) for each in (one, two)]
        out[f"{article}.both"], out[f"{article}.one"] = float(all(there)), float(there[0] != there[1])
    return {name: round(value, 3) for name, value in out.items() if value}


def _spelling(left: str, right: str) -> float:
    one, two = ({f"^{word}$"[at : at + 2] for at in range(len(word) + 1)} for word in (left, right))
    return 2 * len(one & two) / (len(one) + len(two))


def antecedents(row: Sequence[Phrase], model: trees.Trees, least: float) -> Iterator[tuple[str, str]]:
    """Ids of pronouns, each with that of its likeliest antecedent in its text, where it is likely enough."""
    for pronoun, candidates in choices(row):
        scored = [(trees.chance(model.odds(given)), -at) for at, (_, given) in enumerate(candidates)]
        score, at = max(scored, default=(0.0, 0))
        if score >= least:
            yield pronoun.mention.id, candidates[-at][0].mention.id


def choices(row: Sequence[Phrase]) -> Iterator[tuple[Phrase, list[tuple[Phrase, Features]]]]:
    """Each pronoun with the other mentions of its text, those before it first, the nearest first."""
    texts: dict[int, list[Phrase]] = defaultdict(list)
    for phrase in row:
        texts[phrase.mention.text].append(phrase)
    for pronoun in row:
        if pronoun.pronoun:
            here = texts[pronoun.mention.text]
            start = pronoun.mention.tokens[0]
            others = [phrase for phrase in here if phrase is not pronoun]
            others.sort(key=lambda phrase: (phrase.mention.tokens[0] > start, abs(phrase.mention.tokens[-1] - start)))
            yield pronoun, list(_choices(pronoun, others, here))


def _choices(pronoun: Phrase, others: Sequence[Phrase], here: Sequence[Phrase]) -> Iterator[tuple[Phrase, Features]]:
    of_sort = of_type = 0
    for other in others:
        sort, type_ = other.sort == pronoun.sort, other.mention.type == pronoun.mention.type
        given: Features = {
            "sort": float(sort),
            "type": float(type_),
            "sort.before": float(of_sort),
            "type.before": float(of_type),
            "earlier": float(other.mention.tokens[0] < pronoun.mention.tokens[0]),
            "sentences": float(pronoun.mention.sentence - other.mention.sentence),
            "tokens": float(abs(pronoun.mention.tokens[0] - other.mention.tokens[-1])),
            "pronoun": float(bool(other.pronoun)),
            "pronoun.same": float(other.pronoun == pronoun.pronoun),
            "subject": float(other.role in _SUBJECTS),
            "possessive": float(other.role == "poss"),
            "subject.own": float(pronoun.role in _SUBJECTS),
            "possessive.own": float(pronoun.role == "poss"),
            "named": float(other.named),
            "words": float(len(other.words)),
            "often": float(sum(each.head == other.head for each in here)),
            f"is.{pronoun.pronoun}": 1.0,
            f"to.{other.pronoun or 'phrase'}": 1.0,
        }
        yield other, given
        of_sort, of_type = of_sort + sort, of_type + type_


@dataclass(frozen=True, slots=True)
class _Learned:
    """Trees for pairs and for antecedents, and from which score on they count."""

    pair: trees.Trees
    antecedent: trees.Trees
    least: float
    least_antecedent: float


@cache
def _learned() -> _Learned:
    pairs, rest = trees.read(TREES)
    of_pronouns, _ = trees.parsed(rest["antecedents"])
    return _Learned(pairs, of_pronouns, rest["least"], rest["least_antecedent"])
