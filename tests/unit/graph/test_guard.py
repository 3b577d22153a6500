"""Questions that only read pass; clauses that write or read files are refused, whatever the disguise."""

from __future__ import annotations

import pytest

from summitgraph.errors import ForbiddenCypherError, QuerySyntaxError
from summitgraph.graph.guard import assert_read_only

READING = (
    "MATCH (n) RETURN n",
    "MATCH (n) WHERE n.set = 'DELETE' RETURN n.delete AS removed",
    "MATCH (n:Set {create: 1})-[:MERGE|DELETE]->(m) RETURN n, m",
    "RETURN 'CREATE (n) SET n.x = 1' AS text",
    'RETURN "it\'s // no comment; DELETE" AS text',
    "MATCH (n) // DELETE everything\nRETURN n",
    "MATCH (n) /* CREATE\n(m) */ RETURN n",
    "MATCH (`DELETE`) RETURN `DELETE`.`set`",
    "WITH 1 AS set RETURN set, [set]",
    "RETURN {set: 1, delete: $remove} AS map",
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS degree } RETURN n, degree",
    "CALL db.labels() YIELD label RETURN label",
    "call DB.Labels() yield label return label",
    "UNWIND $rows AS row OPTIONAL MATCH (n {id: row.id}) RETURN n ORDER BY n.id SKIP 1 LIMIT 2",
    "MATCH (n) RETURN n;",
    "MATCH (n) WHERE EXISTS { (n)-[:LEADS]->() } RETURN count { (n)--() }",
    "MATCH (n) WHERE n.load > 1 AND n.start < 2 RETURN n.call",
    "MATCH (start)-[:IN]->(stop) RETURN start, stop",
    "RETURN replace('a', 'b', 'c'), 1.5e3, 0x1F, [1, 2][0..1]",
    "EXPLAIN MATCH (n) RETURN n",
    "SHOW CONSTRAINTS YIELD name RETURN name",
)

FORBIDDEN = (
    ("CREATE (n)", "CREATE at line 1, column 1"),
    ("MATCH (n)\n  SET n.x = 1", "SET at line 2, column 3"),
    ("MATCH (n) set n:Person", "SET"),
    ("MATCH (n) DETACH DELETE n", "DETACH"),
    ("MATCH (n) REMOVE n.name", "REMOVE"),
    ("MERGE (n:Entity {id: 'x'}) RETURN n", "MERGE"),
    ("MATCH (n) FOREACH (x IN [1] | SET n.x = x)", "FOREACH"),
    ("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "LOAD CSV"),
    ("load /* hidden */ csv WITH HEADERS FROM $url AS line RETURN line", "LOAD CSV"),
    ("CALL apoc.load.json('http://127.0.0.1') YIELD value RETURN value", "apoc.load.json"),
    ("CALL `apoc`.`load`.`json`('x') YIELD value RETURN value", "apoc.load.json"),
    ("CALL `dbms.security.createUser`('a', 'b')", "dbms.security.createUser"),
    ("CALL dbms.listConfig() YIELD name RETURN name", "dbms.listConfig"),
    ("MATCH (n) CALL { WITH n CREATE (m) } RETURN n", "CREATE"),
    ("RETURN apoc.cypher.runFirstColumnSingle('LOAD CSV FROM $f AS l RETURN l', {})", "apoc.cypher"),
    ("MATCH (n) RETURN n; MATCH (m) RETURN m", "second statement"),
    ("DROP CONSTRAINT entity_id", "DROP"),
    ("CREATE INDEX x FOR (n:Entity) ON (n.x)", "CREATE"),
    ("ALTER USER neo4j SET PASSWORD 'x'", "ALTER"),
    ("TERMINATE TRANSACTIONS 'x'", "TERMINATE"),
    ("\\u0043REATE (n)", "CREATE"),
    ("RETURN '\\u0027 + ' CREATE (n) //'", "CREATE"),
    ("RETURN '\\\\' CREATE (n) //'", "CREATE"),
    ("WITH 1 AS create CREATE (n)", "CREATE"),
    ("RETURN 1. CREATE (n)", "CREATE"),
    ("MATCH (n) INSERT (m)", "INSERT"),
)


@pytest.mark.parametrize("cypher", READING)
def test_reading_passes(cypher: str) -> None:
    assert_read_only(cypher)


@pytest.mark.parametrize(("cypher", "named"), FORBIDDEN)
def test_what_may_write_or_read_files_is_refused(cypher: str, named: str) -> None:
    with pytest.raises(ForbiddenCypherError, match=named):
        assert_read_only(cypher)


@pytest.mark.parametrize("cypher", ["RETURN 'open", 'RETURN "open', "RETURN `open", "RETURN 1 /* open"])
def test_what_is_never_closed_is_a_syntax_error(cypher: str) -> None:
    with pytest.raises(QuerySyntaxError, match=r"at line 1, column .* is never closed"):
        assert_read_only(cypher)


def test_an_empty_question_is_a_syntax_error() -> None:
    with pytest.raises(QuerySyntaxError, match="empty"):
        assert_read_only("  // nothing\n")
