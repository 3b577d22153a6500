"""The stages of ingestion as plain functions: the flow gives them retries and a record, and adds nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from flows.workshop import Workshop
from summitgraph.errors import GraphAccessError, GraphUnavailableError, LoadError, MappingError
from summitgraph.mapping.authority import authority_document
from summitgraph.mapping.claims import claims_of
from summitgraph.mapping.rows import Rows, rows_of
from summitgraph.records import ExtractedDocument, LoadReport, Rejected, SourceDocument
from summitgraph.sources import Ignored, merge_origins


class Batch(NamedTuple):
    """Some documents as they were read, and what was left out between them."""

    documents: list[SourceDocument]
    left_out: list[Rejected | Ignored]


class Sorted(NamedTuple):
    """A batch against the graph: what needs work, and how many documents it knows, some under a new name only."""

    new: list[SourceDocument]
    unchanged: int
    renamed: int


def batches(items: Iterable[SourceDocument | Rejected | Ignored], size: int) -> Iterator[Batch]:
    """Yield the items in batches; copies of one content within a batch are one document with all its origins."""
    stream = iter(items)
    while part := list(islice(stream, size)):
        documents = [item for item in part if isinstance(item, SourceDocument)]
        yield Batch(merge_origins(documents), [item for item in part if not isinstance(item, SourceDocument)])


def sort_out(documents: Sequence[SourceDocument], shop: Workshop) -> Sorted:
    """Return what needs work: documents that the graph lacks, or holds from other versions of the extraction.

    What it knows is not read again; names under which it did not know it are added.
    """
    known = shop.loader.known_documents((document.id for document in documents), shop.extractor.versions)
    renamed = shop.loader.add_origins({each.id: each.origins for each in documents if each.id in known})
    return Sorted([document for document in documents if document.id not in known], len(known), renamed)


def extract(documents: Sequence[SourceDocument], shop: Workshop) -> tuple[list[ExtractedDocument], list[Rejected]]:
    """Return what was found in the documents, and the documents that could not be read."""
    found = list(shop.extractor.extract(documents, batch_size=max(1, len(documents))))
    good = [item for item in found if isinstance(item, ExtractedDocument)]
    return good, [item for item in found if isinstance(item, Rejected)]


def map_rows(extracted: Sequence[ExtractedDocument], shop: Workshop) -> tuple[list[Rows], list[Rejected]]:
    """Return the rows of each document, and the documents that do not fit the ontology."""
    rows, rejected = [], []
    for each in extracted:
        try:
            rows.append(rows_of(each, claims_of(each), shop.ontology, shop.run_id, shop.started_at))
        except MappingError as error:
            rejected.append(Rejected(each.document.origins[0], "map", str(error)))
    return rows, rejected


def load(rows: Sequence[Rows], shop: Workshop) -> LoadReport:
    """Write the rows in one transaction; return what the graph says it made.

    Where the graph refuses the batch, each document is written alone, and those that it refuses again are rejected.
    """
    try:
        return shop.loader.load(rows)
    except (GraphUnavailableError, GraphAccessError):
        raise
    except LoadError:
        return _load_singly(rows, shop)


def load_authority(shop: Workshop) -> LoadReport | None:
    """Write the authority file's office holders, unless this version of them stands; return what the graph made of it."""
    extracted, claims = authority_document(shop.ontology)
    if shop.loader.known_documents([extracted.document.id], extracted.versions):
        return None
    return shop.loader.load([rows_of(extracted, claims, shop.ontology, shop.run_id, shop.started_at)])


def _load_singly(rows: Sequence[Rows], shop: Workshop) -> LoadReport:
    nodes: Counter[str] = Counter()
    relationships: Counter[str] = Counter()
    rejected = []
    for each in rows:
        try:
            report = shop.loader.load([each])
        except (GraphUnavailableError, GraphAccessError):
            raise
        except LoadError as error:
            rejected.append(Rejected(each.document, "load", str(error)))
        else:
            nodes.update(report.created_nodes)
            relationships.update(report.created_relationships)
    return LoadReport(dict(nodes), dict(relationships), len(rows) - len(rejected), rejected=tuple(rejected))
