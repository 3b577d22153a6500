"""Gold: folders of documents (``<id>.txt`` beside ``<id>.json``) and ``.jsonl`` files of labelled passages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from summitgraph.errors import EvaluationError
from summitgraph.evaluation.counts import Json
from summitgraph.evaluation.spans import locate
from summitgraph.records import SourceDocument
from summitgraph.sources import Ignored, read

_DOCUMENT = ("entities", "summits", "events", "relations")
_PASSAGE = ("id", "text", "events")
_EVENT = ("type", "mode", "trigger", "actor", "recipient", "modality", "attributed_to", "date")


@dataclass(frozen=True, slots=True)
class Gold:
    """What texts say, by those who read them.

    Attributes:
        documents: gold by id; ``texts`` holds their texts by the same ids.
        passages: labelled passages in the order of their files.
    """

    documents: dict[str, Json]
    texts: dict[str, SourceDocument]
    passages: list[Json]
    passage_texts: list[SourceDocument]


def read_gold(paths: Iterable[Path]) -> Gold:
    """Read folders of documents and files of passages.

    Raises:
        EvaluationError: a path holds no gold, or a part of it is malformed.
    """
    documents: dict[str, Json] = {}
    texts: dict[str, SourceDocument] = {}
    passages: list[Json] = []
    passage_texts: list[SourceDocument] = []
    for path in paths:
        if path.is_dir():
            found = dict(_documents(path))
            documents |= found
            texts |= {id_: _text(path / f"{id_}.txt") for id_ in found}
        elif path.suffix == ".jsonl" and path.is_file():
            passages += _passages(path)
            passage_texts += _texts(path)
        else:
            raise EvaluationError(str(path), "no gold", "Name a folder of .txt and .json pairs or a .jsonl file.")
    return Gold(documents, texts, passages, passage_texts)


def _documents(folder: Path) -> Iterator[tuple[str, Json]]:
    files = sorted(folder.glob("*.json"))
    if not files:
        raise EvaluationError(str(folder), "no .json file in this folder", "Put <id>.json beside each <id>.txt.")
    for file in files:
        value = _parsed(file.read_text(encoding="utf-8"), str(file))
        _need(value, _DOCUMENT, str(file))
        yield file.stem, value


def _passages(file: Path) -> Iterator[Json]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            place = f"{file}:{number}"
            row = _parsed(line, place)
            _need(row, _PASSAGE, place)
            for event in row["events"]:
                _need(event, _EVENT, place)
                if locate(row["text"], event["trigger"]) is None:
                    raise EvaluationError(place, f"the trigger '{event['trigger']}' is not in the text", "Correct it.")
            yield row


def _parsed(text: str, place: str) -> Json:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise EvaluationError(place, f"no JSON ({error})", "Correct the file.") from error
    if not isinstance(value, dict):
        raise EvaluationError(place, "no JSON object", "Write one object.")
    return value


def _need(value: Json, keys: Iterable[str], place: str) -> None:
    if missing := [key for key in keys if key not in value]:
        raise EvaluationError(place, f"no '{missing[0]}'", "Add it; null is a value.")


def _text(file: Path) -> SourceDocument:
    if not file.is_file():
        raise EvaluationError(str(file), "the text of this gold is missing", f"Put it beside {file.stem}.json.")
    return _texts(file)[0]


def _texts(file: Path) -> list[SourceDocument]:
    out = []
    for item in read([str(file)]):
        if isinstance(item, SourceDocument):
            out.append(item)
        elif not isinstance(item, Ignored):
            raise EvaluationError(item.origin, item.reason.rstrip("."), "")
    return out
