"""YAML front matter: a block between two ``---`` lines at the very top of a text."""

from __future__ import annotations

import re

import yaml

from summitgraph.errors import SourceError

_OPEN = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)


def split(text: str, origin: str) -> tuple[dict[str, object], str]:
    """Return the front matter's values and the body after it; no front matter gives an empty dict and the whole text.

    Raises:
        SourceError: the block is not closed, is no YAML, or is no list of ``key: value``.
    """
    opening = _OPEN.match(text)
    if not opening:
        return {}, text
    closing = _CLOSE.search(text, opening.end())
    if not closing:
        raise SourceError(f"{origin}:1", "the front matter that begins here is not closed", "End it with a --- line.")
    return _values(text[opening.end() : closing.start()], origin), text[closing.end() :]


def _values(block: str, origin: str) -> dict[str, object]:
    try:
        # An alias can blow a few lines up to gigabytes; front matter has no use for one.
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(block, Loader=yaml.SafeLoader)):
            raise SourceError(f"{origin}:1", "the front matter uses a YAML alias (*name)", "Write the value out.")
        values = yaml.safe_load(block)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        raise SourceError(
            f"{origin}:{line}", f"broken YAML in the front matter ({error.problem})", "Put values with ':' in quotes."
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SourceError(f"{origin}:1", f"broken YAML in the front matter ({error})", "Correct it.") from error
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise SourceError(
            f"{origin}:1", "the front matter is no list of 'key: value' lines", "Correct it, or remove it."
        )
    return {str(key): value for key, value in values.items()}
