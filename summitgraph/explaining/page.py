"""The page: head, counts, legend, and the sentences of each document with what they gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from importlib import resources

from summitgraph.explaining.findings import Findings
from summitgraph.explaining.marks import marks_of, render
from summitgraph.records import ExtractedDocument, Span

TYPES = ("Person", "Country", "Organization", "Place", "Agreement", "Program")
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def to_html(documents: Iterable[ExtractedDocument], quads: Mapping[str, int]) -> str:
    """Return one page without outside resources; ``quads`` gives the quad class of each event type, 1 to 4."""
    documents = list(documents)
    title = " · ".join(_title(document) for document in documents[:3]) or "Nothing read"
    body = "".join(_document(document, dict(quads)) for document in documents)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)}: what was read</title>\n<style>\n{_style()}</style>\n</head>\n"
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return resources.files("summitgraph.explaining").joinpath("page.css").read_text(encoding="utf-8")


def _title(document: ExtractedDocument) -> str:
    return document.document.title or document.document.stem


def _document(document: ExtractedDocument, quads: dict[str, int]) -> str:
    numbers = {event.id: number for number, event in enumerate(document.events, 1)}
    findings = Findings(document, quads, numbers)
    marks = marks_of(document, quads, numbers)
    text = document.document.text
    sentences = (
        f'<section class="sentence"><p>{render(text, _trimmed(text, span), marks)}</p>{findings.of(number)}</section>\n'
        for number, span in enumerate(document.sentences)
    )
    return f"<article>\n{_head(document)}{_legend()}{_cast(document, findings)}{''.join(sentences)}</article>\n"


def _trimmed(text: str, span: Span) -> Span:
    """The sentence without the blank lines behind it."""
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip()))


def _head(document: ExtractedDocument) -> str:
    source = document.document
    line = [str(source.published) if source.published else "no publication date", source.source, source.origins[0]]
    versions = document.versions
    made = [f"summitgraph {versions.summitgraph}", f"ontology {versions.ontology}", versions.model]
    made.append(f"reader {versions.reader}" if versions.reader else "no trained reader")
    flags = f'<p class="flags">{escape(", ".join(document.flags))}</p>\n' if document.flags else ""
    return (
        f"<h1>{escape(_title(document))}</h1>\n<p class='source'>{escape(' · '.join(filter(None, line)))}</p>\n{flags}"
        f'<dl class="counts">{"".join(_counts(document))}</dl>\n<p class="versions">{escape(", ".join(made))}</p>\n'
    )


def _counts(document: ExtractedDocument) -> Iterator[str]:
    counted = {
        "sentences": document.sentences,
        "entities": document.entities,
        "summits": document.summits,
        "events": document.events,
        "relations": document.relations,
        "dates": document.dates,
    }
    for name, found in counted.items():
        yield f"<div><dt>{name}</dt><dd>{len(found)}</dd></div>"


def _legend() -> str:
    entities = "".join(f'<span class="entity {name.lower()}">{name}</span>' for name in TYPES)
    triggers = "".join(f'<span class="trigger quad{number}">{name}</span>' for number, name in QUADS.items())
    roles = "".join(f'<span class="role {name}">{name}</span>' for name in ("actor", "recipient", "speaker"))
    return (
        f'<div class="legend"><div><b>Entities</b>{entities}<span class="time">time</span></div>'
        f"<div><b>Triggers</b>{triggers}</div><div><b>Roles</b>{roles}</div></div>\n"
    )


def _cast(document: ExtractedDocument, findings: Findings) -> str:
    """Who and what the text is about, and its summits, folded away."""
    rows = "".join(
        f'<tr><td><span class="entity {entity.type.lower()}">{escape(entity.name)}</span></td><td>{entity.type}</td>'
        f"<td>{len(entity.mentions)}</td><td>{escape(', '.join(entity.aliases))}</td></tr>"
        for entity in document.entities
    )
    summits = "".join(f'<li class="summit">{findings.summit(summit)}</li>' for summit in document.summits)
    return (
        "<details><summary>Who and what it is about</summary>\n"
        + (f"<ul>{summits}</ul>" if summits else "")
        + '<div class="wide"><table>'
        "<thead><tr><th>name</th><th>type</th><th>mentions</th><th>also called</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></div></details>\n"
    )
