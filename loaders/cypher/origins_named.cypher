// A path or URL as it was given, the rows of a corpus by the path of its file, and the address that a page gives itself.
CALL () {
  MATCH (o:Origin {at: $name}) RETURN o.at AS origin
  UNION
  MATCH (o:Origin) WHERE o.at STARTS WITH $rows RETURN o.at AS origin
  UNION
  MATCH (:Document {url: $name})-[f:FOUND_AT]->(o:Origin) WHERE f.url = $name RETURN o.at AS origin
}
RETURN DISTINCT origin ORDER BY origin
