// An individual that no document describes any more goes.
UNWIND $ids AS id
MATCH (n:{label} {id: id})
WHERE NOT EXISTS { MATCH (n)<-[:DESCRIBES]-(:Document) }
DETACH DELETE n
