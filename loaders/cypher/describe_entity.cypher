UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
SET n.tally = row.tally, n.name = row.name, n.aliases = row.aliases, n.wikidata = row.wikidata
