"""A document's rows as RDF and back, and the text of each format."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rdflib import PROV, RDF, Dataset, URIRef

from loaders.merging import merge
from loaders.rdf.blocks import Block, Resource, document_block, graph_iri
from loaders.rdf.chunks import form_of, graphs
from loaders.rdf.importing import documents_of
from loaders.rdf.vocabulary import Iri, node_id, node_iri, property_iri, relation_iri
from loaders.rdf.writing import FORMS, write
from summitgraph.errors import SourceError
from summitgraph.mapping.rows import Rows
from tests.integration import samples
from tests.integration.samples import KIM, RUN, TRUMP


def both() -> list[Rows]:
    return [samples.rows(samples.report()), samples.rows(samples.brief())]


def blocks(documents: list[Rows]) -> list[Block]:
    return [document_block(rows, {}) for rows in documents]


def written(form: str, folder: Path, documents: list[Rows]) -> Path:
    file = folder / f"export{FORMS[form].suffix}"
    with file.open("w", encoding="utf-8") as stream:
        write(blocks(documents), FORMS[form], stream)
    return file


def plain(documents: list[Rows]) -> str:
    """All rows as the loader's statements take them, whatever their order."""
    batch = merge(documents)
    rows = [
        [kind, str(key), row]
        for kind in ("nodes", "relationships")
        for key, each in getattr(batch, kind).items()
        for row in each
    ]
    rows += [["events", "", id_] for id_ in batch.events]
    rows += [["facts", type_, row] for type_, each in batch.facts.items() for row in each]
    return "\n".join(sorted(json.dumps(row, sort_keys=True) for row in rows))


@pytest.mark.parametrize("form", FORMS)
def test_rows_written_and_read_are_the_same_rows(form: str, tmp_path: Path) -> None:
    file = written(form, tmp_path, both())
    assert plain([each.rows for each in documents_of(file)]) == plain(both())


@pytest.mark.parametrize("form", FORMS)
def test_our_own_file_is_read_a_document_at_a_time(form: str, tmp_path: Path) -> None:
    assert len(list(graphs(written(form, tmp_path, both()), derived=False))) == 2


def test_a_file_of_another_program_is_read_whole(tmp_path: Path) -> None:
    dataset = Dataset()
    dataset.parse(written("trig", tmp_path, both()), format="trig")
    foreign = tmp_path / "foreign.jsonld"
    dataset.serialize(foreign, format="json-ld", encoding="utf-8")
    assert plain([each.rows for each in documents_of(foreign)]) == plain(both())


def test_each_document_is_a_named_graph_with_its_provenance(tmp_path: Path) -> None:
    dataset = Dataset()
    dataset.parse(written("nquads", tmp_path, both()), format="nquads")
    rows = both()[1]
    graph = dataset.graph(URIRef(graph_iri(rows.document)))
    leads = next(row["id"] for row in rows.nodes["Claim"] if row["predicate"] == "LEADS")
    claim, run = URIRef(node_iri(leads)), URIRef(node_iri(RUN))
    assert set(graph.objects(URIRef(node_iri(rows.document)), RDF.type)) >= {PROV.Entity}
    assert set(graph.objects(run, RDF.type)) >= {PROV.Activity}
    assert graph.value(claim, PROV.wasGeneratedBy) == run
    assert graph.value(claim, PROV.wasAttributedTo) == URIRef(node_iri(TRUMP))
    passage = rows.nodes["Passage"][0]["id"]
    assert set(graph.objects(claim, PROV.wasDerivedFrom)) == {
        URIRef(node_iri(passage)),
        URIRef(node_iri(rows.document)),
    }


def test_turtle_reads_like_turtle() -> None:
    resource = Resource(
        node_iri(KIM),
        ((Iri(property_iri("Person", "name")), 'Kim "Jong"\nUn'), (relation_iri("LEADS"), node_iri("country:PRK"))),
    )
    stream = io.StringIO()
    assert write([Block(None, (resource,))], FORMS["turtle"], stream) == 2
    assert stream.getvalue().endswith(
        'person:kim-jong-un rdfs:label "Kim \\"Jong\\"\\nUn" ;\n    sg:leads country:PRK .\n'
    )


def test_addresses_lead_back_to_ids() -> None:
    assert node_id(node_iri("person:kim-jong-un")) == "person:kim-jong-un"
    assert node_id("https://w3id.org/summitgraph/core#Person") is None
    assert node_id("https://example.org/person/kim-jong-un") is None


def test_an_unknown_ending_a_broken_and_an_incomplete_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="tells no RDF format"):
        form_of(Path("graph.csv"))
    broken = tmp_path / "broken.ttl"
    broken.write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(SourceError, match="it is no turtle"):
        list(documents_of(broken))
    file = written("nquads", tmp_path, both()[:1])
    lines = [line for line in file.read_text(encoding="utf-8").splitlines(keepends=True) if "core#textHash" not in line]
    file.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(SourceError, match=r"is incomplete: doc:.* lacks .*textHash"):
        list(documents_of(file))
