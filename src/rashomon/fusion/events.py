"""The event joiner: which events of many pages are one.

In: readings. Out: forms, links, groups. Same family of types, and time, place, parties and figures that go together;
what differs in figures or is denied does not keep reports apart.
"""

from collections.abc import Iterable

from rashomon.fusion.event_forms import forms
from rashomon.fusion.event_likeness import compare, least
from rashomon.fusion.linkage import Decided, Groups, average_link
from rashomon.graph import Form, Link

__all__ = ["compare", "forms", "group"]


def group(forms: Iterable[Form], links: Iterable[Link], decided: Iterable[Decided] = ()) -> Groups:
    """The events that the forms of one connected component make; see `average_link`."""
    return average_link((form.id for form in forms), links, decided, least())
