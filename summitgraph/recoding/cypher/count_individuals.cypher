UNWIND $keys AS key
MATCH (n:{label} {id: key[0]})
RETURN key, COUNT { MATCH (n)<-[:DESCRIBES]-(:Document) } AS support
