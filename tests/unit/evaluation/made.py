"""Extractions made from gold, so that a test knows what is right in them."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from summitgraph.evaluation.spans import locate

GOLD = Path(__file__).parents[2] / "data" / "gold"
Json = dict[str, Any]


def gold(stem: str) -> Json:
    value: Json = json.loads((GOLD / f"{stem}.json").read_text(encoding="utf-8"))
    return value


def extracted(stem: str) -> Json:
    """An extraction that says exactly what the gold says, under ids of its own."""
    out = copy.deepcopy(gold(stem))
    ids = {item["name"]: f"id:{item['name']}" for kind in ("entities", "summits") for item in out[kind]}
    for kind in ("entities", "summits"):
        for item in out[kind]:
            item["id"] = ids[item["name"]]
            item["mentions"] = []
    for event in out["events"]:
        event["actor"], event["recipient"] = ids.get(event["actor"]), ids.get(event["recipient"])
        event |= {"confidence": 0.75, "rule": "reader", "evidence": [{"sentence": 0}]}
    for relation in out["relations"]:
        relation["subject"] = ids[relation["subject"]]
        relation["object"] = ids.get(relation["object"], relation["object"])
    return out


def passages() -> list[Json]:
    return [json.loads(line) for line in (GOLD / "passages.jsonl").read_text(encoding="utf-8").splitlines()]


def read_passage(row: Json) -> Json:
    """An extraction of a passage that says exactly what its labels say."""

    def span(words: str | None) -> Json | None:
        found = locate(row["text"], words) if words else None
        return {"start": found[0], "end": found[1]} if found else None

    return {
        "id": row["id"],
        "events": [
            {
                **{key: event[key] for key in ("type", "mode", "modality", "date")},
                "confidence": 0.95,
                "rule": "reader+lexicon",
                "evidence": [{key: span(event[key]) for key in ("trigger", "actor", "recipient", "attributed_to")}],
            }
            for event in row["events"]
        ],
    }
