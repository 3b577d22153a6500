"""The records that pass from stage to stage.

``SourceDocument`` (read) → ``ExtractedDocument`` (spaCy) → ``Claim`` (mapped) → ``Rows`` by shape → ``LoadReport``.
All offsets count characters of the document's text. No clock and no global sits in a constructor.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Modality = Literal["actual", "planned", "hypothetical", "negated"]
EntityType = Literal["Person", "Country", "Organization", "Place", "Agreement", "Program", "Office"]
Precision = Literal["day", "week", "month", "season", "quarter", "year", "interval"]


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A text as it was read, with what is known of where it came from.

    Attributes:
        id: ``doc:<hash>`` of content, see ``summitgraph.ids.document_id``; equal content has an equal id on any machine.
        stem: the name that outputs use: a file's stem, or the ``id`` of a corpus row.
        text: the body, after the front matter; never empty.
        origins: every path (relative to where the run was started if below it) or URL that gave this content.
        published: the publication date; None leaves relative dates unresolved.
        metadata: further front matter, unread keys included, as strings.
    """

    id: str
    stem: str
    text: str
    origins: tuple[str, ...]
    title: str | None = None
    published: date | None = None
    url: str | None = None
    source: str | None = None
    language: str = "en"
    metadata: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open character interval of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text refers to an entity: a name, a description, or a pronoun."""

    start: int
    end: int
    sentence: int
    kind: Literal["name", "office", "nominal", "pronoun", "demonym"] = "name"


@dataclass(frozen=True, slots=True)
class ExtractedEntity:
    """One individual that the text is about, with the forms by which it is named."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtractedSummit:
    """A meeting of leaders, resolved to one node; dates are ISO days, as precise as the text gives them.

    ``place`` is the town by name, ``places`` the ids of every site that the text gives, from the hotel to the town.
    """

    id: str
    name: str
    start: str | None
    end: str | None
    place: str | None
    place_id: str | None
    participants: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that carry an event or relation: the whole passage and the spans of its roles."""

    start: int
    end: int
    sentence: int
    trigger: Span | None = None
    actor: Span | None = None
    recipient: Span | None = None
    attributed_to: Span | None = None
    time: Span | None = None
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class ExtractedEvent:
    """What an actor did, as PLOVER codes it.

    Attributes:
        type: PLOVER event type, as ``CONSULT``.
        mode: PLOVER mode, as ``visit``; None where the type has none or none fits.
        actor, recipient, attributed_to, place: entity ids; None where the text names nobody whom the graph knows.
        date: ISO day, month or year, or TIMEX3 value; None where the text gives none.
        rule: what found it, as ``reader``, ``lexicon``, or ``reader+lexicon``.
        confidence: calibrated probability that type, actor, recipient and modality are right, 0 to 1.
        summit: id of the summit that it is a part of.
    """

    id: str
    type: str
    mode: str | None
    actor: str | None
    recipient: str | None
    modality: Modality
    confidence: float
    rule: str
    date: str | None = None
    date_precision: Precision | None = None
    place: str | None = None
    attributed_to: str | None = None
    summit: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtractedRelation:
    """A state between two things as the text says or directly implies.

    ``object`` of HOLDS_OFFICE is an ``office:`` id; ``object_name`` gives the label of an object that is no entity.
    """

    subject: str
    predicate: str
    object: str
    confidence: float
    rule: str
    modality: Modality = "actual"
    attributed_to: str | None = None
    object_name: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its TIMEX3 value; None where the value cannot be told (no publication date)."""

    start: int
    end: int
    text: str
    value: str | None
    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"


@dataclass(frozen=True, slots=True)
class Versions:
    """What made an extraction: enough to make it again.

    Attributes:
        decisions: keys of the analysts' decisions that bear on the document, parted by spaces; None where none does.
    """

    summitgraph: str
    ontology: str
    model: str
    reader: str | None
    decisions: str | None = None


@dataclass(frozen=True, slots=True)
class ExtractedDocument:
    """Everything that extraction found in one document."""

    document: SourceDocument
    versions: Versions
    sentences: tuple[Span, ...]
    entities: tuple[ExtractedEntity, ...] = ()
    summits: tuple[ExtractedSummit, ...] = ()
    events: tuple[ExtractedEvent, ...] = ()
    relations: tuple[ExtractedRelation, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one passage: the only thing from which edges between entities and facts of events are derived.

    Attributes:
        kind: ``event`` (about an event), ``relation`` (between two nodes).
        predicate: PLOVER type of an event claim, relationship type of a relation claim.
        subject, object: node ids; of an event claim its actor and recipient.
        about: id of the event, None for a relation.
        passage: id of the sentence's Passage.
        start, end: character span in the document's text.
        validity: days between which a relation holds where that is known, as ``2017-01-20/2021-01-20``, ``..`` where open.
    """

    id: str
    kind: Literal["event", "relation"]
    predicate: str
    subject: str | None
    object: str | None
    about: str | None
    document: str
    passage: str
    start: int
    end: int
    modality: Modality
    polarity: Literal["positive", "negative"]
    confidence: float
    rule: str
    ontology: str
    model: str
    attributed_to: str | None = None
    mode: str | None = None
    date: str | None = None
    date_precision: str | None = None
    place: str | None = None
    summit: str | None = None
    validity: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that was left out, and why; it stands in the report."""

    origin: str
    stage: Literal["read", "extract", "map", "validate", "load"]
    reason: str


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: nodes and relationships by label or type, and what was left out.

    Attributes:
        documents, unchanged: written; left as they stood.
        retracted: documents that went, since all paths and URLs at which they stood now give another text.
    """

    created_nodes: dict[str, int] = field(default_factory=dict)
    created_relationships: dict[str, int] = field(default_factory=dict)
    documents: int = 0
    unchanged: int = 0
    rejected: tuple[Rejected, ...] = ()
    retracted: int = 0
