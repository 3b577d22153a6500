// id: claims.speakers
// title: Who is quoted
// question: Whose word do the texts give, how often, and about how many acts that they deny?
// params:
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 100}
// returns:
//   speaker: string
//   speaker_id: id
//   claims: integer
//   denials: integer
//   expectations: integer
//   sources: integer
//   first_published: day
//   last_published: day
// mode: read
// since: 0.1.0

MATCH (speaker:Entity)<-[:ATTRIBUTED_TO]-(c:Claim)
WHERE $as_of IS NULL OR c.published <= $as_of
RETURN speaker.name AS speaker, speaker.id AS speaker_id, count(c) AS claims,
       sum(CASE c.modality WHEN 'negated' THEN 1 ELSE 0 END) AS denials,
       sum(CASE WHEN c.modality IN ['planned', 'hypothetical'] THEN 1 ELSE 0 END) AS expectations,
       count(DISTINCT c.source) AS sources, min(c.published) AS first_published, max(c.published) AS last_published
ORDER BY claims DESC, speaker_id
LIMIT $limit
