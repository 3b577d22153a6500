// An event of which no claim speaks any more goes.
UNWIND $events AS id
MATCH (e:Event {id: id})
WHERE NOT e:Summit AND NOT EXISTS { MATCH (e)<-[:ABOUT]-(:Claim) }
DETACH DELETE e
