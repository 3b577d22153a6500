// One of each pair has just been written, so that no such relationship stands.
UNWIND $rows AS row
MATCH (a:Document {id: row.from})
MATCH (b:Document {id: row.to})
CREATE (a)-[:COPY_OF {similarity: row.similarity}]->(b)
