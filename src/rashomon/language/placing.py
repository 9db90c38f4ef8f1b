"""Which lone names of a page are places or bodies rather than people, by all that the page does with them.

In: a `Doc`, its `Run`s and the votes for each name. Out: the votes, with what the page shows added. A rare place that
speaks ("Ostia insists") or is hit looks like a person to every recogniser; but a page says "in Ostia", "Ostia's foreign
ministry", "Ostian police" of it somewhere, and gives a person a title, a first name or a "who".
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from rashomon.language.kinds import Votes, text_of
from rashomon.language.lexicon import OF_PLACES, lexicon
from rashomon.language.runs import Run
from rashomon.language.variants import plain

_IN = frozenset({"in", "near", "outside", "across", "throughout", "around", "inside"})
_TOWARD = frozenset(
    {"neighbouring", "neighboring", "northern", "southern", "eastern", "western", "central", "downtown"}
)
_DASHES = frozenset({"—", "–", "-", "--"})
_SHOWN, _MOST = 1.5, 4.5
"""Votes of one thing that shows a place, and of all together."""
DOUBTED = 0.3
"""What is left of the votes for a person where nothing on the page but the recognisers speaks for one."""


def placed(doc: Doc, runs: Sequence[Run], votes: Mapping[str, Votes]) -> dict[str, Votes]:
    """The votes for each name after a look at the whole page."""
    lone: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        if run.end - run.start == 1:
            lone[text_of(doc, run)].append(run)
    parts, inside = parts_of_people(votes), _parts_of_bodies(votes)
    words = {token.text for token in doc}
    out = dict(votes)
    for name, found in lone.items():
        if best(votes.get(name, {})) != "person" or plain(name) in parts:
            continue
        places = sum(_is_place(doc, run) for run in found) + (name in inside)
        places += any(name + ending in words for ending in OF_PLACES) + (name in lexicon().known_places)
        people = sum(is_person(doc, run) and not _is_place(doc, run) for run in found)
        if people < max(places, 1):
            out[name] = _weighed(votes[name], places, any(_has_article(doc, run) for run in found))
    return out


def _weighed(votes: Votes, places: int, bare: bool) -> Votes:  # noqa: FBT001
    out = dict(votes)
    if (places or bare) and "person" in out:
        out["person"] *= DOUBTED
    if places:
        out["place"] = out.get("place", 0.0) + min(_MOST, _SHOWN * places)
    return out


def parts_of_people(votes: Mapping[str, Votes]) -> set[str]:
    """First and last words of the longer names that are mostly taken for people."""
    people = (name for name, kinds in votes.items() if " " in name and best(kinds) == "person")
    return {word for name in people for word in (plain(name).split()[0], plain(name).split()[-1])}


def _parts_of_bodies(votes: Mapping[str, Votes]) -> set[str]:
    """Words that begin the names of organizations or end them after "of": they are often where these are."""
    bodies = (name.split() for name, kinds in votes.items() if " " in name and best(kinds) == "organization")
    return {word for words in bodies for word in (words[0], *(words[-1:] if words[-2] == "of" else ()))}


def best(votes: Votes) -> str:
    """The kind with most votes; empty where there are none."""
    return max(votes, key=lambda kind: votes[kind], default="")


def is_person(doc: Doc, run: Run) -> bool:
    """Whether the words around one mention are those around a person's name."""
    lists = lexicon()
    name = doc[run.start].text
    before = doc[run.title - 1].lower_.rstrip(".") if not doc[run.title].is_sent_start else ""
    titled = any(token.lower_.rstrip(".") in lists.sure_titles for token in doc[run.title : run.start])
    after = doc[run.end].lower_ if run.end < len(doc) else ""
    aged = after == "," and run.end + 1 < len(doc) and doc[run.end + 1].like_num
    return titled or aged or before in lists.sure_titles or before in lists.kin or after == "who" or name in lists.given


def _is_place(doc: Doc, run: Run) -> bool:
    """Whether the words around one mention are those around a place."""
    before = doc[run.start - 1].lower_ if run.start and not doc[run.start].is_sent_start else ""
    after = doc[run.end] if run.end < len(doc) else None
    owns = after is not None and after.text in {"'s", "’s"}
    if before in _TOWARD or (before in _IN and not owns and not _goes_on(doc, run)):
        return True
    if doc[run.start].is_sent_start and doc[run.start].text.isupper() and after is not None and after.text in _DASHES:
        return True
    head = doc[run.start]
    had = [child for each in head.head.children if each.dep_ == "dobj" for child in (each, *each.children)]
    own = head.dep_ == "nsubj" and any(each.lower_ == "its" for each in had)
    near = (*_owned(doc, run.end + owns), *(had if own else ()))
    return any(token.lower_ in lexicon().of_states for token in near)


def _goes_on(doc: Doc, run: Run) -> bool:
    """Whether the name only stands before a noun or in a compound: "in Renko circles", "the Renko-led party"."""
    return run.end < len(doc) and (doc[run.end].pos_ in {"NOUN", "PROPN"} or doc[run.end].text[0] in "-–")


def _owned(doc: Doc, at: int) -> Iterator[Token]:
    """The adjectives and nouns from a token on."""
    while at < len(doc) and doc[at].pos_ in {"ADJ", "NOUN", "PROPN"}:
        yield doc[at]
        at += 1


def _has_article(doc: Doc, run: Run) -> bool:
    """Whether "the" stands before the name, and no noun after it: people's names have none."""
    plural = doc[run.start].text.endswith("s")  # the Renkos
    return run.start > 0 and doc[run.start - 1].lower_ == "the" and not plural and not _goes_on(doc, run)
