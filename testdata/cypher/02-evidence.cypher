// Who says that Tô Lâm and Vladimir Poutine met? The sentences, with their articles.
MATCH (:Person {name: 'Tô Lâm'})-[e:MET_WITH]-(:Person {name: 'Vladimir Poutine'})
MATCH (m:Meeting {key: e.meeting})-[r:REPORTED_IN]->(a:Article)
RETURN m.date AS date, a.title AS article, r.quote AS quote, r.rule AS rule, r.confidence AS confidence
ORDER BY date DESC, article, r.start
