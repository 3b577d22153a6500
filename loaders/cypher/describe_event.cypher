// Of events only summits are described by documents.
UNWIND $rows AS row
MATCH (n:Event {id: row.id})
SET n.tally = row.tally, n.name = row.name, n.aliases = row.aliases, n.start = row.start, n.end = row.end,
    n.date = row.start, n.date_precision = row.precision
