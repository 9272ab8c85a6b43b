package neo4j

// Every statement that writes. Values come as parameters only; $rows and $keys
// are lists of at most batchRows items.

// Schema. Each statement may run any number of times.
const (
	cypherPersonKey       = `CREATE CONSTRAINT diplograph_person IF NOT EXISTS FOR (n:Person) REQUIRE n.key IS UNIQUE`
	cypherPartyKey        = `CREATE CONSTRAINT diplograph_party IF NOT EXISTS FOR (n:Party) REQUIRE n.key IS UNIQUE`
	cypherCountryKey      = `CREATE CONSTRAINT diplograph_country IF NOT EXISTS FOR (n:Country) REQUIRE n.key IS UNIQUE`
	cypherOrganizationKey = `CREATE CONSTRAINT diplograph_organization IF NOT EXISTS FOR (n:Organization) REQUIRE n.key IS UNIQUE`
	cypherMeetingKey      = `CREATE CONSTRAINT diplograph_meeting IF NOT EXISTS FOR (n:Meeting) REQUIRE n.key IS UNIQUE`
	cypherDelegationKey   = `CREATE CONSTRAINT diplograph_delegation IF NOT EXISTS FOR (n:Delegation) REQUIRE n.key IS UNIQUE`
	cypherAgreementKey    = `CREATE CONSTRAINT diplograph_agreement IF NOT EXISTS FOR (n:Agreement) REQUIRE n.key IS UNIQUE`
	cypherArticleKey      = `CREATE CONSTRAINT diplograph_article IF NOT EXISTS FOR (n:Article) REQUIRE n.key IS UNIQUE`
	cypherBlockKey        = `CREATE CONSTRAINT diplograph_block IF NOT EXISTS FOR (n:DiplographBlock) REQUIRE n.key IS UNIQUE`
	cypherArrivalKey      = `CREATE CONSTRAINT diplograph_arrival IF NOT EXISTS FOR (n:DiplographArrival) REQUIRE n.key IS UNIQUE`
	cypherPastKey         = `CREATE CONSTRAINT diplograph_past IF NOT EXISTS FOR (n:DiplographPast) REQUIRE n.key IS UNIQUE`
	cypherStoreKey        = `CREATE CONSTRAINT diplograph_store IF NOT EXISTS FOR (n:DiplographStore) REQUIRE n.key IS UNIQUE`
	cypherCommitKey       = `CREATE CONSTRAINT diplograph_commit IF NOT EXISTS FOR (n:DiplographCommit) REQUIRE n.key IS UNIQUE`

	cypherMetWithKey    = `CREATE CONSTRAINT diplograph_met_with IF NOT EXISTS FOR ()-[e:MET_WITH]-() REQUIRE e.key IS UNIQUE`
	cypherAttendedKey   = `CREATE CONSTRAINT diplograph_attended IF NOT EXISTS FOR ()-[e:ATTENDED]-() REQUIRE e.key IS UNIQUE`
	cypherHeldInKey     = `CREATE CONSTRAINT diplograph_held_in IF NOT EXISTS FOR ()-[e:HELD_IN]-() REQUIRE e.key IS UNIQUE`
	cypherLedKey        = `CREATE CONSTRAINT diplograph_led_delegation IF NOT EXISTS FOR ()-[e:LED_DELEGATION]-() REQUIRE e.key IS UNIQUE`
	cypherJoinedKey     = `CREATE CONSTRAINT diplograph_joined_delegation IF NOT EXISTS FOR ()-[e:JOINED_DELEGATION]-() REQUIRE e.key IS UNIQUE`
	cypherRepresentsKey = `CREATE CONSTRAINT diplograph_represents IF NOT EXISTS FOR ()-[e:REPRESENTS]-() REQUIRE e.key IS UNIQUE`
	cypherVisitedKey    = `CREATE CONSTRAINT diplograph_visited IF NOT EXISTS FOR ()-[e:VISITED]-() REQUIRE e.key IS UNIQUE`
	cypherTookPartKey   = `CREATE CONSTRAINT diplograph_took_part_in IF NOT EXISTS FOR ()-[e:TOOK_PART_IN]-() REQUIRE e.key IS UNIQUE`
	cypherSignedKey     = `CREATE CONSTRAINT diplograph_signed IF NOT EXISTS FOR ()-[e:SIGNED]-() REQUIRE e.key IS UNIQUE`
	cypherOfficeKey     = `CREATE CONSTRAINT diplograph_holds_office IF NOT EXISTS FOR ()-[e:HOLDS_OFFICE]-() REQUIRE e.key IS UNIQUE`
	cypherMemberKey     = `CREATE CONSTRAINT diplograph_member_of IF NOT EXISTS FOR ()-[e:MEMBER_OF]-() REQUIRE e.key IS UNIQUE`
	cypherSpeaksKey     = `CREATE CONSTRAINT diplograph_speaks_for IF NOT EXISTS FOR ()-[e:SPEAKS_FOR]-() REQUIRE e.key IS UNIQUE`
	cypherOfKey         = `CREATE CONSTRAINT diplograph_of IF NOT EXISTS FOR ()-[e:OF]-() REQUIRE e.key IS UNIQUE`
	cypherNamesKey      = `CREATE CONSTRAINT diplograph_names IF NOT EXISTS FOR ()-[e:NAMES]-() REQUIRE e.key IS UNIQUE`
	cypherReportedKey   = `CREATE CONSTRAINT diplograph_reported_in IF NOT EXISTS FOR ()-[e:REPORTED_IN]-() REQUIRE e.key IS UNIQUE`

	cypherMeetingOrder    = `CREATE INDEX diplograph_meeting_order IF NOT EXISTS FOR (n:Meeting) ON (n.newest_first)`
	cypherMeetingStatus   = `CREATE INDEX diplograph_meeting_status IF NOT EXISTS FOR (n:Meeting) ON (n.status, n.newest_first)`
	cypherDelegationOrder = `CREATE INDEX diplograph_delegation_order IF NOT EXISTS FOR (n:Delegation) ON (n.newest_first)`
	cypherAgreementOrder  = `CREATE INDEX diplograph_agreement_order IF NOT EXISTS FOR (n:Agreement) ON (n.newest_first)`
	cypherArticleOrder    = `CREATE INDEX diplograph_article_order IF NOT EXISTS FOR (n:Article) ON (n.newest_first)`
	cypherPastOrder       = `CREATE INDEX diplograph_past_article IF NOT EXISTS FOR (n:DiplographPast) ON (n.article)`
	// The words are folded by us; the analyzer must leave them alone.
	cypherPersonWords = "CREATE FULLTEXT INDEX diplograph_person_words IF NOT EXISTS FOR (n:Person) ON EACH [n.words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"
	cypherGroupWords  = "CREATE FULLTEXT INDEX diplograph_group_words IF NOT EXISTS FOR (n:Party|Country|Organization) ON EACH [n.words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"

	cypherAwaitIndexes = `CALL db.awaitIndexes($seconds)`
)

