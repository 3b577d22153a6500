"""HTML pages: main text, title and date, by trafilatura."""

from __future__ import annotations

import re
from typing import Any

from summitgraph.errors import SourceError
from summitgraph.sources.decoding import check_text, decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.I)


def read_page(
    raw: bytes, origin: str, *, url: str | None = None, charset: str | None = None
) -> tuple[str, dict[str, object]]:
    """Return the page's main text, a paragraph a line, and its title, published, url, source and language where known.

    The date comes from the page's metadata alone: a date in running text may be any date.

    Raises:
        SourceError: the page cannot be decoded, or holds no article.
    """
    from trafilatura import bare_extraction

    html = decode_page(raw, origin, charset)
    page: Any = bare_extraction(
        html,
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or not (page.text or "").strip():
        raise SourceError(origin, "no article text found in the page", "Save the text as .txt and read that.")
    values = {
        "title": page.title,
        "published": page.date,
        "url": page.url or url,
        "source": page.sitename,
        "language": page.language,
    }
    return page.text, {key: value for key, value in values.items() if value}


def decode_page(raw: bytes, origin: str, charset: str | None) -> str:
    """Return the page as text: by the server's charset, else the page's own, else UTF-8."""
    declared = _CHARSET.search(raw[:4096])
    name = charset or (declared[1].decode("ascii") if declared else None)
    if name is None or name.lower() in ("utf-8", "utf8"):
        return decode(raw, origin)
    try:
        return check_text(raw.decode(name), origin)
    except (UnicodeDecodeError, LookupError) as error:
        raise SourceError(
            origin, f"the page is not in '{name}', the encoding that it names", "Save it as UTF-8."
        ) from error
