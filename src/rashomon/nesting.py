"""Claims told inside other claims: the way from one outward.

In: claims of one page. Out: the same, in order. Who speaks, and what a doubt on the way means, does not belong here.
"""

from collections.abc import Iterator, Mapping

from rashomon.records import Claim


def outward(claim: str | None, claims: Mapping[str, Claim]) -> Iterator[Claim]:
    """The claim with this id among `claims` (by id), then those that it is told in, the outermost last.

    Nothing where there is no such claim; one that would be told in itself ends the way.
    """
    seen: set[str] = set()
    current = claims.get(claim or "")
    while current is not None and current.id not in seen:
        seen.add(current.id)
        yield current
        current = claims.get(current.parent or "")
