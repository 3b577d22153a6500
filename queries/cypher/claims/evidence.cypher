// id: claims.evidence
// title: Evidence of a relation
// question: Which sentences say that a relation holds between two, and which say that it does not?
// params:
//   subject: {type: id, example: "person:kim-jong-un"}
//   predicate: {type: string, example: LEADS, about: "relationship type, as LEADS or PARTICIPATED_IN"}
//   object: {type: id, example: "country:PRK"}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 500}
// returns:
//   modality: string
//   validity: string
//   according_to: string
//   words: string
//   sentence: string
//   title: string
//   source: string
//   published: day
//   document: id
//   start: integer
//   end: integer
//   rule: string
//   confidence: float
//   claim: id
// mode: read
// since: 0.1.0

MATCH (c:Claim {fact: $predicate + '|' + $subject + '|' + $object})-[:STATED_IN]->(passage:Passage)-[:IN]->(d:Document)
WHERE $as_of IS NULL OR c.published <= $as_of
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(speaker:Entity)
RETURN c.modality AS modality, c.validity AS validity, speaker.name AS according_to, c.text AS words,
       passage.text AS sentence, d.title AS title, c.source AS source, c.published AS published, d.id AS document,
       c.start AS start, c.end AS end, c.rule AS rule, c.confidence AS confidence, c.id AS claim
ORDER BY published, document, start, claim
LIMIT $limit
