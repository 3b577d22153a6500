"""What the stages share, made once a run. Slow things start early and side by side."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from prefect.client.orchestration import get_client

import ontology
from loaders.bolt import Loader
from summitgraph.extraction.pipeline import Extractor
from summitgraph.graph.connection import Graph
from summitgraph.graph.engine import open_from
from summitgraph.resolution.decision_file import read_decisions
from summitgraph.resolution.work import Resolution
from summitgraph.settings import Settings

T = TypeVar("T")


class Workshop:
    """Extractor, ontology and loader of one run.

    No dataclass on purpose: Prefect walks through every field of one that is handed to a task.

    Attributes:
        graph: the open graph that the loader writes.
        resolution: rules and analysts' decisions by which documents meet.
        run_id: ``run:<id>``.
        started_at: ISO time in UTC at which the run began; all that it loads carries it.
    """

    def __init__(
        self, extractor: Extractor, resolution: Resolution, graph: Graph, run_id: str, started_at: str
    ) -> None:
        self.extractor, self.resolution, self.ontology = extractor, resolution, resolution.ontology
        self.graph, self.loader = graph, Loader(graph)
        self.run_id, self.started_at = run_id, started_at


@contextmanager
def opened(settings: Settings, run_id: str, started_at: str) -> Iterator[Workshop]:
    """Yield the workshop of one run, with the graph open and its constraints in place."""
    extractor = load_extractor(settings)
    terms = ontology.load(settings.ontology)
    resolution = Resolution.of(terms, read_decisions(settings.decisions_file(), terms))
    with open_from(settings) as graph:
        yield Workshop(extractor.result(), resolution, graph, run_id, started_at)


@contextmanager
def warm(settings: Settings) -> Iterator[None]:
    """Start the extractor, Prefect's API and the graph side by side, and hold the graph open while the block runs.

    Raises:
        GraphUnavailableError, GraphAccessError: the graph does not answer or let us in; seen before the rest starts
            where it is a server.
    """
    if settings.graph:
        open_from(settings).close()
    load_extractor(settings)
    api = _in_background(lambda: get_client(sync_client=True))
    with open_from(settings):
        api.result()
        yield


_loading: dict[tuple[str, str | None, tuple[Path, ...]], Future[Extractor]] = {}
_guard = threading.Lock()


def load_extractor(settings: Settings) -> Future[Extractor]:
    """Begin to load the extractor in a thread; later calls with equal settings get the same one."""
    key = (settings.config, settings.model, settings.ontology)
    with _guard:
        if key not in _loading:
            _loading[key] = _in_background(lambda: Extractor.load(*key))
        return _loading[key]


def _in_background(work: Callable[[], T]) -> Future[T]:
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, name="summitgraph-start").start()
    return future