// schemaStatements makes every constraint and index.
func schemaStatements() []string {
	return []string{
		cypherPersonKey, cypherPartyKey, cypherCountryKey, cypherOrganizationKey,
		cypherMeetingKey, cypherDelegationKey, cypherAgreementKey, cypherArticleKey,
		cypherBlockKey, cypherPastKey, cypherArrivalKey, cypherStoreKey, cypherCommitKey,
		cypherMetWithKey, cypherAttendedKey, cypherHeldInKey, cypherLedKey, cypherJoinedKey,
		cypherRepresentsKey, cypherVisitedKey, cypherTookPartKey, cypherSignedKey, cypherOfficeKey,
		cypherMemberKey, cypherSpeaksKey, cypherOfKey, cypherNamesKey, cypherReportedKey,
		cypherMeetingOrder, cypherMeetingStatus, cypherDelegationOrder, cypherAgreementOrder, cypherArticleOrder, cypherPastOrder,
		cypherPersonWords, cypherGroupWords,
	}
}

// Marks: see the package comment.
const (
	cypherVersion   = `CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version`
	cypherSchema    = `OPTIONAL MATCH (s:DiplographStore {key: 'store'}) RETURN s.schema AS schema, EXISTS { MATCH (n) } AS used`
	cypherPutStore  = `MERGE (s:DiplographStore {key: 'store'}) ON CREATE SET s.schema = $schema, s.turn = 0`
	cypherPutCommit = `MERGE (c:DiplographCommit {key: 'commit'}) ON CREATE SET c.begun = 0, c.ended = 0`
	cypherTakeTurn  = `MATCH (s:DiplographStore {key: 'store'}) SET s.turn = s.turn + 1 RETURN s.schema AS schema`
	cypherBegin     = `MATCH (c:DiplographCommit {key: 'commit'}) SET c.begun = c.begun + 1 RETURN c.begun AS begun`
	cypherEnd       = `MATCH (c:DiplographCommit {key: 'commit'}) WHERE c.begun = $begun SET c.ended = $begun`
	cypherRepair    = `MATCH (c:DiplographCommit {key: 'commit'}) SET c.ended = c.begun`
)

