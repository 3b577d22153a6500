"""Seals hold where a graph gives back what was loaded, and break with any change of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summitgraph.mapping.seals import CLAIM_LINKS, claim_digest
from tests.integration import samples


def _claims(rows: samples.Rows) -> dict[str, str]:
    return {row["id"]: row["digest"] for row in rows.nodes["Claim"]}


def test_the_same_extraction_has_the_same_seal_whoever_loads_it_when() -> None:
    once = samples.rows(samples.report())
    again = samples.rows(samples.report(), run="run:later", ingested_at="2027-01-01T00:00:00Z")
    assert once.nodes["Document"][0]["seal"] == again.nodes["Document"][0]["seal"]


@pytest.mark.parametrize(
    "change",
    [
        {"rule": "guess"},
        {"confidence": 0.5},
        {"modality": "planned"},
        {"attributed_to": samples.KIM},
        {"mode": "visit"},
    ],
)
def test_a_claim_that_says_something_else_breaks_both(change: dict[str, object]) -> None:
    extracted, claims = samples.report()
    before = samples.rows((extracted, claims))
    after = samples.rows((extracted, (replace(claims[0], **change), *claims[1:])))  # type: ignore[arg-type]
    assert _claims(before)[claims[0].id] != _claims(after)[claims[0].id]
    assert before.nodes["Document"][0]["seal"] != after.nodes["Document"][0]["seal"]


def test_where_a_text_was_found_is_left_out() -> None:
    extracted, claims = samples.report()
    elsewhere = replace(extracted, document=replace(extracted.document, origins=("other.txt",), url="https://e.org/a"))
    seals = {samples.rows((each, claims)).nodes["Document"][0]["seal"] for each in (extracted, elsewhere)}
    assert len(seals) == 1


def test_a_whole_number_is_the_same_as_a_float_and_absent_as_none() -> None:
    links = dict.fromkeys(CLAIM_LINKS, None)
    assert claim_digest({"quad": 1, "mode": None}, links) == claim_digest({"quad": 1.0}, {})
