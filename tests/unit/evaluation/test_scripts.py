"""The gold's own scoring scripts give the same figures, where the shared gold stands beside the project."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summitgraph.evaluation import Gold, evaluate, read_gold
from summitgraph.extraction.output import to_json
from summitgraph.extraction.pipeline import Extractor
from summitgraph.records import ExtractedDocument, SourceDocument

SHARED = Path(__file__).parents[3].parent / "shared"
_DOCUMENTS, _PASSAGES = 12, 80

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold" / "score.py").is_file(), reason=f"{SHARED} is absent: no scripts to compare with"
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a part of the shared gold."""
    folder = tmp_path_factory.mktemp("gold")
    for file in sorted((SHARED / "gold").glob("*.json"))[:_DOCUMENTS]:
        shutil.copy(file, folder)
        shutil.copy(file.with_suffix(".txt"), folder)
    lines = [
        line
        for name in ("n1", "w1")
        for line in (SHARED / "sentences" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[: _PASSAGES // 2]
    ]
    (folder / "passages.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report(sample: Path) -> dict[str, Any]:
    gold = read_gold([sample, sample / "passages.jsonl"])
    extractor = Extractor.load("fast")
    documents = extracted(extractor, list(gold.texts.values()))
    passages = extracted(extractor, gold.passage_texts)
    store(sample / "documents.extracted", documents)
    store(sample / "passages.extracted", passages)
    return figures(gold, documents, passages)


def extracted(extractor: Extractor, texts: list[SourceDocument]) -> dict[str, Any]:
    found = [item for item in extractor.extract(texts) if isinstance(item, ExtractedDocument)]
    return {item.document.stem: to_json(item) for item in found}


def figures(gold: Gold, documents: dict[str, Any], passages: dict[str, Any]) -> dict[str, Any]:
    return evaluate(gold, documents, passages).to_json()


def store(path: Path, found: dict[str, Any]) -> None:
    path.write_text("\n".join(json.dumps(item) for item in found.values()), encoding="utf-8")


def script(name: str, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, str(SHARED / name / "score.py"), *arguments, "--json"]
    value: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return value


@pytest.mark.parametrize("kind", ["entities", "summits", "events", "dyads", "relations"])
def test_documents(sample: Path, report: dict[str, Any], kind: str) -> None:
    theirs = script("gold", str(sample), str(sample / "documents.extracted"))[kind]
    ours = report["documents"][kind]
    assert {key: ours[key] for key in theirs} == theirs


def test_passages(sample: Path, report: dict[str, Any]) -> None:
    theirs = script("sentences", str(sample / "passages.jsonl"), "--extracted", str(sample / "passages.extracted"))
    ours = report["passages"]
    assert theirs["passages"] == ours["passages"]
    for name, level in (
        ("found", "found"),
        ("typed", "typed"),
        ("roles", "roles"),
        ("full", "whole"),
        ("loose", "loose"),
    ):
        assert {key: ours[level][key] for key in theirs[name]} == theirs[name]
    assert ours["accuracy"] == theirs["accuracy"]
    assert {kind: score["f1"] for kind, score in ours["by_type"].items() if score["gold"]} == theirs["f1_by_type"]
