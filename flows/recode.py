"""The flow of recoding: extract again what other versions extracted, from the texts that the graph keeps.

A run that is broken off has replaced all batches before; the next run goes on with the others. States are those of
``flows/ingest.py``.
"""

# No ``from __future__ import annotations`` here: Prefect needs the types of a flow's parameters as objects.

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.states import Completed

from flows import stages, workshop
from flows.ingest import extract, load, map_rows, whole
from flows.workshop import Workshop
from summitgraph.mapping.authority import DOCUMENT as AUTHORITY
from summitgraph.mapping.rows import Rows
from summitgraph.recoding.diff import Diff
from summitgraph.recoding.outdated import outdated, restate
from summitgraph.recoding.saying import Saying, of_rows, of_stored
from summitgraph.recoding.summing import Sum
from summitgraph.reporting import advance
from summitgraph.resolution import replay
from summitgraph.settings import load_settings
from summitgraph.verifying.stored import read


@flow(name="recode")
def recode(dry_run: bool = False) -> State[Any]:
    """Bring the graph that the environment names to the present codebook, lexicon, authority file and reader.

    Args:
        dry_run: say what would change, and change nothing.
    """
    settings = load_settings()
    total = Sum()
    with workshop.opened(settings, f"run:{flow_run.id}", datetime.now(UTC).isoformat(timespec="seconds")) as shop:
        if rows := outdated_authority(shop):
            replace([rows], shop, total, dry_run)
        for ids in batches(shop, settings.batch_size):
            replace(rows_anew(ids, shop, total), shop, total, dry_run)
            advance(len(ids))
        if not dry_run:
            restate(shop.graph, shop.ontology)
        diff = total.diff(shop.graph, applied=not dry_run)
    create_markdown_artifact(f"```\n{diff.as_text()}\n```", key="recode-diff", description="What recoding changes")
    return Completed(name="Incomplete" if diff.rejected else None, message=diff.as_text().splitlines()[0], data=diff)


def outdated_authority(shop: Workshop) -> Rows | None:
    """Return the rows of the authority file's office holders where the graph holds those of another version."""
    rows = stages.authority_rows(shop)
    standing = next(read(shop.graph, [AUTHORITY]), None)
    return rows if standing and standing.properties["ontology"] != rows.versions.ontology else None


def batches(shop: Workshop, size: int) -> Iterator[list[str]]:
    """Yield the ids of outdated documents in batches."""
    ids = outdated(shop.graph, shop.extractor.versions)
    while part := list(islice(ids, size)):
        yield part


def rows_anew(ids: Sequence[str], shop: Workshop, total: Sum) -> list[Rows]:
    """Return the rows of documents, extracted anew from their stored texts."""
    extracted, unread = extract(whole(list(replay.stored(shop.graph, ids))), shop)
    rows, unmapped = map_rows(whole(extracted), shop)
    total.rejected += [*unread, *unmapped]
    return rows


def replace(rows: Sequence[Rows], shop: Workshop, total: Sum, dry_run: bool) -> None:
    """Put documents in the place of what stands of them, unless it is a dry run; sum up what differs."""
    before = {each.id: of_stored(each) for each in read(shop.graph, [each.document for each in rows])}
    left = set()
    if not dry_run:
        loaded = load(whole(rows), shop)
        total.rejected += loaded.rejected
        left = {item.origin for item in loaded.rejected}
    for each in rows:
        if each.document not in left:
            total.add(before.get(each.document, Saying()), of_rows(each))


def run(dry_run: bool) -> Diff:
    """Run the flow here and now and return what it changed, or would change.

    Raises:
        SummitgraphError: the graph cannot be opened or written.
    """
    with workshop.warm(load_settings()):
        state = recode(dry_run=dry_run, return_state=True)
    diff: Any = state.result(raise_on_failure=False)
    if not isinstance(diff, Diff):
        raise diff
    return diff
