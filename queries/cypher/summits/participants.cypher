// id: summits.participants
// title: Participants of a summit
// question: Who took part in a summit, and how well is that supported?
// params:
//   summit: {type: id, example: "summit:2018-singapore"}
//   as_of: {type: day, default: null, about: only what was published by then}
// returns:
//   participant: string
//   participant_id: id
//   claims: integer
//   sources: integer
//   confidence: float
//   first_published: day
//   sentence: string
//   document: id
// mode: read
// since: 0.1.0

MATCH (:Event:Summit {id: $summit})<-[:OBJECT]-(c:Claim {predicate: 'PARTICIPATED_IN'})-[:SUBJECT]->(who:Entity)
WHERE c.modality = 'actual' AND ($as_of IS NULL OR c.published <= $as_of)
MATCH (c)-[:STATED_IN]->(passage:Passage)
WITH who, c, passage ORDER BY c.confidence DESC, c.published, c.id
WITH who, count(c) AS claims, count(DISTINCT c.source) AS sources, max(c.confidence) AS confidence,
     min(c.published) AS first_published, collect({sentence: passage.text, document: c.document})[0] AS best
RETURN who.name AS participant, who.id AS participant_id, claims, sources, confidence, first_published,
       best.sentence AS sentence, best.document AS document
ORDER BY sources DESC, claims DESC, participant_id
