"""Every kind of source that is read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from summitgraph.records import Rejected, SourceDocument
from summitgraph.sources import Ignored, ReadOptions, merge_origins, parse_mapping, read

STORY = """---
title: Talks end early
published: 2019-02-28
source: Example Wire
url: https://example.org/talks
desk: Asia
---
HANOI (Example Wire) - The talks ended early on Thursday.
"""


def documents(*names: str | Path, options: ReadOptions | None = None) -> list[SourceDocument]:
    found = list(read([str(name) for name in names], options))
    assert not [item for item in found if isinstance(item, Rejected)]
    return [item for item in found if isinstance(item, SourceDocument)]


def test_front_matter_fills_the_record_and_the_body_follows_it(folder: Path) -> None:
    (folder / "talks.txt").write_text(STORY)
    [document] = documents("talks.txt")
    assert document.text == "HANOI (Example Wire) - The talks ended early on Thursday.\n"
    assert (document.stem, document.title, document.published) == ("talks", "Talks end early", date(2019, 2, 28))
    assert (document.source, document.url, document.language) == ("Example Wire", "https://example.org/talks", "en")
    assert document.metadata == (("desk", "Asia"),)
    assert document.origins == ("talks.txt",)


def test_a_text_without_front_matter_is_all_body_and_has_no_date(folder: Path) -> None:
    (folder / "note.md").write_text("The envoy left.\n\n---\n\nHe will be back.")
    [document] = documents("note.md")
    assert document.text.startswith("The envoy left.")
    assert document.published is None


def test_the_published_option_fills_only_what_is_missing(folder: Path) -> None:
    (folder / "dated.txt").write_text(STORY)
    (folder / "undated.txt").write_text("The envoy left on Friday.")
    dated, undated = documents("dated.txt", "undated.txt", options=ReadOptions(published=date(2020, 1, 3)))
    assert dated.published == date(2019, 2, 28)
    assert undated.published == date(2020, 1, 3)


def test_line_ends_and_byte_order_mark_do_not_change_the_id(folder: Path) -> None:
    (folder / "unix.txt").write_bytes("Séoul protested.\nTokyo agreed.\n".encode())
    (folder / "windows.txt").write_bytes("\ufeffSéoul protested.\r\nTokyo agreed.\r\n".encode())
    unix, windows = documents("unix.txt", "windows.txt")
    assert unix.id == windows.id


def test_a_folder_is_read_to_its_depth_in_a_stable_order(folder: Path) -> None:
    (folder / "in" / "deep").mkdir(parents=True)
    (folder / "in" / "b.txt").write_text("Second.")
    (folder / "in" / "a.txt").write_text("First.")
    (folder / "in" / "deep" / "c.md").write_text("Third.")
    (folder / "in" / "labels.json").write_text("{}")
    (folder / "in" / ".hidden.txt").write_text("Not for reading.")
    found = list(read(["in"]))
    assert [item.text for item in found if isinstance(item, SourceDocument)] == ["First.", "Second.", "Third."]
    assert [item.origin for item in found if isinstance(item, Ignored)] == ["in/labels.json"]


def test_a_pattern_names_files(folder: Path) -> None:
    (folder / "in" / "deep").mkdir(parents=True)
    (folder / "in" / "a.txt").write_text("First.")
    (folder / "in" / "deep" / "b.txt").write_text("Second.")
    assert [document.stem for document in documents("in/**/*.txt")] == ["a", "b"]


def test_an_html_file_gives_its_article_and_its_date(folder: Path, article_page: str) -> None:
    (folder / "accord.html").write_text(article_page)
    [document] = documents("accord.html")
    assert "signed a joint statement on Tuesday" in document.text
    assert "Sport" not in document.text
    assert "Copyright" not in document.text
    assert (document.title, document.published) == ("Leaders sign accord", date(2018, 6, 12))
    assert document.source == "Straits Gazette"


def test_a_pdf_gives_running_text(folder: Path) -> None:
    (folder / "communique.pdf").write_bytes(pdf("The ministers met in Hel-", "sinki and signed", "the accord."))
    [document] = documents("communique.pdf")
    assert document.text == "The ministers met in Helsinki and signed the accord."


def test_a_jsonl_corpus_is_a_document_a_line(folder: Path) -> None:
    rows = [
        {"id": "n-1", "text": "Hanoi hosts the talks.", "published": "2019-02-27", "tags": ["a", "b"]},
        {"text": "No id here."},
    ]
    (folder / "news.jsonl").write_text("\n\n".join(map(json.dumps, rows)))
    first, second = documents("news.jsonl")
    assert (first.stem, first.origins, first.published) == ("n-1", ("news.jsonl:1",), date(2019, 2, 27))
    assert first.metadata == (("tags", '["a", "b"]'),)
    assert (second.stem, second.origins) == ("news-3", ("news.jsonl:3",))


def test_columns_are_mapped_by_name(folder: Path) -> None:
    (folder / "news.csv").write_text('key,body,day,desk\nk1,"Seoul, on Friday, agreed.",2018-04-27,Asia\n')
    options = ReadOptions(columns=parse_mapping(["id=key", "text=body", "published=day"]))
    [document] = documents("news.csv", options=options)
    assert (document.stem, document.text) == ("k1", "Seoul, on Friday, agreed.")
    assert document.published == date(2018, 4, 27)
    assert document.metadata == (("desk", "Asia"),)


def test_a_parquet_corpus_keeps_typed_dates(folder: Path) -> None:
    table = pa.table({"id": ["p1"], "text": ["Tokyo protested."], "published": [date(2017, 9, 15)]})
    pq.write_table(table, folder / "news.parquet")
    [document] = documents("news.parquet")
    assert (document.stem, document.text, document.published) == ("p1", "Tokyo protested.", date(2017, 9, 15))


def test_pages_and_texts_come_from_a_server(folder: Path, site: str) -> None:
    page, text, moved = documents(f"{site}/story.html", f"{site}/statement.txt", f"{site}/moved")
    assert (page.stem, page.published, page.url) == ("story", date(2018, 6, 12), f"{site}/story.html")
    assert text.text == "The talks ended early."
    assert moved.id == page.id


def test_same_content_under_two_names_is_one_document_with_two_origins(folder: Path) -> None:
    (folder / "one.txt").write_text(STORY)
    (folder / "two.txt").write_text(STORY)
    [document] = merge_origins(documents("one.txt", "two.txt"))
    assert document.origins == ("one.txt", "two.txt")


def test_a_large_corpus_streams(folder: Path) -> None:
    with (folder / "big.jsonl").open("w") as file:
        file.writelines(json.dumps({"id": str(n), "text": f"Row {n}. " + "word " * 2000}) + "\n" for n in range(1500))
    assert (folder / "big.jsonl").stat().st_size > 10_000_000
    stream = read(["big.jsonl"])
    first = next(stream)
    assert isinstance(first, SourceDocument)
    assert sum(isinstance(item, SourceDocument) for item in stream) == 1499


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-02-28", date(2019, 2, 28)),
        ("2019-02-28T23:30:00+09:00", date(2019, 2, 28)),
        ("28 February 2019", date(2019, 2, 28)),
        ("Feb 28, 2019", date(2019, 2, 28)),
        ("'Thu, 28 Feb 2019 09:00:00 GMT'", date(2019, 2, 28)),
        ("", None),
    ],
)
def test_dates_are_read_as_they_are_written(folder: Path, written: str, day: date | None) -> None:
    (folder / "dated.txt").write_text(f"---\npublished: {written}\n---\nThe talks ended.")
    assert documents("dated.txt")[0].published == day


def pdf(*lines: str) -> bytes:
    """Return a one-page PDF with the lines set in Helvetica."""
    shown = "".join(f"({line}) Tj 0 -16 Td " for line in lines)
    stream = f"BT /F1 12 Tf 72 700 Td {shown}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return (body + f"xref\n0 6\n0000000000 65535 f \n{table}{trailer}").encode()
