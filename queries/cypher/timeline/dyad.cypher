// id: timeline.dyad
// title: Timeline of a dyad
// question: What did two countries, bodies or persons do to each other, day by day, on the conflict-cooperation scale?
// params:
//   first: {type: id, example: "country:USA"}
//   second: {type: id, example: "country:PRK"}
//   members: {type: boolean, default: true, about: whether persons and bodies of a country act for it}
//   modality: {type: string, default: null, values: [actual, planned, hypothetical, negated]}
//   from_day: {type: day, default: null}
//   to_day: {type: day, default: null}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 500}
// returns:
//   date: date
//   type: string
//   mode: string
//   quad: integer
//   intensity: float
//   modality: string
//   who: strings
//   to_whom: strings
//   claims: integer
//   sources: integer
//   confidence: float
//   sentence: string
//   source: string
//   published: day
//   document: id
//   event: id
// mode: read
// since: 0.1.0

CALL () {
  MATCH (a:Entity {id: $first}) RETURN a
  UNION
  MATCH (a:Person {country: $first}) WHERE $members RETURN a
  UNION
  MATCH (a:Organization {country: $first}) WHERE $members RETURN a
  UNION
  MATCH (a:Entity)-[:LEADS|AFFILIATED_WITH]->(:Entity {id: $first}) WHERE $members RETURN a
}
WITH collect(a.id) AS firsts
CALL () {
  MATCH (b:Entity {id: $second}) RETURN b
  UNION
  MATCH (b:Person {country: $second}) WHERE $members RETURN b
  UNION
  MATCH (b:Organization {country: $second}) WHERE $members RETURN b
  UNION
  MATCH (b:Entity)-[:LEADS|AFFILIATED_WITH]->(:Entity {id: $second}) WHERE $members RETURN b
}
WITH firsts, collect(b.id) AS seconds
UNWIND firsts AS id
MATCH (a:Entity {id: id})<-[x:ACTOR|RECIPIENT]-(e:Event)-[y:ACTOR|RECIPIENT]->(b:Entity)
WHERE a.id <> b.id AND b.id IN seconds AND (type(x) = 'ACTOR' OR type(y) = 'ACTOR')
WITH DISTINCT e
MATCH (e)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(passage:Passage)
WHERE ($as_of IS NULL OR c.published <= $as_of) AND ($modality IS NULL OR c.modality = $modality)
WITH e, c, passage,
     CASE c.modality WHEN 'actual' THEN 0 WHEN 'negated' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END AS rank,
     // As far as the date is a day, month or year; of weeks, seasons and quarters the year alone counts.
     CASE WHEN c.date =~ '\\d{4}-\\d{2}.*' THEN left(c.date, 10) ELSE left(c.date, 4) END AS day
WHERE ($from_day IS NULL OR day >= $from_day OR $from_day STARTS WITH day) AND ($to_day IS NULL OR day <= $to_day)
WITH e, c, passage ORDER BY rank, c.confidence DESC, c.published, c.id
WITH e, count(c) AS claims, count(DISTINCT c.source) AS sources, collect(c)[0] AS best, collect(passage)[0] AS passage
RETURN best.date AS date, best.predicate AS type, best.mode AS mode, best.quad AS quad, best.intensity AS intensity,
       best.modality AS modality,
       COLLECT { MATCH (e)-[:ACTOR]->(who:Entity) RETURN who.name ORDER BY who.name } AS who,
       COLLECT { MATCH (e)-[:RECIPIENT]->(whom:Entity) RETURN whom.name ORDER BY whom.name } AS to_whom,
       claims, sources, best.confidence AS confidence, passage.text AS sentence, best.source AS source,
       best.published AS published, best.document AS document, e.id AS event
ORDER BY date, type, event
LIMIT $limit
