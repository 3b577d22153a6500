// Documents as they were read.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.text AS text, d.origins AS origins, d.title AS title, d.published AS published, d.url AS url,
       d.source AS source, d.language AS language
