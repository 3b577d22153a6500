UNWIND $rows AS row
MERGE (o:Origin {id: row.id})
SET o.iri = row.iri, o.at = row.origin
