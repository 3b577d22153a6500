// id: network.degree
// title: The most connected actors
// question: Which actors deal with the most others, by what happened?
// params:
//   label: {type: string, default: null, values: [Person, Country, Organization]}
//   from_day: {type: day, default: null}
//   to_day: {type: day, default: null}
//   as_of: {type: day, default: null, about: only what was reported as having happened by then}
//   limit: {type: count, default: 50}
// returns:
//   actor: string
//   actor_id: id
//   counterparts: integer
//   events: integer
//   as_actor: integer
//   as_recipient: integer
//   summits: integer
//   mean_intensity: float
// mode: read
// since: 0.1.0

// Reads every event.
MATCH (a:Person|Country|Organization)<-[r:ACTOR|RECIPIENT]-(e:Event)
WHERE e.actual > 0 AND ($label IS NULL OR $label IN labels(a))
WITH a, e, r, CASE WHEN e.date =~ '\\d{4}-\\d{2}.*' THEN left(e.date, 10) ELSE left(e.date, 4) END AS day
WHERE ($from_day IS NULL OR day >= $from_day OR $from_day STARTS WITH day) AND ($to_day IS NULL OR day <= $to_day)
      AND ($as_of IS NULL OR EXISTS { MATCH (e)<-[:ABOUT]-(c:Claim {modality: 'actual'}) WHERE c.published <= $as_of })
WITH a, e, collect(type(r)) AS roles
OPTIONAL MATCH (e)-[:ACTOR|RECIPIENT]->(b:Entity)
WHERE a.id <> b.id
WITH a, count(DISTINCT b.id) AS counterparts, collect(DISTINCT {id: e.id, roles: roles, intensity: e.intensity}) AS events
WITH a, counterparts, events, reduce(total = 0.0, each IN events | total + each.intensity) AS total
RETURN a.name AS actor, a.id AS actor_id, counterparts, size(events) AS events,
       size([each IN events WHERE 'ACTOR' IN each.roles]) AS as_actor,
       size([each IN events WHERE 'RECIPIENT' IN each.roles]) AS as_recipient,
       COUNT { MATCH (a)-[p:PARTICIPATED_IN]->(:Summit) WHERE $as_of IS NULL OR p.first_published <= $as_of } AS summits,
       round(total / size(events), 2) AS mean_intensity
ORDER BY counterparts DESC, events DESC, actor_id
LIMIT $limit
