// id: quality.flagged
// title: Documents with flags, and silent ones
// question: Which documents lack a date, carry another flag, or gave no claim?
// params:
//   limit: {type: count, default: 500}
// returns:
//   document: id
//   title: string
//   source: string
//   published: day
//   flags: strings
//   claims: integer
//   origins: strings
// mode: read
// since: 0.1.0

// Reads every document.
MATCH (d:Document)
WITH d, COUNT { (d)<-[:IN]-(:Passage)<-[:STATED_IN]-(:Claim) } AS claims
WHERE size(d.flags) > 0 OR claims = 0
RETURN d.id AS document, d.title AS title, d.source AS source, d.published AS published, d.flags AS flags, claims,
       d.origins AS origins
ORDER BY claims, document
LIMIT $limit
