// id: actors.met
// title: Whom a person met
// question: Whom did a person meet, when, where and at which summit, and in which sentence does it stand?
// params:
//   person: {type: id, example: "person:kim-jong-un"}
//   as_of: {type: day, default: null, about: only what was published by then}
// returns:
//   met: string
//   met_id: id
//   date: date
//   places: strings
//   summit: string
//   claims: integer
//   sources: integer
//   confidence: float
//   sentence: string
//   source: string
//   published: day
//   document: id
// mode: read
// since: 0.1.0

MATCH (a:Entity:Person {id: $person})
CALL (a) {
  // Talks on the phone are no meeting; what is planned has not happened.
  MATCH (a)<-[:ACTOR|RECIPIENT]-(e:Event {type: 'CONSULT'})-[:ACTOR|RECIPIENT]->(b:Person)
  WHERE a.id <> b.id
  MATCH (e)<-[:ABOUT]-(c:Claim)
  WHERE c.modality = 'actual' AND coalesce(c.mode, '') <> 'phone'
  OPTIONAL MATCH (e)-[:PART_OF]->(s:Summit)
  RETURN DISTINCT b, c, coalesce(s, e) AS meeting
  UNION
  MATCH (a)-[:PARTICIPATED_IN]->(s:Summit)<-[:PARTICIPATED_IN]-(b:Person)
  WHERE a.id <> b.id
    AND EXISTS { MATCH (s)<-[:ABOUT]-(x:Claim) WHERE x.modality = 'actual' AND ($as_of IS NULL OR x.published <= $as_of) }
  MATCH (s)<-[:OBJECT]-(c:Claim {predicate: 'PARTICIPATED_IN', modality: 'actual'})-[:SUBJECT]->(b)
  RETURN DISTINCT b, c, s AS meeting
}
WITH b, c, meeting
WHERE $as_of IS NULL OR c.published <= $as_of
MATCH (c)-[:STATED_IN]->(passage:Passage)
WITH b, c, meeting, passage ORDER BY c.kind, c.confidence DESC, c.published, c.id
WITH b, meeting, count(c) AS claims, count(DISTINCT c.source) AS sources, max(c.confidence) AS confidence,
     collect({sentence: passage.text, source: c.source, published: c.published, document: c.document})[0] AS best
// A summit's first day, as far as it was known.
OPTIONAL MATCH (meeting)<-[said:DESCRIBES]-(d:Document)
WHERE $as_of IS NULL OR d.published <= $as_of
WITH b, meeting, claims, sources, confidence, best, min(said.start) AS first_day
RETURN b.name AS met, b.id AS met_id, CASE WHEN meeting:Summit THEN first_day ELSE meeting.date END AS date,
       COLLECT {
         MATCH (meeting)-[held:HELD_IN]->(place:Entity)
         WHERE $as_of IS NULL OR held.first_published <= $as_of
         RETURN place.name ORDER BY place.name
       } AS places,
       CASE WHEN meeting:Summit THEN meeting.name END AS summit, claims, sources, confidence,
       best.sentence AS sentence, best.source AS source, best.published AS published, best.document AS document
ORDER BY date, met_id, meeting.id
