"""A connection to a graph: the same over Bolt to Neo4j and to the embedded engine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from neo4j import Driver, ManagedTransaction, Query, Session

from summitgraph.errors import GraphUnavailableError, QueryError
from summitgraph.graph.guard import assert_read_only
from summitgraph.graph.model import GRAPH_ID, SCHEMA, SCHEMA_VERSION
from summitgraph.graph.translation import translated
from summitgraph.graph.values import plain
from summitgraph.ids import iri

T = TypeVar("T")
# Neo4j locks a node from the first change of it to the end of the transaction.
LOCK = f"MERGE (g:Graph {{id: '{GRAPH_ID}'}}) SET g.schema = '{SCHEMA_VERSION}', g.iri = '{iri(GRAPH_ID)}'"
READ_SECONDS = 60.0
# How long the driver goes on trying a transaction that fails for a passing reason.
RETRY_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Access:
    """Where a graph listens, and who may enter.

    Attributes:
        reader: user and password with the right to read alone, where the engine has such a user.
        database: name of the database; None means the user's own.
    """

    address: str
    writer: tuple[str, str] | None
    reader: tuple[str, str] | None = None
    database: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question returned: the names of its columns and rows of plain values in their order."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def records(self) -> list[dict[str, Any]]:
        """Return the rows as dicts by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Graph:
    """An open graph. Close it, or use it in a ``with`` block; safe to share between threads.

    Args:
        access: where it listens.
        find: returns the access anew when the connection is lost; None where nothing else can serve.
        on_close: what to do after the connection is closed.
        exclusive: keeps other writers out of an engine that does not make them wait for each other itself.
    """

    def __init__(
        self,
        access: Access,
        *,
        find: Callable[[], Access] | None = None,
        on_close: Callable[[], None] | None = None,
        exclusive: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        self._find, self._on_close, self._exclusive = find, on_close, exclusive
        self._lock = threading.Lock()
        self._connect(access)

    @property
    def address(self) -> str:
        """Where the graph listens, without user and password."""
        return self._access.address

    @property
    def embedded(self) -> bool:
        """Whether it is the embedded graph."""
        return self._find is not None

    def verify(self) -> None:
        """Check that the graph answers and lets us in.

        Raises:
            GraphUnavailableError, GraphAccessError: it does not.
        """
        self._lasting(self._verify)

    def ensure_schema(self) -> None:
        """Make constraints and indexes that are not there yet.

        Raises:
            LoadError: the graph refused them, as where two of its nodes share an id.
        """

        def create(session: Session) -> None:
            for statement in SCHEMA.constraints():
                session.run(Query(statement)).consume()

        with self._exclusive():
            self._lasting(lambda: self._in_session(create))
        self.write(lambda transaction: None)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run the work in one transaction, again where it fails for a passing reason; return what it returns.

        One writer works at a time: what derives from claims would else miss those that another is writing.

        Raises:
            LoadError: the graph refused it; nothing of it stands.
        """

        def alone(transaction: ManagedTransaction) -> T:
            transaction.run(LOCK).consume()
            return work(transaction)

        with self._exclusive():
            return self._lasting(lambda: self._in_session(lambda session: session.execute_write(alone)))

    def read(
        self, cypher: str, parameters: Mapping[str, Any] | None = None, *, timeout: float = READ_SECONDS
    ) -> Answer:
        """Ask a question that only reads.

        Args:
            timeout: seconds after which it is given up.

        Raises:
            ForbiddenCypherError: it could write, or read files or the network.
            QuerySyntaxError, QueryParameterError, QueryError: it cannot be asked or answered.
            GraphUnavailableError, GraphAccessError: the graph does not answer or let us in.
        """
        assert_read_only(cypher)
        return self._lasting(lambda: self._within(timeout, lambda: self._ask(cypher, dict(parameters or {}), timeout)))

    def close(self) -> None:
        """Close the connection; the embedded graph stops with its last user in this process."""
        self._disconnect()
        if self._on_close:
            self._on_close()
            self._on_close = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _connect(self, access: Access) -> None:
        with translated(access.address):
            self._access = access
            self._writing = _driver(access.address, access.writer)
            self._reading = _driver(access.address, access.reader) if access.reader else self._writing

    def _disconnect(self) -> None:
        self._writing.close()
        if self._reading is not self._writing:
            self._reading.close()

    def _verify(self) -> None:
        with translated(self.address):
            self._writing.verify_connectivity()

    def _in_session(self, work: Callable[[Session], T]) -> T:
        with translated(self.address), self._writing.session(database=self._access.database) as session:
            return work(session)

    def _ask(self, cypher: str, parameters: dict[str, Any], timeout: float) -> Answer:
        with (
            translated(self.address, asking=True),
            self._reading.session(database=self._access.database, default_access_mode=neo4j.READ_ACCESS) as session,
            session.begin_transaction(timeout=timeout) as transaction,
        ):
            # The transaction is rolled back at the end of the block: a question leaves nothing behind.
            result = transaction.run(cypher, parameters)
            columns = tuple(result.keys())
            return Answer(columns, tuple(tuple(plain(value) for value in record.values()) for record in result))

    def _within(self, seconds: float, work: Callable[[], T]) -> T:
        """Do the work in a thread and wait for it so long: the embedded engine knows no limit of one question."""
        outcome: list[T] = []
        failure: list[BaseException] = []

        def run() -> None:
            try:
                outcome.append(work())
            except BaseException as error:
                failure.append(error)

        thread = threading.Thread(target=run, name="summitgraph-question", daemon=True)
        thread.start()
        # The server's own limit comes first where it has one, and says more.
        thread.join(seconds + 1)
        if thread.is_alive():
            raise QueryError(
                f"The question took longer than its time limit of {seconds:g} s."
                " Narrow it, or raise the limit with --timeout."
            )
        if failure:
            raise failure[0]
        return outcome[0]

    def _lasting(self, work: Callable[[], T]) -> T:
        """Do the work; where the process that held the embedded graph has ended, find it anew and do it again."""
        driver = self._writing
        try:
            return work()
        except GraphUnavailableError:
            if self._find is None:
                raise
            with self._lock:
                if self._writing is driver:
                    self._disconnect()
                    self._connect(self._find())
            return work()


def _driver(address: str, auth: tuple[str, str] | None) -> Driver:
    return neo4j.GraphDatabase.driver(
        address,
        auth=auth,
        max_transaction_retry_time=RETRY_SECONDS,
        connection_timeout=10.0,
        notifications_min_severity="OFF",
        telemetry_disabled=True,
    )
