"""The MUC-4 scorer against its definitions."""

import itertools

import pytest
from quality.corpora import DATA, available
from quality.muc4_score import Filler, Template, align, assign, ceaf, compare, figures, gtt, keys_of, of_prediction

NOTHING = {"PerpInd": [], "PerpOrg": [], "Target": [], "Victim": [], "Weapon": []}


def _template(kind, *, optional=False, confidence=(), **fillers):
    made = {role: [Filler(frozenset(each.split("/"))) for each in fillers.get(role, ())] for role in NOTHING}
    for role, each in fillers.pop("free", {}).items():
        made[role].append(Filler(frozenset(each.split("/")), optional=True))
    sure = [(Filler(frozenset(name.split("/"))), frozenset(values.split("/"))) for name, values in confidence]
    return Template(frozenset(kind.split("/")), made, optional, sure)


GOLD = [
    _template("attack", PerpInd=["rebels/five rebels"], Victim=["orla venn", "ruy adra"]),
    _template("bombing", Target=["bridge"], Weapon=["bomb"], free={"PerpInd": "rebel"}),
]


def test_the_key_itself_is_perfect():
    one, two = compare({"a": GOLD, "b": []}, {"a": GOLD})
    assert figures(one) == figures(two) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("given", "right", "predicted", "gold"),
    [
        ([], 0, 0, 7),
        ([_template("attack", PerpInd=["five rebels"])], 2, 2, 7),  # any variant will do
        ([_template("attack", PerpInd=["rebel"])], 1, 2, 7),
        ([_template("arson", PerpInd=["rebels"])], 0, 2, 7),  # another type stands for no template
        ([_template("attack"), _template("attack", Victim=["orla venn"])], 2, 3, 7),  # the better one counts
        ([_template("bombing", PerpInd=["rebel"], Target=["bridge"])], 3, 3, 8),  # optional, given: counts as gold
        ([_template("attack", Victim=["orla venn", "orla venn"])], 2, 3, 7),  # each filler of the key once
    ],
)
def test_gtt_counts_fills_of_aligned_templates(given, right, predicted, gold):
    counts = gtt(GOLD, given)
    sums = [
        sum(value for key, value in counts.items() if key.endswith(part) and "confidence" not in key)
        for part in ("right", "predicted", "gold")
    ]
    assert sums == [right, predicted, gold]


def test_an_optional_template_may_be_missing():
    gold = [_template("attack", optional=True, Victim=["orla venn"])]
    assert not any(gtt(gold, []).values())
    assert figures(gtt(gold, [_template("attack", Victim=["orla venn"])])) == (1.0, 1.0, 1.0)
    assert ceaf(gold, [])["Victim gold"] == 0


def test_ceaf_takes_all_templates_together_and_every_variant_given_must_be_right():
    given = [_template("arson", PerpInd=["rebels/five rebels"], Target=["bridge/river"], Weapon=["bomb"])]
    counts = ceaf(GOLD, given)
    assert (counts["PerpInd right"], counts["Target right"], counts["Weapon right"]) == (1, 0, 1)


def test_confidence_needs_template_organisation_and_value():
    gold = [_template("attack", PerpOrg=["front/pf"], confidence=[("front/pf", "possible/reported as fact")])]
    for kind, name, value, right in (
        ("attack", "pf", "possible", 1),
        ("attack", "pf", "acquitted", 0),
        ("attack", "league", "possible", 0),
        ("bombing", "pf", "possible", 0),
    ):
        assert gtt(gold, [_template(kind, PerpOrg=[name], confidence=[(name, value)])])["confidence right"] == right


def test_lines_of_the_view_become_templates():
    row = {
        "input": "a",
        "templates": [{"incident_type": "BOMBING", **NOTHING, "PerpOrgConfidence": {"PF": "POSSIBLE"}}],
    }
    row["templates"][0]["PerpOrg"] = [["THE  [PF]"]]
    (made,) = of_prediction(row)
    assert made.types == {"bombing"}
    assert made.fillers["PerpOrg"] == [Filler(frozenset({"the (pf)"}))]
    assert made.confidence == [(Filler(frozenset({"pf"})), frozenset({"possible"}))]


def test_the_assignment_is_the_best_of_all():
    table = [[1.0, 2.0, 0.0], [2.0, 3.0, 1.0], [0.0, 2.5, 0.0], [4.0, 0.0, 4.5]]
    best = max(
        sum(table[row][column] for column, row in enumerate(rows)) for rows in itertools.permutations(range(4), 3)
    )
    for weights in (table, [list(row) for row in zip(*table, strict=True)]):
        pairs = assign(weights)
        assert sum(weights[row][column] for row, column in pairs) == best
    assert assign([]) == assign([[]]) == assign([[0.0]]) == []
    assert align([], GOLD) == []


@pytest.mark.skipif(not available("muc4"), reason="the shared corpus 'muc4' is not here")
@pytest.mark.parametrize("part", ["train", "dev"])
def test_the_corpus_scored_against_itself_is_perfect(part):
    keys = keys_of(DATA, part)
    one, two = compare(keys, keys)
    assert figures(one) == figures(two) == figures(one, "confidence") == (1.0, 1.0, 1.0)
