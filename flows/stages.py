"""The stages of ingestion as plain functions: the flow gives them retries and a record, and adds nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from flows.workshop import Workshop
from loaders.origins import Reading, readings_of
from summitgraph.errors import GraphAccessError, GraphUnavailableError, LoadError, MappingError
from summitgraph.mapping.authority import DOCUMENT as AUTHORITY
from summitgraph.mapping.authority import authority_document
from summitgraph.mapping.checking import check_claims
from summitgraph.mapping.claims import claims_of
from summitgraph.mapping.rows import Rows, rows_of
from summitgraph.records import ExtractedDocument, LoadReport, Rejected, SourceDocument
from summitgraph.resolution import replay
from summitgraph.resolution.applying import apply
from summitgraph.sources import Ignored, merge_origins


class Batch(NamedTuple):
    """Some documents as they were read, what was left out between them, and where each document was found."""

    documents: list[SourceDocument]
    left_out: list[Rejected | Ignored]
    readings: list[Reading]


class Sorted(NamedTuple):
    """A batch against the graph: what needs work, how many documents it knows, some of them under a new name only, and
    how many went, since known ones now stand in their places."""

    new: list[SourceDocument]
    unchanged: int
    renamed: int
    retracted: int


def batches(items: Iterable[SourceDocument | Rejected | Ignored], size: int) -> Iterator[Batch]:
    """Yield the items in batches; copies of one content within a batch are one document with all its origins."""
    stream = iter(items)
    while part := list(islice(stream, size)):
        documents = [item for item in part if isinstance(item, SourceDocument)]
        left_out = [item for item in part if not isinstance(item, SourceDocument)]
        yield Batch(merge_origins(documents), left_out, readings_of(documents))


def sort_out(batch: Batch, shop: Workshop) -> Sorted:
    """Return what needs work: documents that the graph lacks, or holds from other versions of the extraction.

    What it knows is not read again; where it was found now is recorded. What it held in these places before goes.
    """
    known = shop.loader.known_documents((document.id for document in batch.documents), shop.extractor.versions)
    placed = shop.loader.place([reading for reading in batch.readings if reading.document in known])
    new = [document for document in batch.documents if document.id not in known]
    return Sorted(new, len(known), placed.documents, placed.retracted)


def extract(documents: Sequence[SourceDocument], shop: Workshop) -> tuple[list[ExtractedDocument], list[Rejected]]:
    """Return what was found in the documents, and the documents that could not be read."""
    found = list(shop.extractor.extract(documents, batch_size=max(1, len(documents))))
    good = [item for item in found if isinstance(item, ExtractedDocument)]
    return good, [item for item in found if isinstance(item, Rejected)]


def map_rows(extracted: Sequence[ExtractedDocument], shop: Workshop) -> tuple[list[Rows], list[Rejected]]:
    """Return the rows of each document, and what does not fit the ontology: claims, or whole documents."""
    rows: list[Rows] = []
    rejected: list[Rejected] = []
    for each in extracted:
        try:
            resolved, claims = apply(shop.resolution, each, claims_of(each))
            conforming, left_out = check_claims(resolved, claims, shop.ontology)
            rejected += left_out
            rows.append(rows_of(resolved, conforming, shop.ontology, shop.run_id, shop.started_at))
        except MappingError as error:
            rejected.append(Rejected(each.document.origins[0], "map", str(error)))
    return rows, rejected


def load(rows: Sequence[Rows], shop: Workshop, readings: Sequence[Reading] = ()) -> LoadReport:
    """Write the rows in one transaction; return what the graph says it made.

    Documents that stood where these were found go in the same transaction, unless they stand elsewhere too.

    Where the graph refuses the batch, each document is written alone, and those that it refuses again are rejected.
    """
    try:
        return shop.loader.load(rows, readings=_of(rows, readings))
    except (GraphUnavailableError, GraphAccessError):
        raise
    except LoadError:
        return _load_singly(rows, shop, readings)


def load_authority(shop: Workshop) -> LoadReport | None:
    """Write the authority file's office holders, unless this version of them stands; return what the graph made of it."""
    extracted, claims = authority_document(shop.ontology)
    stands = shop.loader.known_documents([AUTHORITY], extracted.versions)
    if stands and AUTHORITY not in replay.outdated(shop.graph, shop.resolution.decisions):
        return None
    resolved = apply(shop.resolution, extracted, claims)
    return shop.loader.load([rows_of(*resolved, shop.ontology, shop.run_id, shop.started_at)])


def decided(shop: Workshop, size: int) -> Iterator[list[SourceDocument]]:
    """Yield in batches, from their stored texts, the documents on which a change of the analysts' decisions bears."""
    ids = iter(replay.outdated(shop.graph, shop.resolution.decisions))
    while part := list(islice((id_ for id_ in ids if id_ != AUTHORITY), size)):
        yield list(replay.stored(shop.graph, part))


def retire(names: Sequence[str], shop: Workshop) -> int:
    """Let paths lead nowhere; return how many documents went, since they stood at none but these."""
    return shop.loader.drop_origins(names)


def _of(rows: Sequence[Rows], readings: Sequence[Reading]) -> list[Reading]:
    """Return where these documents were found: a document that was left out takes no place."""
    ids = {each.document for each in rows}
    return [reading for reading in readings if reading.document in ids]


def _load_singly(rows: Sequence[Rows], shop: Workshop, readings: Sequence[Reading]) -> LoadReport:
    nodes: Counter[str] = Counter()
    relationships: Counter[str] = Counter()
    rejected = []
    retracted = 0
    for each in rows:
        try:
            report = shop.loader.load([each], readings=_of([each], readings))
        except (GraphUnavailableError, GraphAccessError):
            raise
        except LoadError as error:
            rejected.append(Rejected(each.document, "load", str(error)))
        else:
            nodes.update(report.created_nodes)
            relationships.update(report.created_relationships)
            retracted += report.retracted
    loaded = len(rows) - len(rejected)
    return LoadReport(dict(nodes), dict(relationships), loaded, rejected=tuple(rejected), retracted=retracted)
