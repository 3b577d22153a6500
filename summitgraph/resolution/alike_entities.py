"""Persons and organizations whose names are alike, and that nothing else tells apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from rapidfuzz import fuzz

from summitgraph.resolution.names import letters, organization_key, person_key

LEAST = 0.85
SAME_SURROUNDINGS = 0.03
"""What a country or an office in common adds to how alike two names are."""

Pair = tuple[str, str, float, str]


@dataclass(frozen=True, slots=True)
class Named:
    """A node with its names.

    Attributes:
        known: whether the authority file knows it; two whom it knows are two.
    """

    id: str
    label: str
    names: tuple[str, ...]
    countries: frozenset[str]
    offices: frozenset[str]
    known: bool


def alike_entities(named: Sequence[Named]) -> Iterator[Pair]:
    """Yield pairs of ids with how alike they are and why."""
    by_id = {each.id: each for each in named}
    keys = {each.id: _keys(each) for each in named}
    for one, other in sorted(_sharing(keys, {each.id for each in named if each.known})):
        left, right = by_id[one], by_id[other]
        if left.label != right.label or _differ(left, right):
            continue
        score, reason = max((_alike(a, b) for a in keys[one] for b in keys[other]), default=(0.0, ""))
        shared = left.offices & right.offices or left.countries & right.countries
        if score >= LEAST:
            more = f", and both have {min(shared)}" if shared else ""
            yield one, other, round(min(1.0, score + (SAME_SURROUNDINGS if shared else 0.0)), 3), reason + more


def _keys(each: Named) -> tuple[str, ...]:
    """Return the keys of the full names; a bare surname is no name of one person."""
    if each.label == "Organization":
        return tuple(sorted({organization_key(name) for name in each.names}))
    return tuple(sorted({key for name in each.names if "-" in (key := person_key(name))}))


def _sharing(keys: dict[str, tuple[str, ...]], known: set[str]) -> set[tuple[str, str]]:
    """Return the pairs with a word in common, or with words whose consonants are the same, or the same letters.

    Pairs of which the authority file knows both are left out.
    """
    blocks: dict[str, set[str]] = {}
    for id_, its in keys.items():
        for key in its:
            words = key.split("-")
            for block in (*map(_consonants, words), f"={letters(key)}", f"={_initials(words)}"):
                blocks.setdefault(block, set()).add(id_)
    return {
        (min(pair), max(pair))
        for ids in blocks.values()
        for pair in chain(combinations(ids - known, 2), product(ids - known, ids & known))
    }


def _consonants(word: str) -> str:
    return word[:1] + "".join(letter for letter in word[1:] if letter not in "aeiouyhw")


def _initials(words: Iterable[str]) -> str:
    return "".join(word[:1] for word in words if word not in ("of", "the", "and", "for"))


def _differ(left: Named, right: Named) -> bool:
    """Tell whether both belong to countries, and to none in common."""
    return bool(left.countries and right.countries and not left.countries & right.countries)


def _alike(one: str, other: str) -> tuple[float, str]:
    first, second = one.split("-"), other.split("-")
    if sorted(first) == sorted(second):
        return 0.97, "the same words in another order" if one != other else "the same name"
    if letters(one) == letters(other):
        return 0.97, "the same letters"
    if _abbreviates(first, second) or _abbreviates(second, first):
        return 0.9, "initials of the other's names"
    if len(first) > 1 < len(second) and (set(first) < set(second) or set(second) < set(first)):
        return 0.88, "all words of the shorter name"
    left, right = " ".join(first), " ".join(second)
    return max(fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right)) / 100, "a like spelling"


def _abbreviates(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether a name is the other with initials: ``j-bolton`` of ``john-bolton``, ``nato`` of its full name."""
    if len(short) == 1 and len(full) > 2:
        return short[0] == _initials(full)
    if len(short) != len(full) or len(full) < 2 or short[-1] != full[-1]:
        return False
    return all(a == b or (len(a) == 1 and b.startswith(a)) for a, b in zip(short, full, strict=True))
