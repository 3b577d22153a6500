"""Labels and relationship types of the graph of diplomacy: the content of the schema."""

from __future__ import annotations

from dataclasses import replace

from summitgraph.graph.schema import NodeType, Property, RelationshipType, Schema

SCHEMA_VERSION = "1"
GRAPH_ID = "graph:summitgraph"

ID = Property("id", "unique; made by summitgraph.ids from stable fields", required=True)
IRI = Property("iri", "the node's address in RDF", required=True)
NAMES = (
    Property("name", "common English name", required=True),
    Property("aliases", "every form by which documents and the authority file name it", "strings"),
    Property("wikidata", "Wikidata item, as Q22686"),
)
INDEXED_NAMES = (replace(NAMES[0], indexed=True), *NAMES[1:])
TALLY = Property("tally", "how many documents say each name and day of it, as JSON: what is left when one goes")
PUBLISHED = Property("published", "ISO day of publication")
COUNTS = (
    Property("claims", "number of claims that support it", "integer", required=True),
    Property(
        "sources", "number of sources, or of documents where they name no source, that support it", "integer", True
    ),
    Property("first_published", "earliest publication of a supporting claim"),
    Property("last_published", "latest publication of a supporting claim"),
    Property("confidence", "highest confidence of a supporting claim, 0 to 1", "float", required=True),
)
SPAN = (
    Property("start", "first character in the document's text", "integer", required=True),
    Property("end", "character after the last", "integer", required=True),
    Property("text", "the words themselves", required=True),
)
VERSIONS = (
    Property("summitgraph", "version of Summitgraph", required=True),
    Property("ontology", "version of the ontology", required=True),
    Property("model", "spaCy model", required=True),
    Property("reader", "version of the trained reader"),
    Property("decisions", "keys of the analysts' decisions that bear on the document, parted by spaces", indexed=True),
)
SKETCH_BANDS = tuple(f"sketch_{number}" for number in range(1, 13))


def _entity(label: str, about: str, *properties: Property) -> NodeType:
    country = Property("country", "id of the country to which the authority file counts it", indexed=True)
    return NodeType(label, about, (ID, IRI, *NAMES, TALLY, country, *properties), parent="Entity")


KIND = Property("kind", "subtype of the authority file, as city, party, sanctions-regime")

