// id: network.path
// title: Path between two actors
// question: By which shortest chain of meetings, acts, summits and ties are two actors linked, and in which sentences does each link stand?
// params:
//   first: {type: id, example: "person:moon-jae-in"}
//   second: {type: id, example: "person:donald-trump"}
// returns:
//   step: integer
//   from_name: string
//   link: string
//   to_name: string
//   acting: string
//   from_id: id
//   to_id: id
//   date: date
//   modality: string
//   sentence: string
//   source: string
//   published: day
//   document: id
// mode: read
// since: 0.1.0

MATCH (a:Entity {id: $first}), (b:Entity {id: $second})
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[:ACTOR|RECIPIENT|PARTICIPATED_IN|LEADS|ADVISES|AFFILIATED_WITH|ALLIED_WITH|SANCTIONS*..10]-(b))
// Of equally short chains the one is shown that leans least on what is only expected, then most on meetings.
WITH p, size([n IN nodes(p) WHERE n:Event AND n.modality <> 'actual']) AS expected,
     size([n IN nodes(p) WHERE n:Event AND n.type = 'CONSULT']) AS meetings,
     reduce(key = '', n IN nodes(p) | key + n.id + ' ') AS key
ORDER BY expected, meetings DESC, key LIMIT 1
UNWIND [i IN range(0, length(p) - 1) WHERE NOT nodes(p)[i]:Event] AS i
WITH i, nodes(p)[i] AS x, relationships(p)[i] AS r, nodes(p)[i + 1] AS n,
     CASE WHEN nodes(p)[i + 1]:Event THEN nodes(p)[i + 2] ELSE nodes(p)[i + 1] END AS y
// A tie rests on the claims of its fact, an act or a summit on those about it. At a summit nobody acts on the other.
CALL (r, n) {
  MATCH (c:Claim {fact: r.fact, modality: 'actual'})
  WHERE NOT n:Event
  RETURN c
  UNION
  MATCH (n)<-[:ABOUT]-(c:Claim {modality: n.modality})
  RETURN c
}
MATCH (c)-[:STATED_IN]->(passage:Passage)
WITH i, x, r, n, y, c, passage ORDER BY c.confidence DESC, c.published, c.id
WITH i, x, r, n, y, collect(c)[0] AS best, collect(passage)[0] AS passage ORDER BY i
WITH collect({x: x, y: y, link: CASE WHEN n:Summit THEN n.name WHEN n:Event THEN n.type ELSE type(r) END,
              acting: CASE WHEN n:Summit THEN null
                           WHEN type(r) = 'ACTOR' OR (NOT n:Event AND startNode(r).id = x.id) THEN x.name ELSE y.name END,
              date: CASE WHEN n:Event THEN n.date END, best: best, sentence: passage.text}) AS links
UNWIND range(0, size(links) - 1) AS i
WITH i + 1 AS step, links[i] AS each
RETURN step, each.x.name AS from_name, each.link AS link, each.y.name AS to_name, each.acting AS acting,
       each.x.id AS from_id, each.y.id AS to_id, each.date AS date, each.best.modality AS modality, each.sentence AS sentence,
       each.best.source AS source, each.best.published AS published, each.best.document AS document
ORDER BY step
