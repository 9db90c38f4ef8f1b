"""Names in a Doc: the layer ENTITIES, one entity for each chain of names.

In: a parsed `Doc` with blocks, the encoder's scores, and labels where there are any. Out: the layer. What decides is in
`recognised` and `runs` (where a name begins and ends), `sifting` (what is no name), `kinds` (what it names), `placing`
(places that speak), `bodies` (groups that look like people), `chains` (which names are one) and `descriptions` (what
the page calls it).
"""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.language import bodies, chains, descriptions, kinds, placing, recognised, runs, sifting
from rashomon.language.lexicon import lexicon
from rashomon.language.variants import plain
from rashomon.records import Entity, EntityType, Mention

_TYPES: dict[str, EntityType] = {"person": "person", "organization": "organization", "place": "place"}


class Names:
    """Writes the layer ENTITIES."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its entities, in order of first mention."""
        seen = _called(doc, recognised.recognise(doc))
        found = sifting.sift(doc, _joined(doc, seen))
        votes = bodies.embodied(doc, found, placing.placed(doc, found, kinds.tally(doc, found, seen)))
        doc._.rashomon_entities = tuple(_entity(doc, chain) for chain in chains.build(doc, found, votes))
        return doc


@Language.factory("rashomon_names")
def make_names(nlp: Language, name: str) -> Names:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Names()


def _called(doc: Doc, seen: list[recognised.Recognised]) -> list[recognised.Recognised]:
    """The encoder's names; what it takes for something else is an organization where the page calls that a body.

    As in "the Reed Banner, a movement"; militants may be of a people, and say nothing.
    """
    bodied = {name: replace(name, kind="organization") for name in seen if name.kind == "other"}
    named = {name: run for name, body in bodied.items() for run in recognised.runs_of(doc, [body])}
    called = {kinds.text_of(doc, run) for run in named.values() if bodies.is_called_body(doc, run)}
    return [bodied[name] if name in named and kinds.text_of(doc, named[name]) in called else name for name in seen]


def _joined(doc: Doc, seen: list[recognised.Recognised]) -> list[runs.Run]:
    """The encoder's names, and those capitals between them that it does not take for something else."""
    own = list(recognised.runs_of(doc, seen))
    taken = {at for run in own for at in range(run.start, run.end)}
    others = {(name.start, name.end) for name in seen if name.kind == "other"}
    more = (run for run in runs.find(doc) if (run.start, run.end) not in others)
    alone = (_doubted(doc, run) if seen else run for run in more if taken.isdisjoint(range(run.start, run.end)))
    found = (*own, *alone)
    return sorted((runs.completed(doc, run) for run in found), key=lambda run: run.start)


def _doubted(doc: Doc, run: runs.Run) -> runs.Run:
    """The run, weak where it is a noun that a sentence begins with and spaCy alone takes for a name: "Smoke rises"."""
    first = doc[run.start]
    noun = run.end - run.start == 1 and bool(first.is_sent_start) and first.tag_ == "NN"
    return replace(run, weak=True) if noun else run


def _entity(doc: Doc, chain: chains.Chain) -> Entity:
    kind = _TYPES[chain.kind]
    name = _label(chain)
    return Entity(
        id=make_id("entity", layers.page_id(doc), kind, name),
        type=kind,
        name=name,
        aliases=tuple(other for other in chain.names if other != name),
        descriptions=descriptions.of(doc, chain),
        mentions=tuple(
            Mention(doc[run.start].idx, doc[run.end - 1].idx + len(doc[run.end - 1]), "name") for run in chain.runs
        ),
    )


def _label(chain: chains.Chain) -> str:
    """The name that is first among several of a place, else the one with most words (Ltd is none), not in capitals if
    it is a place's that is written small, too; of these the most frequent, of these the first on the page.
    """
    first = lexicon().place_aliases
    small = {plain(name) for name in chain.names if chain.kind == "place" and not name.isupper()}

    def rank(name: str) -> tuple[bool, int, bool, int]:
        words = [word for word in plain(name).split() if word not in chains.FORMS_OF_COMPANIES]
        shouted = name.isupper() and plain(name) in small
        return chain.kind == "place" and first.get(name) == name, len(words), not shouted, chain.names[name]

    return max(chain.names, key=rank)
