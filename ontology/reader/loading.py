"""``load``: find the Turtle files, take the compiled tables from the cache or compile them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from ontology.errors import OntologyError
from ontology.model import Ontology
from ontology.reader import cache

FOLDER = Path(__file__).resolve().parent.parent
_EXAMPLES = FOLDER / "examples"


def load(extra: Sequence[Path] = ()) -> Ontology:
    """Return the ontology, with the Turtle files of further folders or files read on top.

    The first load after a change parses all files (about a second); further ones read compiled tables from the user's
    cache folder, and within a process the same object comes back.

    Args:
        extra: folders, of which every ``*.ttl`` below is read, or single files.

    Raises:
        OntologyError: a path does not exist, a file is no Turtle, or a block says what cannot hold.
    """
    files = turtle_files(extra)
    return _load(tuple(files), content_hash(files), content_hash([*files, *sorted(FOLDER.rglob("*.py"))]))


def turtle_files(extra: Sequence[Path] = ()) -> list[Path]:
    """Return the files that make the ontology: ours without the examples, then those of ``extra``."""
    own = [file for file in sorted(FOLDER.rglob("*.ttl")) if _EXAMPLES not in file.parents]
    return own + [file for path in extra for file in _below(path)]


def _below(path: Path) -> list[Path]:
    if not path.exists():
        raise OntologyError(f"{path}: no such file or folder. Check the path of your own ontology files.")
    return sorted(path.rglob("*.ttl")) if path.is_dir() else [path]


def content_hash(files: Sequence[Path]) -> str:
    """Return SHA-256 over the content of files in their order; where they lie plays no part."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


@lru_cache(maxsize=4)
def _load(files: tuple[Path, ...], content: str, with_code: str) -> Ontology:
    file = cache.cache_file(with_code)
    found = cache.read(file)
    if found is None:
        # Imported here: rdflib costs more than the whole load from the cache.
        from ontology.reader.compile import compile_ontology

        found = compile_ontology(files, content)
        cache.write(file, found)
    return found
