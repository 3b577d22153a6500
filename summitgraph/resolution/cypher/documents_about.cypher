MATCH (e:Event {id: $sought})<-[:ABOUT]-(c:Claim)
RETURN DISTINCT c.document AS id
