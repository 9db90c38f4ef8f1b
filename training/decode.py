"""From scores to attributions as dicts of character spans, by the package's own decoding and linking.

In: the scores of a text. Out: what the scorers read. Running a network and scoring against gold do not belong here.
"""

from typing import Any

from rashomon.encoder import Scores
from rashomon.meaning import decoding
from rashomon.meaning.linking import Link, link


def attributions(scores: Scores) -> list[dict[str, Any]]:
    """The attributions of a text."""
    return [as_dict(scores, each) for each in link(scores, decoding.spans(scores))]


def as_dict(scores: Scores, link: Link) -> dict[str, Any]:
    """One attribution in characters."""
    return {
        "source": [] if link.source is None else [scores.characters(link.source)],
        "cue": [scores.characters(link.cue)],
        "content": [scores.characters(span) for span in link.content],
    }
