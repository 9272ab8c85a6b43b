// Who has Tô Lâm met, when and where? Newest first.
MATCH (p:Person {name: 'Tô Lâm'})-[e:MET_WITH]-(other:Person)
RETURN other.name AS met, other.country AS country, e.date AS date, e.place AS place
ORDER BY e.newest_first
LIMIT 50
