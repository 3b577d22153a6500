"""Names of persons and organizations in the one form that certain variants share."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summitgraph.ids import slug


@dataclass(frozen=True, slots=True)
class Variants:
    """What ``names.toml`` says: words to leave out, family names that come first, spellings of one name."""

    titles: frozenset[str]
    suffixes: frozenset[str]
    family_first: frozenset[str]
    company_endings: frozenset[str]
    spellings: dict[str, str]


@cache
def variants() -> Variants:
    """Return the table of certain variants."""
    table = tomllib.loads(files("summitgraph.resolution").joinpath("names.toml").read_text(encoding="utf-8"))
    return Variants(
        titles=frozenset(table["titles"]),
        suffixes=frozenset(table["suffixes"]),
        family_first=frozenset(table["family_first"]),
        company_endings=frozenset(table["company_endings"]),
        spellings={form: forms[0] for forms in table["spellings"] for form in forms[1:]},
    )


def ordered(name: str) -> str:
    """Return a person's name without titles and in its own order.

    ``Warmbier, Otto`` gives ``Otto Warmbier``; ``Mr. Son-gwon Ri`` gives ``Ri Son gwon``: family names of Korea, China
    and Vietnam come first.
    """
    family, comma, given = name.partition(",")
    # A comma before "Jr." divides no family name from a given one.
    turned = comma and slug(given) not in variants().suffixes and " " not in family.strip()
    words = [word for word in re.split(r"[\s\-‐–]+", f"{given} {family}" if turned else name.replace(",", " ")) if word]
    while len(words) > 2 and slug(words[0]) in variants().titles:
        words = words[1:]
    while len(words) > 2 and slug(words[-1]) in variants().suffixes:
        words = words[:-1]
    if len(words) == 3 and _is_western(words, hyphened="-" in name.split()[0]):
        words = [words[-1], *words[:-1]]
    return " ".join(words)


def _is_western(words: Sequence[str], *, hyphened: bool) -> bool:
    """Tell whether three syllables end with the family name: a hyphen joins given names; else the first must be none."""
    families = variants().family_first
    return slug(words[-1]) in families and (hyphened or slug(words[0]) not in families)


def person_key(name: str) -> str:
    """Return the slug that certain variants of a person's name share: ``Sergey Lavrov`` gives ``sergei-lavrov``."""
    spellings = variants().spellings
    return "-".join(spellings.get(word, word) for word in slug(ordered(name)).split("-"))


def organization_key(name: str) -> str:
    """Return the slug of an organization's name without article and company ending: ``The Gazprom PJSC`` is ``gazprom``."""
    words = slug(name.replace("&", " and ")).split("-")
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in variants().company_endings:
        words = words[:-1]
    return "-".join(words)


def letters(key: str) -> str:
    """Return a key without its hyphens: ``kim-jong-un`` and ``kim-jongun`` are the same letters."""
    return key.replace("-", "")
