// id: quality.single_source
// title: Events on one source alone
// question: Which events that are said to have happened rest on a single source, the least sure first?
// params:
//   most_confidence: {type: float, default: 1.0, about: only those whose surest claim is no surer}
//   limit: {type: count, default: 200}
// returns:
//   confidence: float
//   date: date
//   type: string
//   who: strings
//   to_whom: strings
//   source: string
//   sentence: string
//   document: id
//   event: id
// mode: read
// since: 0.1.0

// Reads every event.
MATCH (e:Event)
WHERE e.sources = 1 AND e.actual > 0 AND e.confidence <= $most_confidence AND NOT e:Summit
WITH e ORDER BY e.confidence, e.id LIMIT $limit
MATCH (e)<-[:ABOUT]-(c:Claim {modality: 'actual'})-[:STATED_IN]->(passage:Passage)
WITH e, c, passage ORDER BY c.confidence DESC, c.id
WITH e, collect(c)[0] AS best, collect(passage)[0] AS passage
RETURN e.confidence AS confidence, e.date AS date, e.type AS type,
       COLLECT { MATCH (e)-[:ACTOR]->(who:Entity) RETURN who.name ORDER BY who.name } AS who,
       COLLECT { MATCH (e)-[:RECIPIENT]->(whom:Entity) RETURN whom.name ORDER BY whom.name } AS to_whom,
       best.source AS source, passage.text AS sentence, best.document AS document, e.id AS event
ORDER BY confidence, event
