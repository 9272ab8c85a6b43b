package lexicon

import "fmt"

// Options are the habits of a language that the engine asks about, named in
// options.txt as here but in lower case and with hyphens.
type Options struct {
	Article       bool // there are articles, and a bare title is no reference to a person
	Premodifier   bool // states and portfolios stand before the title
	Bare          bool // states and portfolios follow the title without a preposition
	MonthDay      bool // "March 6"
	MonthCapital  bool // months are written with a capital
	MonthLower    bool // months are written without one
	SlashDates    bool // "6/3" is a date
	LoosePhrases  bool // articles and adjectives may stand inside a verb phrase: "a offert un grand dîner"
	Gendered      bool // articles tell a man from a woman
	Infinitives   bool // a preposition stands before the infinitive: "agreed to meet"
	HeadlineComma bool // in a headline a comma stands for "and"
	BareTitles    bool // a headline drops the article of a title
	Fronted       bool // words of place and time stand before the subject without a comma
	AdoptStates   bool // a title without a state takes the only one that fits
	LastFirst     bool // "last March"
	TitleList     bool // the titles of one person are joined by commas before the name
	AgentFirst    bool // the agent stands between the passive particle and the verb
	Tones         bool // words are syllables, and other diacritics make another word
	DateCarries   bool // a day told once holds until the next
	Sparse        bool // running text has few function words
	Tenseless     bool // verbs have one form: what is announced goes on without a word for the future
}

// set sets the option of a name.
func (o *Options) set(name string) error {
	p := map[string]*bool{
		"article": &o.Article, "premodifier": &o.Premodifier, "bare": &o.Bare, "month-day": &o.MonthDay, "month-capital": &o.MonthCapital,
		"month-lower": &o.MonthLower, "slash-dates": &o.SlashDates, "loose-phrases": &o.LoosePhrases, "gendered": &o.Gendered,
		"infinitives": &o.Infinitives, "headline-comma": &o.HeadlineComma, "bare-titles": &o.BareTitles,
		"fronted": &o.Fronted, "adopt-states": &o.AdoptStates, "last-first": &o.LastFirst, "title-list": &o.TitleList,
		"agent-first": &o.AgentFirst, "tones": &o.Tones, "date-carries": &o.DateCarries, "sparse": &o.Sparse, "tenseless": &o.Tenseless,
	}[name]
	if p == nil {
		return fmt.Errorf("unknown option %q: add it to Options, or correct it", name)
	}
	*p = true
	return nil
}
