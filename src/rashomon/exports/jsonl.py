"""The reading as one line of JSON and back: a contract that other programs depend on (docs/schema.json).

In: a `Reading`. Out: one line without a line break, in ASCII, so that it comes whole through every pipe, encoding and
terminal; what is not ASCII is escaped. NUL and a lone surrogate (half a character, as broken pages hold them) are
escaped likewise and come back as they were; only two halves side by side, which no page yields, come back as one
character. Keys stand in the order of the fields in `records`. Which readings are printed, and where to, does not belong
here.
"""

import json
from typing import Any, NoReturn

from rashomon.errors import UsageError
from rashomon.notation import MisfitError, from_plain, to_plain
from rashomon.records import Reading


def to_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain JSON values."""
    return to_plain(reading)


def dumps(reading: Reading) -> str:
    """The reading as one line of JSON, without the line break."""
    return json.dumps(to_json(reading), allow_nan=False, separators=(",", ":"))


def loads(line: str | bytes) -> Reading:
    """The reading that `dumps` printed; raises `UsageError` that says at which key the line is not a reading."""
    try:
        return from_plain(Reading, json.loads(line, parse_constant=_refuse))
    except MisfitError as misfit:
        raise UsageError(f"not a reading of this version of Rashomon: {misfit}") from misfit
    except (ValueError, RecursionError) as error:
        raise UsageError(f"not a line of JSON: {error}") from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a JSON number")
