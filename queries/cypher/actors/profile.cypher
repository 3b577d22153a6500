// id: actors.profile
// title: Profile of an actor
// question: What holds of a person, country or body, in both directions, and in which sentence does it stand?
// params:
//   actor: {type: id, example: "person:kim-jong-un"}
//   as_of: {type: day, default: null, about: only what was published by then}
// returns:
//   subject: string
//   predicate: string
//   object: string
//   modality: string
//   validity: strings
//   claims: integer
//   sources: integer
//   confidence: float
//   sentence: string
//   source: string
//   published: day
//   document: id
// mode: read
// since: 0.1.0

MATCH (:Entity {id: $actor})<-[:SUBJECT|OBJECT]-(c:Claim {kind: 'relation'})
WHERE $as_of IS NULL OR c.published <= $as_of
MATCH (c)-[:SUBJECT]->(subject:Entity|Event)
MATCH (c)-[:OBJECT]->(object:Entity|Event)
MATCH (c)-[:STATED_IN]->(passage:Passage)
WITH c, subject, object, passage ORDER BY c.confidence DESC, c.published, c.id
WITH subject, c.predicate AS predicate, object, c.modality AS modality, count(c) AS claims,
     count(DISTINCT c.source) AS sources, max(c.confidence) AS confidence, collect(DISTINCT c.validity) AS validity,
     collect({sentence: passage.text, source: c.source, published: c.published, document: c.document})[0] AS best
RETURN subject.name AS subject, predicate, object.name AS object, modality, validity, claims, sources, confidence,
       best.sentence AS sentence, best.source AS source, best.published AS published, best.document AS document
ORDER BY predicate, subject, object, modality
