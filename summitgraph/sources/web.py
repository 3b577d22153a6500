"""Pages and files on http(s) servers."""

from __future__ import annotations

import time
from dataclasses import dataclass
from importlib.metadata import version

from summitgraph.errors import SourceError
from summitgraph.sources.decoding import check_size
from summitgraph.sources.options import ReadOptions

WAITS = (0.5, 2.0)
"""Seconds before the second and third try of what may pass: no connection, a timeout, 429, 5xx."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent; ``kind`` is the media type without its parameters, ``url`` the address after redirects."""

    url: str
    kind: str
    charset: str | None
    content: bytes


def fetch(url: str, options: ReadOptions) -> Page:
    """Return what stands under the address, after up to three tries.

    Raises:
        SourceError: no connection, a timeout, an error status, more than ``options.max_bytes``, or an empty answer.
    """
    for wait in (*WAITS, None):
        try:
            return _fetch_once(url, options)
        except SourceError as error:
            if wait is None or not error.retryable:
                raise
            time.sleep(wait)
    raise AssertionError("the last try returns or raises")


def _fetch_once(url: str, options: ReadOptions) -> Page:
    import httpx

    headers = {
        "User-Agent": f"summitgraph/{version('summitgraph')}",
        "Accept": "text/html,text/plain,application/pdf;q=0.9,*/*;q=0.1",
    }
    try:
        with (
            httpx.Client(timeout=options.timeout, follow_redirects=True, max_redirects=5, headers=headers) as client,
            client.stream("GET", url) as response,
        ):
            _check_status(url, response.status_code)
            content = bytearray()
            for piece in response.iter_bytes():
                content += piece
                check_size(len(content), url, options.max_bytes)
            kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            page = Page(str(response.url), kind, response.charset_encoding, bytes(content))
    except httpx.TimeoutException as error:
        raise SourceError(url, f"no answer within {options.timeout:g} s", "Try again later.", retryable=True) from error
    except httpx.TransportError as error:
        reason = f"cannot be reached ({error})"
        raise SourceError(url, reason, "Check the address and the network.", retryable=True) from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise SourceError(url, f"cannot be read ({error})", "Check the address.") from error
    if not page.content:
        raise SourceError(url, "the server sent an empty page", "Check the address.")
    return page


def _check_status(url: str, status: int) -> None:
    if status >= 400:
        passing = status == 429 or status >= 500
        hint = "Try again later." if passing else "Check the address, or whether it needs a login."
        raise SourceError(url, f"the server answered {status}", hint, retryable=passing)