NODES = (
    NodeType(
        "Graph",
        "the graph itself; who writes locks it",
        (ID, IRI, Property("schema", "version of this schema", required=True)),
    ),
    NodeType("Run", "one run of ingestion", (ID, IRI, Property("started_at", "ISO time in UTC", required=True))),
    NodeType(
        "Document",
        "a text as it was read",
        (
            ID,
            IRI,
            Property("title", "headline"),
            PUBLISHED,
            Property("url", "address of the text", indexed=True),
            Property("source", "who published it"),
            Property("language", "ISO 639-1 code", required=True),
            Property("origins", "every path or URL that gave this content", "strings"),
            Property("text", "the text itself, from which every claim can be read again", required=True),
            Property("text_hash", "SHA-256 of the text", required=True),
            Property("seal", "SHA-256 over all that the document put into the graph", required=True),
            Property("flags", "what was remarkable, as no-date", "strings"),
            Property("ingested_at", "ISO time in UTC", required=True),
            *VERSIONS,
            *(
                Property(band, "a band of the text's MinHash, by which copies are found", indexed=True)
                for band in SKETCH_BANDS
            ),
        ),
    ),
    NodeType(
        "Origin",
        "a path or URL at which a document was found; it leads to one document",
        (ID, IRI, Property("at", "the path or URL; a row of a corpus as FILE:N", required=True, indexed=True)),
    ),
    NodeType(
        "Passage",
        "a sentence of a document",
        (ID, IRI, Property("index", "position among the sentences, from 0", "integer", required=True), *SPAN),
    ),
    NodeType(
        "Entity",
        "something individual that takes part in diplomacy; it carries one more label",
        (ID, IRI, *INDEXED_NAMES, TALLY),
    ),
    _entity("Person", "a human being"),
    _entity("Country", "a state of the present or the past"),
    _entity("Organization", "a body that acts as one", KIND),
    _entity(
        "Place",
        "a location",
        KIND,
        Property("latitude", "degrees north", "float"),
        Property("longitude", "degrees east", "float"),
    ),
    _entity(
        "Office", "a post that persons hold one after another", Property("role", "kind of post, as foreign-minister")
    ),
    _entity("Agreement", "a treaty, accord or declaration", Property("date", "ISO day of signature")),
    _entity("Program", "a weapons programme or a sanctions regime", KIND),
    NodeType(
        "Event",
        "what actors did, or were said to do or plan",
        (
            ID,
            IRI,
            Property("type", "PLOVER type, as CONSULT", indexed=True),
            Property("mode", "PLOVER mode, as visit"),
            Property("quad", "PLOVER quad class, 1 to 4", "integer"),
            Property("intensity", "value on the conflict-cooperation scale, -10 to 10", "float"),
            Property("date", "ISO day, month or year, or TIMEX3 value", indexed=True),
            Property("date_precision", "day, week, month, season, quarter, year or interval"),
            Property("modality", "the strongest that a claim gives: actual, then negated, planned, hypothetical"),
            Property("actual", "number of claims that it happened", "integer"),
            Property("negated", "number of claims that it did not happen", "integer"),
            Property("planned", "number of claims that it is to happen", "integer"),
            Property("hypothetical", "number of claims that it may happen", "integer"),
            *COUNTS,
        ),
    ),
    NodeType(
        "Summit",
        "a meeting of leaders, with a name of its own",
        (
            *NAMES,
            TALLY,
            Property("start", "first ISO day"),
            Property("end", "last ISO day"),
        ),
        parent="Event",
    ),
    NodeType(
        "Claim",
        "one statement of one passage: all that edges between entities and facts of events derive from",
        (
            ID,
            IRI,
            Property("kind", "event or relation", required=True),
            Property("predicate", "PLOVER type, or relationship type", required=True),
            Property("mode", "PLOVER mode"),
            Property("quad", "PLOVER quad class of an event claim", "integer"),
            Property("intensity", "value of type and mode on the conflict-cooperation scale", "float"),
            Property("fact", "what a relation claim says, as LEADS|person:kim-jong-un|country:PRK", indexed=True),
            Property("modality", "actual, planned, hypothetical or negated", required=True),
            Property("polarity", "positive or negative", required=True),
            Property("confidence", "calibrated probability, 0 to 1", "float", required=True),
            Property("rule", "what found it", required=True),
            Property("ontology", "version of the ontology", required=True),
            Property("model", "spaCy model", required=True),
            Property("date", "ISO day, month or year, or TIMEX3 value"),
            Property("date_precision", "precision of the date"),
            Property("place", "id of the place or country where it happens"),
            Property("summit", "id of the summit of which the event is a part"),
            Property("validity", "days from/to between which a relation holds; .. where open"),
            Property("document", "id of the document", required=True),
            Property(
                "source", "who published the document, or the first of its copies; its id where unknown", required=True
            ),
            Property("digest", "SHA-256 over what it says, where, by whose account and by which rule", required=True),
            PUBLISHED,
            *SPAN,
        ),
    ),
)

ACTORS = ("Person", "Country", "Organization")
ENTITY_OR_SUMMIT = ("Entity", "Event")
STATED = (*COUNTS, Property("fact", "the relation claims with this fact support it; none where event claims do"))
VALIDITY = Property(
    "validity", "days from/to between which it holds, as 2017-01-20/2021-01-20; .. where open", "strings"
)


def _stated(type_: str, about: str, starts: tuple[str, ...], ends: tuple[str, ...]) -> RelationshipType:
    pairs = tuple((start, end) for start in starts for end in ends)
    return RelationshipType(type_, about, pairs, (*STATED, VALIDITY), origin="stated")


def _loaded(type_: str, about: str, start: str, ends: tuple[str, ...], *properties: Property) -> RelationshipType:
    return RelationshipType(type_, about, tuple((start, end) for end in ends), properties)


