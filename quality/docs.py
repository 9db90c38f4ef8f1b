"""Texts to Docs as far as a station: what the scorers of single stations read.

In: the last station, and texts. Out: Docs with the layers up to it. What is scored does not belong here.
"""

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.language import nlp as language
from rashomon.pages.opening import open_page
from rashomon.pages.sources import RawPage
from rashomon.pipeline import STATIONS
from rashomon.records import Outcome
from rashomon.settings import Settings


def pipeline(last: str, model: str | None = None) -> Language:
    """The language pipeline up to and with a station."""
    nlp = language.load(model)
    for station in STATIONS[: STATIONS.index(last) + 1]:
        nlp.add_pipe(station)
    return nlp


class Docs:
    """Texts to Docs up to and with a station."""

    def __init__(self, last: str) -> None:
        self._settings = Settings()
        self._nlp = pipeline(last, self._settings.model)

    def of(self, name: str, text: str, published: str | None = None) -> Doc:
        """One text, taken verbatim; raises ValueError where it cannot be read."""
        raw = RawPage(name, text.encode(), "verbatim", "utf-8", published=published)
        opened = open_page(raw, self._settings)
        if isinstance(opened, Outcome):
            raise ValueError(f"{name}: {opened.reason}")
        return language.parse(self._nlp, opened.page, opened.blocks)
