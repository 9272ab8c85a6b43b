package graph

import "strings"

// Person is a human being, merged from every article that names them.
type Person struct {
	ID   PersonID `json:"id"`
	Name string   `json:"name"` // the preferred form: the most frequent full, best-marked one
	// Aliases are the other forms, in byte order, Name excluded.
	Aliases []string `json:"aliases,omitempty"`
	// Country served or come from, as most articles say; empty when none does.
	Country CountryCode `json:"country,omitempty"`
	// Parties the person belongs to or speaks for, in order of id.
	Parties       []PartyID        `json:"parties,omitempty"`
	Organizations []OrganizationID `json:"organizations,omitempty"`
	// Offices in order of first report, then title. One that was left and taken
	// again is there twice.
	Offices []HeldOffice `json:"offices,omitempty"`
	// Reports counts the articles that name the person.
	Reports int `json:"reports"`
}

// HeldOffice is a time over which a person held an office, as far as articles
// tell: they give the months (YYYY-MM) in which they were published.
type HeldOffice struct {
	// Office as most articles word it. Former means that the last ones to tell
	// call the person a former holder. Key goes on with what the office is for or
	// of where that is known: "minister:health", "ambassador:FR".
	Office
	// Titles are the other wordings, in byte order.
	Titles []string `json:"titles,omitempty"`
	// First and Last are the months of the first and the last article that
	// tells of it, either way; empty when no such article is dated.
	First Date `json:"first,omitempty"`
	Last  Date `json:"last,omitempty"`
	// From and Held are the months of the first and the last article that call
	// the person the holder, Until that of the first later one that calls them
	// a former holder; empty for none.
	From  Date `json:"from,omitempty"`
	Held  Date `json:"held,omitempty"`
	Until Date `json:"until,omitempty"`
	// Gaps are longer times than two years between From and Held of which no
	// article tells.
	Gaps []OfficeGap `json:"gaps,omitempty"`
	// Reports counts the articles; one that words the office in two ways may
	// count twice.
	Reports int `json:"reports"`
	// Conflicts are the months in which some articles say otherwise than the
	// rest.
	Conflicts []OfficeConflict `json:"conflicts,omitempty"`
}

// Kind is the kind of the office in no language, and what it is for or of where that is known:
// "minister" and "health", "ambassador" and "FR".
func (o *HeldOffice) Kind() (kind, of string) {
	kind, of, _ = strings.Cut(o.Key, ":")
	return kind, of
}

// OfficeConflict counts the articles of a month that call somebody the holder
// of an office, and those that call them a former holder.
type OfficeConflict struct {
	Month  Date `json:"month"`
	Holder int  `json:"holder"`
	Former int  `json:"former"`
}

// OfficeGap is the time between two articles, by their months.
type OfficeGap struct {
	After  Date `json:"after"`
	Before Date `json:"before"`
}

// OfficeProof is a sentence that gives a person an office.
type OfficeProof struct {
	Article ArticleID
	Quote   string
	Span
	Lang   string
	Former bool // as a former holder
}

// Group is a party, an organization or a country: whatever a person can speak
// for.
type Group struct {
	Kind Kind `json:"kind"` // KindParty, KindOrganization or KindCountry
	// ID is the PartyID, OrganizationID or CountryCode, by Kind.
	ID string `json:"id"`
	// Name is the most frequent full form; for a country it is empty (the
	// names of states per language are the reader's matter).
	Name    string      `json:"name"`
	Aliases []string    `json:"aliases,omitempty"` // the other forms, in byte order
	Country CountryCode `json:"country,omitempty"` // the state of a party or organization; a country's own code
	Reports int         `json:"reports"`           // articles that name it
}

// Party, Organization and Country are the three kinds of Group; a Group
// converts to the one its Kind says.
type (
	// Party is a political party.
	Party Group
	// Organization is a body that is neither a state nor a party.
	Organization Group
	// Country is a state that at least one article names.
	Country Group
)

// Meeting is one event, merged from every article that tells of it.
type Meeting struct {
	ID           MeetingID     `json:"id"`
	Status       Status        `json:"status"`
	Mode         Mode          `json:"mode,omitempty"`
	Date         Date          `json:"date,omitempty"`
	Place        string        `json:"place,omitempty"`
	Country      CountryCode   `json:"country,omitempty"` // where it was held
	Participants []Participant `json:"participants"`
	// Statuses are what articles told of it, by status: a meeting that was
	// held may have been planned before.
	Statuses []ToldStatus `json:"statuses,omitempty"`
	Reports  int          `json:"reports"` // articles that tell of it
	// Sources counts them with near-copies of one text as one.
	Sources int `json:"sources"`
}

// ToldStatus is a status with the articles that tell it.
type ToldStatus struct {
	Status Status `json:"status"`
	// First and Last are when the first and the last of them were published;
	// empty when none is dated.
	First   Date `json:"first,omitempty"`
	Last    Date `json:"last,omitempty"`
	Reports int  `json:"reports"`
}

// Place is where meetings were held or are to be.
type Place struct {
	Name string // the most frequent spelling
	// Aliases are the other spellings, in byte order. Names with the same
	// letters are one place, whatever their diacritics and blanks.
	Aliases  []string
	Meetings int
}

// Participant is a person at a meeting. Persons of equal Side do not meet.
type Participant struct {
	Person PersonID `json:"person"`
	Side   int      `json:"side"`
	Role   Role     `json:"role,omitempty"`
}

// Encounter is a MET_WITH edge seen from one person: whom they met, at which
// held meeting.
type Encounter struct {
	ID      EncounterID `json:"id"`
	Person  PersonID    `json:"person"` // the other one
	Meeting MeetingID   `json:"meeting"`
	Date    Date        `json:"date,omitempty"`
	Place   string      `json:"place,omitempty"`
	Mode    Mode        `json:"mode,omitempty"`
	Reports int         `json:"reports"`
}

// Actor is a person, country, party or organization by identity.
type Actor struct {
	Kind ActorKind `json:"kind"`
	// ID is the PersonID, CountryCode, PartyID or OrganizationID, by Kind.
	ID string `json:"id"`
}

// Delegation is a group led by a person on behalf of a state, a party or an
// organization.
type Delegation struct {
	ID         DelegationID `json:"id"`
	Head       PersonID     `json:"head"`
	Represents []Actor      `json:"represents,omitempty"`
	Members    []PersonID   `json:"members,omitempty"`
	Host       CountryCode  `json:"host,omitempty"`
	Meetings   []MeetingID  `json:"meetings,omitempty"` // that received it
	Status     Status       `json:"status"`
	Date       Date         `json:"date,omitempty"`
	Reports    int          `json:"reports"`
	Sources    int          `json:"sources"` // see Meeting
}

// Agreement is a signed document.
type Agreement struct {
	ID      AgreementID `json:"id"`
	What    string      `json:"what"`
	Signers []Actor     `json:"signers"`
	Status  Status      `json:"status"`
	Date    Date        `json:"date,omitempty"`
	Reports int         `json:"reports"`
	Sources int         `json:"sources"` // see Meeting
}

// Proof is a piece of evidence with the article it stands in.
type Proof struct {
	Article ArticleID `json:"article"`
	Evidence
}
