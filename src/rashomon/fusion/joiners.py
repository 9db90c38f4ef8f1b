"""The joiners: how each kind of item is joined. A case that is only asked does without them, and without their tools.

In: nothing. Out: `JOINERS`. How a kind is joined does not belong here.
"""

from rashomon.fusion import copies, copygroups, events, grouping, identity
from rashomon.fusion.compare import compare as compare_entities
from rashomon.fusion.joining import Joiner, Joiners

JOINERS: Joiners = {
    "entity": Joiner(identity.forms, compare_entities, grouping.group, ("same", "different"), grouping.is_full),
    "event": Joiner(events.forms, events.compare, events.group),
    "page": Joiner(copies.forms, copies.compare, copygroups.group),
}
