UNWIND $runs AS id
MATCH (r:Run {id: id})
WHERE NOT EXISTS { MATCH (r)<-[:LOADED_BY]-(:Document) }
DELETE r
