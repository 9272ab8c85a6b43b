package graph

// Identity tells why a person is one: how articles write and describe them,
// what joins the descriptions, and who was kept apart.
type Identity struct {
	Person PersonID `json:"person"`
	// Forms are the different descriptions, the most reported first. What
	// articles say of two forms alike is one form.
	Forms []Form `json:"forms"`
	// Joins say for every form but the first what joins it to another one: the
	// strongest proof there is. A person whom seed knowledge knows by a key has
	// one form and no joins.
	Joins []Join `json:"joins"`
	// Rivals are persons that look alike and are others.
	Rivals []Rival `json:"rivals"`
	// Judgements are those that mean the person.
	Judgements []Judged `json:"judgements"`
	// Mentions tell for the articles that were asked about how they name the
	// person, in order of article id; those that do not are left out.
	Mentions []Mention `json:"mentions"`
}

// IdentityFilter selects what Identities tells.
type IdentityFilter struct {
	Of       []PersonID  // at most 1000
	Articles []ArticleID // at most 1000: those of the Mentions
}

// Form is a name with all beside it that decides who is meant.
type Form struct {
	Name    string      `json:"name"` // as most articles write it
	Country CountryCode `json:"country,omitempty"`
	Offices []string    `json:"offices,omitempty"` // keys of those held, sorted: Office.Key and what it is for, "minister:health"
	Reports int         `json:"reports"`
}

// Join is what two forms say of each other.
type Join struct {
	A int `json:"a"` // index of a form
	B int `json:"b"` // index of another one
	// Reasons for and against, the weightiest first.
	Reasons []Reason `json:"reasons"`
}

// Rival is somebody else with what speaks for and against one person.
type Rival struct {
	Person  PersonID `json:"person"`
	Reasons []Reason `json:"reasons"`
}

// Reason is a piece of evidence for (positive score) or against (negative)
// two forms being one person. Forms are joined when the scores of their
// reasons add up to JoinScore, and kept apart when they add up to less than
// 0; between the two they are joined by others or not at all.
type Reason struct {
	Kind  ReasonKind `json:"kind"`
	Score int        `json:"score"`
	// Detail are the values compared: "Poutine ~ Putin", "RU", "minister".
	Detail string `json:"detail,omitempty"`
}

// Score adds up the scores of the reasons.
func (j Join) Score() int { return Score(j.Reasons) }

// Score adds up the scores of the reasons.
func (r Rival) Score() int { return Score(r.Reasons) }

// Score adds up the scores of reasons.
func Score(rs []Reason) int {
	sum := 0
	for _, r := range rs {
		sum += r.Score
	}
	return sum
}

// JoinScore is the sum of scores from which two forms are one person.
const JoinScore = 2

// ReasonKind is a kind of evidence.
type ReasonKind string

// The kinds, each with its score.
const (
	ReasonSameName        ReasonKind = "same_name"        // +2: but for missing marks
	ReasonSpelling        ReasonKind = "spelling"         // +1: as another language spells it; +2 in long words only
	ReasonMiddleName      ReasonKind = "middle_name"      // +1: a middle name more, or an initial for a name, or in both; 0 for half of a given name of two words, or a father left out
	ReasonOneLetter       ReasonKind = "one_letter"       // 0: a slip of the pen
	ReasonFamily          ReasonKind = "family"           // 0: a word that stands alone is one of the name
	ReasonSameCountry     ReasonKind = "same_country"     // +1
	ReasonSameOffice      ReasonKind = "same_office"      // +1: of one state
	ReasonOtherName       ReasonKind = "other_name"       // -10
	ReasonOtherMarks      ReasonKind = "other_marks"      // -10: the same letters with marks that exclude each other
	ReasonOtherCountry    ReasonKind = "other_country"    // -10
	ReasonOtherOffice     ReasonKind = "other_office"     // -10: nobody holds both at one time
	ReasonOtherCareer     ReasonKind = "other_career"     // -1: held at different times, but nobody holds both at one; -4 where names are few or a state is not known
	ReasonJudgedSame      ReasonKind = "judged_same"      // +100
	ReasonJudgedDifferent ReasonKind = "judged_different" // -100
)

// Judged is a judgement with what it does to the graph as it is.
type Judged struct {
	Judgement
	Effect Effect `json:"effect"`
}

// Effect is what a judgement does.
type Effect string

// The effects.
const (
	EffectApplied      Effect = "applied"
	EffectUnknown      Effect = "unknown"      // a reference means nobody (yet)
	EffectAmbiguous    Effect = "ambiguous"    // a reference means several persons
	EffectContradicted Effect = "contradicted" // another one tells the persons apart
)

// Mention is an article with the names it gives a person.
type Mention struct {
	Article ArticleID `json:"article"`
	Names   []string  `json:"names"` // as written, in order of appearance, each once
}
