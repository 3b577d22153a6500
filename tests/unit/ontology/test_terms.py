"""Hygiene: every term is labelled and defined, every file states what it should."""

from __future__ import annotations

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from ontology.reader.compile import parse
from ontology.reader.loading import FOLDER, turtle_files
from ontology.reader.terms import BASE, SG


@pytest.fixture(scope="module")
def graph() -> Graph:
    return parse(turtle_files())


def test_every_term_is_labelled_and_defined(graph: Graph) -> None:
    terms = set(graph.subjects(RDF.type, OWL.Class)) | set(graph.subjects(RDF.type, OWL.ObjectProperty))
    terms |= set(graph.subjects(RDF.type, OWL.DatatypeProperty)) | set(graph.subjects(RDF.type, SKOS.Concept))
    terms |= set(graph.subjects(RDF.type, SG.EventMode)) | set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    missing = {t for t in terms if not (graph.value(t, RDFS.label) and graph.value(t, SKOS.definition))}
    assert len(terms) > 250
    assert missing == set()


def test_every_term_used_is_declared(graph: Graph) -> None:
    used = {p for p in graph.predicates() if p.startswith(SG)} | {
        c for c in graph.objects(None, RDF.type) if c.startswith(SG)
    }
    declared = {s for s in graph.subjects(RDFS.label) if s.startswith(SG)}
    assert used - declared == set()


def test_every_label_is_one(graph: Graph) -> None:
    counts: dict[object, int] = {}
    for subject in graph.subjects(RDFS.label):
        counts[subject] = counts.get(subject, 0) + 1
    assert [subject for subject, n in counts.items() if n > 1] == []


def test_version_is_stated_with_its_iri(graph: Graph) -> None:
    ontology = URIRef(BASE)
    version = str(graph.value(ontology, OWL.versionInfo))
    assert str(graph.value(ontology, OWL.versionIRI)) == f"{BASE}{version}"
    assert f"## {version}" in (FOLDER / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_codebook_names_its_source_and_licence() -> None:
    text = (FOLDER / "codebook" / "plover.ttl").read_text(encoding="utf-8")
    assert "openeventdata/PLOVER" in text
    assert "creativecommons.org/licenses/by-sa/4.0" in text


def test_alignments_start_at_declared_terms(graph: Graph) -> None:
    for name in ("prov", "org", "schema", "sem", "wikidata"):
        alignment = parse([FOLDER / "mappings" / f"{name}.ttl"])
        assert len(alignment) > 5
        assert {s for s in alignment.subjects() if graph.value(s, SKOS.definition) is None} == set()
