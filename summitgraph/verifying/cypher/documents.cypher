// Documents with their own properties and what they say of individuals.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN properties(d) AS document,
       [(d)-[said:DESCRIBES]->(n) | {node: n.id, said: properties(said)}] AS described,
       [(d)-[alike:COPY_OF]-(other:Document) | {id: other.id, text: other.text, similarity: alike.similarity}] AS copies,
       [(d)-[found:FOUND_AT]->(o:Origin) |
        {at: o.at, url: found.url, source: found.source, language: found.language}] AS readings
