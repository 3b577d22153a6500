"""The codebook holds every number of the PLOVER manual."""

from __future__ import annotations

import re

import pytest

from ontology import Ontology

# Type, base score and modes with scores by quad class, from the PLOVER manual v0.8 (CC BY-SA 4.0).
MANUAL = {
    1: "AGREE 2.5 · CONSULT 2.5 [visit 4, third-party 1, multilateral 4, phone 1.5] · SUPPORT 5 · CONCEDE 4.5",
    2: "COOPERATE 9.5 · AID 10 · "
    "RETREAT 6.5 [withdraw 8, release 6.5, disarm 10, ceasefire 7.5, access 6.5, resign 4.5]",
    3: "REQUEST 0 [assist 0.5, change -1, yield -1, meet 0] · "
    "ACCUSE -3 [disapprove -2, investigate -3.5, allege -3.5] · "
    "REJECT -2 [assist -1.5, change -2, yield -2, meet -2] · "
    "THREATEN -3.5 [restrict -3, arrest -3.5, relations -3.5, expel -3.5, territory -4, violence -3.5]",
    4: "PROTEST -5 [demo -5, riot -7, strike -5, hunger -4.5, boycott -4.5, obstruct -4.5, vandalize] · "
    "SANCTION -6 [convict -6, expel -5.5, withdraw -6, discontinue -6] · "
    "MOBILIZE -5.5 [troops -6.5, weapons -6.5, police -5.5, militia -6] · "
    "COERCE -7 [seize -7, restrict -7, censor -6.5, curfew -6.5, martial-law -7.5, arrest -7, deport -7, withhold -7, "
    "misinformation -6.5, cyber -7] · "
    "ASSAULT -9 [abduct -8.5, beat -7.5, torture -8.5, sexual -8.5, targeted -9.5, destroy -8.5, primitive -8, "
    "firearms -9, explosives -9, suicide-attack -9.5, aerial -9.5, drone -9.5, heavy-weapons -9.5, crowd-control -7.5, "
    "unconventional -10]",
}
CROSSWALK = (
    "03 AGREE · 04 CONSULT · 05 SUPPORT · 06 COOPERATE · 07 AID · 081 082 083 CONCEDE · 084 085 086 087 RETREAT · "
    "09 11 ACCUSE · 10 REQUEST · 12 REJECT · 13 THREATEN · 14 PROTEST · 15 MOBILIZE · 16 SANCTION · 17 COERCE · "
    "18 19 20 ASSAULT"
)


def _entries(line: str) -> list[tuple[str, float, dict[str, float | None]]]:
    found = []
    for entry in line.split(" · "):
        match = re.fullmatch(r"([A-Z]+) (-?[\d.]+)(?: \[(.+)\])?", entry)
        assert match
        modes = [
            mode.rpartition(" ") if " " in mode else (mode, "", "") for mode in (match[3] or "").split(", ") if mode
        ]
        found.append((match[1], float(match[2]), {name: float(score) if score else None for name, _, score in modes}))
    return found


@pytest.mark.parametrize(
    ("quad", "name", "score", "modes"), [(quad, *entry) for quad, line in MANUAL.items() for entry in _entries(line)]
)
def test_scores_are_those_of_the_manual(
    loaded: Ontology, quad: int, name: str, score: float, modes: dict[str, float | None]
) -> None:
    found = loaded.event_types[name]
    assert (found.quad, found.score, dict(found.modes)) == (quad, score, modes)


def test_sixteen_types_three_of_which_need_a_recipient(loaded: Ontology) -> None:
    assert len(loaded.event_types) == 16
    needing = {name for name, type_ in loaded.event_types.items() if type_.recipient_required}
    assert needing == {"COOPERATE", "AID", "SANCTION"}


def test_contexts_and_sectors_are_complete(loaded: Ontology) -> None:
    assert len(loaded.contexts) == 37
    assert len(loaded.sectors) == 32


def test_the_crosswalk_to_cameo_goes_both_ways(loaded: Ontology) -> None:
    for entry in CROSSWALK.split(" · "):
        *codes, type_ = entry.split()
        assert loaded.event_types[type_].cameo == tuple(codes)
        assert {loaded.cameo[code] for code in codes} == {type_}
    assert loaded.cameo["163"] == "SANCTION"
    assert {"01", "02"} & set(loaded.cameo) == set()


def test_a_mode_without_a_score_falls_back_on_its_type(loaded: Ontology) -> None:
    assert loaded.event_types["PROTEST"].intensity("vandalize") == -5
    assert loaded.event_types["CONSULT"].intensity("visit") == 4


def test_plovers_own_reading_stands_beside_ours(loaded: Ontology) -> None:
    readings = {reading.id: reading for reading in loaded.readings}
    signing = readings["reading-signing"]
    assert (signing.type, signing.plover_type) == ("AGREE", "SUPPORT")
    release = readings["reading-release"]
    assert (release.type, release.plover_type, release.plover_mode) == ("CONCEDE", "RETREAT", "release")
