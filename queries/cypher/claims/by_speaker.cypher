// id: claims.by_speaker
// title: Claims of a speaker
// question: What does a speaker say that others or the speaker did, by the texts' account?
// params:
//   speaker: {type: id, example: "person:donald-trump"}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 500}
// returns:
//   published: day
//   says: string
//   who: string
//   to_whom: string
//   modality: string
//   date: date
//   confidence: float
//   sentence: string
//   source: string
//   document: id
//   claim: id
// mode: read
// since: 0.1.0

MATCH (:Entity {id: $speaker})<-[:ATTRIBUTED_TO]-(c:Claim)-[:STATED_IN]->(passage:Passage)
WHERE $as_of IS NULL OR c.published <= $as_of
OPTIONAL MATCH (c)-[:SUBJECT]->(who:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(whom:Entity|Event)
RETURN c.published AS published, c.predicate AS says, who.name AS who, whom.name AS to_whom, c.modality AS modality,
       c.date AS date, c.confidence AS confidence, passage.text AS sentence, c.source AS source,
       c.document AS document, c.id AS claim
ORDER BY published, document, c.start, claim
LIMIT $limit
