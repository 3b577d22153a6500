"""A configuration names the components; a user's own takes the place of any of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from summitgraph.errors import SettingsError
from summitgraph.extraction.pipeline import Extractor
from summitgraph.extraction.reading import Reading
from summitgraph.records import Span
from tests.unit.extraction.said import Reads

PIPELINE = [
    "summitgraph_times",
    "summitgraph_names",
    "summitgraph_linker",
    "keyword_reader",
    "summitgraph_events",
    "summitgraph_summits",
    "summitgraph_relations",
]
CONFIG = f"""
[summitgraph]
model = "en_core_web_sm"
exclude = ["ner"]
pipeline = {json.dumps(PIPELINE)}

[components]

[components.keyword_reader]
factory = "keyword_reader"
verbs = {{"slams": "ACCUSE", "hugs": "SUPPORT"}}
"""


class KeywordReader:
    """Reads ``A verb B`` by a list of verbs: the smallest thing that can stand where the trained reader stands.

    An extractor that asks a language model writes the same records.
    """

    def __init__(self, verbs: dict[str, str]) -> None:
        self.verbs = verbs

    def __call__(self, doc: Doc) -> Doc:
        doc._.readings = [
            self._reading(doc, match) for match in re.finditer(r"\b(\w+)\b", doc.text) if match[1] in self.verbs
        ]
        return doc

    def _reading(self, doc: Doc, match: re.Match[str]) -> Reading:
        before, after = doc.text[: match.start()].split(), doc.text[match.end() :].split()
        actor = doc.text.rindex(before[-1], 0, match.start())
        recipient = doc.text.index(after[0], match.end())
        return Reading(
            trigger=Span(*match.span()),
            type=self.verbs[match[1]],
            mode=None,
            modality="actual",
            actors=(Span(actor, actor + len(before[-1])),),
            recipients=(Span(recipient, recipient + len(after[0].rstrip("."))),),
            confidence=0.5,
            rule="keywords",
        )


@Language.factory("keyword_reader", assigns=["doc._.readings"], default_config={"verbs": {}})
def make_keyword_reader(nlp: Language, name: str, verbs: dict[str, str]) -> KeywordReader:
    return KeywordReader(verbs)


OWN = """
@prefix sg: <https://w3id.org/summitgraph/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix country: <https://w3id.org/summitgraph/country/> .
@prefix person: <https://w3id.org/summitgraph/person/> .

person:zora-quill a sg:Person ;
    rdfs:label "Zora Quill" ;
    sg:gender "f" ;
    sg:country country:NOR ;
    dct:source "own research" .
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Reads:
    path = tmp_path_factory.mktemp("config") / "own.cfg"
    path.write_text(CONFIG, encoding="utf-8")
    return Reads(Extractor.load(path))


def test_a_component_of_the_users_takes_the_readers_place(own: Reads) -> None:
    said = own("Pyongyang slams Tokyo. Emmanuel Macron hugs Angela Merkel.")
    assert said.events == [
        ("ACCUSE", "country:PRK", "country:JPN", "actual"),
        ("SUPPORT", "person:emmanuel-macron", "person:angela-merkel", "actual"),
    ]
    assert {event.rule for event in said.found.events} == {"keywords"}


def test_the_rest_of_the_pipeline_works_as_before(own: Reads) -> None:
    said = own("North Korean leader Kim Jong Un slams Trump on Thursday.")
    assert ("person:kim-jong-un", "LEADS", "country:PRK") in said.relations
    assert said.found.dates[0].value == "2019-02-28"


def test_a_reader_that_finds_nothing_leaves_the_rest_as_it_is(own: Reads) -> None:
    said = own("North Korean leader Kim Jong Un condemned Japan.")
    assert said.found.events == ()
    assert ("person:kim-jong-un", "LEADS", "country:PRK") in said.relations


def test_the_order_of_the_components_is_the_configs(own: Reads) -> None:
    assert [name for name in own.extractor.nlp.pipe_names if name in PIPELINE] == PIPELINE


def test_fast_leaves_the_trained_reader_out(fast: Reads, full: Reads) -> None:
    assert "summitgraph_reader" not in fast.extractor.nlp.pipe_names
    assert "summitgraph_reader" in full.extractor.nlp.pipe_names


def test_an_option_of_a_component(tmp_path: Path) -> None:
    text = CONFIG + '\n[components.summitgraph_events]\nfactory = "summitgraph_events"\nleast = 0.9\n'
    path = tmp_path / "strict.cfg"
    path.write_text(text, encoding="utf-8")
    assert Reads(Extractor.load(path))("Pyongyang slams Tokyo.").events == []


@pytest.mark.parametrize(
    ("text", "message"),
    [("[summitgraph", "cannot be read"), ("[other]\nkey = 1\n", r"the section \[summitgraph\] is missing")],
)
def test_a_broken_config_says_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "broken.cfg"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=message):
        Extractor.load(path)


def test_an_unknown_name_lists_what_there_is() -> None:
    with pytest.raises(SettingsError, match="Name default, fast, or the path"):
        Extractor.load("slow")


def test_an_ontology_file_of_the_users_adds_a_person(tmp_path: Path) -> None:
    turtle = tmp_path / "own.ttl"
    turtle.write_text(OWN, encoding="utf-8")
    extractor = Extractor.load("fast", ontology_extra=[turtle])
    said = Reads(extractor)("Zora Quill of Norway condemned Iran. Quill then left.")
    assert said.means("Quill", 2) == {"person:zora-quill"}
    assert ("person:zora-quill", "AFFILIATED_WITH", "country:NOR") in said.relations
