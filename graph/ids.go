package graph

// Identifiers. All are opaque strings, stable for a given set of reports; two
// kinds never share a Go type, so they cannot be mixed up.
type (
	// ArticleID is the article's own id as its source gave it ("fr/004", a
	// URL, or a content hash when the source had none).
	ArticleID string
	// PersonID identifies a person across articles.
	PersonID string
	// PartyID identifies a political party across articles.
	PartyID string
	// OrganizationID identifies an organization across articles.
	OrganizationID string
	// MeetingID identifies a meeting across articles.
	MeetingID string
	// DelegationID identifies a delegation across articles.
	DelegationID string
	// AgreementID identifies a signed document across articles.
	AgreementID string
	// EncounterID identifies a MET_WITH edge: one pair of persons at one meeting.
	EncounterID string
	// FactID names anything that evidence can prove. It is the string form of
	// a meeting, encounter, delegation or agreement id.
	FactID string
)

// CountryCode is an ISO 3166-1 alpha-2 code in upper case, or one of the
// pseudo-codes "EU" (European Union), "UN" (United Nations) and "XK" (Kosovo).
type CountryCode string

// Kind names a node type, with the label it has in Neo4j and in the API.
type Kind string

// The node types.
const (
	KindPerson       Kind = "Person"
	KindParty        Kind = "Party"
	KindCountry      Kind = "Country"
	KindOrganization Kind = "Organization"
	KindMeeting      Kind = "Meeting"
	KindDelegation   Kind = "Delegation"
	KindAgreement    Kind = "Agreement"
	KindArticle      Kind = "Article"
	// KindJudgement is no node: judgements are told in exports only.
	KindJudgement Kind = "Judgement"
)

// Status tells whether an event took place.
type Status string

// The statuses. Only a held meeting makes its participants have met.
const (
	Planned   Status = "planned"
	Held      Status = "held"
	Cancelled Status = "cancelled"
)

// Mode tells how participants were in contact; the zero value means unknown.
type Mode string

// The modes: face to face, or by telephone or video.
const (
	InPerson Mode = "in_person"
	Remote   Mode = "remote"
)

// Role is what a participant was in a meeting; the zero value means no
// special role.
type Role string

// The roles.
const (
	RoleHost           Role = "host"
	RoleVisitor        Role = "visitor"
	RoleDelegationHead Role = "delegation_head"
	RoleSignatory      Role = "signatory"
)
