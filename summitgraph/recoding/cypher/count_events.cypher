UNWIND $keys AS key
MATCH (e:Event {id: key[0]})
RETURN key, e.claims AS support