// The derivation's view, and its memory.
const (
	cypherHashes    = `UNWIND $ids AS id MATCH (a:Article {key: id}) RETURN id, a.hash AS hash`
	cypherKnown     = `UNWIND $ids AS id OPTIONAL MATCH (a:Article {key: id}) OPTIONAL MATCH (p:DiplographPast {article: id}) RETURN id, a.since AS since, max(p.until) AS until`
	cypherReports   = `UNWIND $ids AS id MATCH (a:Article {key: id}) RETURN a.json AS json, a.text AS text, a.report AS report`
	cypherBlocks    = `UNWIND $keys AS key MATCH (b:DiplographBlock {key: key}) RETURN key, b.data AS data`
	cypherNaming    = `UNWIND $claims AS claim MATCH (a:Article)-[e:NAMES]->() WHERE e.key STARTS WITH claim RETURN DISTINCT a.key AS article`
	cypherPutBlock  = `UNWIND $rows AS r MERGE (b:DiplographBlock {key: r.key}) SET b.data = r.data`
	cypherDropBlock = `UNWIND $keys AS key MATCH (b:DiplographBlock {key: key}) DELETE b`
	cypherPutPast   = `UNWIND $rows AS r CREATE (p:DiplographPast) SET p = r`
	cypherForget    = `UNWIND $keys AS key MATCH (p:DiplographPast {article: key}) DELETE p`
)

// What was put lately: see graph.Feed.
const (
	cypherCountArrivals = `MATCH (s:DiplographStore {key: 'store'}) SET s.arrived = coalesce(s.arrived, 0) + $count RETURN s.arrived AS last`
	cypherPutArrivals   = `UNWIND $rows AS r CREATE (a:DiplographArrival) SET a = r`
	cypherDropArrivals  = `MATCH (a:DiplographArrival) WHERE a.key <= $until DELETE a`
)

