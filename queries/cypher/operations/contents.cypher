// id: operations.contents
// title: Contents of the graph
// question: How many nodes of each label and relationships of each type are there?
// params: {}
// returns:
//   kind: string
//   name: string
//   number: integer
// mode: read
// since: 0.1.0

// Reads every node and relationship.
CALL () {
  MATCH (n)
  UNWIND labels(n) AS name
  RETURN 'label' AS kind, name, count(*) AS number
  UNION ALL
  MATCH ()-[r]->()
  RETURN 'relationship' AS kind, type(r) AS name, count(*) AS number
}
RETURN kind, name, number
ORDER BY kind, number DESC, name
