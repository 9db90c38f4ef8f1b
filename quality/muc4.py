"""The MUC-4 view of readings: one line of templates for each.

    rashomon read --jsonl FILE | python quality/muc4.py > templates.jsonl

In: readings as JSON lines on standard input. Out: for each a line {"input", "templates"}, a template being
{"incident_type", "PerpInd", "PerpOrg", "Target", "Victim", "Weapon", "PerpOrgConfidence", "date", "location", "stage"}.
Types, confidence values, stages and dates are written as in the keys of MUC-4; a role is a list of fillers, a filler a
list of wordings (here always one), each in the text's own letters.

MUC-4 asks for recent, specific violence by "illegal, subnational groups" or by states against civilians, in nine
countries. Which texts tell of it, how many incidents of a type, and which phrases fill their slots, is learned
(`muc4_network`, `muc4_model`); how incidents are made of that stands in `muc4_incidents`.
"""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if not __package__:  # started as a script
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from spacy.language import Language

from quality.muc4_incidents import Incident, standing
from quality.muc4_model import incidents, model
from quality.muc4_network import network, word_pieces
from quality.muc4_phrases import Phrase, phrases
from quality.muc4_score import ROLES
from rashomon.errors import UsageError
from rashomon.exports.jsonl import loads, to_json
from rashomon.language import nlp as language

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DATELINE = re.compile(r"\b(\d{1,2})\s+(" + "|".join(_MONTHS) + r")[A-Z]*\.?,?\s+(?:19|20)?(\d\d)\b", re.IGNORECASE)
_DAY = re.compile(r"\d\d(\d\d)-(\d\d)-(\d\d)")
_HEAD = 200
_EVENTS = {
    "attack": {"attack", "killing", "injury", "death", "clash"},
    "bombing": {"attack"},
    "kidnapping": {"kidnapping"},
    "arson": {"attack", "disaster"},
    "robbery": {"attack", "seizure"},
}
"""The types of the reading's events that an incident may be told by."""


def templates(nlp: Language, line: str | bytes) -> dict[str, Any]:
    """The line of templates for one line of a reading; raises `UsageError` where it is none."""
    record = loads(line)
    reading = to_json(record)
    doc = language.parse(nlp, record.page, record.blocks)
    found = phrases(doc)
    words = word_pieces().cut(reading["page"]["text"])
    made = incidents(model(), network()(words, found), found, reading) if found and len(words) else []
    return {"input": record.input, "templates": [template(each, found, reading) for each in made]}


def template(incident: Incident, found: Sequence[Phrase], reading: dict[str, Any]) -> dict[str, Any]:
    """One incident as it is written."""
    text: str = reading["page"]["text"]
    names = {role: [_words(found[at], text) for at in incident.fillers[role]] for role in ROLES}
    told = [event for event in reading["events"] if event["type"] in _EVENTS[incident.type]]
    return {
        "incident_type": incident.type.upper(),
        **{role: [[name] for name in names[role]] for role in ROLES},
        "PerpOrgConfidence": dict(zip(names["PerpOrg"], incident.confidence, strict=True)),
        "date": _date(told, reading),
        "location": _location(told, reading),
        "stage": _stage(told),
    }


def _words(phrase: Phrase, text: str) -> str:
    return " ".join(text[phrase.start : phrase.end].split())


def _date(told: Sequence[dict[str, Any]], reading: dict[str, Any]) -> str | None:
    """The day of the first event with one as the key writes it; else "on or before" the day of the dateline."""
    times = {time["id"]: time["value"] or "" for time in reading["times"]}
    days = (_DAY.match(times[event["time"]]) for event in told if event["time"] in times)
    found = next((day for day in days if day), None)
    if found:
        return f"{found[3]} {_MONTHS[int(found[2]) - 1]} {found[1]}"
    dateline = _DATELINE.search(reading["page"]["text"][:_HEAD])
    return f"- {int(dateline[1]):02} {dateline[2].upper()} {dateline[3]}" if dateline else None


def _location(told: Sequence[dict[str, Any]], reading: dict[str, Any]) -> str | None:
    """The place of the first event that has one."""
    text: str = reading["page"]["text"]
    for event in told:
        for argument in event["arguments"]:
            if argument["role"] == "place":
                return " ".join(text[argument["start"] : argument["end"]].split()).upper()
    return None


def _stage(told: Sequence[dict[str, Any]]) -> str:
    """Accomplished unless no event is told as having happened."""
    if not told or any(standing(event) == "real" for event in told):
        return "ACCOMPLISHED"
    planned = any(event["perspectives"][0]["status"] == "planned" for event in told)
    return "THREATENED" if planned else "ATTEMPTED"


def main() -> int:
    nlp = language.load(exclude=())
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            made = templates(nlp, line)
        except UsageError as error:
            print(f"line {number}: {error}", file=sys.stderr)
            return 2
        print(json.dumps(made), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
