// id: actors.find
// title: Find by name
// question: Which person, country, body, place, agreement or summit has this name, and what is its id?
// params:
//   name: {type: string, example: Kim, about: a part of the name or of another form of it}
//   limit: {type: count, default: 50}
// returns:
//   id: id
//   name: string
//   label: string
//   country: string
//   aliases: strings
//   mentions: integer
// mode: read
// since: 0.1.0

CALL () {
  MATCH (n:Entity)
  RETURN n
  UNION ALL
  MATCH (n:Summit)
  RETURN n
}
WITH n
WHERE toLower(n.name) CONTAINS toLower($name) OR any(form IN n.aliases WHERE toLower(form) CONTAINS toLower($name))
OPTIONAL MATCH (home:Entity {id: n.country})
WITH n, home.name AS country, COUNT { MATCH (n)<-[:MENTIONS]-(:Passage)-[:IN]->(d:Document) WHERE d.id <> 'doc:authority' } AS mentions
RETURN n.id AS id, n.name AS name, [label IN labels(n) WHERE NOT label IN ['Entity', 'Event']][0] AS label, country,
       n.aliases AS aliases, mentions
ORDER BY mentions DESC, id
LIMIT $limit
