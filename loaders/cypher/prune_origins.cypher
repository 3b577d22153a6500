// A path or URL that leads to no document goes.
UNWIND $ids AS id
MATCH (o:Origin {id: id})
WHERE NOT EXISTS { MATCH (o)<-[:FOUND_AT]-(:Document) }
DELETE o
