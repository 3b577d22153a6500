"""What rules and decisions do to one document: its entities, events and claims."""

from __future__ import annotations

from datetime import date

from summitgraph.mapping.claims import claims_of
from summitgraph.mapping.rows import rows_of
from summitgraph.records import Claim, ExtractedDocument
from summitgraph.resolution.applying import apply
from summitgraph.resolution.decision_file import made
from summitgraph.resolution.decisions import Decision, Decisions, Kind
from summitgraph.resolution.work import Resolution
from tests.integration import samples
from tests.integration.samples import CONSULT, HANOI, KIM, ONTOLOGY, PRK, REJECT, SUMMIT, TRUMP

DAY = date(2019, 3, 4)


def decided(kind: Kind, **arguments: str) -> Decision:
    return made(kind, arguments, "mk", DAY, "")


def applied(
    made_: tuple[ExtractedDocument, tuple[Claim, ...]], *rows: Decision
) -> tuple[ExtractedDocument, tuple[Claim, ...]]:
    resolution = Resolution.of(ONTOLOGY, Decisions(tuple(sorted(rows, key=lambda row: row.key))))
    extracted, claims = apply(resolution, *made_)
    # What comes out can be mapped.
    rows_of(extracted, claims, ONTOLOGY, "run:test", "2026-01-01T00:00:00Z")
    return extracted, claims


def test_without_decisions_nothing_changes() -> None:
    extracted, claims = samples.report()
    assert applied((extracted, claims)) == (extracted, claims)


def test_a_merge_moves_mentions_and_claims_and_keeps_the_form() -> None:
    row = decided("merge", other=KIM, keep="person:kim-jong-un-of-pyongyang", name="Kim Jong Un")
    extracted, claims = applied(samples.report(), row)
    [kim] = [each for each in extracted.entities if each.id == "person:kim-jong-un-of-pyongyang"]
    assert (kim.name, len(kim.mentions)) == ("Kim Jong Un", 1)
    assert KIM not in {end for claim in claims for end in (claim.subject, claim.object)}
    assert extracted.summits[0].participants == (TRUMP, kim.id)
    assert extracted.versions.decisions == row.key


def test_claims_keep_their_ids_whatever_is_decided() -> None:
    before = {claim.id for claim in samples.report()[1]}
    _, claims = applied(samples.report(), decided("merge", other=KIM, keep="person:x", name="X"))
    assert {claim.id for claim in claims} == before


def test_merges_follow_each_other_to_the_end() -> None:
    chain = (
        decided("merge", other=KIM, keep="person:x", name="X"),
        decided("merge", other="person:x", keep="person:y", name="Y"),
    )
    extracted, _ = applied(samples.report(), *chain)
    assert "person:y" in {each.id for each in extracted.entities}
    assert set((extracted.versions.decisions or "").split()) == {row.key for row in chain}


def test_a_split_holds_for_its_document_alone() -> None:
    document = samples.report()[0].document.id
    row = decided("split", id=KIM, document=document, into="person:kim-the-other", name="Kim the Other")
    here, _ = applied(samples.report(), row)
    there, _ = applied(samples.brief(), row)
    assert "person:kim-the-other" in {each.id for each in here.entities}
    assert there == samples.brief()[0]


def test_a_renamed_individual_shows_the_name_in_every_document() -> None:
    extracted, _ = applied(
        samples.report(),
        decided("rename", id=KIM, name="Kim Jong-un"),
        decided("rename", id=SUMMIT, name="Hanoi talks"),
    )
    [kim] = [each for each in extracted.entities if each.id == KIM]
    assert (kim.name, kim.aliases) == ("Kim Jong-un", ("Kim Jong Un",))
    assert extracted.summits[0].name == "Hanoi talks"


def test_a_recoded_event_keeps_its_id_and_its_words() -> None:
    row = decided("recode", event=REJECT, type="CONSULT", mode="visit", modality="negated", date="2019-02")
    _, claims = applied(samples.report(), row)
    [claim] = [claim for claim in claims if claim.about == REJECT]
    assert (claim.predicate, claim.mode, claim.modality, claim.polarity) == ("CONSULT", "visit", "negated", "negative")
    assert (claim.date, claim.date_precision) == ("2019-02", "month")


def test_events_are_merged_and_split_off_by_claim() -> None:
    _, claims = samples.report()
    walked = next(claim for claim in claims if claim.about == REJECT)
    _, merged = applied(samples.report(), decided("merge", other=REJECT, keep=CONSULT))
    assert {claim.about for claim in merged if claim.kind == "event"} == {CONSULT}
    _, parted = applied(samples.report(), decided("split", id=REJECT, claim=walked.id, into="event:walkout"))
    assert {claim.about for claim in parted if claim.kind == "event"} == {CONSULT, "event:walkout"}


def test_a_rejected_claim_goes() -> None:
    _, claims = samples.report()
    gone = claims[0]
    extracted, left = applied(samples.report(), decided("reject", claim=gone.id))
    assert left == claims[1:]
    assert extracted.versions.decisions


def test_decisions_about_others_leave_no_trace() -> None:
    rows = (decided("merge", other="person:a", keep="person:b"), decided("reject", claim="claim:none"))
    assert applied(samples.report(), *rows) == samples.report()


def test_the_order_of_rows_plays_no_part() -> None:
    rows = [decided("merge", other=KIM, keep="person:x", name="X"), decided("rename", id=HANOI, name="Ha Noi")]
    assert applied(samples.brief(), *rows) == applied(samples.brief(), *reversed(rows))


def test_extracted_events_meet_under_the_ids_of_their_claims() -> None:
    extracted, _ = samples.report()
    assert claims_of(extracted) != ()
    _, claims = applied((extracted, claims_of(extracted)))
    assert {claim.about for claim in claims} <= {SUMMIT, None}
    assert PRK not in {claim.subject for claim in claims}
