"""What the shapes say of claims before they are loaded."""

from __future__ import annotations

from dataclasses import replace

import ontology
from ontology.model import Ontology
from summitgraph.mapping.checking import check_claims, violations
from summitgraph.records import Claim
from tests.integration import samples
from tests.integration.samples import CONSULT, HANOI, KIM, PRK, SUMMIT, TRUMP


def terms() -> Ontology:
    return ontology.load()


def claims() -> tuple[Claim, ...]:
    return (*samples.report()[1], *samples.brief()[1])


def said_of(claim: Claim) -> tuple[str, ...]:
    return violations([claim], terms()).get(claim.id, ())


def event() -> Claim:
    return samples.report()[1][0]


def relation() -> Claim:
    return next(claim for claim in claims() if claim.predicate == "LEADS")


def test_claims_of_two_reports_conform() -> None:
    assert violations(claims(), terms()) == {}


def test_a_relation_must_join_what_its_domain_and_range_allow() -> None:
    assert said_of(replace(relation(), subject=PRK, object=KIM)) == (
        "LEADS leads to a Country or Organization.",
        "LEADS starts at a Person.",
    )


def test_a_planned_relation_is_held_to_the_same() -> None:
    wrong = replace(relation(), predicate="PARTY_TO", subject=HANOI, modality="planned")
    assert said_of(wrong) == (
        "PARTY_TO leads to an Agreement.",
        "PARTY_TO starts at a Country, Organization or Person.",
    )


def test_an_unknown_relationship_or_a_missing_end_is_named() -> None:
    assert said_of(replace(relation(), predicate="LOVES")) == ("LOVES is no relationship type of the ontology.",)
    assert said_of(replace(relation(), subject=None)) == ("LEADS starts at a Person.",)


def test_type_and_mode_are_those_of_the_codebook() -> None:
    assert said_of(replace(event(), predicate="GOSSIP")) == ("An event has one type of the codebook.",)
    assert said_of(replace(event(), mode="visit")) == ()
    # A mode of another type.
    assert said_of(replace(event(), predicate="REJECT", mode="visit")) == (
        "An event has one mode of the codebook at most.",
    )


def test_an_event_takes_place_somewhere_by_somebody_at_a_summit() -> None:
    wrong = replace(event(), subject=HANOI, object=SUMMIT, place=TRUMP, summit=CONSULT, attributed_to=HANOI)
    assert said_of(wrong) == (
        "ACTOR leads to a Country, Organization or Person.",
        "ATTRIBUTED_TO leads to a Country, Organization or Person.",
        "HELD_IN leads to a Country or Place.",
        "PART_OF leads to a Summit.",
        "RECIPIENT leads to a Country, Organization or Person.",
    )


def test_values_lie_within_their_bounds() -> None:
    wrong = replace(event(), start=9, end=3, confidence=1.5, rule=None, date_precision="about")  # type: ignore[arg-type]
    assert said_of(wrong) == (
        "A claim has one confidence between 0 and 1.",
        "A claim names the rule that found it.",
        "A claim's span starts at a character before its end.",
        "An event's date is a day, week, month, season, quarter, year or interval.",
    )


def test_a_claim_that_fails_is_left_out_with_the_message_and_the_rest_goes_on() -> None:
    extracted, said = samples.report()
    wrong = replace(said[1], confidence=2.0)
    checked = check_claims(extracted, (said[0], wrong, *said[2:]), terms())
    assert checked.claims == (said[0], *said[2:])
    (rejected,) = checked.rejected
    assert (rejected.origin, rejected.stage) == ("report.txt", "validate")
    assert rejected.reason == f"{wrong.id} (REJECT) in 'walked away': A claim has one confidence between 0 and 1."
