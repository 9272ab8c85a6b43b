package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// sidesTold reads "Côté malien, A menait les débats ; côté algérien, B": one person told for each of two
// states, in a sentence that tells of talks or follows one.
func (d *doc) sidesTold(k int) {
	s := d.sents[k]
	var ps []int
	var codes []string
	for i := s.from; i+2 < s.to; i++ {
		if n, code := d.toldFor(i, s); n >= 0 {
			ps, codes = append(ps, d.actors[n].persons[0]), append(codes, code)
		}
	}
	if len(ps) != 2 || ps[0] == ps[1] || codes[0] == codes[1] || d.foretells(s) || d.plannedWord(s) || !d.aboutTalks(k) {
		return
	}
	for i, p := range ps {
		if d.persons[p].country == "" {
			d.persons[p].country = codes[i]
		}
	}
	if d.apart(ps[:1], ps[1:]) && !d.told(ps) {
		d.emit(claim{left: ps[:1], right: ps[1:], status: graph.Held, sent: k, rule: d.lex.Lang + ".sides"}, s.from, false, true)
	}
}

// toldFor is who is named right after "côté malien" at unit i, and that state; -1 for nobody.
func (d *doc) toldFor(i int, s sentence) (int, string) {
	if d.units[i].actor >= 0 || !d.units[i].set.has(lexicon.Behalf) {
		return -1, ""
	}
	j := i + 1 + one(d.units[i+1].set.has(lexicon.Def))
	code := ""
	if j < s.to {
		code = d.stateAt(j)
	}
	for n := s.actors[0]; n < s.actors[1] && code != ""; n++ {
		if a := &d.actors[n]; a.from > j && a.from <= j+3 && a.named && len(a.persons) == 1 {
			return n, code
		}
	}
	return -1, ""
}

// aboutTalks reports talks, a session or a delegation in a sentence or the one before.
func (d *doc) aboutTalks(k int) bool {
	from := d.sents[k].from
	if k > 0 && d.sents[k-1].item == d.sents[k].item {
		from = d.sents[k-1].from
	}
	for i := from; i < d.sents[k].to; i++ {
		u := &d.units[i]
		if e, ok := u.entry(lexicon.Noun); ok {
			switch d.lex.Nouns[e.Index].Event {
			case "met", "session", "delegation":
				return true
			}
		}
		if u.set.has(lexicon.Head) {
			return true
		}
	}
	return false
}

// aloneTogether reads what two persons of two states did with nobody else there, whatever it was: "A et B
// ont vidé en tête à tête leur querelle".
func (d *doc) aloneTogether(k int) {
	s := d.sents[k]
	for i := s.from; i < s.to && d.lex.Options.Gendered; i++ {
		if e, ok := d.units[i].entry(lexicon.Each); !ok || e.Index != 2 || d.units[i].actor >= 0 {
			continue
		}
		n := d.lastBefore(i, s)
		for n >= s.actors[0] && !d.actors[n].subj {
			n--
		}
		if n < s.actors[0] {
			return
		}
		ps, end := d.group(n), d.pastComma(d.groupEnd(n), s)
		if len(ps) == 2 && d.apart(ps[:1], ps[1:]) && d.wasDone(end, s) && !d.told(ps) {
			d.emit(claim{left: ps[:1], right: ps[1:], status: graph.Held, sent: k, rule: d.lex.Lang + ".alone"}, i, false, true)
		}
		return
	}
}

// stateAt is the state of a name, an adjective or a place at unit i, empty for none.
func (d *doc) stateAt(i int) string {
	if e, ok := d.units[i].entry(lexicon.Adj); ok {
		return e.Code
	}
	return d.codeOf(i)
}
