// Which meetings were planned and never reported held?
MATCH (m:Meeting {status: 'planned'})<-[:ATTENDED]-(p:Person)
WITH m, collect(p.name) AS people
RETURN m.date AS date, m.place AS place, people
ORDER BY m.newest_first
