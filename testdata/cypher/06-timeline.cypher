// What happened between Vietnam and Russia in 2025? Meetings with people of both.
MATCH (:Country {key: 'VN'})<-[:OF]-(a:Person)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(b:Person)-[:OF]->(:Country {key: 'RU'})
WHERE m.last_day >= '2025-01-01' AND m.first_day <= '2025-12-31'
WITH m, collect(DISTINCT a.name) + collect(DISTINCT b.name) AS people
RETURN m.date AS date, m.status AS status, m.place AS place, people
ORDER BY m.newest_first DESC
