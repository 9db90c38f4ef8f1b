"""How well comment spam is told: Matthews correlation and share of ham flagged on `spam_comments` dev.

    python quality/spam.py

Each comment is judged alone, without its article: the corpus has neither pages nor threads.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from rashomon.pages.comments import spam_flags

_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
_SOURCES = {
    "youtube": "youtube_spam_collection",
    "sms": "sms_spam_collection",
    "datacamp": "datacamp_article_comments",
}


def score(data: Path) -> dict[str, float]:
    """`spam_mcc` and `spam_ham_flagged`, over all and for each source (`spam_mcc_sms` ...)."""
    rows = [json.loads(line) for line in (data / "spam_comments" / "dev.jsonl").read_text("utf-8").splitlines()]
    told = [(row["source"], row["label"] == "spam", bool(spam_flags([row["text"]], "")[0])) for row in rows]
    scores = _scores("", [(gold, flagged) for _, gold, flagged in told])
    for name, source in _SOURCES.items():
        scores |= _scores(f"_{name}", [(gold, flagged) for where, gold, flagged in told if where == source])
    return scores


def _scores(suffix: str, pairs: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    hit, missed = pairs.count((True, True)), pairs.count((True, False))
    wrong, right = pairs.count((False, True)), pairs.count((False, False))
    spread = (hit + wrong) * (hit + missed) * (right + wrong) * (right + missed)
    return {
        f"spam_mcc{suffix}": (hit * right - wrong * missed) / spread**0.5 if spread else 0.0,
        f"spam_ham_flagged{suffix}": wrong / max(wrong + right, 1),
    }


def main() -> None:
    if not (_DATA / "spam_comments").is_dir():
        print("skipped: ../shared/data/spam_comments is not there")
        return
    for name, value in score(_DATA).items():
        print(f"{name:28} {value:.4f}")


if __name__ == "__main__":
    main()
