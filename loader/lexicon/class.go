package lexicon

// Class is what a lexicon entry is to the extraction engine. One form can
// have entries of several classes.
type Class uint8

// The classes. Each but the first few is a section name in words.txt.
const (
	None Class = iota

	// Names of things, from the .tsv files.
	Country  // a state by name
	Adj      // a state by adjective or demonym
	Prefix   // a state by combining form: sino-
	Place    // a city, region, sea or landmark
	Seat     // a metonym for a government: Kremlin
	Party    // a political party
	Org      // an organization
	Given    // a given name
	Surname  // a family name
	Particle // a part of names: van, ben
	NameHead // stands before names as part of them: Samdech, U
	Role     // a noun for persons: minister, counterpart
	Noun     // a noun for an event or document: talks, memorandum
	Verb     // a verb

	// Function words, from words.txt.
	Def        // definite article
	Indef      // indefinite article
	Poss       // possessive: son, his
	Dem        // demonstrative: ce, this
	Two        // numeral for two
	Numeral    // other numerals in letters
	Former     // ancien, former
	Honorific  // M., Mrs
	Portfolio  // what a ministry or committee is for
	Thing      // head noun of names that are no person: Université, Summit
	And        // conjunction joining equals
	Or         //
	Of         // preposition of belonging
	With       // preposition of the partner
	By         // preposition of the agent
	To         // preposition of the addressee
	In         // preposition of place
	Between    // preposition of the pair
	From       // preposition of origin
	Beside     // preposition of company on the same side
	For        // preposition of purpose
	After      // preposition of time before an event that took place
	Prep       // any other preposition
	Who        // relative pronoun, subject
	WithWho    // relative of the partner: avec qui
	ToWho      // relative of the addressee: auquel
	That       // subordinating conjunction or object relative
	He         // subject pronoun, masculine
	She        // feminine
	They       // plural
	Refl       // reflexive pronoun
	Each       // reciprocal pronoun: l'un l'autre, each other
	Have       // auxiliary of the past
	HaveFut    // the same in the future
	Be         // auxiliary of the passive, past or present
	BeFut      // the same in the future
	Passive    // passive particle of its own
	Plan       // what makes the verb after it planned: doit, will, prévu de
	Done       // what makes the verb after it done: vient de, venu
	Cancel     // cancelled, postponed
	Not        // negation
	Adverb     // may stand inside a verb group
	First      // le premier
	Second     // le second
	Month      // lines 13 to 15: short forms of March, June and July, which need a number beside them
	Weekday    //
	Today      //
	Yesterday  //
	Tomorrow   //
	DaysAgo    // line n: n days before publication
	WeeksAgo   // line n: n weeks before
	MonthsAgo  // line n: n months before
	YearsAgo   // line n: n years before
	DayPart    // matin, soir
	LastTime   // dernier, last
	NextTime   // prochain, next
	Day        // introduces a day of the month: ngày, le
	MonthWord  // introduces a month number: tháng
	YearWord   // introduces a year: năm
	Until      // joins the ends of an interval: au, to, đến
	Phone      // makes a contact remote
	Support    // light verb: avoir, tenir, hold
	Agency     // news agency in a dateline
	Caption    // marks a photo credit
	Teaser     // line that heads related stories
	Hosted     // phrase: à l'invitation de
	Head       // at the head of a delegation; second line: head of the delegation; third: heads of delegations; fourth: each at the head of one
	LedBy      // joins a delegation to its head: sous la conduite de
	Contracted // preposition that holds an article: du, aux
	PartyWord  // tells that a name beside it is a party: parti
	Ordinal    // ending of a written number: er, st
	Namesake   // lower-case noun after which a name only names a thing: avenue, cyclone; line 2 several of them, 3 those called after states too, 4 what somebody may have
	Alien      // function word of a language without a lexicon: tells that a text is not in this one
	FemName    // part of a name that only women have: Thị; with the form Fem, a first name: Marie
	Body       // head noun of the names of organizations: Công ty, University
	Behalf     // tells for whom somebody signs: pour, on behalf of, thay mặt; second line: acting for; third: can mean nothing else
	Including  // opens the list of some of those just told of: including, trong đó có
	Bound      // before a date that only begins or ends a time: since
	Side       // one of the two of a meeting, beside its state: side, partie, phía
	Singly     // tells that somebody meets several one by one: separately, tour à tour
	Margins    // tells of meetings beside a larger one: on the sidelines, bên lề
	Jointly    // tells that three meet at once: trilateral, together
	ThreeWay   // tells that each of them meets the others: trilateral
	SameVisit  // refers to the visit of which the sentence before tells: during the same visit; line 2 to the time: at that time
	Apart      // tells that two meet without the others: alone, à part; line 2 only inside a word for a meeting
	Amount     // how many, before a unit of time: line n; line 21 a few
	TimeUnit   // line 1 day, 2 week, 3 month, 4 year
	Earlier    // behind an amount of time: so long before
	Onward     // behind an amount of time: so long after what follows; line 2 week, 3 month, 4 year with the unit
	PartOf     // tells a part of the month or year that follows: early, fin, đầu
	Leave      // a verb form that tells that somebody leaves: left, quitté, rời; line 2 that he comes home: returned, rentré
	Since      // opens a clause of what was before: since, depuis que
	VisitDay   // line 1 the first day of a visit, 2 the last one, 3 the second, 4 the third
	Holiday    // a day of the year by its name: line 1 1 January, 2 24 December, 3 25 December, 4 26 December, 5 31 December, 6 1 May
	SameMonth  // behind a day: of the month told last
	Occasion   // stands for what the story tells of: the event, la cérémonie
	Government // stands for its state: gouvernement, Chính phủ
	Source     // tells by what something is known: selon, according to, theo
	Then       // before the next one to whom the same is done: puis, then
	Season     // line 1 spring, 2 summer, 3 autumn, 4 winter
	Nth        // which in a row, from the second on: third, troisième, thứ ba
	Another    // tells that there is another one of a name: line 1 some words before it: namesake, line 2 beside it: l'autre, khác
	Lately     // a time counted from publication: line 1 the week of it, line 2 the days before it
	Service    // a body of a state, behind or before its state: embassy, treasury, patronat
	Serving    // tells that somebody acts for what follows: represents, runs; line 2: behind what is acted for: represented by
	Lives      // before where somebody lives or lies, not where anything took place: based in, thường trú tại
	Affairs    // what goes on somewhere, of which others talk elsewhere: situation, war
	TheOne     // stands for a thing of the kind told before: the one, celui
	numClasses
)

