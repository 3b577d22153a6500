"""The page that shows what was found by what."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from summitgraph.cli import main
from summitgraph.explaining import to_html
from summitgraph.explaining.marks import Mark, render
from summitgraph.records import (
    Evidence,
    ExtractedDocument,
    ExtractedEntity,
    ExtractedEvent,
    ExtractedRelation,
    ExtractedSummit,
    Mention,
    SourceDocument,
    Span,
    TimeExpression,
    Versions,
)

TEXT = "Trump <left> Hanoi on Thursday. Kim said so."
QUADS = {"REJECT": 3}


def document(text: str = TEXT, title: str | None = "A & B", flags: tuple[str, ...] = ()) -> ExtractedDocument:
    """A document with one thing of each kind, made by hand."""
    proof = Evidence(0, 31, 0, trigger=Span(6, 12), actor=Span(0, 5), attributed_to=Span(32, 35), time=Span(22, 30))
    return ExtractedDocument(
        document=SourceDocument("doc:1", "text", text, ("text.txt",), title=title),
        versions=Versions("0.1.0", "1", "model", None),
        sentences=(Span(0, 31), Span(32, 44)),
        entities=(
            ExtractedEntity("person:t", "Donald Trump", "Person", ("Trump",), mentions=(Mention(0, 5, 0),)),
            ExtractedEntity("person:k", "Kim Jong Un", "Person", ("Kim",), mentions=(Mention(32, 35, 1),)),
        ),
        summits=(
            ExtractedSummit(
                "summit:h", "Hanoi Summit", "2019-02-27", "2019-02-28", "Hanoi", None, ("person:t",), (Mention(0, 31, 0),)
            ),
        ),
        events=(
            ExtractedEvent(
                "event:1", "REJECT", "meet", "person:t", None, "planned", 0.82, "reader+lexicon",
                date="2019-02-28", attributed_to="person:k", evidence=(proof,),
            ),
        ),
        relations=(
            ExtractedRelation("person:t", "HOLDS_OFFICE", "office:p", 0.95, "title", object_name="President", evidence=(proof,)),
        ),
        dates=(TimeExpression(22, 30, "Thursday", "2019-02-28"),),
        flags=flags,
    )  # fmt: skip


def shown(page: str) -> str:
    """The words that a reader of the page sees."""
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


class Balance(HTMLParser):
    """Checks that every tag is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page() -> str:
    return to_html([document()], QUADS)


def test_everything_that_was_found_is_told(page: str) -> None:
    words = shown(page)
    assert "1 REJECT · meet Donald Trump → nobody known planned" in words
    assert "according to Kim Jong Un, 2019-02-28" in words
    assert "by reader+lexicon 0.82" in words
    assert "HOLDS_OFFICE Donald Trump → President by title 0.95" in words
    assert "SUMMIT Hanoi Summit 2019-02-27 to 2019-02-28, Hanoi: Donald Trump" in words


def test_counts_stand_at_the_top(page: str) -> None:
    assert "sentences 2 entities 2 summits 1 events 1 relations 1 dates 1" in shown(page)


def test_text_and_titles_are_escaped(page: str) -> None:
    assert "<h1>A &amp; B</h1>" in page
    assert "&lt;left&gt;" in page
    assert "<left>" not in page


def test_nothing_is_loaded_from_elsewhere(page: str) -> None:
    assert not re.search(r"https?://|<script|<link|@import|url\(|src=", page)


def test_tags_are_balanced(page: str) -> None:
    parser = Balance()
    parser.feed(page)
    assert parser.open == ["html"] or parser.open == []


def test_it_has_a_dark_side_and_fits_a_phone(page: str) -> None:
    assert "prefers-color-scheme: dark" in page
    assert "width=device-width" in page


def test_blank_lines_between_sentences_are_not_shown() -> None:
    page = to_html([document("Trump <left> Hanoi on Thursday\n\nKim said so.")], QUADS)
    assert not re.search(r"\n\s*</p>", page)


def test_a_flag_is_shown() -> None:
    assert "no-published-date" in shown(to_html([document(flags=("no-published-date",))], QUADS))


def test_several_documents_share_a_page() -> None:
    page = to_html([document(title="One"), document(title="Two")], QUADS)
    assert page.count("<article>") == 2
    assert page.count("<!doctype html>") == 1


def test_overlapping_highlights_are_cut() -> None:
    marks = [Mark(0, 11, "entity", "whole"), Mark(4, 6, "role", "part")]
    assert render("the US head x", Span(0, 13), marks) == (
        '<span class="entity" title="whole">the </span><span class="entity role" title="whole; part">US</span>'
        '<span class="entity" title="whole"> head</span> x'
    )


def test_a_trigger_has_its_number_behind_it() -> None:
    assert render("he left", Span(0, 7), [Mark(3, 7, "trigger quad3", "t", 2)]) == (
        'he <span class="trigger quad3" title="t">left<sup>2</sup></span>'
    )


def test_highlights_of_other_sentences_stay_out() -> None:
    assert render("One. Two.", Span(5, 9), [Mark(0, 3, "entity", "one")]) == "Two."


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["explain", *arguments])
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def test_the_command_writes_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text, page = tmp_path / "a.txt", tmp_path / "a.html"
    text.write_text("France condemned Iran.")
    code, out, err = run(capsys, str(text), "--config", "fast", "--output", str(page), "--published", "2019-02-28")
    assert (code, out, err) == (0, "", f"written: {page}\n")
    assert "ACCUSE" in page.read_text(encoding="utf-8")


def test_the_command_prints_the_page(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("France condemned Iran.")
    code, out, _ = run(capsys, str(text), "--config", "fast")
    assert code == 0
    assert out.startswith("<!doctype html>")


def test_a_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "nowhere.txt")
    assert (code, out) == (1, "")
    assert "nowhere.txt: no such file" in err


def test_a_place_that_cannot_be_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("France condemned Iran.")
    code, _, err = run(capsys, str(text), "--config", "fast", "--output", str(tmp_path / "none" / "a.html"))
    assert code == 1
    assert "cannot be written" in err
