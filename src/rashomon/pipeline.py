"""The corridor: the order of the stations, once. Raw pages go in; for each comes one outcome, with a reading if it was
read.

Nothing is extracted, stored or printed here. The rooms that read are entered when the first page is read, so that a
case which is only asked loads none of their tools.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.errors import PageError, UsageError
from rashomon.isodates import is_iso_date
from rashomon.pages.sources import RawPage, from_paths
from rashomon.records import Outcome, Reading
from rashomon.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

STATIONS = (
    "rashomon_encoder",
    "rashomon_names",
    "rashomon_times",
    "rashomon_labels",
    "rashomon_coreference",
    "rashomon_claims",
    "rashomon_events",
    "rashomon_ties",
    "rashomon_disputes",
    "rashomon_listing",
    "rashomon_details",
)
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
    def nlp(self) -> "Language":
        """The language pipeline with all stations, loaded at first use."""
        from rashomon.language import nlp as language

        if self._nlp is None:
            self._nlp = language.load(self.settings.model)
            options: dict[str, dict[str, Any]] = {
                "rashomon_encoder": {"threads": self.settings.threads},
                "rashomon_events": {"words": self.settings.event_words},
                "rashomon_claims": {"least_score": self.settings.least_score},
            }
            for station in STATIONS:
                self._nlp.add_pipe(station, config=options.get(station, {}))
        return self._nlp

    def read(self, raw: RawPage | Outcome) -> Result:
        """One page from door to door; an outcome instead of a page (it could not be fetched) passes through."""
        if isinstance(raw, Outcome):
            return Result(raw)
        from rashomon.language import nlp as language
        from rashomon.meaning.harvest import harvest
        from rashomon.pages.opening import open_page

        opened = open_page(raw, self.settings)
        if isinstance(opened, Outcome):
            return Result(opened)
        nlp = self.nlp  # what is wrong with a setting is no page's fault
        try:
            with nlp.memory_zone():
                doc = language.parse(nlp, opened.page, opened.blocks)
                reading = harvest(doc, input=raw.input, model=language.model_of(nlp))
        except Exception as error:  # noqa: BLE001  a fault of ours may cost one page, never the batch
            fault = f"{type(error).__name__}: {error}".splitlines()[0]
            return Result(Outcome(raw.input, "failed", f"reading it went wrong ({fault}); please report this page"))
        return Result(Outcome(input=raw.input, status="read", reason=opened.note, page=reading.page.id), reading)

    def read_all(self, raws: Iterable[RawPage | Outcome]) -> Iterator[Result]:
        """Pages in, as many results out, in the same order."""
        for raw in raws:
            yield self.read(raw)


def options_of(raw: RawPage, settings: Settings) -> str:
    """What the caller said, in words: with the bytes and the model, all that the page's reading hangs on."""
    said = {name: getattr(raw, name) for name in ("media", "charset", "url", "title", "published")}
    said |= settings.changed(("least_score", "event_words"))
    return ", ".join(f"{name}={value!r}" for name, value in said.items() if value is not None)


def read(path: str | Path, *, published: str | None = None, url: str | None = None) -> Reading:
    """Read one page from a file (or "-" for standard input).

    `published` is the ISO date that relative times count from, where you know it better than the page; `url` says
    where the page came from. The model is loaded at the first call and kept. Raises `PageError` where the page cannot
    be read.
    """
    for result in read_all([path], published=published, url=url):
        if result.reading is None:
            raise PageError(result.outcome)
        return result.reading
    raise PageError(Outcome(input=str(path), status="failed", reason="no page found there; give an HTML or text file"))


def read_all(paths: Sequence[str | Path], *, published: str | None = None, url: str | None = None) -> Iterator[Result]:
    """Read files and folders; one result for each page, in order. Nothing is raised for a page that cannot be read."""
    if published is not None and not is_iso_date(published):
        raise UsageError(f"published={published!r} is not an ISO date such as 2031-05-04")
    reader = _reader(Settings.from_environment())
    raws = from_paths([str(path) for path in paths], reader.settings, published=published, url=url)
    return reader.read_all(raws)


@lru_cache(maxsize=1)
def _reader(settings: Settings) -> Reader:
    return Reader(settings)
