"""Mentions of many texts: read from rows without chains, sorted into topics, grouped and scored."""

import json

from quality.ecbplus import groups, keyed
from quality.ecbplus_meantime import as_ecbplus
from quality.ecbplus_texts import parsed, topics

FIRE = "Fire destroyed the Oskarin harbour on Sunday and police arrested Osip Varga ."
BLAZE = "Police in Oskarin arrested Varga after the harbour was destroyed by fire ."
GAME = "The Dorrin Rovers won the final in Tolmar and the goalkeeper was arrested ."


_EVENTS = ("arrested", "destroyed", "won")
_ENTITIES = {"Varga": "HUMAN_PART_PER", "harbour": "LOC_FAC"}


def row(id: str, text: str, **chains: str) -> dict:
    tokens = text.split()

    def mention(word: str, type: str) -> dict:
        made = {"m_id": word, "type": type, "tokens": [tokens.index(word)], "sentence": 0, "selected": True}
        return made | ({"chain": chains[word]} if word in chains else {})

    return {
        "id": id,
        "tokens": tokens,
        "token_sentence": [0] * len(tokens),
        "event_mentions": [mention(each, "ACTION_OCCURRENCE") for each in _EVENTS if each in tokens],
        "entity_mentions": [mention(each, sort) for each, sort in _ENTITIES.items() if each in tokens],
    }


def test_groups_of_rows_without_chains() -> None:
    texts = parsed([row("1", FIRE), row("2", BLAZE), row("3", GAME)])
    found = groups(texts, topics(texts))
    assert found == json.loads(json.dumps(found))
    assert ["1:destroyed", "2:destroyed"] in found["events"]
    assert ["1:Varga", "2:Varga"] in found["entities"]
    assert sorted(each for group in found["events"] for each in group) == [
        "1:arrested", "1:destroyed", "2:arrested", "2:destroyed", "3:arrested", "3:won",
    ]  # fmt: skip


def test_texts_of_one_event_are_one_topic() -> None:
    found = topics(parsed([row(f"{at}", (FIRE, GAME)[at % 2]) for at in range(12)]))
    assert len(set(found[::2])) == len(set(found[1::2])) == 1
    assert found[0] != found[1]


def test_chains_are_read_across_texts() -> None:
    texts = parsed([row("1", FIRE, arrested="a", destroyed="d"), row("2", BLAZE, arrested="a", destroyed="e")])
    assert set(keyed(texts, "event_mentions")) == {
        frozenset({"1:arrested", "2:arrested"}), frozenset({"1:destroyed"}), frozenset({"2:destroyed"}),
    }  # fmt: skip


def test_meantime_has_what_several_texts_tell_of() -> None:
    def told(id: str, *instances: str | None) -> dict:
        mentions = [
            {"m_id": str(at), "tokens": [0], "sentence": 0} | ({"instance": each} if each else {})
            for at, each in enumerate(instances)
        ]
        return {"id": id, "tokens": ["Fire"], "token_sentence": [0], "event_mentions": mentions}

    rows = as_ecbplus([told("1", "fire", "rain", None), told("2", "fire", "fire")])
    selected = [[each["selected"] for each in row["event_mentions"]] for row in rows]
    assert selected == [[True, False, False], [True, True]]
