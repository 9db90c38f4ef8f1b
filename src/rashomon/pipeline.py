"""The corridor: the order of the stations, once. Raw pages go in, one outcome each comes out, with a reading if it was read.

Nothing is extracted, stored or printed here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language

from rashomon.language import nlp as language
from rashomon.meaning.harvest import harvest
from rashomon.pages.opening import open_page
from rashomon.pages.sources import RawPage
from rashomon.records import Outcome, Reading
from rashomon.settings import Settings

STATIONS = ("rashomon_names", "rashomon_times", "rashomon_claims")
"""Our components, in the order in which they read each other's layers; they follow spaCy's own."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one page, and its reading where the outcome is `read`."""

    outcome: Outcome
    reading: Reading | None = None


class Reader:
    """Reads pages one by one with one loaded model; holds no state of the pages it has read."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self._nlp: Language | None = None

    @property
    def nlp(self) -> Language:
        """The language pipeline with all stations, loaded at first use."""
        if self._nlp is None:
            self._nlp = language.load(self.settings.model)
            for station in STATIONS:
                self._nlp.add_pipe(station)
        return self._nlp

    def read(self, raw: RawPage | Outcome) -> Result:
        """One page from door to door; an outcome instead of a page (it could not be fetched) passes through."""
        if isinstance(raw, Outcome):
            return Result(raw)
        opened = open_page(raw, self.settings)
        if isinstance(opened, Outcome):
            return Result(opened)
        with self.nlp.memory_zone():
            doc = language.parse(self.nlp, opened.page, opened.blocks)
            reading = harvest(doc, input=raw.input, model=language.model_of(self.nlp))
        return Result(Outcome(input=raw.input, status="read", page=reading.page.id), reading)

    def read_all(self, raws: Iterable[RawPage | Outcome]) -> Iterator[Result]:
        """Pages in, as many results out, in the same order."""
        for raw in raws:
            yield self.read(raw)
