// id: timeline.events
// title: Events of a type
// question: Which events of a PLOVER type do the texts report, and in which sentences?
// params:
//   type: {type: string, example: REJECT, about: "PLOVER type, as CONSULT or REJECT"}
//   mode: {type: string, default: null, about: "PLOVER mode, as visit"}
//   modality: {type: string, default: null, values: [actual, planned, hypothetical, negated]}
//   from_day: {type: day, default: null}
//   to_day: {type: day, default: null}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 500}
// returns:
//   date: date
//   mode: string
//   modality: string
//   who: strings
//   to_whom: strings
//   places: strings
//   claims: integer
//   sources: integer
//   confidence: float
//   sentences: strings
//   documents: strings
//   event: id
// mode: read
// since: 0.1.0

MATCH (e:Event {type: $type})
WHERE NOT e:Summit AND ($as_of IS NULL OR e.first_published <= $as_of)
  AND CASE $modality WHEN 'actual' THEN e.actual WHEN 'planned' THEN e.planned WHEN 'negated' THEN e.negated
                     WHEN 'hypothetical' THEN e.hypothetical ELSE 1 END > 0
WITH e,
     // As far as the date is a day, month or year; of weeks, seasons and quarters the year alone counts.
     CASE WHEN e.date =~ '\\d{4}-\\d{2}.*' THEN left(e.date, 10) ELSE left(e.date, 4) END AS day
WHERE ($from_day IS NULL OR day >= $from_day OR $from_day STARTS WITH day) AND ($to_day IS NULL OR day <= $to_day)
  AND ($mode IS NULL OR EXISTS { MATCH (e)<-[:ABOUT]-(x:Claim) WHERE x.mode = $mode })
WITH e ORDER BY e.date, e.id LIMIT $limit
MATCH (e)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(passage:Passage)
WHERE ($as_of IS NULL OR c.published <= $as_of) AND ($modality IS NULL OR c.modality = $modality)
  AND ($mode IS NULL OR c.mode = $mode)
WITH e, c, passage,
     CASE c.modality WHEN 'actual' THEN 0 WHEN 'negated' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END AS rank
ORDER BY rank, c.confidence DESC, c.published, c.id
WITH e, count(c) AS claims, count(DISTINCT c.source) AS sources, collect(c)[0] AS best,
     collect(DISTINCT passage.text) AS sentences, collect(DISTINCT c.document) AS documents
RETURN e.date AS date, best.mode AS mode, best.modality AS modality,
       COLLECT { MATCH (e)-[:ACTOR]->(who:Entity) RETURN who.name ORDER BY who.name } AS who,
       COLLECT { MATCH (e)-[:RECIPIENT]->(whom:Entity) RETURN whom.name ORDER BY whom.name } AS to_whom,
       COLLECT { MATCH (e)-[:HELD_IN]->(place:Entity) RETURN place.name ORDER BY place.name } AS places,
       claims, sources, best.confidence AS confidence, sentences, documents, e.id AS event
ORDER BY date, event
