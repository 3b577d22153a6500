// What a document bears on: the events of its claims and the individuals that it describes.
MATCH (d:Document {id: $id})
RETURN [(d)<-[:IN]-(:Passage)<-[:STATED_IN]-(:Claim)-[:ABOUT]->(e:Event) | e.id] AS events,
       [(d)-[:DESCRIBES]->(n) | n.id] AS described
