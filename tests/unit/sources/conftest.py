"""Files and a web server for the tests of reading."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

HTML = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Leaders sign accord</title>
<meta property="article:published_time" content="2018-06-12T14:03:00+08:00">
<meta property="og:site_name" content="Straits Gazette">
</head><body><nav>Home | World | Sport</nav><article><h1>Leaders sign accord</h1>
<p>The two leaders signed a joint statement on Tuesday after a morning of talks at a hotel on Sentosa island.</p>
<p>The document commits both governments to new relations, and leaves the details to their negotiators.</p>
<p>Officials on both sides said that working talks would begin within weeks, in a capital still to be named.</p>
</article><footer>Copyright notice and a long list of links</footer></body></html>"""


@pytest.fixture
def article_page() -> str:
    """A news page with navigation and footer around its article."""
    return HTML


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is also the working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, kind, body = {
            "/story.html": (200, "text/html; charset=utf-8", HTML.encode()),
            "/statement.txt": (200, "text/plain", b"---\npublished: 2019-02-28\n---\nThe talks ended early."),
            "/latin.txt": (200, "text/plain", "Séoul a protesté.".encode("latin-1")),
            "/photo": (200, "image/png", b"\x89PNG"),
            "/nothing": (200, "text/plain", b""),
            "/busy": (503, "text/plain", b"later"),
            "/big.txt": (200, "text/plain", b"word " * 300_000),
        }.get(self.path, (404, "text/plain", b"no such page"))
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/story.html")
            self.end_headers()
            return
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Address of a web server on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
