"""The graph as RDF on both engines: out and in again, under the shapes, and asked in SPARQL."""

from __future__ import annotations

import json
import os
import tracemalloc
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from rdflib import Dataset, URIRef
from rdflib import Graph as RdfGraph
from rdflib import Literal as RdfLiteral

import ontology
import queries
from benchmarks.corpus import documents
from loaders.bolt import Loader
from loaders.rdf import exporting
from loaders.rdf.chunks import graphs
from loaders.rdf.exporting import export
from loaders.rdf.importing import import_file
from loaders.rdf.validation import Finding, validate, validate_file
from loaders.rdf.writing import FORMS
from ontology.reader.compile import parse
from ontology.reader.loading import FOLDER, turtle_files
from queries.sparql import twin, twins
from summitgraph.graph.connection import Graph
from summitgraph.mapping.checking import check_claims, violations
from tests.integration import samples
from tests.integration.conftest import empty
from tests.integration.query_seed import DATA, seed_rows
from tests.integration.samples import HANOI, KIM
from tests.integration.snapshots import snapshot

ANSWERS = DATA / "answers"


def written(graph: Graph, form: str, folder: Path) -> Path:
    file = folder / f"graph{FORMS[form].suffix}"
    with file.open("w", encoding="utf-8") as stream:
        export(graph, FORMS[form], stream)
    return file


@pytest.mark.parametrize("form", FORMS)
def test_an_export_read_in_again_is_the_same_graph(graph: Graph, form: str, tmp_path: Path) -> None:
    loader = Loader(graph)
    loader.load(seed_rows(ontology.load()))
    loader.load([samples.rows(samples.report()), samples.rows(samples.brief())])
    before, file = snapshot(graph), written(graph, form, tmp_path)
    empty(graph)
    report = import_file(file, Loader(graph))
    assert snapshot(graph) == before
    assert report.documents == 10
    assert import_file(file, Loader(graph)).unchanged == 10


def test_what_another_program_wrote_anew_reads_in_too(graph: Graph, tmp_path: Path) -> None:
    Loader(graph).load(seed_rows(ontology.load()))
    before, file = snapshot(graph), written(graph, "trig", tmp_path)
    foreign = tmp_path / "foreign.nq"
    dataset = Dataset()
    dataset.parse(file, format="trig")
    dataset.serialize(foreign, format="nquads", encoding="utf-8")
    empty(graph)
    import_file(foreign, Loader(graph))
    assert snapshot(graph) == before


def test_both_engines_export_the_same_text(both: tuple[Graph, Graph], tmp_path: Path) -> None:
    texts = []
    for graph in both:
        Loader(graph).load(seed_rows(ontology.load()))
        texts.append(sorted(written(graph, "nquads", tmp_path).read_text(encoding="utf-8").splitlines()))
    assert texts[0] == texts[1]


def test_what_was_checked_before_loading_conforms_afterwards(graph: Graph, tmp_path: Path) -> None:
    Loader(graph).load(seed_rows(ontology.load()))
    assert list(validate(graph)) == []
    assert list(validate_file(written(graph, "turtle", tmp_path))) == []


def test_pyshacl_says_of_a_graph_what_the_compiled_check_says_of_its_claims(graph: Graph) -> None:
    terms = ontology.load()
    extracted, claims = samples.report()
    consult, reject, trump, kim, held = claims
    claims = (
        replace(consult, mode="walk-out"),
        replace(reject, confidence=1.5, start=reject.end, place=KIM),
        replace(trump, subject=HANOI),
        replace(kim, predicate="LEADS", subject=HANOI, object=KIM, modality="planned"),
        replace(held, modality="perhaps", polarity="negative"),
    )
    expected = {Finding(id_, message) for id_, messages in violations(claims, terms).items() for message in messages}
    Loader(graph).load([samples.rows((extracted, claims))])
    found = set(validate(graph))
    at_claims = {each for each in found if each.node.startswith("claim:")}
    # A relationship that joins the wrong things is found at its ends, and named there by pySHACL.
    assert {each.message for each in found} == {each.message for each in expected}
    assert at_claims <= expected
    checked = check_claims(extracted, claims, terms)
    empty(graph)
    Loader(graph).load([samples.rows((extracted, checked.claims))])
    assert list(validate(graph)) == []


def test_memory_of_an_export_does_not_grow_with_the_graph(
    embedded_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, size in (("IDS", 5), ("DOCUMENTS", 1), ("NODES", 20)):
        monkeypatch.setattr(exporting, name, size)
    loader, corpus = Loader(empty(embedded_graph)), documents(40)
    peaks = []
    for count in (4, 36):
        loader.load(list(islice(corpus, count)))
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            tracemalloc.start()
            export(embedded_graph, FORMS["trig"], nowhere)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < 2 * peaks[0]


@pytest.fixture(scope="module")
def exported(embedded_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    Loader(empty(embedded_graph)).load(seed_rows(ontology.load()))
    return written(embedded_graph, "trig", tmp_path_factory.mktemp("export"))


@pytest.fixture(scope="module")
def store(exported: Path) -> pyoxigraph.Store:
    """The whole ontology and the export in Oxigraph."""
    store = pyoxigraph.Store()
    for each in turtle_files():
        store.load(path=each, format=pyoxigraph.RdfFormat.TURTLE)
    store.load(path=exported, format=pyoxigraph.RdfFormat.TRIG)
    return store


@pytest.fixture(scope="module")
def rdf(exported: Path) -> RdfGraph:
    """The ontology's terms and the export in rdflib."""
    graph = parse([FOLDER / "core.ttl", FOLDER / "codebook" / "plover.ttl"])
    for each in graphs(exported, derived=True):
        graph += each
    return graph


@pytest.mark.parametrize("id_", twins())
def test_a_sparql_twin_answers_as_the_catalogue_does(store: pyoxigraph.Store, rdf: RdfGraph, id_: str) -> None:
    for case in json.loads((ANSWERS / f"{id_}.json").read_text(encoding="utf-8")):
        sparql = twin(id_, queries.find(id_).bind(case["given"]))
        expected = [list(row.values()) for row in case["rows"]]
        answer: Any = store.query(sparql, use_default_graph_as_union=True)
        assert [[_plain(value) for value in row] for row in answer] == expected
        assert [[None if value is None else value.toPython() for value in row] for row in rdf.query(sparql)] == expected


def _plain(value: pyoxigraph.Literal | None) -> Any:
    return None if value is None else RdfLiteral(value.value, datatype=URIRef(value.datatype.value)).toPython()
