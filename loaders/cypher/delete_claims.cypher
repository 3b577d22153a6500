MATCH (:Document {id: $id})<-[:IN]-(:Passage)<-[:STATED_IN]-(c:Claim)
DETACH DELETE c