// names reports the classes of what has a name of its own but is no person.
func (c Class) names() bool { return c >= Country && c <= Org }

var classNames = [numClasses]string{
	Def: "def", Indef: "indef", Poss: "poss", Dem: "dem", Two: "two", Numeral: "numeral", Former: "former", Honorific: "honorific",
	Portfolio: "portfolio", Thing: "thing", And: "and", Or: "or", Of: "of", With: "with", By: "by", To: "to", In: "in", Between: "between",
	From: "from", Beside: "beside", For: "for", After: "after", Prep: "prep", Who: "who", That: "that", WithWho: "with.who", ToWho: "to.who", He: "he", She: "she", They: "they",
	Refl: "refl", Each: "each", Have: "have", HaveFut: "have.fut", Be: "be", BeFut: "be.fut", Passive: "passive", Plan: "plan", Done: "done",
	Cancel: "cancel", Not: "not", Adverb: "adverb", First: "first", Second: "second", Month: "month", Weekday: "weekday", Today: "today",
	Yesterday: "yesterday", Tomorrow: "tomorrow", DaysAgo: "ago.days", WeeksAgo: "ago.weeks", MonthsAgo: "ago.months", YearsAgo: "ago.years", DayPart: "daypart", LastTime: "last", NextTime: "next", Day: "day", MonthWord: "monthword",
	YearWord: "yearword", Until: "until", Phone: "phone", Support: "support", Agency: "agency", Caption: "caption", Teaser: "teaser",
	Hosted: "hosted", Head: "head", LedBy: "led.by", Contracted: "contracted", PartyWord: "partyword", Ordinal: "ordinal", Namesake: "namesake", Alien: "alien", Body: "body", Behalf: "behalf", FemName: "name.fem", Bound: "bound", Including: "including", Side: "side",
	Singly: "singly", Margins: "margins", Jointly: "jointly", Government: "government",
	Season: "season", Source: "source", Then: "then", ThreeWay: "threeway", Apart: "apart", SameVisit: "samevisit",
	Amount: "amount", TimeUnit: "timeunit", Earlier: "earlier", Onward: "onward", PartOf: "partof", Leave: "leave", Since: "since", VisitDay: "visitday", Holiday: "holiday", SameMonth: "samemonth", Occasion: "occasion", Nth: "nth", Another: "another", Lately: "lately", Service: "service", Serving: "serving", Lives: "lives", Affairs: "affairs", TheOne: "theone",
}
