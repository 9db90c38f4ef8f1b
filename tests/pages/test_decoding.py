"""Encodings: marks, labels, labels that lie, and bytes that are none."""

import codecs

import pytest

from rashomon.pages.decoding import decode

ENGLISH = "The café’s owner said “no” – and left."
GREEK = "Ο πρωθυπουργός είπε ότι η απόφαση θα ληφθεί αύριο το πρωί στην Αθήνα."

DECLARED = f'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-7">{GREEK}'


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        pytest.param(ENGLISH.encode(), None, ENGLISH, id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + ENGLISH.encode(), "latin-1", ENGLISH, id="mark over label"),
        pytest.param(ENGLISH.encode("utf-16"), None, ENGLISH, id="utf-16 with mark"),
        pytest.param(ENGLISH.encode("utf-16-le"), None, ENGLISH, id="utf-16 without mark"),
        pytest.param(ENGLISH.encode("utf-16-be"), None, ENGLISH, id="utf-16-be without mark"),
        pytest.param(ENGLISH.encode("cp1252"), "windows-1252", ENGLISH, id="the caller's label"),
        pytest.param(ENGLISH.encode("cp1252"), "iso-8859-1", ENGLISH, id="latin-1 means windows-1252 on the web"),
        pytest.param(ENGLISH.encode(), "iso-8859-1", ENGLISH, id="a lying label: valid utf-8 wins"),
        pytest.param(GREEK.encode("iso-8859-7"), "iso-8859-7", GREEK, id="greek"),
        pytest.param(b'<meta charset="iso-8859-7">' + GREEK.encode("iso-8859-7"), None,
                     '<meta charset="iso-8859-7">' + GREEK, id="the page's own label"),
        pytest.param(DECLARED.encode("iso-8859-7"), "no-such-charset", DECLARED, id="unknown label"),
        pytest.param(ENGLISH.encode("cp1252") * 3, None, ENGLISH * 3, id="no label"),
        pytest.param(ENGLISH.encode("cp1252"), "utf-8", ENGLISH, id="a label that cannot be"),
        pytest.param(b"plain", "base64", "plain", id="a codec that is no encoding"),
        pytest.param(b"plain", "utf-16", "plain", id="utf-16 that is none"),
        pytest.param(b"", None, "", id="nothing"),
    ],
)  # fmt: skip
def test_decode(data: bytes, charset: str | None, text: str) -> None:
    decoded = decode(data, charset)
    assert decoded.text == text
    assert decoded.replaced == 0


def test_a_few_broken_bytes_are_replaced_and_counted() -> None:
    decoded = decode((ENGLISH * 50).encode() + b"\xff\xfe end", "utf-8")
    assert decoded.encoding == "utf-8"
    assert decoded.replaced == 2
    assert decoded.text == ENGLISH * 50 + "\ufffd\ufffd end"
