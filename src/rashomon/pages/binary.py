"""Which bytes are no text at all, and what they are.

In: raw bytes. Out: the name of their format, None for text. Text in a wrong encoding is a matter of `decoding`.
"""

_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"\x1aE\xdf\xa3", "a video file"),
    (b"wOF", "a font"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
)
_HEAD = 4096
_MOST_CONTROLS = 0.1
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")


def binary_format(data: bytes) -> str | None:
    """What the bytes are if they are no text: known by their signature, or by too many control characters."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    head = data[:_HEAD]
    if head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        return "an image, sound or video file"
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"} or not head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > 4 * min(even, odd) and max(even, odd) > len(head) / 4:
        return None  # UTF-16
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data" if controls > _MOST_CONTROLS * len(head) else None
