// With which countries did Vietnam's people meet most?
MATCH (:Country {key: 'VN'})<-[:OF]-(:Person)-[e:MET_WITH]-(:Person)-[:OF]->(c:Country)
WHERE c.key <> 'VN'
RETURN c.key AS country, count(DISTINCT e.meeting) AS meetings
ORDER BY meetings DESC, country
