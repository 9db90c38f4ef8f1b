"""What a page states of an entity that sets it apart from its namesakes: offices, bodies, states, family, birth, death.

In: a reading. Out: facts of each entity, plain JSON values, few enough that many pages give the same. What follows from
two sets of facts does not belong here.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from rashomon.fusion.countries import country
from rashomon.fusion.names import parse
from rashomon.fusion.vocabulary import standing
from rashomon.isodates import is_iso_date
from rashomon.records import Entity, Event, Reading, Tie

Facts = dict[str, Any]
_WORK = frozenset(["leads", "holds_post", "member_of", "employed_by", "founded", "owns", "controls"])
_POSTS = frozenset(["leads", "holds_post"])
_KIN = {
    "parent": ("child", "parent"),
    "child": ("parent", "child"),
    "sibling": ("sibling", "sibling"),
    "spouse": ("spouse", "spouse"),
    "relative": ("relative", "relative"),
}
_WITHIN = frozenset(["part_of", "based_in"])
_FATAL = frozenset(["death", "killing"])
_AGED = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b")
_AGE_AFTER = re.compile(r"\s*(?:,\s*(?:aged\s+)?(\d{1,3})\s*[,.;]|\((\d{1,3})\))")
_OLDEST = 110


def facts_of(reading: Reading) -> dict[str, Facts]:
    """The facts of each entity by its id; empty where the page states nothing of the kind."""
    by_id = {entity.id: entity for entity in reading.entities}
    facts: dict[str, dict[str, set[Any]]] = {entity: defaultdict(set) for entity in by_id}
    for entity in reading.entities:
        _described(entity, facts[entity.id])
        born = _born(entity, reading) if entity.type == "person" else None
        if born:
            facts[entity.id]["born"].add(born)
    for tie in reading.ties:
        if tie.subject in by_id and tie.object in by_id and _holds(tie):
            _tied(tie, by_id[tie.subject], by_id[tie.object], facts, reading.page.text)
    for dead, days in _deaths(reading):
        if dead in by_id and by_id[dead].type == "person":
            facts[dead]["died"].add(days)
    return {
        entity: {name: _listed(name, values) for name, values in found.items() if values}
        for entity, found in facts.items()
    }


def other_names(reading: Reading) -> dict[str, list[str]]:
    """By entity the names of others on the page that it is said, without hedge or denial, to be an alias of."""
    names = {entity.id: entity.name for entity in reading.entities}
    found: dict[str, list[str]] = defaultdict(list)
    for tie in reading.ties:
        if tie.predicate == "alias_of" and tie.subject in names and tie.object in names and _holds(tie):
            found[tie.subject].append(names[tie.object])
            found[tie.object].append(names[tie.subject])
    return found


def main_country(reading: Reading) -> str | None:
    """The state that most mentions of states on the page name, or None where no state has half of them."""
    counts: Counter[str] = Counter()
    for entity in reading.entities:
        code = country(entity.name) if entity.type == "place" else None
        if code:
            counts[code] += len(entity.mentions)
    top = counts.most_common(1)
    return top[0][0] if top and 2 * top[0][1] > counts.total() else None


def body_name(entity: Entity) -> str:
    """What a body or place is called among facts: the code of a state, else its plain name."""
    return country(entity.name) or parse(entity.name, entity.type).plain


def _listed(name: str, values: set[Any]) -> list[Any]:
    """The values in order, as JSON knows them; an office without a body only where no body is named."""
    if name == "offices":
        whose = {office for office, body in values if body}
        values = {(office, body) for office, body in values if body or office not in whose}
    return [list(value) if isinstance(value, tuple) else value for value in sorted(values)]


def _described(entity: Entity, facts: dict[str, set[Any]]) -> None:
    for description in entity.descriptions:
        said = standing(description)
        facts["countries"] |= said.countries
        if entity.type == "person":
            facts["kinds"] |= said.kinds
            only = min(said.countries) if len(said.countries) == 1 else ""
            facts["offices"] |= {(office, only) for office in said.offices}


def _holds(tie: Tie) -> bool:
    """Whether somebody states the tie without hedge or denial: what is only alleged sets nobody apart."""
    return tie.status != "alleged" and any(
        view.polarity == "affirmed" and view.certainty == "certain" for view in tie.perspectives
    )


def _tied(tie: Tie, subject: Entity, object: Entity, facts: dict[str, dict[str, set[Any]]], text: str) -> None:
    mine, theirs = facts[subject.id], facts[object.id]
    if tie.predicate in _KIN and subject.type == object.type == "person":
        of_object, of_subject = _KIN[tie.predicate]
        mine["kin"].add((of_object, parse(object.name, "person").plain))
        theirs["kin"].add((of_subject, parse(subject.name, "person").plain))
    elif tie.predicate in _WORK and subject.type == "person" and object.type in {"organization", "place"}:
        body = body_name(object)
        mine["countries" if country(object.name) else "bodies"].add(body)
        if object.type == "place" and tie.predicate in _POSTS:
            words = " ".join(span.cut(text) for span in tie.evidence)
            mine["offices"] |= {(office, body) for office in standing(words).offices}
    elif tie.predicate in _WITHIN and subject.type != "person" and object.type == "place":
        mine["within"].add(body_name(object))


def _born(entity: Entity, reading: Reading) -> tuple[int, int] | None:
    """The years of birth that the page's word for the age allows, counted from its date."""
    published = reading.page.published.value or ""
    if not is_iso_date(published):
        return None
    ages = {int(found) for words in entity.descriptions for found in _AGED.findall(words)}
    for mention in entity.mentions:
        after = _AGE_AFTER.match(reading.page.text, mention.end) if mention.form == "name" else None
        if after:
            ages.add(int(after[1] or after[2]))
    if len(ages) != 1 or not 0 < (age := ages.pop()) <= _OLDEST:
        return None
    return int(published[:4]) - age - 1, int(published[:4]) - age


def _deaths(reading: Reading) -> Iterator[tuple[str, tuple[str, str]]]:
    """Who the page says for certain has died, and between which days."""
    times = {time.id: time for time in reading.times}
    for event in reading.events:
        time = times.get(event.time or "")
        if event.type not in _FATAL or not _happened(event) or not time:
            continue
        if time.earliest and time.latest and is_iso_date(time.earliest) and is_iso_date(time.latest):
            for argument in event.arguments:
                if argument.role in {"person", "target"} and argument.entity:
                    yield argument.entity, (time.earliest, time.latest)


def _happened(event: Event) -> bool:
    return all(
        view.polarity == "affirmed" and view.certainty == "certain" and view.status == "actual"
        for view in event.perspectives
    )
