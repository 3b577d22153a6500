"""When two names of one document mean the same: gold and extraction need not write them alike."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from summitgraph.evaluation.counts import Json

_TITLE = re.compile(
    r"(president|chairman|secretary|prime minister|mr|mrs|ms|dr|the|chancellor|premier|minister|ambassador|general) "
    r"(?!of\b)"
)


def plain(name: str | None) -> str:
    """Return a name in lower-case ASCII words without its title: ``President Moon Jae-in`` gives ``moon jae in``."""
    text = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().casefold()
    text = re.sub(r"'s\b", "", text).replace("-", " ").replace(".", "")
    text = " ".join(re.sub(r"[^a-z0-9 ]+", " ", text).split())
    title = _TITLE.match(text)
    return text[title.end() :] if title else text


def summit_key(summit: Json) -> str:
    """Return what tells one summit from another: its first day and its town."""
    return f"summit {summit.get('start') or '?'} {plain(summit.get('place'))}"


class Names:
    """Maps what an extraction calls somebody to the name in the gold of one document.

    A name is looked up as it stands, then as an alias that belongs to one entity of the gold alone, then by its longer
    aliases.
    """

    def __init__(self, gold: Json) -> None:
        entities = [*gold["entities"], *(item for item in gold.get("optional", []) if item.get("kind") == "entity")]
        self._exact = {plain(entity["name"]): plain(entity["name"]) for entity in entities}
        owners: dict[str, set[str]] = defaultdict(set)
        for entity in entities:
            for alias in entity.get("aliases", []):
                owners[plain(alias)].add(plain(entity["name"]))
        self._alias = {alias: next(iter(names)) for alias, names in owners.items() if len(names) == 1}
        self._exact |= {plain(summit["name"]): summit_key(summit) for summit in gold["summits"]}
        self._named: dict[str, list[str]] = {}

    def learn(self, extracted: Json) -> None:
        """Take the names that an extraction gives to its ids."""
        for entity in extracted.get("entities", []):
            self._named[entity["id"]] = [entity["name"], *entity.get("aliases", [])]
        for summit in extracted.get("summits", []):
            self._exact |= dict.fromkeys((plain(summit["name"]), plain(summit.get("id"))), summit_key(summit))

    def __call__(self, reference: str | None) -> str:
        """Return the gold's name for an id or a name; its own where the gold has none, empty for None."""
        if reference is None:
            return ""
        first, *aliases = self._named.get(reference, [reference])
        name = plain(first)
        if found := self._exact.get(name) or self._alias.get(name):
            return found
        longer = (plain(alias) for alias in aliases if len(alias.split()) > 1)
        return next((self._exact[alias] for alias in longer if alias in self._exact), name)
