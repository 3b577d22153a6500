"""A researcher adds to the ontology by writing Turtle; what is wrong in it is said plainly."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import ontology
from ontology import Ontology, OntologyError
from ontology.reader import cache, loading
from ontology.reader.compile import compile_ontology

PREFIXES = """
@prefix sg: <https://w3id.org/summitgraph/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix plover: <https://w3id.org/summitgraph/plover/> .
@prefix person: <https://w3id.org/summitgraph/person/> .
@prefix country: <https://w3id.org/summitgraph/country/> .
@prefix office: <https://w3id.org/summitgraph/office/> .
@prefix trigger: <https://w3id.org/summitgraph/trigger/> .
"""


def _write(folder: Path, text: str, name: str = "mine.ttl") -> Path:
    file = folder / name
    file.write_text(PREFIXES + text, encoding="utf-8")
    return file


def test_a_new_alias_is_found(user_folder: Path) -> None:
    _write(user_folder, 'person:kim-jong-un skos:altLabel "Marshal Kim" .')
    entity = ontology.load([user_folder]).entities["person:kim-jong-un"]
    assert "Marshal Kim" in entity.aliases
    assert entity.name == "Kim Jong Un"


def test_a_new_person_with_an_office_is_found(user_folder: Path) -> None:
    _write(
        user_folder,
        """person:jane-doe a sg:Person ; rdfs:label "Jane Doe" ; sg:country country:NZL ;
               sg:held [ sg:office office:foreign-minister-nzl ; sg:from "2031-05" ; sg:until "2033" ] .""",
    )
    found = ontology.load([user_folder])
    assert found.entities["person:jane-doe"].country == "country:NZL"
    assert "person:jane-doe" in found.holders("office:foreign-minister-nzl", date(2033, 12, 31))
    assert "person:jane-doe" not in found.holders("office:foreign-minister-nzl", date(2031, 4, 30))


def test_a_new_phrase_in_a_set_of_ours_is_found(user_folder: Path) -> None:
    file = _write(user_folder, 'trigger:agree sg:phrase "smoke the peace pipe" .')
    triggers = {t.lemmas: t for t in ontology.load([file]).triggers}
    assert triggers["smoke", "peace", "pipe"].type == "AGREE"


def test_a_new_event_type_with_a_trigger_is_found(user_folder: Path) -> None:
    _write(
        user_folder,
        """plover:APOLOGISE a sg:EventType, skos:Concept ; rdfs:label "APOLOGISE" ; sg:quad 1 ; sg:score 4.0 ;
               skos:definition "Say sorry." .
           trigger:sorry a sg:TriggerSet ; rdfs:label "sorry" ; sg:codedAs plover:APOLOGISE ; sg:partOfSpeech "VERB" ;
               sg:recipientRoute "prep:to" ; sg:phrase "eat crow" .""",
    )
    found = ontology.load([user_folder])
    assert found.event_types["APOLOGISE"].score == 4.0
    assert [t.type for t in found.triggers if t.lemmas == ("eat", "crow")] == ["APOLOGISE"]


def test_the_version_changes_with_a_file_and_not_with_its_place(user_folder: Path, tmp_path: Path) -> None:
    plain = ontology.load().version
    _write(user_folder, 'person:kim-jong-un skos:altLabel "Marshal Kim" .')
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    _write(elsewhere, 'person:kim-jong-un skos:altLabel "Marshal Kim" .')
    assert plain.startswith("0.1.0+")
    assert ontology.load([user_folder]).version == ontology.load([elsewhere]).version != plain


def test_the_cache_gives_back_what_was_compiled(tmp_path: Path, loaded: Ontology) -> None:
    file = tmp_path / "cache" / "ontology.json"
    cache.write(file, loaded)
    assert cache.read(file) == loaded


@pytest.mark.parametrize("text", ["", '{"version": 1', "[]", "{}"])
def test_a_broken_cache_counts_as_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "ontology.json"
    file.write_text(text, encoding="utf-8")
    assert cache.read(file) is None


def test_a_cache_folder_that_cannot_be_made_is_no_error(tmp_path: Path, loaded: Ontology) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    cache.write(blocked / "cache" / "ontology.json", loaded)
    assert cache.read(blocked / "cache" / "ontology.json") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('person:x a sg:Person ; rdfs:label "X"', "no valid Turtle"),
        ("person:x a sg:Person .", "has no rdfs:label"),
        ('person:x a sg:Person ; rdfs:label "X", "Somebody Else" .', "2 values of label"),
        ('person:kim-jong-un sg:held [ sg:from "2011" ] .', "names no office"),
        ('person:kim-jong-un sg:held [ sg:office office:pope ; sg:from "last spring" ] .', "'last spring' is no date"),
        ('person:kim-jong-un sg:held [ sg:office office:pope ; sg:from "2011-13" ] .', "'2011-13' is no date"),
        (
            'person:kim-jong-un sg:held [ sg:office office:pope ; sg:from "2011" ; sg:until "2010" ] .',
            "before taking it up",
        ),
        (
            'trigger:x a sg:TriggerSet ; sg:codedAs plover:GOSSIP ; sg:partOfSpeech "VERB" ; sg:phrase "y" .',
            "no event type",
        ),
        (
            'trigger:x a sg:TriggerSet ; sg:codedAs plover:AID ; sg:partOfSpeech "ADV" ; sg:phrase "y" .',
            "Write one of VERB",
        ),
        ('trigger:x a sg:TriggerSet ; sg:codedAs plover:AID ; sg:partOfSpeech "VERB" .', "has no sg:phrase"),
        ('country:kim a sg:Country, sg:Person ; rdfs:label "Kim" .', "is both"),
    ],
)
def test_what_is_wrong_is_said_plainly(tmp_path: Path, text: str, message: str) -> None:
    terms = [loading.FOLDER / "core.ttl", loading.FOLDER / "codebook" / "plover.ttl"]
    with pytest.raises(OntologyError, match=message):
        compile_ontology([*terms, _write(tmp_path, text)], "")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="no such file or folder"):
        ontology.load([tmp_path / "nowhere"])
