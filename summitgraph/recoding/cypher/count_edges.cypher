UNWIND $keys AS key
MATCH (a:{label} {id: key[0]})-[r:{type}]->(b {id: key[2]})
RETURN key, r.claims AS support
