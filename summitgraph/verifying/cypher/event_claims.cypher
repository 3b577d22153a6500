UNWIND $ids AS id
MATCH (e:Event {id: id})<-[:ABOUT]-(c:Claim)
RETURN e.id AS event, c.id AS id, c.modality AS modality, c.confidence AS confidence, c.source AS source,
       c.published AS published, c.predicate AS type, c.mode AS mode, c.quad AS quad, c.intensity AS intensity,
       c.date AS date, c.date_precision AS date_precision, c.place AS place, c.summit AS summit,
       [(c)-[:SUBJECT]->(n:Entity) | n.id] AS subjects, [(c)-[:OBJECT]->(n:Entity) | n.id] AS objects