// Nodes. DETACH, because users may hang notes of their own on a node.
const (
	cypherPutPerson       = `UNWIND $rows AS r CREATE (n:Person) SET n = r`
	cypherSetPerson       = `UNWIND $rows AS r MATCH (n:Person {key: r.key}) SET n = r`
	cypherDropPerson      = `UNWIND $keys AS key MATCH (n:Person {key: key}) DETACH DELETE n`
	cypherPutParty        = `UNWIND $rows AS r CREATE (n:Party) SET n = r`
	cypherSetParty        = `UNWIND $rows AS r MATCH (n:Party {key: r.key}) SET n = r`
	cypherDropParty       = `UNWIND $keys AS key MATCH (n:Party {key: key}) DETACH DELETE n`
	cypherPutCountry      = `UNWIND $rows AS r CREATE (n:Country) SET n = r`
	cypherSetCountry      = `UNWIND $rows AS r MATCH (n:Country {key: r.key}) SET n = r`
	cypherDropCountry     = `UNWIND $keys AS key MATCH (n:Country {key: key}) DETACH DELETE n`
	cypherPutOrganization = `UNWIND $rows AS r CREATE (n:Organization) SET n = r`
	cypherSetOrganization = `UNWIND $rows AS r MATCH (n:Organization {key: r.key}) SET n = r`
	cypherDropOrg         = `UNWIND $keys AS key MATCH (n:Organization {key: key}) DETACH DELETE n`
	cypherPutMeeting      = `UNWIND $rows AS r CREATE (n:Meeting) SET n = r`
	cypherSetMeeting      = `UNWIND $rows AS r MATCH (n:Meeting {key: r.key}) SET n = r`
	cypherDropMeeting     = `UNWIND $keys AS key MATCH (n:Meeting {key: key}) DETACH DELETE n`
	cypherPutDelegation   = `UNWIND $rows AS r CREATE (n:Delegation) SET n = r`
	cypherSetDelegation   = `UNWIND $rows AS r MATCH (n:Delegation {key: r.key}) SET n = r`
	cypherDropDelegation  = `UNWIND $keys AS key MATCH (n:Delegation {key: key}) DETACH DELETE n`
	cypherPutAgreement    = `UNWIND $rows AS r CREATE (n:Agreement) SET n = r`
	cypherSetAgreement    = `UNWIND $rows AS r MATCH (n:Agreement {key: r.key}) SET n = r`
	cypherDropAgreement   = `UNWIND $keys AS key MATCH (n:Agreement {key: key}) DETACH DELETE n`
	cypherPutArticle      = `UNWIND $rows AS r CREATE (n:Article) SET n = r`
	cypherSetArticle      = `UNWIND $rows AS r MATCH (n:Article {key: r.key}) SET n = r`
	cypherDropArticle     = `UNWIND $keys AS key MATCH (n:Article {key: key}) DETACH DELETE n`
)

