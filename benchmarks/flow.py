"""Prefect's share of the wall time: 300 documents through the flow and through the same plain functions.

One run measures both, in turns of 100, each into an embedded graph of its own, with everything warm: the extractor
loaded, the graph open, Prefect's server up. What starting that server costs a lone run is printed beside it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

DOCUMENTS, ROUNDS = 300, 3
TARGET = 0.20
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def write_corpus(path: Path, documents: int) -> Path:
    """Write a corpus of different documents: the examples again and again, each round under a day of its own."""
    from datetime import date, timedelta

    from summitgraph.records import SourceDocument
    from summitgraph.sources import read

    texts = [item.text for item in read([str(EXAMPLES)]) if isinstance(item, SourceDocument)]
    with path.open("w", encoding="utf-8") as file:
        for number in range(documents):
            day = date(2018, 1, 1) + timedelta(days=number)
            row = {"id": str(number), "text": texts[number % len(texts)], "published": day.isoformat()}
            file.write(json.dumps(row) + "\n")
    return path


def plain(corpus: Path) -> float:
    """Return the seconds that the stages take by themselves."""
    from flows import stages, workshop
    from summitgraph.settings import load_settings
    from summitgraph.sources import read

    settings = load_settings()
    begun = time.perf_counter()
    with workshop.opened(settings, "run:plain", "2026-01-01T00:00:00+00:00") as shop:
        for batch in stages.batches(read([str(corpus)]), settings.batch_size):
            known = stages.sort_out(batch.documents, shop)
            extracted, _ = stages.extract(known.new, shop)
            rows, _ = stages.map_rows(extracted, shop)
            stages.load(rows, shop)
    return time.perf_counter() - begun


def flow(corpus: Path) -> float:
    """Return the seconds that the flow takes."""
    from flows.ingest import ingest
    from summitgraph.reporting import RunReport

    begun = time.perf_counter()
    state = ingest([str(corpus)], return_state=True)
    seconds = time.perf_counter() - begun
    report = cast(RunReport, cast(object, state.result()))
    assert report.documents == DOCUMENTS // ROUNDS, report
    return seconds


def timed(run: Callable[[Path], float], corpus: Path, folder: Path) -> float:
    """Return the seconds of a run into a new graph that is already open."""
    from summitgraph.graph.engine import open_from
    from summitgraph.settings import load_settings

    os.environ["SUMMITGRAPH_DATA_DIR"] = str(folder)
    with open_from(load_settings()):
        return run(corpus)


def main() -> int:
    """Measure and print; exit status 1 where the share is above the target."""
    from summitgraph.cli import prefect_environment

    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        os.environ["PREFECT_HOME"] = str(work / "prefect")
        prefect_environment.prepare(work)
        corpus = write_corpus(work / "corpus.jsonl", DOCUMENTS // ROUNDS)
        few = write_corpus(work / "few.jsonl", 20)

        from prefect.client.orchestration import get_client

        from flows import workshop
        from summitgraph.settings import load_settings

        begun = time.perf_counter()
        get_client(sync_client=True)
        server = time.perf_counter() - begun
        workshop.load_extractor(load_settings()).result()
        timed(plain, few, work / "warm-up")
        with_flow = without = 0.0
        for number in range(ROUNDS):
            with_flow += timed(flow, corpus, work / f"flow-{number}")
            without += timed(plain, corpus, work / f"plain-{number}")
    share = 1 - without / with_flow  # below zero: the machine was busier during the plain turns
    print(f"{DOCUMENTS} documents: plain {without:.1f} s, flow {with_flow:.1f} s, share of the flow {share:.3f}")
    print(f"first start of Prefect's temporary server: {server:.1f} s, beside the loading of model and graph")
    return int(share > TARGET)


if __name__ == "__main__":
    sys.exit(main())
