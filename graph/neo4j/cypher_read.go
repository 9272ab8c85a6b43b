package neo4j

// Every statement that reads for a caller. Values come as parameters only.
//
// Each returns one record: rows, and the marks from before and after (see the
// package comment). The last MATCH reads the node under another name, lest
// the planner reuse the value it has.
const (
	snapshot    = `MATCH (g:DiplographCommit {key: 'commit'}) WITH g.begun AS begun, g.ended AS ended CALL () { `
	endSnapshot = ` } MATCH (h:DiplographCommit {key: 'commit'}) RETURN rows, begun, ended, h.begun AS after`

	// A list per parent: for each i of $of its items and the length of the
	// whole, which is counted only when $count.
	eachParent = snapshot + `UNWIND range(0, size($of) - 1) AS i CALL (i) { `
	andTotal   = ` } CALL (i) { `
	endParent  = ` AND $count RETURN count(x) AS total } WITH i, items, total ORDER BY i RETURN collect([items, total]) AS rows` + endSnapshot

	// The page of a list in the order of newest_first. $after is where the
	// page starts; $from is where the list does.
	newestPage = ` AND x.newest_first > $after WITH x ORDER BY x.newest_first LIMIT $limit RETURN collect(`
	wholeList  = ` AND x.newest_first > $from`
	keyPage    = ` AND x.key > $after WITH x ORDER BY x.key LIMIT $limit RETURN collect(`
)

// Encounters. $always spares the look at two properties of each edge.
const (
	metOf = `MATCH (:Person {key: $of[i]})-[x:MET_WITH]-(o:Person) WHERE ($always OR x.last_day >= $since AND x.first_day <= $until)` +
		` AND ($with IS NULL OR o.key IN $with) AND ($country = '' OR o.country = $country) AND ($party = '' OR EXISTS { (o)-[:MEMBER_OF]->(:Party {key: $party}) })`
	metRow = `[x.newest_first, x.key, o.key, x.meeting, x.date, x.place, x.mode, x.reports]`

	cypherMetOf = eachParent + metOf + ` AND x.newest_first > $after WITH x, o ORDER BY x.newest_first LIMIT $limit RETURN collect(` + metRow + `) AS items` +
		andTotal + metOf + wholeList + endParent
)

// Events. An event matches by its first and last day.
const (
	inTime   = `x.last_day >= $since AND x.first_day <= $until`
	eventRow = `[x.newest_first, x.key, x.json]) AS items`

	meetingsWhere = ` WHERE ` + inTime + ` AND ($status = '' OR x.status = $status) AND ($mode = '' OR x.mode = $mode) AND ($country = '' OR EXISTS { MATCH (q:Person)-[:ATTENDED]->(x) WHERE q.country = $country })` +
		` AND ($and_country = '' OR EXISTS { MATCH (q:Person)-[:ATTENDED]->(x) WHERE q.country = $and_country }) AND ($party = '' OR EXISTS { (x)<-[:ATTENDED]-(:Person)-[:MEMBER_OF]->(:Party {key: $party}) })`
	meetingsOf         = `MATCH (:Person {key: $of[i]})-[:ATTENDED]->(x:Meeting)` + meetingsWhere
	meetingsByID       = `UNWIND $of[i] AS id MATCH (x:Meeting {key: id})` + meetingsWhere
	meetingsAll        = `MATCH (x:Meeting)` + meetingsWhere
	meetingsWithStatus = `MATCH (x:Meeting {status: $status})` + meetingsWhere

	cypherMeetingsOf         = eachParent + meetingsOf + newestPage + eventRow + andTotal + meetingsOf + wholeList + endParent
	cypherMeetingsByID       = eachParent + meetingsByID + newestPage + eventRow + andTotal + meetingsByID + wholeList + endParent
	cypherMeetingsAll        = eachParent + meetingsAll + newestPage + eventRow + andTotal + meetingsAll + wholeList + endParent
	cypherMeetingsWithStatus = eachParent + meetingsWithStatus + newestPage + eventRow + andTotal + meetingsWithStatus + wholeList + endParent

	delegationsWhere = ` WHERE ` + inTime + ` AND ($host = '' OR x.host = $host)` +
		` AND ($represents = '' OR EXISTS { (x)-[:REPRESENTS]->(:Country {key: $represents}) }) AND ($party = '' OR EXISTS { (x)-[:REPRESENTS]->(:Party {key: $party}) })`
	delegationsOf   = `MATCH (:Person {key: $of[i]})-[:LED_DELEGATION]->(x:Delegation)` + delegationsWhere
	delegationsByID = `UNWIND $of[i] AS id MATCH (x:Delegation {key: id})` + delegationsWhere
	delegationsAll  = `MATCH (x:Delegation)` + delegationsWhere
	delegationRow   = `[x.newest_first, x.key, x.json, [(x)-[:TOOK_PART_IN]->(m:Meeting) | m.key]]) AS items`

	cypherDelegationsOf   = eachParent + delegationsOf + newestPage + delegationRow + andTotal + delegationsOf + wholeList + endParent
	cypherDelegationsByID = eachParent + delegationsByID + newestPage + delegationRow + andTotal + delegationsByID + wholeList + endParent
	cypherDelegationsAll  = eachParent + delegationsAll + newestPage + delegationRow + andTotal + delegationsAll + wholeList + endParent

	agreementsOf   = `MATCH (a:Person|Country|Party|Organization {key: $of[i].id})-[:SIGNED]->(x:Agreement) WHERE $of[i].kind IN labels(a) AND ` + inTime
	agreementsByID = `UNWIND $of[i] AS id MATCH (x:Agreement {key: id}) WHERE ` + inTime
	agreementsAll  = `MATCH (x:Agreement) WHERE ` + inTime

	cypherAgreementsOf   = eachParent + agreementsOf + newestPage + eventRow + andTotal + agreementsOf + wholeList + endParent
	cypherAgreementsByID = eachParent + agreementsByID + newestPage + eventRow + andTotal + agreementsByID + wholeList + endParent
	cypherAgreementsAll  = eachParent + agreementsAll + newestPage + eventRow + andTotal + agreementsAll + wholeList + endParent
)

