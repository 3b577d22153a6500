"""Bytes to text, or a clear word on why not."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from summitgraph.errors import SourceError
from summitgraph.sources.options import MEGABYTE

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def read_bytes(path: Path, origin: str, max_bytes: int) -> bytes:
    """Return what the file holds.

    Raises:
        SourceError: it is empty, larger than ``max_bytes``, or may not be read.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)
    except OSError as error:
        raise unreadable(origin, error) from error
    check_size(len(raw), origin, max_bytes)
    if not raw:
        raise SourceError(origin, "the file is empty", "Remove it or fill it.")
    return raw


def check_size(size: int, origin: str, max_bytes: int) -> None:
    """Raise ``SourceError`` where the size is above the limit."""
    if size > max_bytes:
        limit = f"{max_bytes / MEGABYTE:g} MB"
        raise SourceError(
            origin,
            f"larger than {limit}, the limit for one text",
            "Split it, or make it a .jsonl corpus with a document a line.",
        )


def decode(raw: bytes, origin: str) -> str:
    """Return UTF-8 text with ``\\n`` as line end, without a byte order mark.

    Raises:
        SourceError: the bytes are another encoding, or no text at all.
    """
    if raw.startswith(_WIDE_MARKS):
        raise SourceError(origin, "UTF-16 or UTF-32 text", "Save it as UTF-8: iconv -f UTF-16 -t UTF-8 FILE.")
    if b"\0" in raw:
        raise SourceError(
            origin, "binary data, not text", "Give a .txt, .md, .html, .pdf, .jsonl, .csv or .parquet file."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"{origin}:{line}",
            f"not UTF-8 (byte 0x{raw[error.start]:02x} at offset {error.start})",
            "Save it as UTF-8: iconv -f ISO-8859-1 -t UTF-8 FILE.",
        ) from error
    return check_text(text.replace("\r\n", "\n").replace("\r", "\n"), origin)


def check_text(text: str, origin: str) -> str:
    """Return the text as it is.

    Raises:
        SourceError: it is blank, holds control characters, or half of a surrogate pair.
    """
    if not text.strip():
        raise SourceError(origin, "the text is empty", "Remove it or fill it.")
    if _CONTROL.search(text):
        raise SourceError(origin, "binary data, not text", "Give plain text.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise SourceError(
            origin, f"not valid Unicode at character {error.start}", "Save the source as UTF-8 again."
        ) from error
    return text


def unreadable(origin: str, error: OSError) -> SourceError:
    """Return the error for a file that the system refuses to open."""
    if isinstance(error, FileNotFoundError):
        return SourceError(origin, "no such file or folder", "Check the path.")
    if isinstance(error, PermissionError):
        return SourceError(origin, "no permission to read it", "Give this user the right to read.")
    return SourceError(origin, f"cannot be read ({error.strerror or error})", "Check the path.")
