import time

import spacy

from rashomon import layers
from rashomon.language import nlp as language
from rashomon.records import Block, Page, Published


def parsed(text: str):
    layers.register()
    pipeline = spacy.blank("en")
    pipeline.add_pipe("rashomon_sentences")
    page = Page("page-1", "", None, None, None, (), None, None, text, Published())
    return language.parse(pipeline, page, (Block("block-1", "body", 0, len(text)),))


def test_a_word_without_end_is_blanked_and_takes_no_time():
    text = f"Mara spoke. {'&' * 200_000} Nobody\n{'x' * 999} answered."
    start = time.monotonic()
    doc = parsed(text)
    assert time.monotonic() - start < 5
    assert len(doc.text) == len(text)
    words = [(token.text, token.idx) for token in doc if not token.is_space]
    assert words[:4] == [("Mara", 0), ("spoke", 5), (".", 10), ("Nobody", 200_013)]
    assert words[4] == ("x" * 999, 200_020)


def test_line_breaks_of_two_characters_keep_the_offsets():
    text = "Mara spoke.\r\nNobody answered\r\nher. \r\n\r\nVarn slept."
    doc = parsed(text)
    assert len(doc.text) == len(text)
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc if not token.is_space)