// Edges: one statement per type and labels to make one, one per type to
// change its properties or to drop it. They find an edge by its key.
const (
	cypherPutMetWith          = `UNWIND $rows AS r MATCH (a:Person {key: r.from}) MATCH (b:Person {key: r.to}) CREATE (a)-[e:MET_WITH]->(b) SET e = r.props`
	cypherSetMetWith          = `UNWIND $rows AS r MATCH ()-[e:MET_WITH {key: r.key}]->() SET e = r.props`
	cypherDropMetWith         = `UNWIND $keys AS key MATCH ()-[e:MET_WITH {key: key}]->() DELETE e`
	cypherPutAttended         = `UNWIND $rows AS r MATCH (a:Person {key: r.from}) MATCH (b:Meeting {key: r.to}) CREATE (a)-[e:ATTENDED]->(b) SET e = r.props`
	cypherSetAttended         = `UNWIND $rows AS r MATCH ()-[e:ATTENDED {key: r.key}]->() SET e = r.props`
	cypherDropAttended        = `UNWIND $keys AS key MATCH ()-[e:ATTENDED {key: key}]->() DELETE e`
	cypherPutHeldIn           = `UNWIND $rows AS r MATCH (a:Meeting {key: r.from}) MATCH (b:Country {key: r.to}) CREATE (a)-[e:HELD_IN]->(b) SET e = r.props`
	cypherDropHeldIn          = `UNWIND $keys AS key MATCH ()-[e:HELD_IN {key: key}]->() DELETE e`
	cypherPutLed              = `UNWIND $rows AS r MATCH (a:Person {key: r.from}) MATCH (b:Delegation {key: r.to}) CREATE (a)-[e:LED_DELEGATION]->(b) SET e = r.props`
	cypherDropLed             = `UNWIND $keys AS key MATCH ()-[e:LED_DELEGATION {key: key}]->() DELETE e`
	cypherPutJoined           = `UNWIND $rows AS r MATCH (a:Person {key: r.from}) MATCH (b:Delegation {key: r.to}) CREATE (a)-[e:JOINED_DELEGATION]->(b) SET e = r.props`
	cypherDropJoined          = `UNWIND $keys AS key MATCH ()-[e:JOINED_DELEGATION {key: key}]->() DELETE e`
	cypherPutRepresentsState  = `UNWIND $rows AS r MATCH (a:Delegation {key: r.from}) MATCH (b:Country {key: r.to}) CREATE (a)-[e:REPRESENTS]->(b) SET e = r.props`
	cypherPutRepresentsParty  = `UNWIND $rows AS r MATCH (a:Delegation {key: r.from}) MATCH (b:Party {key: r.to}) CREATE (a)-[e:REPRESENTS]->(b) SET e = r.props`
	cypherPutRepresentsOrg    = `UNWIND $rows AS r MATCH (a:Delegation {key: r.from}) MATCH (b:Organization {key: r.to}) CREATE (a)-[e:REPRESENTS]->(b) SET e = r.props`
	cypherPutRepresentsPerson = `UNWIND $rows AS r MATCH (a:Delegation {key: r.from}) MATCH (b:Person {key: r.to}) CREATE (a)-[e:REPRESENTS]->(b) SET e = r.props`
	cypherDropRepresents      = `UNWIND $keys AS key MATCH ()-[e:REPRESENTS {key: key}]->() DELETE e`
	cypherPutVisited          = `UNWIND $rows AS r MATCH (a:Delegation {key: r.from}) MATCH (b:Country {key: r.to}) CREATE (a)-[e:VISITED]->(b) SET e = r.props`
	cypherDropVisited         = `UNWIND $keys AS key MATCH ()-[e:VISITED {key: key}]->() DELETE e`
	cypherPutTookPart         = `UNWIND $rows AS r MATCH (a:Delegation {key: r.from}) MATCH (b:Meeting {key: r.to}) CREATE (a)-[e:TOOK_PART_IN]->(b) SET e = r.props`
	cypherDropTookPart        = `UNWIND $keys AS key MATCH ()-[e:TOOK_PART_IN {key: key}]->() DELETE e`
	cypherPutSignedPerson     = `UNWIND $rows AS r MATCH (a:Person {key: r.from}) MATCH (b:Agreement {key: r.to}) CREATE (a)-[e:SIGNED]->(b) SET e = r.props`
	cypherPutSignedState      = `UNWIND $rows AS r MATCH (a:Country {key: r.from}) MATCH (b:Agreement {key: r.to}) CREATE (a)-[e:SIGNED]->(b) SET e = r.props`
	cypherPutSignedParty      = `UNWIND $rows AS r MATCH (a:Party {key: r.from}) MATCH (b:Agreement {key: r.to}) CREATE (a)-[e:SIGNED]->(b) SET e = r.props`
	cypherPutSignedOrg        = `UNWIND $rows AS r MATCH (a:Organization {key: r.from}) MATCH (b:Agreement {key: r.to}) CREATE (a)-[e:SIGNED]->(b) SET e = r.props`
	cypherDropSigned          = `UNWIND $keys AS key MATCH ()-[e:SIGNED {key: key}]->() DELETE e`
	cypherPutOffice           = `UNWIND $rows AS r MATCH (a:Person {key: r.from}) MATCH (b:Country {key: r.to}) CREATE (a)-[e:HOLDS_OFFICE]->(b) SET e = r.props`
	cypherSetOffice           = `UNWIND $rows AS r MATCH ()-[e:HOLDS_OFFICE {key: r.key}]->() SET e = r.props`
	cypherDropOffice          = `UNWIND $keys AS key MATCH ()-[e:HOLDS_OFFICE {key: key}]->() DELETE e`
	cypherPutMember           = `UNWIND $rows AS r MATCH (a:Person {key: r.from}) MATCH (b:Party {key: r.to}) CREATE (a)-[e:MEMBER_OF]->(b) SET e = r.props`
	cypherDropMember          = `UNWIND $keys AS key MATCH ()-[e:MEMBER_OF {key: key}]->() DELETE e`
	cypherPutSpeaks           = `UNWIND $rows AS r MATCH (a:Person {key: r.from}) MATCH (b:Organization {key: r.to}) CREATE (a)-[e:SPEAKS_FOR]->(b) SET e = r.props`
	cypherDropSpeaks          = `UNWIND $keys AS key MATCH ()-[e:SPEAKS_FOR {key: key}]->() DELETE e`
	cypherPutPersonOf         = `UNWIND $rows AS r MATCH (a:Person {key: r.from}) MATCH (b:Country {key: r.to}) CREATE (a)-[e:OF]->(b) SET e = r.props`
	cypherPutPartyOf          = `UNWIND $rows AS r MATCH (a:Party {key: r.from}) MATCH (b:Country {key: r.to}) CREATE (a)-[e:OF]->(b) SET e = r.props`
	cypherPutOrganizationOf   = `UNWIND $rows AS r MATCH (a:Organization {key: r.from}) MATCH (b:Country {key: r.to}) CREATE (a)-[e:OF]->(b) SET e = r.props`
	cypherDropOf              = `UNWIND $keys AS key MATCH ()-[e:OF {key: key}]->() DELETE e`
	cypherPutNames            = `UNWIND $rows AS r MATCH (a:Article {key: r.from}) MATCH (b:Person {key: r.to}) CREATE (a)-[e:NAMES]->(b) SET e = r.props`
	cypherSetNames            = `UNWIND $rows AS r MATCH ()-[e:NAMES {key: r.key}]->() SET e = r.props`
	cypherDropNames           = `UNWIND $keys AS key MATCH ()-[e:NAMES {key: key}]->() DELETE e`
	cypherPutMeetingProof     = `UNWIND $rows AS r MATCH (a:Meeting {key: r.from}) MATCH (b:Article {key: r.to}) CREATE (a)-[e:REPORTED_IN]->(b) SET e = r.props`
	cypherPutDelegationProof  = `UNWIND $rows AS r MATCH (a:Delegation {key: r.from}) MATCH (b:Article {key: r.to}) CREATE (a)-[e:REPORTED_IN]->(b) SET e = r.props`
	cypherPutAgreementProof   = `UNWIND $rows AS r MATCH (a:Agreement {key: r.from}) MATCH (b:Article {key: r.to}) CREATE (a)-[e:REPORTED_IN]->(b) SET e = r.props`
	cypherDropProofs          = `UNWIND $keys AS key MATCH ()-[e:REPORTED_IN]->() WHERE e.key STARTS WITH key DELETE e`
)

