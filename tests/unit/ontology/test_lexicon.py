"""The trigger lexicon and the wordings of offices and bodies."""

from __future__ import annotations

from collections import Counter

import pytest

from ontology import Ontology, Trigger
from ontology.reader.lexicon import lemmas


def _find(ontology: Ontology, phrase: str, pos: str) -> list[Trigger]:
    return [t for t in ontology.triggers if t.lemmas == lemmas(phrase) and t.pos == pos]


@pytest.mark.parametrize(
    ("phrase", "pos", "type_", "mode", "route"),
    [
        ("walk out of", "VERB", "REJECT", "meet", "dobj.prep:with"),
        ("hold talk with", "VERB", "CONSULT", None, "prep:with"),
        ("visit", "NOUN", "CONSULT", "visit", "prep:to"),
        ("condemn", "VERB", "ACCUSE", "disapprove", "dobj"),
        ("impose sanction on", "VERB", "SANCTION", "discontinue", "dobj"),
        ("expel", "VERB", "COERCE", "deport", "dobj"),
        ("nuclear test", "NOUN", "MOBILIZE", "weapons", "prep:of"),
        ("release", "NOUN", "CONCEDE", None, "prep:of"),
        ("bury the hatchet", "VERB", "AGREE", None, "prep:with"),
    ],
)
def test_phrases_carry_type_mode_and_route(
    loaded: Ontology, phrase: str, pos: str, type_: str, mode: str | None, route: str
) -> None:
    found = _find(loaded, phrase, pos)
    assert [(t.type, t.mode, t.recipient[0]) for t in found] == [(type_, mode, route)]


def test_phrases_are_cut_as_spacy_cuts_them() -> None:
    assert lemmas("sit-in") == ("sit", "-", "in")
    assert lemmas("bury the hatchet") == ("bury", "hatchet")


def test_the_lexicon_is_broad(loaded: Ontology) -> None:
    count = Counter(trigger.type for trigger in loaded.triggers)
    assert set(count) == set(loaded.event_types)
    assert sum(count.values()) >= 1200
    assert min(count.values()) >= 75


def test_modes_and_routes_are_known(loaded: Ontology) -> None:
    routes = {route for trigger in loaded.triggers for route in trigger.recipient}
    plain = {"dobj", "dative", "conj", "poss", "amod", "compound", "dobj.poss", "dobj.amod"}
    assert {route for route in routes - plain if not route.removeprefix("dobj.").startswith("prep:")} == set()
    for trigger in loaded.triggers:
        assert trigger.mode is None or trigger.mode in loaded.event_types[trigger.type].modes
        assert 0 < trigger.weight <= 1


def test_titles_and_bodies_name_what_the_authority_file_lacks(loaded: Ontology) -> None:
    titles = {form: title for title in loaded.titles for form in title.forms}
    assert titles["foreign minister"].pattern == "Foreign Minister of {body}"
    assert titles["prime minister"].leads
    bodies = {form: body for body in loaded.bodies for form in body.forms}
    assert bodies["foreign ministry"].pattern == "Ministry of Foreign Affairs of {body}"


def test_a_wording_means_one_title_or_body(loaded: Ontology) -> None:
    for sets in (loaded.titles, loaded.bodies):
        count = Counter(form for one in sets for form in one.forms)
        assert [form for form, n in count.items() if n > 1] == []
