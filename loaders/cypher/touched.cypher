// What a document's claims and descriptions bear on, before it goes.
MATCH (d:Document {id: $id})
RETURN [(d)<-[:IN]-(:Passage)<-[:STATED_IN]-(c:Claim) WHERE c.fact IS NOT NULL | c.fact] AS facts,
       [(d)<-[:IN]-(:Passage)<-[:STATED_IN]-(:Claim)-[:ABOUT]->(e:Event) | e.id] AS events,
       [(d)-[:DESCRIBES]->(n) | n.id] AS described,
       [(d)-[:LOADED_BY]->(r:Run) | r.id] AS runs,
       [(d)-[:FOUND_AT]->(o:Origin) | o.id] AS origins
