// id: agreements.sanctions
// title: Sanctions in force
// question: Who keeps sanctions on whom by the texts, and which acts imposed, kept or eased them?
// params:
//   target: {type: id, default: null}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 200}
// returns:
//   imposed_by: string
//   target: string
//   imposed_by_id: id
//   target_id: id
//   claims: integer
//   sources: integer
//   first_published: day
//   last_published: day
//   acts: strings
//   sentence: string
//   document: id
// mode: read
// since: 0.1.0

MATCH (who:Entity)-[r:SANCTIONS]->(target:Entity)
WHERE $target IS NULL OR target.id = $target
// The embedded engine finds claims by the fact only once it is a value of its own.
WITH who, target, r.fact AS fact
MATCH (c:Claim {fact: fact, modality: 'actual'})
WHERE $as_of IS NULL OR c.published <= $as_of
MATCH (c)-[:STATED_IN]->(passage:Passage)
WITH who, target, c, passage ORDER BY c.published DESC, c.confidence DESC, c.id
WITH who, target, count(c) AS claims, count(DISTINCT c.source) AS sources, min(c.published) AS first_published,
     max(c.published) AS last_published, collect({sentence: passage.text, document: c.document})[0] AS best
RETURN who.name AS imposed_by, target.name AS target, who.id AS imposed_by_id, target.id AS target_id, claims, sources,
       first_published, last_published,
       COLLECT {
         MATCH (who)<-[:ACTOR]-(e:Event)-[:RECIPIENT]->(target)
         WHERE e.type IN ['SANCTION', 'CONCEDE', 'RETREAT'] AND e.actual > 0
           AND ($as_of IS NULL OR e.first_published <= $as_of)
         RETURN coalesce(e.date + ' ', '') + e.type + coalesce(' (' + e.mode + ')', '') AS act ORDER BY e.date, e.id
       } AS acts,
       best.sentence AS sentence, best.document AS document
ORDER BY target_id, imposed_by_id
LIMIT $limit
