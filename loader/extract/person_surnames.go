package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph/names"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// takenForKnown finds the public figures whom the article takes for known: those it names by the
// family alone, "le président Ghazouani", and those whose state it leaves to the reader.
func (d *doc) takenForKnown() {
	var states []string
	named := func() []string {
		if states == nil {
			states = d.statesNamed()
		}
		return states
	}
	for i := range d.persons {
		p := &d.persons[i]
		if p.figure != nil || len(p.names) == 0 || d.isElder(p) {
			continue
		}
		in := []string{p.country}
		if p.country == "" {
			in = named()
		} else if twin := twinStates[p.country]; twin != "" && slices.Contains(named(), twin) {
			in = append(in, twin) // "Congo" further on
		}
		f := d.bySurname(p, in)
		if f == nil {
			f = d.byEar(p, in)
		}
		if f == nil {
			f = d.byRelative(p)
		}
		if f == nil && p.country == "" && len(p.keys) > 0 {
			f = d.byOffice(i, in)
		}
		if f == nil && p.country == "" {
			f = d.byRareFamily(p, in)
		}
		if f == nil {
			continue
		}
		p.familiar = f
		p.country = f.Country
	}
}

// statesNamed are the states that the article names or its persons are of, and those of its towns.
func (d *doc) statesNamed() (codes []string) {
	add := func(code string) {
		if code != "" && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	for i := range d.units {
		if !d.units[i].set.any(lexicon.Country, lexicon.Adj, lexicon.Place) || d.insideName(i) {
			continue
		}
		for _, e := range d.units[i].entries {
			if e.Class == lexicon.Country || e.Class == lexicon.Adj || e.Class == lexicon.Place {
				add(e.Code)
			}
		}
	}
	for i := range d.persons {
		add(d.persons[i].country)
	}
	return codes
}

// bySurname is the only figure of some states, in office at the time of the article, whom
// all names of a person are short for.
func (d *doc) bySurname(p *person, states []string) (found *lexicon.Figure) {
	short := d.names[p.names[0]].text
	for _, n := range p.names {
		if d.names[n].text != short {
			return nil
		}
	}
	words := lexicon.NameWords(short)
	if len(words) == 0 || len(words) > 3 || len(words[len(words)-1]) < 2 {
		return nil
	}
	best := 0
	for _, f := range d.lex.FiguresCalled(words[0]) {
		if f.Figure == found || !slices.Contains(states, f.Country) || !shortFor(words, f, p.keys) || !d.timely(f.Figure) || d.otherGender(p, f.Figure) {
			continue
		}
		fit := d.officeFit(p, f.Figure)
		if fit == 0 && len(words) > 1 && len(p.keys) > 0 && !slices.ContainsFunc(p.keys, func(k string) bool { return k != "director" && k != "leader" }) {
			fit = 1 // "chief Von der Leyen": a family that few have, and a word for whoever leads
		}
		switch {
		case fit == 1 && d.frequentFamily(words, f):
		case fit > best:
			found, best = f.Figure, fit
		case fit > 0 && fit == best:
			found = nil // may be either
		}
	}
	return found
}

// frequentFamily reports words that are short for two figures of a state, in office whenever, or
// for three of the world, or that many people are called: there are more of the family.
func (d *doc) frequentFamily(words []string, f lexicon.NamedFigure) bool {
	const many = 3
	if id, _ := d.word(words[0]); len(words) == 1 && slices.ContainsFunc(d.lex.Sense(id, &text.Token{Cap: true}).Entries, func(e lexicon.Entry) bool {
		return e.Class == lexicon.Surname && e.Code == ""
	}) {
		return true
	}
	bearers := map[*lexicon.Figure]bool{}
	for _, g := range d.lex.FiguresCalled(words[0]) {
		if shortFor(words, g, nil) {
			bearers[g.Figure] = true
			if g.Figure != f.Figure && g.Country == f.Country {
				return true
			}
		}
	}
	return len(bearers) >= many
}

// byEar is the only figure of some states who holds the office of a person and whose family is that
// of the person as Vietnamese hears it: the given name may be heard in many ways.
func (d *doc) byEar(p *person, states []string) (found *lexicon.Figure) {
	if !slices.ContainsFunc(p.keys, soleOffice) {
		return nil
	}
	words := names.Spoken(d.names[p.names[0]].text)
	if !words[len(words)-1].Transcribed() {
		return nil
	}
	for _, code := range states {
		for _, f := range d.lex.FiguresOf(code) {
			if f.Figure == found || !d.timely(f.Figure) || d.officeFit(p, f.Figure) < 2 || !names.HeardAs(words[len(words)-1], familyOf(f.Name)) {
				continue
			}
			if found != nil {
				return nil
			}
			found = f.Figure
		}
	}
	return found
}

// familyOf is the last word of a name but for one that tells a son from his father.
func familyOf(name string) names.Word {
	words := names.Words(name)
	if n := len(words); n > 2 && names.Generation(words[n-1].Folded) {
		words = words[:n-1]
	}
	return words[len(words)-1]
}

// byOffice is the only figure of some states who bears the name of a person and holds the
// office, as Identify finds it.
func (d *doc) byOffice(i int, states []string) (found *lexicon.Figure) {
	p := &d.persons[i]
	name := ask(names.Latin(d.longestName(p)))
	offices := func() []string { return kinds(p.reportOffices()) }
	for _, code := range states {
		switch f := lookalike(d.lex, code, name, d.pub.Year(), offices); {
		case f == nil:
		case found == nil && d.timely(f):
			found = f
		default:
			return nil
		}
	}
	return found
}

// byRareFamily is the figure of some states of whom a full name differs by a letter of the given name, if no other figure
// of the world has the family: Peter De Crem is Pieter De Crem.
func (d *doc) byRareFamily(p *person, states []string) (found *lexicon.Figure) {
	name := names.Latin(d.longestName(p))
	asked := resolve.Words(name)
	if len(asked) < 2 {
		return nil
	}
	family := asked[len(asked)-1]
	for _, f := range d.lex.FiguresCalled(family) {
		if f.Words[len(f.Words)-1] != family {
			continue
		}
		if found != nil && found != f.Figure {
			return nil
		}
		found = f.Figure
	}
	if found == nil || !slices.Contains(states, found.Country) || names.Syllabic(found.Country) || d.otherGender(p, found) {
		return nil
	}
	for _, n := range found.Names {
		if words := lexicon.NameWords(n); len(words) == len(asked) && slices.Equal(words[1:], asked[1:]) && !otherEnding(words[0], asked[0]) && names.Close(found.Country, names.Parse(n), names.Parse(name)) {
			return found
		}
	}
	return nil
}

// otherEnding reports two given names that only differ in the last vowel, as those of men and women do.
func otherEnding(a, b string) bool {
	const vowels = "aeio"
	stem := strings.TrimRight(a, vowels)
	return len(stem) > 1 && stem == strings.TrimRight(b, vowels)
}

// timely reports a figure in office at the time of the article, or just before: whom it
// calls a predecessor.
func (d *doc) timely(f *lexicon.Figure) bool {
	y := d.pub.Year()
	return y == 0 || f.Held(y)
}

// officeFit tells how well the offices that the article gives a person fit a figure: 0 for not
// at all, 2 for the same office. A minister or somebody without an office may be another of the
// family, where families are few.
func (d *doc) officeFit(p *person, f *lexicon.Figure) int {
	like := func(k string) bool { return f.Roles.Has(k) || slices.ContainsFunc(f.Roles, d.lex.Generic[k].Has) }
	if slices.ContainsFunc(p.keys, func(k string) bool { return soleOffice(k) && !like(k) }) {
		return 0
	}
	switch {
	case slices.ContainsFunc(p.keys, func(k string) bool { return soleOffice(k) && f.Roles.Has(k) }):
		return 2
	case slices.ContainsFunc(p.keys, soleOffice):
		return 1
	case names.Syllabic(f.Country):
		return 0
	case p.titled && slices.ContainsFunc(p.keys, func(k string) bool { return crowdedOffice(k) && like(k) }),
		f.Country == "VA" && slices.Contains(p.keys, "bishop"),
		!p.titled && slices.ContainsFunc(f.Roles, soleOffice):
		return 1
	}
	return 0
}

// otherGender reports a woman's title for a figure with a man's given name, and the reverse.
func (d *doc) otherGender(p *person, f *lexicon.Figure) bool {
	if p.fem == 0 {
		return false
	}
	woman, given := false, false
	for _, name := range f.Names {
		first, _, _ := strings.Cut(name, " ")
		id, _ := d.word(first)
		set := d.wordSet(id, text.Token{})
		woman, given = woman || set.has(lexicon.FemName), given || set.has(lexicon.Given)
	}
	return p.fem > 0 && given && !woman || p.fem < 0 && woman
}

// soleOffice reports an office that one person of a state holds at a time.
func soleOffice(key string) bool {
	switch key {
	case "president", "prime_minister", "chancellor", "king", "pope", "foreign_minister", "secretary_general", "state_chairman", "vice_president", "speaker", "leader":
		return true
	}
	return false
}

// crowdedOffice reports an office by which the press names its holders without a given
// name, but several hold it.
func crowdedOffice(key string) bool {
	return key == "minister" || key == "secretary_of_state" || key == "vice_prime_minister"
}

// shortFor reports words that the press leaves of the name of a figure: the family, which
// stands last or, in the East, first; the given name where people go by it, and of a king,
// whose family is that of a dynasty.
func shortFor(words []string, f lexicon.NamedFigure, held lexicon.Offices) bool {
	full := f.Words
	if len(words) >= len(full) {
		return false
	}
	first, last := slices.Equal(full[:len(words)], words), slices.Equal(full[len(full)-len(words):], words)
	switch f.Country {
	case "CN", "TW", "HK", "MO", "KR", "KP", "SG":
		return first && len(words) == 1
	case "MY":
		return first || last && !held.Has("king") // whose name the father's ends
	case "JP", "HU", "TH", "LA", "MM", "ID", "BN", "ET", "ER", "IS", "MN", "BT":
		return first || last
	}
	if f.Roles.Has("king") {
		return first && (held.Has("king") || held.Has("samdech"))
	}
	return last
}
