// Which members of a party met people of other countries, and how often?
MATCH (:Party {key: 'vn/cpv'})<-[:MEMBER_OF]-(p:Person)-[e:MET_WITH]-(other:Person)
WHERE other.country <> p.country
RETURN p.name AS member, count(e) AS encounters, collect(DISTINCT other.country) AS countries
ORDER BY encounters DESC, member