// Persons, groups and articles. These lists have one parent, $of = [null] or
// [ids].
const (
	keyRow   = `['', x.key, x.json]) AS items`
	fromKeys = ` AND x.key > ''`

	personsWhere    = ` WHERE ($country = '' OR x.country = $country) AND ($party = '' OR EXISTS { (x)-[:MEMBER_OF]->(:Party {key: $party}) })`
	personsAll      = `MATCH (x:Person)` + personsWhere
	personsByID     = `UNWIND $of[i] AS id MATCH (x:Person {key: id})` + personsWhere
	personsInOffice = `MATCH (:Country {key: $of_state})<-[e:HOLDS_OFFICE]-(x:Person)` + personsWhere + ` AND $office IN e.called WITH DISTINCT x WHERE true`
	personsOfParty  = `MATCH (:Party {key: $party})<-[:MEMBER_OF]-(x:Person) WHERE ($country = '' OR x.country = $country)`

	cypherPersonsAll      = eachParent + personsAll + keyPage + keyRow + andTotal + personsAll + fromKeys + endParent
	cypherPersonsByID     = eachParent + personsByID + keyPage + keyRow + andTotal + personsByID + fromKeys + endParent
	cypherPersonsInOffice = eachParent + personsInOffice + keyPage + keyRow + andTotal + personsInOffice + fromKeys + endParent
	cypherPersonsOfParty  = eachParent + personsOfParty + keyPage + keyRow + andTotal + personsOfParty + fromKeys + endParent
	// Search: candidates by the beginning of one word, ranked by the caller.
	cypherPersonsByWord = snapshot + `CALL db.index.fulltext.queryNodes('diplograph_person_words', $query) YIELD node AS x` + personsWhere + ` RETURN collect(['', x.key, x.json]) AS rows` + endSnapshot

	groupsWhere       = ` WHERE ($country = '' OR x.country = $country)`
	partiesAll        = `MATCH (x:Party)` + groupsWhere
	partiesByID       = `UNWIND $of[i] AS id MATCH (x:Party {key: id})` + groupsWhere
	countriesAll      = `MATCH (x:Country)` + groupsWhere
	countriesByID     = `UNWIND $of[i] AS id MATCH (x:Country {key: id})` + groupsWhere
	organizationsAll  = `MATCH (x:Organization)` + groupsWhere
	organizationsByID = `UNWIND $of[i] AS id MATCH (x:Organization {key: id})` + groupsWhere

	cypherPartiesAll        = eachParent + partiesAll + keyPage + keyRow + andTotal + partiesAll + fromKeys + endParent
	cypherPartiesByID       = eachParent + partiesByID + keyPage + keyRow + andTotal + partiesByID + fromKeys + endParent
	cypherCountriesAll      = eachParent + countriesAll + keyPage + keyRow + andTotal + countriesAll + fromKeys + endParent
	cypherCountriesByID     = eachParent + countriesByID + keyPage + keyRow + andTotal + countriesByID + fromKeys + endParent
	cypherOrganizationsAll  = eachParent + organizationsAll + keyPage + keyRow + andTotal + organizationsAll + fromKeys + endParent
	cypherOrganizationsByID = eachParent + organizationsByID + keyPage + keyRow + andTotal + organizationsByID + fromKeys + endParent
	cypherGroupsByWord      = snapshot + `CALL db.index.fulltext.queryNodes('diplograph_group_words', $query) YIELD node AS x` + groupsWhere + ` AND $kind IN labels(x) RETURN collect(['', x.key, x.json]) AS rows` + endSnapshot

	articleRow    = `[x.newest_first, x.key, x.json, x.text]) AS items`
	articleKeyRow = `['', x.key, x.json, x.text]) AS items`
	articlesAll   = `MATCH (x:Article) WHERE true`
	articlesByID  = `UNWIND $of[i] AS id MATCH (x:Article {key: id}) WHERE ($person = '' OR EXISTS { (x)-[:NAMES]->(:Person {key: $person}) })`
	articlesNamed = `MATCH (:Person {key: $person})<-[:NAMES]-(a:Article) WITH DISTINCT a AS x WHERE true`

	cypherArticlesAll   = eachParent + articlesAll + newestPage + articleRow + andTotal + articlesAll + wholeList + endParent
	cypherArticlesByID  = eachParent + articlesByID + keyPage + articleKeyRow + andTotal + articlesByID + fromKeys + endParent
	cypherArticlesNamed = eachParent + articlesNamed + newestPage + articleRow + andTotal + articlesNamed + wholeList + endParent
)