// Claims. The edges that belong to a claim have keys that start with it. A
// claim that moves to another node takes its edges along.
const (
	cypherClaimants = `UNWIND $claims AS claim CALL (claim) { MATCH (n)-[e:REPORTED_IN]->() WHERE e.key STARTS WITH claim RETURN n LIMIT 1 } RETURN claim, n.key AS node`
	cypherNamed     = `UNWIND $claims AS claim CALL (claim) { MATCH ()-[e:NAMES]->(n) WHERE e.key STARTS WITH claim RETURN n LIMIT 1 } RETURN claim, n.key AS node`

	cypherMoveNames            = `UNWIND $rows AS r MATCH (a)-[e:NAMES]->() WHERE e.key STARTS WITH r.claim MATCH (b:Person {key: r.to}) WITH a, b, e, properties(e) AS props DELETE e CREATE (a)-[m:NAMES]->(b) SET m = props`
	cypherMoveTookPart         = `UNWIND $rows AS r MATCH (a)-[e:TOOK_PART_IN]->() WHERE e.key STARTS WITH r.claim MATCH (b:Meeting {key: r.to}) WITH a, b, e, properties(e) AS props DELETE e CREATE (a)-[m:TOOK_PART_IN]->(b) SET m = props`
	cypherMoveMeetingProofs    = `UNWIND $rows AS r MATCH ()-[e:REPORTED_IN]->(b) WHERE e.key STARTS WITH r.claim MATCH (a:Meeting {key: r.to}) WITH a, b, e, properties(e) AS props DELETE e CREATE (a)-[m:REPORTED_IN]->(b) SET m = props`
	cypherMoveDelegationProofs = `UNWIND $rows AS r MATCH ()-[e:REPORTED_IN]->(b) WHERE e.key STARTS WITH r.claim MATCH (a:Delegation {key: r.to}) WITH a, b, e, properties(e) AS props DELETE e CREATE (a)-[m:REPORTED_IN]->(b) SET m = props`
	cypherMoveAgreementProofs  = `UNWIND $rows AS r MATCH ()-[e:REPORTED_IN]->(b) WHERE e.key STARTS WITH r.claim MATCH (a:Agreement {key: r.to}) WITH a, b, e, properties(e) AS props DELETE e CREATE (a)-[m:REPORTED_IN]->(b) SET m = props`
)
