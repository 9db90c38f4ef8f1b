"""Settings: one frozen record, read from the environment only when asked (`Settings.from_environment()`)."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from rashomon.errors import UsageError

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set for all pages alike.

    `model`: name of the spaCy package to load, None for whichever pinned one is installed.
    `threads`: how many threads the encoder may use; its scores do not depend on it.
    `least_score`: claims that are less likely than this (twice this, where no word of saying is in them) are left out;
    lower it to miss less and see more that is wrong.
    `event_words`: a TOML file of the form of `meaning/data/events.toml`, with words that trigger events beside ours.
    `max_bytes`: a raw page larger than this fails; `max_characters`: so does one whose visible text is longer.
    """

    model: str | None = None
    threads: int = 1
    least_score: float = 0.2
    event_words: str | None = None
    max_bytes: int = 20 * _MEGABYTE
    max_characters: int = 500_000

    @classmethod
    def from_environment(cls) -> Self:
        """Settings with what the environment sets: `RASHOMON_MODEL`, `RASHOMON_THREADS` and so on, by their names."""
        default = cls()
        return cls(
            model=os.environ.get("RASHOMON_MODEL") or default.model,
            event_words=os.environ.get("RASHOMON_EVENT_WORDS") or default.event_words,
            least_score=_share("RASHOMON_LEAST_SCORE", default.least_score),
            threads=_whole_number("RASHOMON_THREADS", default.threads),
            max_bytes=_whole_number("RASHOMON_MAX_BYTES", default.max_bytes),
            max_characters=_whole_number("RASHOMON_MAX_CHARACTERS", default.max_characters),
        )

    def changed(self, names: Iterable[str]) -> dict[str, object]:
        """Those of the settings that are not as they come."""
        default = type(self)()
        return {name: getattr(self, name) for name in names if getattr(self, name) != getattr(default, name)}


def _whole_number(name: str, default: int) -> int:
    value = os.environ.get(name, "").replace("_", "")
    if not value:
        return default
    if not value.isdecimal() or int(value) < 1:
        raise UsageError(f"{name} must be a whole number above 0, not {value!r}")
    return int(value)


def _share(name: str, default: float) -> float:
    value = os.environ.get(name, "")
    if not value:
        return default
    try:
        share = float(value)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise UsageError(f"{name} must be a number from 0 to 1, not {value!r}")
    return share
