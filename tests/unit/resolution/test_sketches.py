"""Which texts are copies of one."""

from __future__ import annotations

import pytest

from summitgraph.resolution.sketches import SIMILARITY, shingles, similarity, sketch

WIRE = (
    "HANOI (Example Wire) - U.S. President Donald Trump and North Korean leader Kim Jong Un cut short their summit in "
    "Hanoi on Thursday without an agreement. Trump said that Kim had asked for all sanctions to be lifted, which he "
    "could not do. The White House said that both delegations look forward to meeting again."
)
PRINTED = "By Staff. " + WIRE.removeprefix("HANOI (Example Wire) - ") + " Copyright 2019 The Daily Example."
OWN = (
    "The second meeting between the American president and the North Korean leader broke down over sanctions on "
    "Thursday. Kim Jong Un's delegation had demanded relief that Donald Trump refused, officials in Hanoi told reporters."
)


def alike(one: str, other: str) -> float:
    return similarity(shingles(one), shingles(other))


def test_a_printed_wire_report_is_a_copy() -> None:
    assert alike(WIRE, PRINTED) >= SIMILARITY
    assert set(sketch(WIRE)) & set(sketch(PRINTED))


def test_another_report_of_the_same_day_is_none() -> None:
    assert alike(WIRE, OWN) < 0.1
    assert not set(sketch(WIRE)) & set(sketch(OWN))


def test_case_and_layout_play_no_part() -> None:
    assert sketch(WIRE) == sketch(WIRE.upper().replace(" ", "\n"))


@pytest.mark.parametrize("short", ["Trump met Kim in Hanoi on Thursday.", "", "Seoul agreed."])
def test_a_short_text_tells_nothing(short: str) -> None:
    assert sketch(short) == ()
    assert alike(short, short) == 0.0


def test_a_sketch_is_the_same_on_every_machine() -> None:
    assert sketch(WIRE)[0] == "92295586e8959d8b"
