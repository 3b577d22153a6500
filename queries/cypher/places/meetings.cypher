// id: places.meetings
// title: Meetings in a place
// question: Who met in a place, or in a place that lies in it, and when?
// params:
//   place: {type: id, example: "place:hanoi", about: a place or a country}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 500}
// returns:
//   date: date
//   place: string
//   meeting: string
//   who: strings
//   modality: string
//   claims: integer
//   sources: integer
//   sentence: string
//   source: string
//   document: id
//   event: id
// mode: read
// since: 0.1.0

CALL () {
  MATCH (p:Entity {id: $place}) RETURN p
  UNION
  MATCH (p:Place {country: $place}) RETURN p
  UNION
  MATCH (p:Place)-[:LOCATED_IN*1..3]->(:Entity {id: $place}) RETURN p
}
MATCH (p)<-[held:HELD_IN]-(e:Event {type: 'CONSULT'})
WHERE $as_of IS NULL OR held.first_published <= $as_of
MATCH (e)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(passage:Passage)
WHERE $as_of IS NULL OR c.published <= $as_of
WITH p, e, c, passage,
     CASE c.modality WHEN 'actual' THEN 0 WHEN 'negated' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END AS rank
ORDER BY rank, c.confidence DESC, c.published, c.id
WITH p, e, count(c) AS claims, count(DISTINCT c.source) AS sources, collect(c)[0] AS best, collect(passage)[0] AS passage
RETURN coalesce(e.start, best.date) AS date, p.name AS place,
       coalesce(e.name, best.predicate + coalesce(' (' + best.mode + ')', '')) AS meeting,
       COLLECT { MATCH (e)-[:ACTOR|RECIPIENT]->(who:Entity) RETURN DISTINCT who.name AS name ORDER BY name }
         + COLLECT {
           MATCH (e)<-[part:PARTICIPATED_IN]-(who:Entity)
           WHERE $as_of IS NULL OR part.first_published <= $as_of
           RETURN who.name ORDER BY who.name
         } AS who,
       best.modality AS modality, claims, sources, passage.text AS sentence, best.source AS source,
       best.document AS document, e.id AS event
ORDER BY date, event, place
LIMIT $limit
