"""What the reader tells apart: PLOVER types and modes, modalities and roles, in the order of the model's outputs."""

from __future__ import annotations

from summitgraph.records import Modality

MODES_OF = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}
TYPES = tuple(MODES_OF)
MODES: tuple[tuple[str, str | None], ...] = tuple(
    (kind, mode) for kind, modes in MODES_OF.items() for mode in (None, *modes.split())
)
MODALITIES: tuple[Modality, ...] = ("actual", "planned", "hypothetical", "negated")
ROLES = ("actor", "recipient", "speaker", "time", "place")
QUADS = dict(zip(TYPES, (1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4), strict=True))
