// id: operations.runs
// title: Run health
// question: What did each run of ingestion bring, and how many of its documents carry flags or gave no claim?
// params:
//   limit: {type: count, default: 50}
// returns:
//   run: id
//   started_at: string
//   documents: integer
//   flagged: integer
//   silent: integer
//   claims: integer
//   claims_per_document: float
//   mean_confidence: float
//   first_published: day
//   last_published: day
// mode: read
// since: 0.1.0

MATCH (r:Run)
WITH r ORDER BY r.started_at DESC, r.id LIMIT $limit
MATCH (r)<-[:LOADED_BY]-(d:Document)
OPTIONAL MATCH (d)<-[:IN]-(:Passage)<-[:STATED_IN]-(c:Claim)
WITH r, d, count(c) AS said, sum(c.confidence) AS sure
WITH r, count(d) AS documents, sum(CASE WHEN size(d.flags) > 0 THEN 1 ELSE 0 END) AS flagged,
     sum(CASE said WHEN 0 THEN 1 ELSE 0 END) AS silent, sum(said) AS claims, sum(sure) AS sure,
     min(d.published) AS first_published, max(d.published) AS last_published
RETURN r.id AS run, r.started_at AS started_at, documents, flagged, silent, claims,
       round(1.0 * claims / documents, 2) AS claims_per_document,
       CASE WHEN claims > 0 THEN round(sure / claims, 3) END AS mean_confidence, first_published, last_published
ORDER BY started_at DESC, run
