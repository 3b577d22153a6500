"""The JSON of an extraction, as DESIGN.md's contract has it."""

from __future__ import annotations

import json

from summitgraph.extraction.output import to_json
from tests.unit.extraction.said import Reads

TEXT = "U.S. Secretary of State Mike Pompeo said on Thursday that North Korea rejected the offer."


def test_the_keys_of_the_contract(full: Reads) -> None:
    out = to_json(full(TEXT).found)
    assert {"id", "title", "published", "entities", "summits", "events", "relations", "dates"} <= set(out)
    [event] = [e for e in out["events"] if e["type"] == "REJECT"]
    assert {"id", "mode", "actor", "recipient", "date", "date_precision", "place", "modality", "attributed_to"} <= set(
        event
    )
    assert {"start", "end", "sentence", "trigger", "actor", "recipient", "attributed_to", "time"} <= set(
        event["evidence"][0]
    )


def test_it_is_plain_json(full: Reads) -> None:
    out = to_json(full(TEXT).found)
    assert json.loads(json.dumps(out)) == out


def test_spans_lead_back_to_the_text(full: Reads) -> None:
    out = to_json(full(TEXT).found)
    [event] = [e for e in out["events"] if e["type"] == "REJECT"]
    spans = {key: event["evidence"][0][key] for key in ("trigger", "actor", "attributed_to")}
    assert {key: TEXT[s["start"] : s["end"]] for key, s in spans.items()} == {
        "trigger": "rejected",
        "actor": "North Korea",
        "attributed_to": "Mike Pompeo",
    }


def test_an_office_is_printed_by_its_title(full: Reads) -> None:
    out = to_json(full(TEXT).found)
    assert "Secretary of State of the United States" in {r["object"] for r in out["relations"]}


def test_times_carry_their_value(full: Reads) -> None:
    [time] = to_json(full(TEXT).found)["dates"]
    assert (time["text"], time["value"]) == ("Thursday", "2019-02-28")
