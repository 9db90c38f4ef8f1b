"""Where raw pages come from: files, folders, standard input, lines of JSON.

In: paths, or lines of JSON. Out: raw pages one by one, in order, or the outcome of what could not be fetched. What the
bytes mean (media, encoding, content) is not looked at here, but for the wrapping of gzip.
"""

import gzip
import io
import json
import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from rashomon.isodates import is_iso_date
from rashomon.records import Outcome
from rashomon.settings import Settings

Media = Literal["html", "text", "verbatim"]

_SUFFIXES: dict[str, Media] = {".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text"}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class RawPage:
    """The bytes of a page, and what the caller says of it.

    `media` None: told from the bytes; "verbatim": text that is taken as it is (a JSON line). `charset`: from a header.
    """

    input: str
    data: bytes
    media: Media | None = None
    charset: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None


class _TooLargeError(Exception):
    pass


def from_paths(
    paths: Sequence[str], settings: Settings, *, url: str | None = None, published: str | None = None
) -> Iterator[RawPage | Outcome]:
    """The pages at these paths: files, folders (to the bottom, in order of their names), "-" for standard input."""
    for given in paths:
        folder = given != "-" and Path(given).is_dir()
        for path, media in _files(given):
            if path is None:
                yield _failed(
                    given, "no page (.html .htm .xhtml .txt, or one of these with .gz) in this folder; give another"
                )
                continue
            name = str(path) if folder else given
            data = _fetch(path, name, settings)
            yield data if isinstance(data, Outcome) else RawPage(name, data, media, url=url, published=published)


def from_jsonl(lines: Iterable[bytes], settings: Settings) -> Iterator[RawPage | Outcome]:
    """The pages in lines of JSON `{"id", "text", "published"?, "title"?, "url"?}`; blank lines are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _from_line(line, number, settings)


def _from_line(line: bytes, number: int, settings: Settings) -> RawPage | Outcome:
    where = f"line {number}"
    if len(line) > settings.max_bytes:
        return _too_large(where, settings)
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _failed(where, f"not JSON ({str(error).splitlines()[0]}); write one object a line")
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not isinstance(row.get("id"), str | int):
        return _failed(where, 'no "id" and "text" in this line; write {"id": ..., "text": ...}')
    if row.get("published") and not is_iso_date(row["published"]):
        return _failed(str(row["id"]), '"published" is no ISO date such as 2031-05-04; correct it or leave it out')
    text = _LONE_SURROGATE.sub("\ufffd", row["text"])
    given = {key: row[key] for key in ("published", "title", "url") if isinstance(row.get(key), str)}
    return RawPage(str(row["id"]), text.encode(), "verbatim", "utf-8", **given)


def _files(given: str) -> Iterator[tuple[Path | None, Media | None]]:
    path = Path(given)
    if given == "-" or not path.is_dir():
        yield path, media_of(path)
        return
    found = sorted(file for file in path.rglob("*") if media_of(file) and file.is_file())
    if not found:
        yield None, None
    for file in found:
        yield file, media_of(file)


def media_of(path: str | Path) -> Media | None:
    """What a file holds, by the end of its name (`.gz` may follow); None where that does not say."""
    suffixes = [suffix.lower() for suffix in Path(path).suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return _SUFFIXES.get(suffixes[-1]) if suffixes else None


def _fetch(path: Path, name: str, settings: Settings) -> bytes | Outcome:
    if name.startswith(("http://", "https://")):
        return _failed(name, "pages are not fetched from the web; save the page and give the file, with --url")
    try:
        if name == "-" and sys.stdin is None:
            return _failed(name, "standard input is closed; pipe a page into it, or give a file")
        if name == "-":
            return _read(sys.stdin.buffer, settings.max_bytes)
        with path.open("rb") as stream:
            return _read(stream, settings.max_bytes)
    except _TooLargeError:
        return _too_large(name, settings)
    except FileNotFoundError:
        return _failed(name, "no such file; check the path")
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        return _failed(name, f"damaged gzip file ({error}); pack it again")
    except OSError as error:
        return _failed(name, f"cannot be opened ({error.strerror or error}); check the path and its permissions")


def _read(stream: BinaryIO, limit: int) -> bytes:
    """All bytes, unpacked if gzipped; never more than `limit` in memory."""
    data = stream.read(limit + 1)
    if data.startswith(_GZIP):
        with gzip.open(io.BytesIO(data)) as packed:
            data = packed.read(limit + 1)
    if len(data) > limit:
        raise _TooLargeError
    return data


def _failed(name: str, reason: str) -> Outcome:
    return Outcome(input=name, status="failed", reason=reason)


def _too_large(name: str, settings: Settings) -> Outcome:
    return _failed(name, f"larger than {settings.max_bytes:,} bytes; raise RASHOMON_MAX_BYTES to read it")
