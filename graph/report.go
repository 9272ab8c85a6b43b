package graph

// Report is everything one article says. It is immutable: a changed article
// is a new report that replaces the old one. Persons are already resolved
// inside the article (one entry per person, however often named); who is who
// across articles is decided by the derivation, not here.
//
// Claims refer to persons by index into Persons, and to parties and
// organizations by index into the lists of their kind.
//
// The JSON form is stable and documented by the field tags; `loader extract
// --form report` prints it.
type Report struct {
	Article       Article           `json:"article"`
	Persons       []ReportedPerson  `json:"persons"`
	Parties       []ReportedGroup   `json:"parties"`
	Organizations []ReportedGroup   `json:"organizations"`
	Countries     []ReportedCountry `json:"countries"`
	Meetings      []MeetingClaim    `json:"meetings"`
	Delegations   []DelegationClaim `json:"delegations"`
	Agreements    []AgreementClaim  `json:"agreements"`
}

// Article is one news text. As a node of the graph it is what all evidence
// points at.
type Article struct {
	ID     ArticleID `json:"id"`
	URL    string    `json:"url,omitempty"`
	Title  string    `json:"title"`
	Source string    `json:"source,omitempty"` // the publisher as the input names it
	Lang   string    `json:"lang,omitempty"`   // BCP 47 primary tag of the main story
	// Published is the day the article says it was published, or a coarser
	// date, or unknown.
	Published Date `json:"published,omitempty"`
	// Text is the whole text, NFC with LF line ends; evidence offsets are
	// byte offsets into it.
	Text string `json:"text"`
}

// Span is a half-open range of byte offsets into the article's text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Evidence is the sentence that proves a fact, in one article.
type Evidence struct {
	// Quote is Article.Text[Start:End], the sentence or caption as written.
	Quote string `json:"quote"`
	Span
	Lang string `json:"lang,omitempty"`
	// Rule is the id of the extraction rule that made the claim, and its
	// version, as "fr.received/1".
	Rule string `json:"rule"`
	// Confidence is in (0, 1]: the share of claims of this rule that were
	// right on texts with known facts or, of a contact that the whole story
	// tells, its probability; rounded to two digits.
	Confidence float64 `json:"confidence"`
}

// ReportedPerson is one person as one article names and describes them.
type ReportedPerson struct {
	// Name is the fullest form in the article, with its diacritics, without
	// titles. Aliases are the other forms ("Kartapolov"), in order of
	// appearance, without doubles.
	Name    string   `json:"name"`
	Aliases []string `json:"aliases,omitempty"`
	// Country is the state the person serves or comes from; empty when the
	// article does not make it clear.
	Country CountryCode `json:"country,omitempty"`
	// Parties and Organizations that the article says the person belongs to
	// or speaks for, by index into the report's lists.
	Parties       []int    `json:"parties,omitempty"`
	Organizations []int    `json:"organizations,omitempty"`
	Offices       []Office `json:"offices,omitempty"`
	// Key is a stable identity given by seed knowledge or a judgement; empty
	// for nearly everybody.
	Key      string `json:"key,omitempty"`
	Mentions []Span `json:"mentions"`
}

// Office is a post as an article words it.
type Office struct {
	// Title in the article's language, without the holder's name:
	// "vice-ministre de la Défense".
	Title string `json:"title"`
	// Key is the kind of office in no language ("foreign_minister"), empty
	// when the lexicon does not know the title. It tells persons apart.
	Key string `json:"key,omitempty"`
	// Country, when the office is one of a state.
	Country CountryCode `json:"country,omitempty"`
	// Seat tells, in no language, of which place it is the office where several have
	// one: the province of a governor ("VN/camau"), the states an ambassador is sent to
	// ("NO+IS"). It tells persons apart, and is empty in nodes.
	Seat string `json:"seat,omitempty"`
	// Former is true for "ancien ambassadeur", "ex-president".
	Former bool `json:"former,omitempty"`
}

// ReportedGroup is a party or an organization as one article names it.
type ReportedGroup struct {
	Name    string      `json:"name"`
	Aliases []string    `json:"aliases,omitempty"`
	Country CountryCode `json:"country,omitempty"`
	// Key is the lexicon's language-independent identity ("vn/cpv"), and then
	// the group's id; empty when the lexicon does not know the group, and then
	// folded name and country identify it.
	Key      string `json:"key,omitempty"`
	Mentions []Span `json:"mentions"`
}

// ReportedCountry is a state that the article names by name, adjective or
// demonym.
type ReportedCountry struct {
	Code     CountryCode `json:"code"`
	Mentions []Span      `json:"mentions"`
}

// MeetingClaim says that persons met, will meet, or will not meet after all.
type MeetingClaim struct {
	Participants []ParticipantClaim `json:"participants"`
	Status       Status             `json:"status"`
	Mode         Mode               `json:"mode,omitempty"`
	Date         Date               `json:"date,omitempty"`
	// Place as written ("Hanoï"), its language-independent identity when the
	// lexicon knows it ("vn/hanoi": Moscou, Moscow and Mát-xcơ-va are one
	// place), and the country it lies in when known. A key that is the country
	// says that no more is told: all cities there agree with it, and all places
	// with AnyPlace.
	Place    string      `json:"place,omitempty"`
	PlaceKey string      `json:"place_key,omitempty"`
	Country  CountryCode `json:"country,omitempty"`
	Evidence []Evidence  `json:"evidence"` // at least one
}

// AnyPlace is the key of a place that may be in any town: "the ministry".
const AnyPlace = "-"

// ParticipantClaim is one person at a meeting. Persons of equal Side do not
// meet each other; sides are numbered from 0 within the meeting, and every
// person of a meeting of equals (a trilateral summit) has a side of their own.
type ParticipantClaim struct {
	Person int  `json:"person"`
	Side   int  `json:"side"`
	Role   Role `json:"role,omitempty"`
}

// ActorKind tells what an Actor's index refers to.
type ActorKind string

// The kinds of actors.
const (
	ActorPerson       ActorKind = "person"
	ActorCountry      ActorKind = "country"
	ActorParty        ActorKind = "party"
	ActorOrganization ActorKind = "organization"
)

// ActorClaim is a person, country, party or organization that a claim is
// about. Index points into the report's list of that kind; a country is given
// by Country alone.
type ActorClaim struct {
	Kind    ActorKind   `json:"kind"`
	Index   int         `json:"index,omitempty"`
	Country CountryCode `json:"country,omitempty"`
}

// DelegationClaim says that a person led a delegation.
type DelegationClaim struct {
	Head int `json:"head"` // index into Persons
	// Represents lists whom the delegation stands for: its state, its party.
	Represents []ActorClaim `json:"represents,omitempty"`
	Members    []int        `json:"members,omitempty"`
	// Host is the state visited; Meeting the index of the claim in Meetings
	// that received it, -1 for none.
	Host     CountryCode `json:"host,omitempty"`
	Meeting  int         `json:"meeting"`
	Status   Status      `json:"status"`
	Date     Date        `json:"date,omitempty"`
	Evidence []Evidence  `json:"evidence"`
}

// AgreementClaim says that a document was signed.
type AgreementClaim struct {
	// What is the document as written: "mémorandum d'accord sur la
	// coopération"; never empty.
	What     string       `json:"what"`
	Signers  []ActorClaim `json:"signers"`
	Status   Status       `json:"status"`
	Date     Date         `json:"date,omitempty"`
	Evidence []Evidence   `json:"evidence"`
}
