"""Whose word a stretch of a Doc is: the innermost claim around it, or the page's own.

In: the `Ground` of a Doc. Out: a `Voice` a token. What two voices say does not belong here.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.meaning.events.ground import Ground
from rashomon.meaning.source_tables import words_of
from rashomon.records import Claim

_ARTICLES = frozenset({"a", "an", "the", "some", "his", "her", "their", "its"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it: `key` is the same for the same source, empty for the page itself; `claim` is where it is said."""

    key: str
    claim: Claim | None

    @property
    def id(self) -> str | None:
        """The claim's id, None for the page."""
        return self.claim.id if self.claim else None


PAGE = Voice("", None)


def voice_of(claim: Claim, ground: Ground) -> Voice:
    """The voice of a claim: its entity, else the words that name its source; of nobody it is the page's."""
    words = [word for span in claim.source for word in words_of(span.cut(ground.text)) if word not in _ARTICLES]
    return Voice(claim.source_entity or " ".join(words), claim)


def voice_at(token: Token, ground: Ground) -> Voice:
    """The voice that a token stands in."""
    claim = ground.claim[token.i]
    return voice_of(claim, ground) if claim is not None else PAGE


def differ(one: Voice, two: Voice) -> bool:
    """Whether two voices are two sources; a source and one that it quotes are two as well."""
    return one.key != two.key
