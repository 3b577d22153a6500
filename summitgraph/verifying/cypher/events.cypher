UNWIND $ids AS id
MATCH (e:Event {id: id})
RETURN properties(e) AS event, e:Summit AS summit
