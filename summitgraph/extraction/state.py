"""What the components write on a ``Doc`` and read from it.

==================  ==========================================================================
``doc._.published``  ``datetime.date`` or None, set before the pipeline runs
``doc._.names``      ``list[Name]``, by ``summitgraph_names``: where a name or a title stands
``doc._.times``      ``list[TimeExpression]``, by ``summitgraph_times``
``doc._.refs``       ``list[Ref]``, by ``summitgraph_linker``: who or what is meant
``doc._.cast``       ``dict[str, Member]``, by ``summitgraph_linker``: everything that the text is about
``doc._.offices``    ``list[OfficeHeld]``, by ``summitgraph_linker``: titles beside names
``doc._.readings``   ``list[Reading]``, by ``summitgraph_reader`` or ``summitgraph_lexicon``
``doc._.events``     ``list[ExtractedEvent]``, by ``summitgraph_events``
``doc._.summits``    ``list[ExtractedSummit]``, by ``summitgraph_summits``
``doc._.relations``  ``list[ExtractedRelation]``, by ``summitgraph_relations``
==================  ==========================================================================
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from spacy.tokens import Doc

NameKind = Literal["name", "demonym", "metonym", "office", "unknown"]
RefKind = Literal["name", "office", "nominal", "pronoun", "demonym"]


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of tokens ``[start, end)`` that names something.

    ``candidates`` are ids of the authority file, empty for a name that it lacks; ``type`` is then a guess or None.
    """

    start: int
    end: int
    text: str
    kind: NameKind
    candidates: tuple[str, ...] = ()
    type: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Ref:
    """A stretch of tokens ``[start, end)`` that refers to ``entities``: one, or several for a plural description."""

    start: int
    end: int
    entities: tuple[str, ...]
    kind: RefKind

    @property
    def entity(self) -> str | None:
        """The one entity that is meant; None for a group."""
        return self.entities[0] if len(self.entities) == 1 else None


@dataclass(slots=True)
class Member:
    """Somebody or something that the text is about, gathered while it is linked."""

    id: str
    name: str
    type: str
    wikidata: str | None = None
    gender: str | None = None
    country: str | None = None
    imposed_by: str | None = None
    known: bool = True
    aliases: dict[str, None] = field(default_factory=dict)
    offices: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """A person and a title that stands beside the name, over tokens ``[start, end)``.

    ``office`` is an id of the authority file or None; ``label`` reads as an office's label does in either case.
    """

    person: str
    office: str | None
    label: str
    role: str
    body: str | None
    target: str | None
    past: bool
    start: int
    end: int
    superior: str | None = None
    named_body: str | None = None


_ATTRIBUTES: dict[str, Callable[[], Any]] = {
    "names": list,
    "times": list,
    "refs": list,
    "cast": dict,
    "offices": list,
    "readings": list,
    "events": list,
    "summits": list,
    "relations": list,
}


def register() -> None:
    """Declare the extension attributes above on ``Doc``; further calls change nothing."""
    for name in ("published", "document_id"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name, make in _ATTRIBUTES.items():
        if not Doc.has_extension(name):
            _register_container(name, make)


def _register_container(name: str, make: Callable[[], Any]) -> None:
    # A default shared between docs would leak one text's findings into the next: each Doc gets its own container.
    key: Any = ("summitgraph", name)

    def get(doc: Doc) -> Any:
        return doc.user_data.setdefault(key, make())

    def put(doc: Doc, value: Any) -> None:
        doc.user_data[key] = value

    Doc.set_extension(name, getter=get, setter=put)
