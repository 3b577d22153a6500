"""The flow of ingestion: read, sort out what is known, extract, map, load, report.

A run ends as ``Completed`` where every document stands in the graph, as ``Incomplete`` (a completed state under its own
name) where some were left out, and as ``Failed`` where none was loaded or the graph could not be written. Each batch is
loaded in transactions of its own, so a run that fails has loaded all batches before; the next run skips those.
"""

# No ``from __future__ import annotations`` here: Prefect needs the types of a flow's parameters as objects.

import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar, cast

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.runtime import flow_run
from prefect.states import Completed, Failed
from prefect.tasks import Task
from prefect.utilities.annotations import quote

from flows import stages, workshop
from flows.quarantine import write_quarantine
from flows.stages import Batch, Sorted
from flows.syncing import Seen, gone, unless_empty
from flows.workshop import Workshop
from loaders.origins import Reading
from summitgraph.mapping.rows import Rows
from summitgraph.records import ExtractedDocument, LoadReport, Rejected, SourceDocument
from summitgraph.reporting import NothingLoadedError, RunReport, advance, as_markdown, headline
from summitgraph.settings import Settings, load_settings
from summitgraph.sources import ReadOptions, read

T = TypeVar("T")


def whole(value: T) -> T:
    """Hand a value to a task as it is: Prefect otherwise walks through every record in it."""
    return cast(T, quote(value))


def _may_pass(task: Task[..., Any], run: TaskRun, state: State[Any]) -> bool:
    return bool(getattr(state.result(raise_on_failure=False), "retryable", False))


RETRIES: dict[str, Any] = {"retries": 3, "retry_delay_seconds": [1, 5, 15], "retry_condition_fn": _may_pass}


@task(cache_policy=NO_CACHE, **RETRIES)
def sort_out(batch: Batch, shop: Workshop) -> Sorted:
    """Ask the graph which documents it knows."""
    return stages.sort_out(batch, shop)


@task(cache_policy=NO_CACHE)
def extract(documents: Sequence[SourceDocument], shop: Workshop) -> tuple[list[ExtractedDocument], list[Rejected]]:
    """Find who did what to whom, when and where."""
    return stages.extract(documents, shop)


@task(cache_policy=NO_CACHE)
def map_rows(extracted: Sequence[ExtractedDocument], shop: Workshop) -> tuple[list[Rows], list[Rejected]]:
    """Turn findings into claims and rows of the graph."""
    return stages.map_rows(extracted, shop)


@task(cache_policy=NO_CACHE, **RETRIES)
def load(rows: Sequence[Rows], shop: Workshop, readings: Sequence[Reading] = ()) -> LoadReport:
    """Write the rows to the graph; a repeated write changes nothing."""
    return stages.load(rows, shop, readings)


@task(cache_policy=NO_CACHE, **RETRIES)
def retire(names: Sequence[str], shop: Workshop) -> int:
    """Take out what stood in these places alone."""
    return stages.retire(names, shop)


@task(cache_policy=NO_CACHE, **RETRIES)
def load_authority(shop: Workshop) -> LoadReport | None:
    """Write who held which office when, once for each version of the ontology."""
    return stages.load_authority(shop)


@flow(name="ingest")
def ingest(
    paths: list[str], published: date | None = None, columns: dict[str, str] | None = None, sync: bool = False
) -> State[Any]:
    """Load texts into the graph that the environment names (``SUMMITGRAPH_GRAPH``, ``SUMMITGRAPH_DATA_DIR``).

    Args:
        paths: files, folders, glob patterns and http(s) URLs.
        published: publication date of documents that give none themselves.
        columns: columns of corpora by field, as ``{"text": "body"}``.
        sync: paths are folders; what stood below them and is gone there is retracted at the end.
    """
    settings = load_settings()
    options = ReadOptions(published=published, columns=tuple((columns or {}).items()))
    report = RunReport()
    run_id = f"run:{flow_run.id}"
    begun = time.perf_counter()
    try:
        with workshop.opened(settings, run_id, datetime.now(UTC).isoformat(timespec="seconds")) as shop:
            if written := load_authority(shop):
                report.add_authority(written)
            for documents in stages.decided(shop, settings.batch_size):
                report.add_replayed(*put(documents, shop, report))
            items = read(paths, options)
            seen = Seen()
            for batch in stages.batches(unless_empty(items, paths) if sync else items, settings.batch_size):
                process(batch, shop, report)
                seen.add(batch)
                advance(len(batch.documents) + len(batch.left_out))
            if sync:
                report.retracted += retire(whole(list(gone(paths, seen, shop))), shop)
    finally:
        report.seconds = time.perf_counter() - begun
        publish(report, settings, run_id)
    return outcome(report)


def process(batch: Batch, shop: Workshop, report: RunReport) -> None:
    """Take one batch through all stages."""
    report.add_read(batch.documents, batch.left_out)
    known = sort_out(whole(batch), shop)
    report.unchanged += known.unchanged
    report.origins += known.renamed
    report.retracted += known.retracted
    if known.new:
        report.add_loaded(*put(known.new, shop, report, batch.readings))


def put(
    documents: Sequence[SourceDocument], shop: Workshop, report: RunReport, readings: Sequence[Reading] = ()
) -> tuple[list[ExtractedDocument], LoadReport]:
    """Extract, map and load documents; return those that now stand in the graph, and what it says it made."""
    extracted, unread = extract(whole(documents), shop)
    rows, unmapped = map_rows(whole(extracted), shop)
    loaded = load(whole(rows), shop, whole(readings))
    report.rejected += [*unread, *unmapped]
    written = {each.document for each in rows} - {item.origin for item in loaded.rejected}
    return [each for each in extracted if each.document.id in written], loaded


def publish(report: RunReport, settings: Settings, run_id: str) -> None:
    """Write the quarantine file and the artifact that Prefect shows."""
    path = write_quarantine(settings.quarantine_dir, run_id, report.rejected)
    report.quarantine = str(path) if path else None
    create_markdown_artifact(as_markdown(report), key="ingest-report", description=headline(report))


def outcome(report: RunReport) -> State[Any]:
    """Return the state in which the run ends."""
    if not report.rejected:
        return Completed(message=headline(report), data=report)
    if report.loaded or report.unchanged or report.retracted:
        return Completed(name="Incomplete", message=headline(report), data=report)
    return Failed(message=headline(report), data=NothingLoadedError(report))


def run(paths: list[str], published: date | None, columns: dict[str, str], sync: bool = False) -> RunReport:
    """Run the flow here and now and return its report, also of a run in which every document was left out.

    Raises:
        SummitgraphError: the graph cannot be opened or written.
    """
    begun = time.perf_counter()
    with workshop.warm(load_settings()):
        state = ingest(paths, published=published, columns=columns, sync=sync, return_state=True)
    result: Any = state.result(raise_on_failure=False)
    report = result.report if isinstance(result, NothingLoadedError) else result
    if not isinstance(report, RunReport):
        raise report
    report.seconds = time.perf_counter() - begun
    return report
