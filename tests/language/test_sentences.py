"""Where sentences begin."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from rashomon.language import sentences
from rashomon.records import Block


def cut(text):
    starts = sentences.starts(text, 0, len(text))
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    "expected",
    [
        ["It rained.", "They left."],
        ["Gen. Odo Marsh and Lt. Col. Ines Roth left the U.S. Senate.", "He slept."],
        ["He left the U.S.", "The talks went on."],
        ["MERROW, July 16 (MPW) —", "Gunmen fled.", "They left."],
        ["SAN MARO, 3 JAN 90 (NPA) --", "Gunmen fled."],
        ["DOVER —", "“It rained,” she said."],
        ["Dover Hill (NPA) -", "It rained."],
        ["Dover Hill – it rained there.", "They left."],
        ["NPA (a wire) reported it.", "They left."],
        ["J. R. Harrow met St. John Mora at No. 4 Mill Road."],
        ["He works at Marl Inc. in Dover.", "She works at Dunn Ltd.", "The rest do not."],
        ["“We go.", "We stay.”", "He left."],
        ["“Why now?” he asked.", "“Why not?” Orla Venn asked in May."],
        ["“Why now?”", "The minister had no answer."],
        ["They met at 5 p.m. on Monday.", "It was 3.5 degrees."],
        ["(He left.)", "Then it rained."],
        ["No one knew ... until May.", "Then..."],
        ["A line\nthat goes on\nand ends.", "Next."],
        ["First paragraph without a stop", "Second paragraph"],
        ["He went on Jan. 4 with Plan B.", "The rest is known."],
        ["1. The first point."],
    ],
)
def test_starts(expected):
    text = "\n\n".join(expected) if not expected[0].endswith(tuple(".?!”)")) else " ".join(expected)
    assert cut(text) == expected


def test_a_long_sentence_is_cut():
    text = "word " * 20_000
    starts = sentences.starts(text, 0, len(text))
    assert max(b - a for a, b in zip(starts, [*starts[1:], len(text)], strict=True)) <= sentences.LONGEST + 5


def test_component_marks_first_tokens_and_no_white_space():
    nlp = spacy.blank("en")
    nlp.add_pipe("rashomon_sentences")
    doc = nlp.make_doc("   One ends. Two\n\nThree.   ")
    doc._.rashomon_blocks = (Block("block-1", "body", 3, 16), Block("block-2", "body", 18, 24))
    assert [sent.text.strip() for sent in nlp(doc).sents if sent.text.strip()] == ["One ends.", "Two", "Three."]


@given(st.text(alphabet='aB1 .?!\n"”“)’', max_size=60))
def test_starts_are_sorted_and_never_white_space(text):
    starts = sentences.starts(text, 0, len(text))
    assert starts == sorted(set(starts))
    assert not any(text[at].isspace() for at in starts)
