package extract

import "github.com/diplograph/diplograph/loader/lexicon"

// headlineVisitor is whom a headline without a verb tells to be somewhere: "X au pays des mille
// collines", "X, de Bagdad à Erbil"; -1 for nobody.
func (d *doc) headlineVisitor(k int) int {
	s := d.sents[k]
	if k != d.items[s.item].from || !d.headline(k) || s.actors[0] == s.actors[1] {
		return -1
	}
	a := &d.actors[s.actors[0]]
	i := d.pastComma(a.to, s)
	if !a.named || a.from != s.from || len(a.persons) != 1 || a.next >= 0 || i >= s.to || !d.units[i].set.any(lexicon.To, lexicon.In, lexicon.From, lexicon.Contracted, lexicon.Of) || d.units[i].set.has(lexicon.Of) && i == a.to || !d.verbless(i, s.to) || d.plannedWord(s) {
		return -1
	}
	return a.persons[0]
}

// plannedWord reports a word for what is to come in a sentence.
func (d *doc) plannedWord(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if d.units[i].actor < 0 && d.units[i].set.any(lexicon.Plan, lexicon.HaveFut, lexicon.BeFut, lexicon.NextTime, lexicon.Cancel) {
			return true
		}
	}
	return false
}

// visitorOf is the only one told to have come to where p is at home, where a pronoun beside p
// seems to mean nobody, or somebody at home there; else whom it seems to mean.
func (d *doc) visitorOf(p int, seems []int, k int) []int {
	at := p // whose home it is
	if len(seems) == 1 && d.homeOf(p) == "" {
		at = seems[0]
	} else if len(seems) == 1 && !d.countrymen(p, seems[0]) {
		return seems
	}
	if len(seems) > 1 || !d.lex.Options.Gendered {
		return seems
	}
	found := -1
	for _, a := range d.arrivals {
		if a.sent > k || a.person == found || !d.cameTo(a.person, at, k) {
			continue
		}
		if found >= 0 || a.person == p {
			return seems
		}
		found = a.person
	}
	if found < 0 {
		return seems
	}
	return []int{found}
}

// guestBefore is whom a sentence has called the guest before an object pronoun: "lunched with the
// visitor; the next morning, X received him"; -1 for nobody.
func (d *doc) guestBefore(a *actor) int {
	for n := d.sents[a.sent].actors[0]; !a.subj && n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		if b := &d.actors[n]; !b.named && !b.plural && b.role("guest") && b.det == lexicon.Def && len(b.persons) == 1 {
			return b.persons[0]
		}
	}
	return -1
}
