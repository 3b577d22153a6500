"""What a report says."""

from __future__ import annotations

from datetime import date

from summitgraph.records import (
    ExtractedDocument,
    ExtractedEntity,
    ExtractedEvent,
    LoadReport,
    Rejected,
    SourceDocument,
    Versions,
)
from summitgraph.reporting import RunReport, advance, as_markdown, as_text, headline, listening
from summitgraph.sources import Ignored

KIM = ExtractedEntity("person:kim-jong-un", "Kim Jong Un", "Person")
MOON = ExtractedEntity("person:moon-jae-in", "Moon Jae-in", "Person")


def extracted(id_: str, day: date | None, *entities: ExtractedEntity) -> ExtractedDocument:
    source = SourceDocument(id_, id_, "Kim met Moon.", (f"{id_}.txt",), published=day)
    event = ExtractedEvent("event:1", "CONSULT", None, KIM.id, MOON.id, "actual", 0.9, "reader")
    versions = Versions("0.1.0", "1", "en_core_web_sm", None)
    return ExtractedDocument(source, versions, (), entities, events=(event,))


def test_counts_add_up_over_batches() -> None:
    report = RunReport()
    first, second = extracted("doc:1", date(2018, 4, 27), KIM, MOON), extracted("doc:2", None, KIM)
    report.add_read([first.document], [Ignored("notes.json", "kind '.json' is not read")])
    report.add_loaded([first], LoadReport({"Person": 2}, {"ACTOR": 1}))
    report.add_read([second.document], [Rejected("gone.txt", "read", "no such file or folder.")])
    report.add_loaded([second], LoadReport({}, {"ACTOR": 1}))
    assert (report.documents, report.loaded, report.undated, report.ignored) == (2, 2, 1, 1)
    assert report.entities == 2
    assert report.events == {"CONSULT": 2}
    assert report.created_relationships == {"ACTOR": 2}
    assert headline(report) == "2 loaded, 1 left out."


def test_a_run_that_changed_nothing_says_so() -> None:
    assert (
        headline(RunReport(documents=3, unchanged=3)) == "Nothing changed in the graph: all documents are known to it."
    )


def test_a_run_without_input_says_so() -> None:
    assert headline(RunReport()) == "Nothing to read."


def test_a_run_that_loads_only_the_authority_file_loads_nothing() -> None:
    rejected = [Rejected("gone.txt", "read", "no such file or folder.")]
    assert headline(RunReport(rejected=rejected, authority=True)) == "Nothing loaded: 1 left out."


def test_what_decisions_changed_is_said_though_nothing_was_loaded() -> None:
    rejected = [Rejected("gone.txt", "read", "no such file or folder.")]
    assert headline(RunReport(rejected=rejected, replayed=2)) == "0 loaded, 2 mapped again by decisions, 1 left out."


def test_the_text_names_what_was_left_out_and_where_all_of_it_stands() -> None:
    rejected = [Rejected(f"bad-{n}.txt", "read", "the file is empty.") for n in range(25)]
    text = as_text(RunReport(rejected=rejected, quarantine="data/quarantine/run.jsonl"))
    assert text.startswith("Nothing loaded: 25 left out.")
    assert "left out: bad-19.txt: the file is empty." in text
    assert "bad-20.txt" not in text
    assert "and 5 more" in text
    assert "data/quarantine/run.jsonl" in text


def test_the_artifact_is_a_table() -> None:
    lines = as_markdown(RunReport(documents=1, loaded=1)).splitlines()
    assert lines[0] == "**1 loaded.**"
    assert "| documents read | 1 |" in lines


def test_the_listener_hears_of_batches_inside_the_block_only() -> None:
    heard: list[int] = []
    with listening(heard.append):
        advance(32)
    advance(1)
    assert heard == [32]
