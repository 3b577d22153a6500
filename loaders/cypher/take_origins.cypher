// What led to another document leads there no more.
UNWIND $rows AS row
MATCH (:Origin {id: row.id})<-[f:FOUND_AT]-(d:Document)
WHERE d.id <> row.document
DELETE f
RETURN DISTINCT d.id AS id
