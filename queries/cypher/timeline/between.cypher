// id: timeline.between
// title: What happened between two days
// question: What happened from one day to another, as far as texts date it to the day?
// params:
//   from_day: {type: day, example: 2019-02-27}
//   to_day: {type: day, example: 2019-02-28}
//   least_confidence: {type: float, default: 0.0}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 500}
// returns:
//   date: date
//   type: string
//   mode: string
//   intensity: float
//   who: strings
//   to_whom: strings
//   summit: string
//   claims: integer
//   sources: integer
//   confidence: float
//   sentence: string
//   document: id
//   event: id
// mode: read
// since: 0.1.0

MATCH (e:Event)
WHERE e.date >= $from_day AND e.date <= $to_day AND e.date_precision = 'day' AND e.actual > 0 AND NOT e:Summit
MATCH (e)<-[:ABOUT]-(c:Claim {modality: 'actual'})-[:STATED_IN]->(passage:Passage)
WHERE c.confidence >= $least_confidence AND ($as_of IS NULL OR c.published <= $as_of)
WITH e, c, passage ORDER BY c.confidence DESC, c.published, c.id
WITH e, count(c) AS claims, count(DISTINCT c.source) AS sources, collect(c)[0] AS best, collect(passage)[0] AS passage
OPTIONAL MATCH (e)-[:PART_OF]->(s:Summit)
WITH e, claims, sources, best, passage, min(s.name) AS summit
RETURN e.date AS date, best.predicate AS type, best.mode AS mode, best.intensity AS intensity,
       COLLECT { MATCH (e)-[:ACTOR]->(who:Entity) RETURN who.name ORDER BY who.name } AS who,
       COLLECT { MATCH (e)-[:RECIPIENT]->(whom:Entity) RETURN whom.name ORDER BY whom.name } AS to_whom,
       summit, claims, sources, best.confidence AS confidence, passage.text AS sentence, best.document AS document,
       e.id AS event
ORDER BY date, type, event
LIMIT $limit
