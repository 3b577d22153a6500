from __future__ import annotations

from dataclasses import replace

import pytest

from summitgraph.errors import MappingError, UnknownTermError
from summitgraph.mapping.authority import authority_document
from summitgraph.mapping.rows import Shape
from tests.integration import samples


def test_rows_by_shape() -> None:
    rows = samples.rows(samples.report())
    assert {label: len(each) for label, each in rows.nodes.items()} == {
        "Run": 1, "Document": 1, "Passage": 2, "Event": 2, "Claim": 5, "Person": 2, "Place": 1, "Summit": 1,
    }  # fmt: skip
    assert rows.relationships[Shape("SUBJECT", "Claim", "Event")][0]["to"] == samples.SUMMIT
    assert rows.events == tuple(sorted((samples.CONSULT, samples.REJECT)))
    assert rows.facts["HELD_IN"] == (
        {
            "fact": f"HELD_IN|{samples.SUMMIT}|{samples.HANOI}",
            "from": samples.SUMMIT,
            "to": samples.HANOI,
        },
    )


def test_an_office_is_described_though_no_mention_names_it() -> None:
    rows = samples.rows(samples.brief())
    assert rows.nodes["Office"] == (
        {
            "id": samples.LEADER,
            "iri": f"https://w3id.org/summitgraph/office/{samples.LEADER[7:]}",
            "role": "head-of-state",
            "country": samples.USA,
        },
    )


def test_a_predicate_outside_the_ontology_is_an_error() -> None:
    extracted, claims = samples.report()
    with pytest.raises(UnknownTermError, match="'DANCE' is not in the ontology"):
        samples.rows((extracted, (replace(claims[0], predicate="DANCE"),)))


def test_an_individual_that_nobody_describes_is_an_error() -> None:
    extracted, claims = samples.report()
    with pytest.raises(MappingError, match="person:nobody, which neither"):
        samples.rows((extracted, (replace(claims[0], object="person:nobody"),)))


def test_tenures_are_sentences_of_the_authority_file() -> None:
    extracted, claims = authority_document(samples.ONTOLOGY)
    assert extracted.document.text == (
        "Donald Trump is President of the United States from 2017-01-20 to 2021-01-20.\n"
        "Donald Trump is President of the United States from 2025-01-20 to an open end."
    )
    assert [claim.validity for claim in claims] == ["2017-01-20/2021-01-20", "2025-01-20/.."]
    mention = extracted.entities[1].mentions[1]
    assert extracted.document.text[mention.start : mention.end] == "President of the United States"
