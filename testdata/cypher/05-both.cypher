// Whom have both met?
MATCH (:Person {name: 'Tô Lâm'})-[:MET_WITH]-(common:Person)-[:MET_WITH]-(:Person {name: 'Emmanuel Macron'})
RETURN DISTINCT common.name AS met_both
ORDER BY met_both
