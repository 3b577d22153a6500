"""The compiled check says of the examples what pySHACL says, node by node and message by message."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, Graph, Literal
from rdflib.term import Node

from ontology import Ontology, Record, check, check_relation
from ontology.reader.compile import parse
from ontology.reader.loading import FOLDER
from ontology.reader.shapes import term_name, value_name
from ontology.reader.terms import SG, Terms, local_name

VALID = sorted((FOLDER / "examples" / "valid").glob("*.ttl"))
INVALID = sorted((FOLDER / "examples" / "invalid").glob("*.ttl"))
SHAPES = sorted((FOLDER / "shapes").glob("*.ttl"))
TERMS = [FOLDER / "core.ttl", FOLDER / "codebook" / "plover.ttl"]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return parse(SHAPES)


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return parse(TERMS)


def _records(data: Graph, vocabulary: Graph) -> list[Record]:
    """Say a graph in records, as the mapping stage would: labels, and properties by their names in the graph."""
    terms = Terms(vocabulary)
    records = []
    for node in set(data.subjects()):
        properties: dict[str, list[str | int | float]] = {}
        for predicate, value in data.predicate_objects(node):
            if predicate != RDF.type:
                properties.setdefault(term_name(terms, predicate), []).append(_value(terms, predicate, value))
        records.append(Record(str(node), tuple(local_name(c) for c in data.objects(node, RDF.type)), properties))
    return records


def _value(terms: Terms, predicate: Node, value: Node) -> str | int | float:
    if isinstance(value, Literal):
        python = value.toPython()
        return python if isinstance(python, str | int) else float(python)
    known = (value, RDFS.label, None) in terms.graph
    return value_name(terms, value) if predicate in (SG.type, SG.mode) and known else str(value)


def _by_pyshacl(data: Graph, shapes: Graph, vocabulary: Graph) -> set[tuple[str, str]]:
    _, report, _ = pyshacl.validate(data + vocabulary, shacl_graph=shapes)
    return {
        (str(report.value(result, SH.focusNode)), str(report.value(result, SH.resultMessage)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


@pytest.mark.parametrize("file", [*VALID, *INVALID], ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_compiled_check_agrees_with_pyshacl(loaded: Ontology, shapes: Graph, vocabulary: Graph, file: Path) -> None:
    data = parse([file])
    compiled = {(v.node, v.message) for v in check(loaded, _records(data, vocabulary))}
    assert compiled == _by_pyshacl(data, shapes, vocabulary)
    assert bool(compiled) == (file in INVALID)


def test_the_authority_file_conforms(loaded: Ontology, vocabulary: Graph) -> None:
    data = parse(sorted((FOLDER / "authority").glob("*.ttl")))
    assert check(loaded, _records(data, vocabulary)) == ()


def test_the_invalid_examples_violate_every_kind_of_shape(loaded: Ontology, vocabulary: Graph) -> None:
    violated = {v.shape for file in INVALID for v in check(loaded, _records(parse([file]), vocabulary))}
    assert {"Claim", "Passage", "Event", "Summit", "Person", "Place", "Office", "Tenure", "leads-domain"} <= violated


def test_domain_and_range_of_shapes_are_those_of_the_core(loaded: Ontology) -> None:
    demands = {(c.target, c.term): c.classes for c in loaded.constraints if c.path is None}
    for name, relation in loaded.relations.items():
        assert demands["subjects-of", name] == relation.domain
        assert demands["objects-of", name] == relation.range


@pytest.mark.parametrize(
    ("predicate", "subject", "object_", "problem"),
    [
        ("LEADS", "Person", "Country", None),
        ("HELD_IN", "Summit", "Place", None),
        ("SUBJECT", "Claim", "Person", None),
        ("LEADS", "Country", "Person", "LEADS starts at a Person."),
        ("PARTY_TO", "Country", "Place", "PARTY_TO leads to an Agreement."),
        ("LOVES", "Person", "Person", "LOVES is no relationship type of the ontology."),
    ],
)
def test_a_relation_is_checked_by_its_labels(
    loaded: Ontology, predicate: str, subject: str, object_: str, problem: str | None
) -> None:
    assert check_relation(loaded, predicate, subject, object_) == problem
