"""Errors of Summitgraph, named for the condition, under one root.

The tree::

    SummitgraphError
    ├── SourceError              a text cannot be read
    ├── ExtractionError          a text cannot be turned into mentions, events and relations
    ├── MappingError             an extraction cannot be turned into claims
    │   └── UnknownTermError
    ├── LoadError                a graph cannot be written or reached
    │   ├── GraphUnavailableError    (retryable)
    │   ├── GraphAccessError
    │   └── UnknownDocumentError
    ├── QueryError               a question cannot be asked
    │   ├── UnknownQueryError
    │   ├── QueryParameterError
    │   ├── QuerySyntaxError
    │   └── ForbiddenCypherError
    ├── DecisionError            an analyst's decision is malformed or contradicts another
    ├── EvaluationError          gold cannot be read
    └── SettingsError            an option or a setting is wrong

Each message says what failed, where, and what to do next. ``retryable`` marks what another try may help.
"""


class SummitgraphError(Exception):
    """Root of all errors that Summitgraph raises on purpose."""

    retryable: bool = False


class SourceError(SummitgraphError):
    """A source cannot be read.

    Attributes:
        origin: path or URL of the source, with ``:line`` for a row of a corpus.
        reason: what is wrong with it.
        hint: what to do next.
    """

    def __init__(self, origin: str, reason: str, hint: str = "", *, retryable: bool = False) -> None:
        self.origin, self.reason, self.hint, self.retryable = origin, reason, hint, retryable
        super().__init__(f"{origin}: {reason}." + (f" {hint}" if hint else ""))


class ExtractionError(SummitgraphError):
    """A document cannot be read by the extraction pipeline."""

    def __init__(self, document_id: str, reason: str, hint: str = "") -> None:
        self.document_id, self.reason, self.hint = document_id, reason, hint
        super().__init__(f"{document_id}: {reason}." + (f" {hint}" if hint else ""))


class MappingError(SummitgraphError):
    """An extraction does not fit the ontology."""


class UnknownTermError(MappingError):
    """An extraction uses a term that the ontology does not declare."""

    def __init__(self, term: str, document_id: str) -> None:
        self.term, self.document_id = term, document_id
        super().__init__(
            f"{document_id}: the term '{term}' is not in the ontology. Add it under ontology/, or correct the rule that made it."
        )


class LoadError(SummitgraphError):
    """The graph refused a write."""


class GraphUnavailableError(LoadError):
    """The graph cannot be reached; another try may help."""

    retryable = True


class GraphAccessError(LoadError):
    """The graph refused the user name or password."""


class UnknownDocumentError(LoadError):
    """The graph holds no document of this id, path or URL."""


class QueryError(SummitgraphError):
    """A question cannot be asked or answered."""


class UnknownQueryError(QueryError):
    """No catalogue query has this id."""


class QueryParameterError(QueryError):
    """A query's parameter is missing, unknown or of the wrong type."""


class QuerySyntaxError(QueryError):
    """The engine cannot parse the Cypher text."""


class ForbiddenCypherError(QueryError):
    """The Cypher text writes, or reads files or the network."""


class DecisionError(SummitgraphError):
    """A row of the file of analysts' decisions cannot be obeyed.

    Attributes:
        where: ``file:line``.
    """

    def __init__(self, where: str, reason: str, hint: str) -> None:
        self.where, self.reason, self.hint = where, reason, hint
        super().__init__(f"{where}: {reason}. {hint}")


class EvaluationError(SummitgraphError):
    """Gold, or an extraction to be scored against it, cannot be read."""

    def __init__(self, origin: str, reason: str, hint: str) -> None:
        self.origin, self.reason, self.hint = origin, reason, hint
        super().__init__(f"{origin}: {reason}." + (f" {hint}" if hint else ""))


class SettingsError(SummitgraphError):
    """An option or a setting is wrong."""
