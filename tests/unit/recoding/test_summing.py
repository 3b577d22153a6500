"""What one document said and says now, compared."""

from __future__ import annotations

from dataclasses import replace

from summitgraph.recoding.diff import Change, Diff
from summitgraph.recoding.saying import Saying, of_rows, supported
from summitgraph.recoding.summing import Sum
from tests.integration import samples
from tests.integration.samples import CONSULT, HANOI, KIM, PRK, SUMMIT, TRUMP


def test_a_claim_supports_its_event_and_the_edges_that_derive_from_it() -> None:
    said = of_rows(samples.rows(samples.report()))
    (met,) = [claim for claim in said.claims.values() if claim.get("about") == CONSULT]
    assert list(supported(met)) == [
        (CONSULT,),
        (CONSULT, "ACTOR", TRUMP),
        (CONSULT, "RECIPIENT", KIM),
        (CONSULT, "HELD_IN", HANOI),
        (CONSULT, "PART_OF", SUMMIT),
    ]


def test_a_denied_relation_supports_nothing() -> None:
    said = of_rows(samples.rows(samples.brief()))
    support = said.support()
    assert support[KIM, "LEADS", PRK] == 1
    assert (KIM, "AFFILIATED_WITH", PRK) not in support
    assert (SUMMIT, "HELD_IN", HANOI) not in support


def test_another_version_that_says_the_same_changes_nothing() -> None:
    extracted, claims = samples.report()
    newer = tuple(replace(claim, ontology="0.2.0", model="other") for claim in claims)
    total = Sum()
    total.add(of_rows(samples.rows((extracted, claims))), of_rows(samples.rows((extracted, newer))))
    assert total.claims == {}
    assert total.documents == 1


def test_claims_are_counted_by_type() -> None:
    extracted, claims = samples.report()
    surer = (replace(claims[0], confidence=0.99), *claims[1:])
    total = Sum()
    total.add(of_rows(samples.rows((extracted, claims))), of_rows(samples.rows((extracted, surer))))
    total.add(Saying(), of_rows(samples.rows(samples.brief())))
    assert total.claims["CONSULT"] == Change(gone=0, new=1, changed=1)
    assert total.claims["LEADS"] == Change(gone=0, new=1, changed=0)


def test_a_diff_reads_as_lines() -> None:
    claims = {"LEADS": Change(gone=1, new=0, changed=2)}
    diff = Diff(3, claims, [("event:1",), (KIM, "LEADS", PRK)], [(KIM,)], [TRUMP], [])
    assert diff.as_text().splitlines() == [
        "documents extracted anew: 3",
        "  claims LEADS              1 gone, 0 new, 2 changed",
        "  - event event:1",
        f"  - edge LEADS (1) {KIM} -[LEADS]-> {PRK}",
        f"  + entity {KIM}",
        f"  ~ entity {TRUMP}",
    ]
