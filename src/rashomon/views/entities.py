"""Which entities of a reading are shown by name: those that have one, and sources.

In: a `Reading`. Out: entities. What a page only describes ("the two gunmen ... they") is in the reading, for who asks
for chains; among names it would be clutter.
"""

from rashomon.records import Entity, Reading


def shown(reading: Reading) -> tuple[Entity, ...]:
    """The entities with a name, and those that speak."""
    speaking = {claim.source_entity for claim in reading.claims}
    return tuple(each for each in reading.entities if each.id in speaking or is_named(each))


def is_named(entity: Entity) -> bool:
    """Whether one of its mentions is a name."""
    return any(mention.form == "name" for mention in entity.mentions)
