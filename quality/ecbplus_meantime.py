"""MEANTIME in the format of ECB+: the event mentions of instances that several texts tell of.

In: rows of shared/data/meantime. Out: rows as quality.ecbplus_texts reads them; entities are left out.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

Row = dict[str, Any]


def as_ecbplus(rows: Iterable[Row]) -> list[Row]:
    """The rows with the fields that ECB+ has; `selected` are the mentions of instances in two texts and more."""
    rows = list(rows)
    told: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for mention in row["event_mentions"]:
            told[_instance(row, mention)].add(row["id"])
    return [
        {
            "id": row["id"],
            "tokens": row["tokens"],
            "token_sentence": row["token_sentence"],
            "entity_mentions": [],
            "event_mentions": [
                {
                    "m_id": mention["m_id"],
                    "type": "ACTION_OCCURRENCE",
                    "tokens": mention["tokens"],
                    "sentence": mention["sentence"],
                    "selected": len(told[_instance(row, mention)]) > 1,
                    "chain": _instance(row, mention),
                }
                for mention in row["event_mentions"]
            ],
        }
        for row in rows
    ]


def _instance(row: Row, mention: Row) -> str:
    """What a mention is of; where the row does not say, something of its own."""
    return mention.get("instance") or f"{row['id']}:{mention['m_id']}"
