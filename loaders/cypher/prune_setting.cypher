UNWIND $events AS id
MATCH (e:Event {id: id})-[r:{type}]->(what:{end})
WHERE NOT e:Summit AND NOT EXISTS { MATCH (e)<-[:ABOUT]-(c:Claim) WHERE c.{said} = what.id }
DELETE r
