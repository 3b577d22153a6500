MATCH (:Document {id: $id})<-[:IN]-(p:Passage)
DETACH DELETE p
