"""A sighting: one trigger with all that hangs on it.

The record that the modules of this package hand on; how it is made, and which sightings are one event, is theirs.
"""

from dataclasses import dataclass

from rashomon.meaning.events.arguments import Part
from rashomon.meaning.events.triggers import Trigger
from rashomon.records import Count, EventType, Perspective, Time

DAY = len("2031-05-04")
"""How long the value of a time is that names a day."""


@dataclass(slots=True)
class Sighting:
    """A trigger with its arguments, time, counts and perspective; `source` is who says so, None the publisher."""

    trigger: Trigger
    type: EventType
    parts: list[Part]
    time: Time | None
    counts: list[Count]
    perspective: Perspective
    source: str | None
    heading: bool
    title: bool
    definite: bool

    def entities(self, *roles: str) -> set[str]:
        """Ids of the entities in some roles."""
        return {part.argument.entity for part in self.parts if part.argument.role in roles and part.argument.entity}
