package graph

// Person is a human being, merged from every article that names them.
type Person struct {
	ID   PersonID
	Name string // the preferred form: the most frequent full, best-marked one
	// Aliases are the other forms, in byte order, Name excluded.
	Aliases []string
	// Country served or come from, as most articles say; empty when none does.
	Country CountryCode
	// Parties the person belongs to or speaks for, in order of id.
	Parties       []PartyID
	Organizations []OrganizationID
	// Offices in order of first report, then title.
	Offices []HeldOffice
	// Reports counts the articles that name the person.
	Reports int
}

// HeldOffice is an office with the time over which articles report it.
type HeldOffice struct {
	Office
	// First and Last are the months (YYYY-MM) of the first and last article
	// that says so; empty when no such article is dated.
	First, Last Date
	Reports     int
}

// Group is a party, an organization or a country: whatever a person can speak
// for.
type Group struct {
	Kind Kind // KindParty, KindOrganization or KindCountry
	// ID is the PartyID, OrganizationID or CountryCode, by Kind.
	ID string
	// Name is the most frequent full form; for a country it is empty (the
	// names of states per language are the reader's matter).
	Name    string
	Aliases []string    // the other forms, in byte order
	Country CountryCode // the state of a party or organization; a country's own code
	Reports int         // articles that name it
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
	ID           MeetingID
	Status       Status
	Mode         Mode
	Date         Date
	Place        string
	Country      CountryCode // where it was held
	Participants []Participant
	Reports      int // articles that tell of it
}

// Participant is a person at a meeting. Persons of equal Side do not meet.
type Participant struct {
	Person PersonID
	Side   int
	Role   Role
}

// Encounter is a MET_WITH edge seen from one person: whom they met, at which
// held meeting.
type Encounter struct {
	ID      EncounterID
	Person  PersonID // the other one
	Meeting MeetingID
	Date    Date
	Place   string
	Mode    Mode
	Reports int
}

// Actor is a person, country, party or organization by identity.
type Actor struct {
	Kind ActorKind
	// ID is the PersonID, CountryCode, PartyID or OrganizationID, by Kind.
	ID string
}

// Delegation is a group led by a person on behalf of a state, a party or an
// organization.
type Delegation struct {
	ID         DelegationID
	Head       PersonID
	Represents []Actor
	Members    []PersonID
	Host       CountryCode
	Meetings   []MeetingID // that received it
	Status     Status
	Date       Date
	Reports    int
}

// Agreement is a signed document.
type Agreement struct {
	ID      AgreementID
	What    string
	Signers []Actor
	Status  Status
	Date    Date
	Reports int
}

// Proof is a piece of evidence with the article it stands in.
type Proof struct {
	Article ArticleID
	Evidence
}
