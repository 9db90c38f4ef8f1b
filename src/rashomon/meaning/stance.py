"""What kind of saying a cue is: from its words to a stance.

In: lemmas of the cue, first lemmas of the content, whether a side is named in it. Out: a stance. How sure the source
is, is the matter of certainty.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import cast

from rashomon.meaning.cues import cues
from rashomon.records import Stance

_BLAMES = frozenset({"condemn", "criticise", "criticize", "denounce", "condemnation", "criticism", "decry", "attack"})
_REACH = 3
_QUESTIONS = frozenset({"whether", "if", "what", "who", "why", "how", "when", "where", "which", "about"})


def stance_of(cue: Sequence[str], content: Sequence[str], *, named_side: bool) -> Stance:
    """The stance of a cue; condemning accuses only where it blames somebody who is named."""
    phrases, words = _tables()
    near = [*cue, *content[:_REACH]]
    for size in (3, 2):
        for at in range(len(near) - size + 1):
            found = phrases.get(" ".join(near[at : at + size]))
            if found and at < len(cue):
                return found
    if "ask" in cue and "to" in content and content[0] not in _QUESTIONS:
        return "demands"
    for word in reversed(cue):
        if word in words:
            return "says" if word in _BLAMES and not named_side else words[word]
    return "says"


def tells(cue: Sequence[str]) -> bool:
    """Whether a cue has a word that says, thinks, wants or shows something; "said" is one, "launched" is none."""
    phrases, words = _tables()
    known = cues().clause | cues().quotation | cues().channels | cues().naming | {"accord"}
    return " ".join(cue) in phrases or any(word in words or word in known for word in cue)


@cache
def _tables() -> tuple[dict[str, Stance], dict[str, Stance]]:
    table = tomllib.loads(files(__package__).joinpath("data/stances.toml").read_text(encoding="utf-8"))
    return _by_word(table["phrases"]), _by_word(table["words"])


def _by_word(table: dict[str, list[str]]) -> dict[str, Stance]:
    return {word: cast(Stance, stance) for stance, words in table.items() for word in words}
