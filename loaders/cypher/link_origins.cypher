UNWIND $rows AS row
MATCH (o:Origin {id: row.id})
MATCH (d:Document {id: row.document})
MERGE (d)-[f:FOUND_AT]->(o)
SET f.url = row.url, f.source = row.source, f.language = row.language
