// What joins a document as its copies, and who published it when.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.published AS published, d.source AS source,
       [(d)-[:COPY_OF]-(other:Document) | other.id] AS copies
