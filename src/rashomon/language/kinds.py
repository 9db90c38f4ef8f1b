"""Runs to kinds: is it a person, an organisation or a place, by votes of all its occurrences on the page.

In: a `Doc` and its `Run`s. Out: votes for each name. A name does not change its kind from sentence to sentence, so the
votes of all occurrences are added. The encoder has one voice among several: titles, kin, heads of organisations and
places, lists of known names, given names, prepositions, verbs of saying, the page's own paper, and the labels of
another recogniser where the pipeline has one. Chains do not belong here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from spacy.tokens import Doc

from rashomon import layers
from rashomon.language.lexicon import lexicon
from rashomon.language.recognised import Recognised, runs_of
from rashomon.language.runs import Run
from rashomon.language.variants import plain

LABEL_KINDS = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "other",
    "PRODUCT": "other", "EVENT": "other", "LAW": "other", "WORK_OF_ART": "other",
}  # fmt: skip
ENOUGH = 0.9
"""A name with fewer votes than this is not taken for one."""

Votes = dict[str, float]
_WHOLE, _PART = 1.5, 0.7
"""Votes of the encoder for a run that is its name, or shares words with it."""

_IN = frozenset({"in", "at", "near", "across", "throughout", "outside", "inside", "around", "toward", "towards"})
_SAYING = frozenset({"said", "says", "told", "added", "tweeted", "argued", "asked", "wrote", "believes", "thinks"})
_NOT_IN = 1.5
"""Votes against a person where the name follows "in" or "near"."""
_OWNING = frozenset({"'s", "’s", "'", "’"})
_OF = frozenset({"of", "for", "at"})
_OFFICE = 5
"""Words up to the one that names an office."""
_MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
_DASHES = frozenset({"—", "–", "-", "--"})
"""What a dateline ends with, behind the agency in brackets."""
_COMPANY = frozenset({"inc", "ltd", "llc", "plc", "corp", "co", "gmbh", "ag", "sa"})


def text_of(doc: Doc, run: Run) -> str:
    """The words of a run as they stand, white space evened out."""
    return " ".join(doc[run.start : run.end].text.split())


def tally(doc: Doc, runs: Iterable[Run], seen: Iterable[Recognised] = ()) -> dict[str, Votes]:
    """The votes for each name, all its occurrences together; `seen` is what the encoder takes for names."""
    out: dict[str, Votes] = {}
    seen = list(seen)
    heard = {at: name for name in seen for at in range(name.start, name.end)}
    whole = {(run.start, run.end) for run in runs_of(doc, seen)}
    for run in runs:
        name = text_of(doc, run)
        out[name] = add(out.get(name, {}), _recogniser(doc, run), _encoder(heard, run, whole), _surroundings(doc, run))
    return {name: add(votes, _of_itself(name), _of_page(doc, name)) for name, votes in out.items()}


def add(*votes: Votes) -> Votes:
    """All votes together."""
    out: Votes = {}
    for some in votes:
        for kind, number in some.items():
            out[kind] = out.get(kind, 0.0) + number
    return out


def decide(votes: Votes) -> str | None:
    """The kind with most votes, None where there are too few; ties go to the alphabetically first."""
    if not votes:
        return None
    kind, most = min(votes.items(), key=lambda item: (-item[1], item[0]))
    return kind if most >= ENOUGH else None


def _recogniser(doc: Doc, run: Run) -> dict[str, float]:
    """What another recogniser says: a label with the same bounds counts full, one that overlaps half."""
    span = doc[run.start : run.end - run.small]
    out: dict[str, float] = {}
    labels = {token.ent_type_ for token in span if token.ent_type_ in LABEL_KINDS}
    for label in labels:
        inside = [token for token in span if token.ent_type_ == label]
        whole = len(inside) == len(span)
        kind = LABEL_KINDS[label]
        weight = 1.0 if whole else 0.6 * len(inside) / len(span) + 0.2
        out[kind] = out.get(kind, 0.0) + weight * (0.9 if kind == "other" else 1.0)
    return out


def _encoder(heard: Mapping[int, Recognised], run: Run, whole: Collection[tuple[int, int]]) -> Votes:
    """What the encoder takes the run for: as a whole, if need be without what hangs on behind it, or in part."""
    own = run.end - run.start > 1 and (run.start, run.end) in whole
    names = dict.fromkeys(heard[at] for at in range(run.start, run.end) if at in heard)
    return add(*({name.kind: _WHOLE if own or name.end in (run.end, run.end - run.small) else _PART} for name in names))


def _surroundings(doc: Doc, run: Run) -> dict[str, float]:
    """What the words before and after say."""
    lists = lexicon()
    votes: dict[str, float] = defaultdict(float)
    before = doc[run.title - 1].lower_ if not doc[run.title].is_sent_start else ""
    after = doc[run.end].lower_ if run.end < len(doc) else ""
    titled = run.title < run.start and any(
        t.lower_.rstrip(".") in lists.sure_titles for t in doc[run.title : run.start]
    )
    if titled or before.rstrip(".") in lists.sure_titles:
        votes["person"] += 4 if titled else 2
    elif before in lists.kin:
        votes["person"] += 2
    if before in _IN:
        happened = before == "in" and doc[run.title - 1].head.pos_ == "VERB"  # was founded in X, not a stake in X
        votes["place"] += (1.6 if happened else 1.1) if run.end - run.start == 1 else 0.9
        votes["person"] -= 0.0 if after in _OWNING else _NOT_IN
    elif after in _SAYING or before == "told":
        votes["person"] += 0.4
    if after == "," and doc[run.start].is_sent_start and _is_day(doc, run.end + 1):
        votes["place"] += 4
    elif before == "(" and after == ")" and run.end + 1 < len(doc) and doc[run.end + 1].text in _DASHES:
        votes["organization"] += 3
    elif after == "," and run.end + 2 < len(doc) and doc[run.end + 1].like_num and doc[run.end + 2].text in (",", "."):
        votes["person"] += 1.5
    if after == "who" or (after == "," and doc[run.end + 1 : run.end + 2].text == "who"):
        votes["person"] += 1
    if after == "," and _is_office(doc, run.end + 1):
        votes["person"] += 2
    return votes


def _is_office(doc: Doc, at: int) -> bool:
    """Whether words say whose office somebody has: "the head of the party", "a spokeswoman for", "director at"."""
    for token in doc[at : at + _OFFICE]:
        if token.lower_ in lexicon().titles:
            return doc[token.i + 1 : token.i + 2].text in _OF
        if token.pos_ not in {"DET", "ADJ", "NOUN", "PROPN"}:
            return False
    return False


def _is_day(doc: Doc, at: int) -> bool:
    """Whether a day and its month stand here: 9 August, Aug. 9."""
    two = [token.lower_ for token in doc[at : at + 2]]
    numbers = [word.isdigit() for word in two]
    return sorted(numbers) == [False, True] and two[numbers.index(False)][:3] in _MONTHS


def _of_page(doc: Doc, name: str) -> Votes:
    """What the page is: the paper that it is from is a body."""
    page = layers.page(doc)
    paper = page.publisher if page else None
    return {"organization": 3.0} if paper and plain(name) == plain(paper.removeprefix("The ")) else {}


def _of_itself(name: str) -> dict[str, float]:
    """What the words of the name say."""
    lists = lexicon()
    votes: dict[str, float] = defaultdict(float)
    words = name.replace("-", " ").split()
    lower = [word.lower().rstrip(".") for word in words]
    if name in lists.known_places:
        votes["place"] += 4 if len(words) == 1 else 12
    if name in lists.known_organisations:
        votes["organization"] += 5
    linked = next((at for at, word in enumerate(lower) if word in ("of", "for", "and") and at), len(lower))
    head = lower[linked - 1]
    if lower[-1] in _COMPANY or (len(words) > 1 and (head in lists.organisations or lower[-1] in lists.organisations)):
        votes["organization"] += 3
    elif len(words) > 1 and (head in lists.places or lower[0] in lists.places):
        votes["place"] += 3
    if len(words) > 1 and lower[0] in lists.openers:
        votes["organization"] += 3
    if len(words) > 1 and words[0] in lists.given and not votes["organization"]:
        votes["person"] += 2
    if len(words) > 2 and {"ur", "ud"} & set(lower) and not votes["organization"]:
        votes["person"] += 2
    letters = [char for char in name if char.isalpha()]
    if len(words) == 1 and 2 <= len(letters) <= 6 and sum(map(str.isupper, letters)) > len(letters) / 2 and not votes:
        votes["organization"] += 1
    return votes