RELATIONSHIPS = (
    _loaded("LOADED_BY", "the run that brought the document", "Document", ("Run",)),
    _loaded(
        "FOUND_AT",
        "where a document was found, and what stood beside its text there; the least path or URL speaks for the document",
        "Document",
        ("Origin",),
        Property("url", "address of the text"),
        Property("source", "who published it"),
        Property("language", "ISO 639-1 code", required=True),
    ),
    _loaded("IN", "the document of a passage", "Passage", ("Document",)),
    RelationshipType(
        "COPY_OF",
        "nearly the same text; what hangs together so is one source",
        (("Document", "Document"),),
        (Property("similarity", "Jaccard similarity of the texts' word triples, 0 to 1", "float", required=True),),
        origin="derived",
    ),
    RelationshipType(
        "DESCRIBES",
        "what one document says of an individual: names, and the days of a summit",
        (("Document", "Entity"), ("Document", "Event")),
        (*NAMES, Property("start", "first ISO day"), Property("end", "last ISO day")),
    ),
    RelationshipType(
        "MENTIONS",
        "a passage refers to it",
        (("Passage", "Entity"), ("Passage", "Event")),
        (*SPAN, Property("kind", "name, office, nominal, pronoun or demonym", required=True)),
        keys=("start", "end"),
    ),
    _loaded("STATED_IN", "the passage that states a claim", "Claim", ("Passage",)),
    _loaded("ABOUT", "the event of an event claim", "Claim", ("Event",)),
    _loaded("SUBJECT", "subject of a relation, or actor of an event", "Claim", ENTITY_OR_SUMMIT),
    _loaded("OBJECT", "object of a relation, or recipient of an event", "Claim", ENTITY_OR_SUMMIT),
    _loaded("ATTRIBUTED_TO", "who says so, by the document's account", "Claim", ("Entity",)),
    RelationshipType("ACTOR", "who acts", tuple(("Event", e) for e in ACTORS), COUNTS, origin="derived"),
    RelationshipType("RECIPIENT", "to whom it is done", tuple(("Event", e) for e in ACTORS), COUNTS, origin="derived"),
    RelationshipType("PART_OF", "the summit of an event", (("Event", "Summit"),), COUNTS, origin="derived"),
    _stated("LEADS", "heads it", ("Person",), ("Country", "Organization")),
    _stated("HOLDS_OFFICE", "holds the post", ("Person",), ("Office",)),
    _stated("AFFILIATED_WITH", "belongs to it or acts for it", ("Person", "Organization"), ("Country", "Organization")),
    _stated("ADVISES", "gives advice to", ("Person",), ("Person",)),
    _stated("PARTICIPATED_IN", "takes part in the summit", ACTORS, ("Summit",)),
    _stated("HELD_IN", "where it takes place", ("Event", "Summit"), ("Place", "Country")),
    _stated("LOCATED_IN", "lies in", ("Place",), ("Place", "Country")),
    _stated("PARTY_TO", "has signed or joined", ACTORS, ("Agreement",)),
    _stated("HAS_PROGRAM", "runs it or is subject to it", ("Country", "Organization"), ("Program",)),
    _stated("ALLIED_WITH", "is bound by an alliance", ("Country",), ("Country",)),
    _stated("SANCTIONS", "keeps sanctions on", ("Country", "Organization"), ("Country",)),
)

SCHEMA = Schema(NODES, RELATIONSHIPS)

LABEL_OF_PREFIX = (
    {node.label.lower(): node.label for node in NODES if node.parent}
    | {node.label.lower(): node.label for node in NODES if not node.parent and node.label != "Entity"}
    | {"doc": "Document"}
)


def label_of(node_id: str) -> str:
    """Return the label that an id's prefix stands for: ``person:kim-jong-un`` gives ``Person``; KeyError for others."""
    return LABEL_OF_PREFIX[node_id.partition(":")[0]]


def key_label_of(node_id: str) -> str:
    """Return the constrained label of an id: ``person:kim-jong-un`` gives ``Entity``, ``summit:…`` gives ``Event``."""
    return SCHEMA.node(label_of(node_id)).key_label