// The feed.
const (
	cypherLastArrival = snapshot + `MATCH (s:DiplographStore {key: 'store'}) RETURN [coalesce(s.arrived, 0)] AS rows` + endSnapshot
	cypherArrivals    = snapshot + `MATCH (x:DiplographArrival) WHERE x.key > $after WITH x ORDER BY x.key LIMIT $limit` +
		` RETURN collect([x.key, x.article, COLLECT { UNWIND x.claims AS claim CALL (claim) { MATCH (n)-[e:REPORTED_IN]->() WHERE e.key STARTS WITH claim RETURN n LIMIT 1 } RETURN DISTINCT n.key }]) AS rows` + endSnapshot
)

// Evidence, counts and exports. Counts come from the database's own counters.
const (
	proofRow       = `[f.key, a.key, e.quote, e.start, e.end, e.lang, e.rule, e.confidence]`
	cypherEvidence = snapshot + `UNWIND $ids AS id MATCH (f:Meeting|Delegation|Agreement {key: id})-[e:REPORTED_IN]->(a:Article) RETURN collect(` + proofRow + `) AS rows` + endSnapshot

	cypherReadBlocks  = snapshot + `UNWIND $keys AS key MATCH (b:DiplographBlock {key: key}) RETURN collect([key, b.data]) AS rows` + endSnapshot
	cypherReadReports = snapshot + `UNWIND $ids AS id MATCH (a:Article {key: id}) RETURN collect([a.json, a.text, a.report]) AS rows` + endSnapshot

	cypherPlaces = snapshot + `MATCH (x:Meeting) WHERE x.place IS NOT NULL WITH x.place AS place, count(*) AS meetings RETURN collect([place, meetings]) AS rows` + endSnapshot

	cypherStats = snapshot + `CALL () { MATCH (n:Article) RETURN count(n) AS articles } CALL () { MATCH (n:Person) RETURN count(n) AS persons }` +
		` CALL () { MATCH (n:Party) RETURN count(n) AS parties } CALL () { MATCH (n:Country) RETURN count(n) AS countries }` +
		` CALL () { MATCH (n:Organization) RETURN count(n) AS organizations } CALL () { MATCH (n:Meeting) RETURN count(n) AS meetings }` +
		` CALL () { MATCH ()-[e:MET_WITH]->() RETURN count(e) AS encounters } CALL () { MATCH (n:Delegation) RETURN count(n) AS delegations }` +
		` CALL () { MATCH (n:Agreement) RETURN count(n) AS agreements }` +
		` CALL () { MATCH (b:DiplographBlock) WHERE b.key STARTS WITH $crowded RETURN count(b) AS crowded }` +
		` RETURN [articles, persons, parties, countries, organizations, meetings, encounters, delegations, agreements, crowded] AS rows` + endSnapshot

	cypherOfficeProofs = snapshot + `UNWIND range(0, size($refs) - 1) AS i MATCH (:Person {key: $refs[i].person})<-[e:NAMES]-(:Article) WHERE e.offices IS NOT NULL` +
		` UNWIND e.offices AS said WITH i, said WHERE any(begin IN $refs[i].begins WHERE said STARTS WITH begin) RETURN collect([i, said]) AS rows` + endSnapshot

	// What was known on a day. Stores of earlier versions have articles without
	// since: they count as always known.
	cypherMoment = snapshot + `CALL () { MATCH (a:Article) WHERE coalesce(a.since, '') <= $day RETURN count(a) AS now }` +
		` CALL () { MATCH (p:DiplographPast) WHERE p.since <= $day AND p.until > $day RETURN count(p) AS past }` +
		` RETURN [now, past, EXISTS { MATCH (a:Article) WHERE a.since > $day }] AS rows` + endSnapshot
	cypherKnownOn = `CALL () { MATCH (a:Article) WHERE a.key > $after AND coalesce(a.since, '') <= $day RETURN a.key AS key, [a.json, a.text, a.report] AS row ORDER BY key LIMIT $limit` +
		` UNION ALL MATCH (p:DiplographPast) WHERE p.article > $after AND p.since <= $day AND p.until > $day RETURN p.article AS key, [p.json, p.text, p.report] AS row ORDER BY key LIMIT $limit }` +
		` RETURN key, row ORDER BY key LIMIT $limit`

	cypherExportMet           = `MATCH (a:Person)-[e:MET_WITH]->(b:Person) WHERE e.key > $after RETURN e.key AS key, [a.key, b.key, e.meeting, e.date, e.place, e.mode, e.reports] AS row ORDER BY e.key LIMIT $limit`
	cypherExportJudgements    = `MATCH (b:DiplographBlock {key: 'judgements'}) WHERE b.key > $after RETURN b.key AS key, [b.data] AS row ORDER BY key LIMIT $limit` // derive.JudgementsBlock
	cypherExportPersons       = `MATCH (x:Person) WHERE x.key > $after RETURN x.key AS key, [x.json] AS row ORDER BY x.key LIMIT $limit`
	cypherExportParties       = `MATCH (x:Party) WHERE x.key > $after RETURN x.key AS key, [x.json] AS row ORDER BY x.key LIMIT $limit`
	cypherExportCountries     = `MATCH (x:Country) WHERE x.key > $after RETURN x.key AS key, [x.json] AS row ORDER BY x.key LIMIT $limit`
	cypherExportOrganizations = `MATCH (x:Organization) WHERE x.key > $after RETURN x.key AS key, [x.json] AS row ORDER BY x.key LIMIT $limit`
	cypherExportMeetings      = `MATCH (x:Meeting) WHERE x.key > $after RETURN x.key AS key, [x.json, [(x)-[:REPORTED_IN]->(a:Article) | a.key]] AS row ORDER BY x.key LIMIT $limit`
	cypherExportAgreements    = `MATCH (x:Agreement) WHERE x.key > $after RETURN x.key AS key, [x.json] AS row ORDER BY x.key LIMIT $limit`
	cypherExportDelegations   = `MATCH (x:Delegation) WHERE x.key > $after RETURN x.key AS key, [x.json, [(x)-[:TOOK_PART_IN]->(m:Meeting) | m.key]] AS row ORDER BY x.key LIMIT $limit`
	cypherExportArticles      = `MATCH (x:Article) WHERE x.key > $after RETURN x.key AS key, [x.json, x.text, x.report, [(x)-[e:NAMES]->(p:Person) | [e.key, p.key]]] AS row ORDER BY x.key LIMIT $limit`

	cypherExportAgreementProofs  = `MATCH (f:Agreement) WHERE f.key > $after RETURN f.key AS key, [(f)-[e:REPORTED_IN]->(a:Article) | ` + proofRow + `] AS row ORDER BY f.key LIMIT $limit`
	cypherExportDelegationProofs = `MATCH (f:Delegation) WHERE f.key > $after RETURN f.key AS key, [(f)-[e:REPORTED_IN]->(a:Article) | ` + proofRow + `] AS row ORDER BY f.key LIMIT $limit`
	cypherExportMeetingProofs    = `MATCH (f:Meeting) WHERE f.key > $after RETURN f.key AS key, [(f)-[e:REPORTED_IN]->(a:Article) | ` + proofRow + `] AS row ORDER BY f.key LIMIT $limit`
)
