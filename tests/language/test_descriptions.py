"""What a page calls those it names."""

import pytest

from rashomon.language import descriptions
from rashomon.language.chains import Chain
from rashomon.language.runs import Run
from tests.handmade import parsed


def described(notation, name, kind="person"):
    doc = parsed(notation)
    words, parts = [token.text for token in doc], name.split()
    start = next(at for at in range(len(words)) if words[at : at + len(parts)] == parts)
    title = start - (doc[start - 1].text in {"Mr.", "Mayor"})
    return descriptions.of(doc, Chain(kind, [Run(start, start + len(parts), title)]))


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("the|DET|3|x harbour|NOUN|3|x pilot|NOUN|4|x Renko|PROPN|0|ROOT", ("harbour pilot",)),
        ("former|ADJ|2|x rookie|NOUN|3|x Renko|PROPN|0|ROOT", ("former rookie",)),
        ("our|PRON|2|x kids|NOUN:NNS|3|x Renko|PROPN|0|ROOT", ()),
        ("the|DET|2|x vote|NOUN|3|x Renko|PROPN|0|ROOT", ()),
        ("Mr.|PROPN|2|x Renko|PROPN|0|ROOT", ("Mr.",)),
        ("a|DET|2|x step|NOUN|4|x Mr.|PROPN|4|x Renko|PROPN|0|ROOT", ("Mr.",)),
        ("Dorna|PROPN|2|x Mayor|PROPN|3|x Renko|PROPN|0|ROOT", ("Dorna Mayor",)),
        (
            "Renko|PROPN|0|ROOT ,|PUNCT|1|x a|DET|4|x pilot|NOUN|1|x of|ADP|4|x ships|NOUN:NNS|5|x",
            ("a pilot of ships",),
        ),
        ("Renko|PROPN|0|ROOT ,|PUNCT|1|x criminal|ADJ|4|x charges|NOUN:NNS|1|x", ()),
        ("Renko|PROPN|0|ROOT ,|PUNCT|1|x the|DET|4|x town|NOUN|1|x of|ADP|4|x ships|NOUN:NNS|5|x", ()),
        ("Renko|PROPN|0|ROOT ,|PUNCT|1|x his|PRON|4|x name|NOUN|1|x", ()),
        ("Renko|PROPN|0|ROOT ,|PUNCT|1|x pilot|NOUN|1|x @ole|NOUN|1|x", ()),
    ],
)
def test_of_a_person(notation, expected):
    assert described(notation, "Renko") == expected


def test_a_body_or_place_may_be_what_a_person_is_not():
    notation = "Renko|PROPN|0|ROOT ,|PUNCT|1|x a|DET|4|x town|NOUN|1|x"
    assert described(notation, "Renko", "place") == ("a town",)
