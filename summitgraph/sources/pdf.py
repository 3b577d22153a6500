"""PDF files: their running text, by pypdf."""

from __future__ import annotations

import io
import logging
import re

from summitgraph.errors import SourceError

_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_LINE_END = re.compile(r"[ \t]*(?<!\n)\n(?!\n)[ \t]*")


def read_pdf(raw: bytes, origin: str, max_characters: int) -> tuple[str, dict[str, object]]:
    """Return the text with lines joined to paragraphs, and the title.

    The file's creation date is left out: a scan or a conversion is made long after the text was published.

    Raises:
        SourceError: it is no PDF, is encrypted, or holds no text.
    """
    from pypdf import PdfReader

    if b"%PDF-" not in raw[:1024]:
        raise SourceError(origin, "not a PDF: it does not begin with %PDF", "Check what the file is.")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(raw))
        pages = _pages(reader, origin, max_characters)
        title = reader.metadata.title if reader.metadata else None
    except SourceError:
        raise
    except Exception as error:  # pypdf raises its own and many built-in errors on damaged files
        raise SourceError(
            origin, f"not a PDF that can be read ({error})", "Export it again, or give its text."
        ) from error
    text = "\n\n".join(unwrap(page) for page in pages if page.strip())
    if not text:
        raise SourceError(origin, "the PDF holds no text, only images", "Run character recognition over it first.")
    return text, {"title": title} if title else {}


def unwrap(page: str) -> str:
    """Return the page with its lines joined: hyphens at line ends go, blank lines stay."""
    lines = "\n".join(line.strip() for line in page.strip().splitlines())
    return _LINE_END.sub(" ", _HYPHEN.sub("", lines))


def _pages(reader: object, origin: str, max_characters: int) -> list[str]:
    pages: list[str] = []
    size = 0
    for page in reader.pages:  # type: ignore[attr-defined]
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > max_characters:
            raise SourceError(origin, "the PDF holds more text than one document may", "Split it.")
    return pages
