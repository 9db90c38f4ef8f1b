"""Which names of a page are bodies rather than people or places, by what the page puts beside them.

In: a `Doc`, its `Run`s and the votes for each name. Out: the votes; where the page shows a body, those for a person or
place are the body's. A group that no recogniser knows looks like a man to all of them; but somewhere a page says "the
group Harun Tal", "Harun Tal militants", "Harun Tal, a sect" of it, and gives a person a title, an age or a "who". What
is called a firm, or is a firm's name for short (Oro of Oro Motor Company), is no place either.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from rashomon.language.kinds import Votes, text_of
from rashomon.language.lexicon import lexicon
from rashomon.language.placing import DOUBTED, best, is_person, parts_of_people
from rashomon.language.runs import Run
from rashomon.language.variants import plain

_ARTICLES = frozenset({"a", "an", "the"})
_GOES_ON = frozenset(
    {"that", "which", "who", "whose", "of", "in", "from", "based", "led", "founded", "formed", "known", "with"}
)
_CALLED = frozenset({"called", "named", "dubbed", "known"})
_OF_FIRMS = (["ceo"], ["cfo"], ["shareholders"], ["chief", "executive"])
"""What firms have and people have not."""
_LONGEST = 6
"""Words of an apposition up to its noun."""


def embodied(doc: Doc, runs: Sequence[Run], votes: Mapping[str, Votes]) -> dict[str, Votes]:
    """The votes for each name after a look at the whole page."""
    named: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        named[text_of(doc, run)].append(run)
    parts, firms, out = parts_of_people(votes), _short_for_firms(votes), dict(votes)
    for name, found in named.items():
        kind = best(votes.get(name, {}))
        if kind == "person" and plain(name) not in parts and name.split()[0] not in lexicon().given:
            bodies = sum(_is_body(doc, run) for run in found) + (name in firms)
            shown = bodies > sum(is_person(doc, run) for run in found)
        else:
            shown = kind == "place" and (name in firms or any(is_called_body(doc, run) for run in found))
        if shown:
            held = votes[name]
            body = held[kind] + held.get("organization", 0.0)
            out[name] = {**held, "organization": body, kind: DOUBTED * held[kind]}
    return out


def _short_for_firms(votes: Mapping[str, Votes]) -> set[str]:
    """First words of the longer names that are those of firms."""
    longer = (name.split() for name, kinds in votes.items() if " " in name and best(kinds) == "organization")
    return {words[0] for words in longer if words[-1].lower().rstrip(".") in lexicon().firms} - lexicon().known_places


def is_called_body(doc: Doc, run: Run) -> bool:
    """Whether the words around one mention call it a body: "the group X", "a group known as X", "X, a sect"."""
    first = run.start
    while first > max(run.start - 3, 0) and not doc[first].is_sent_start:
        first -= 1
    before = [token.lower_ for token in doc[first : run.start]]
    if before[-2:] == ["known", "as"]:
        before.pop()
    if before and before[-1] in _CALLED:
        before.pop()
    called = bool(before) and before[-1] in lexicon().groups
    return called or (doc[run.end : run.end + 1].text == "," and _is_group(doc, run.end + 1))


def _is_body(doc: Doc, run: Run) -> bool:
    """Whether the words around one mention are those around a body."""
    after = [token.lower_ for token in doc[run.end : run.end + 3]]
    owns = after[:1] in (["'s"], ["’s"]) and (after[1:2] in _OF_FIRMS or after[1:] in _OF_FIRMS)
    return is_called_body(doc, run) or owns or bool(after and after[0] in lexicon().followers)


def _is_group(doc: Doc, at: int) -> bool:
    """Whether an apposition starts here whose noun is a group: "the militant group that", "a sect,"."""
    if at >= len(doc) or doc[at].lower_ not in _ARTICLES:
        return False
    for token in doc[at + 1 : at + _LONGEST]:
        after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else "."
        if token.lower_ in lexicon().groups and (after in _GOES_ON or not after[0].isalpha()):
            return True
        if token.text in {",", "of"}:
            return False
    return False
