"""Parties that a sentence leaves out and the text supplies."""

from __future__ import annotations

from summitgraph.extraction.completion import dyads_of
from tests.unit.extraction.said import Reads

TEXT = (
    "Donald Trump and Kim Jong Un met in Hanoi on Wednesday. Trump praised Kim. Kim thanked Trump. "
    "The talks collapsed on Thursday."
)


def test_a_supplied_party_is_marked_as_such(full: Reads) -> None:
    said = full(TEXT)
    for event in said.found.events:
        worded = {role for proof in event.evidence for role in ("actor", "recipient") if getattr(proof, role)}
        missing = [role for role in ("actor", "recipient") if getattr(event, role) and role not in worded]
        assert not missing or "context" in event.rule


def test_nobody_is_supplied_to_a_text_without_others(full: Reads) -> None:
    [event] = full("France condemned the bombing.").of_type("ACCUSE")
    assert event.recipient is None


def test_dyads_count_both_directions() -> None:
    counts = dyads_of(iter([("a", "b"), ("b", "a"), ("a", None), ("a", "a")]))
    assert dict(counts) == {("a", "b"): 2}
