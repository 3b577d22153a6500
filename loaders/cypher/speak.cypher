// What stands beside the text at the least of its origins.
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
SET d.origins = row.origins, d.url = row.url, d.source = row.source, d.language = row.language
