"""Opening a graph: a Bolt server where an address names one, else the embedded graph of the data directory."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from summitgraph.errors import SettingsError
from summitgraph.graph.connection import Access, Graph
from summitgraph.settings import SCHEMES, Settings


def open_graph(
    address: str | None, data_dir: Path, *, username: str | None = None, password: str | None = None
) -> Graph:
    """Open a graph and check that it answers.

    Args:
        address: ``bolt://`` or ``neo4j://`` address, with ``user:password@`` and ``/database`` where wanted; None for
            the embedded graph.
        data_dir: the data directory, in whose ``graph`` folder the embedded graph lives.
        username, password: where the address holds none.

    Raises:
        SettingsError: the address is none.
        GraphUnavailableError, GraphAccessError: the graph does not answer or let us in.
    """
    if not address:
        # Java's bindings are loaded only where they are needed.
        from summitgraph.graph.embedded import open_embedded

        return open_embedded(data_dir)
    graph = Graph(access_of(address, username, password))
    try:
        graph.verify()
    except BaseException:
        graph.close()
        raise
    return graph


def open_from(settings: Settings) -> Graph:
    """Open the graph that the settings name."""
    password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else None
    return open_graph(settings.graph, settings.data_dir, username=settings.neo4j_username, password=password)


def access_of(address: str, username: str | None = None, password: str | None = None) -> Access:
    """Return the way in that an address names; its own user and password come before those given beside it.

    Raises:
        SettingsError: it is no Bolt address.
    """
    parts = urlsplit(address)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise SettingsError("--graph: this is no Bolt address. Write bolt://HOST:PORT or neo4j://HOST:PORT.")
    user = unquote(parts.username) if parts.username else username or "neo4j"
    word = unquote(parts.password) if parts.password else password
    bare = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], "", parts.query, ""))
    return Access(bare, (user, word) if word is not None else None, database=parts.path.strip("/") or None)
