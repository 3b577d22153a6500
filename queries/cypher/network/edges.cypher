// id: network.edges
// title: Edges of the network of actors
// question: Who did something to whom, how often, and how cooperative was it?
// params:
//   label: {type: string, default: null, values: [Person, Country, Organization], about: kind of both ends}
//   from_day: {type: day, default: null}
//   to_day: {type: day, default: null}
//   limit: {type: count, default: 1000}
// returns:
//   from_name: string
//   to_name: string
//   from_id: id
//   to_id: id
//   events: integer
//   cooperation: integer
//   conflict: integer
//   mean_intensity: float
//   first_date: date
//   last_date: date
//   sources: integer
// mode: read
// since: 0.1.0

// Reads every event.
MATCH (a:Entity)<-[:ACTOR]-(e:Event)-[:RECIPIENT]->(b:Entity)
WHERE e.actual > 0 AND a.id <> b.id AND ($label IS NULL OR ($label IN labels(a) AND $label IN labels(b)))
WITH a, b, e, CASE WHEN e.date =~ '\\d{4}-\\d{2}.*' THEN left(e.date, 10) ELSE left(e.date, 4) END AS day
WHERE ($from_day IS NULL OR day >= $from_day OR $from_day STARTS WITH day) AND ($to_day IS NULL OR day <= $to_day)
RETURN a.name AS from_name, b.name AS to_name, a.id AS from_id, b.id AS to_id, count(e) AS events,
       sum(CASE WHEN e.quad <= 2 THEN 1 ELSE 0 END) AS cooperation,
       sum(CASE WHEN e.quad >= 3 THEN 1 ELSE 0 END) AS conflict, round(avg(e.intensity), 2) AS mean_intensity,
       min(e.date) AS first_date, max(e.date) AS last_date, max(e.sources) AS sources
ORDER BY events DESC, from_id, to_id
LIMIT $limit
