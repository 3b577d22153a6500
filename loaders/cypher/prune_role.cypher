UNWIND $events AS id
MATCH (e:Event {id: id})-[r:{type}]->(who:Entity)
WHERE NOT EXISTS { MATCH (e)<-[:ABOUT]-(:Claim)-[:{said}]->(who) }
DELETE r
