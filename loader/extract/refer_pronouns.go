package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// mainPronoun is whom the pronoun that is the subject of the sentence means, for an object
// pronoun in a clause of its own with another subject: "Trước đó ông thăm Lào, nơi Y tiếp
// ông"; -1 for nobody.
func (d *doc) mainPronoun(a *actor, subject int) int {
	if d.lex.Home == "" || a.subj || subject < 0 {
		return -1
	}
	for n := d.sents[a.sent].actors[0]; n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		b := &d.actors[n]
		if b.subj && (b.pron == lexicon.He || b.pron == lexicon.She) && b.pron == a.pron && len(b.persons) == 1 && b.persons[0] != subject {
			return b.persons[0]
		}
	}
	return -1
}

// acrossStates is whom a subject pronoun means where the last subject would meet a
// compatriot: "Bộ trưởng X đón Tổng thống Y. Sau đó ông hội kiến Chủ tịch nước Z" tells
// of Y; -1 if nothing speaks against the last subject. In French within one sentence only: "X a
// rencontré Y, avant qu'il ne soit reçu par Z".
func (d *doc) acrossStates(a *actor, c *discourse) int {
	if d.lex.Home == "" && !(c.since == a.sent) || !a.subj || c.subject < 0 || d.homeOf(c.subject) == "" {
		return -1
	}
	home := d.homeOf(c.subject)
	if b := d.contactAfter(a); b < 0 || d.homeOf(b) != home {
		return -1
	}
	if p := c.partner(c.subject); p >= 0 && d.homeOf(p) != "" && d.homeOf(p) != home {
		return p
	}
	for i := len(c.recent) - 1; i >= 0; i-- {
		if p := c.recent[i]; d.homeOf(p) != "" && d.homeOf(p) != home && (d.active(p, a) || d.namedBefore(p, a)) {
			return p
		}
	}
	return -1
}

// contactAfter is the first person named after a subject and a verb of contact, before
// any other clause; -1 for none.
func (d *doc) contactAfter(a *actor) int {
	s, met := d.sents[a.sent], false
	for i := a.to; i < s.to; i++ {
		u := &d.units[i]
		if n := u.actor; n >= 0 {
			if b := &d.actors[n]; met && b.named && !b.subj && b.from == i && len(b.persons) > 0 && (b.gov == lexicon.None || b.gov == lexicon.Passive || b.gov == lexicon.By) {
				return b.persons[0]
			}
			return -1
		}
		if u.punct == ';' || u.punct == ':' || u.set.either(lexicon.That, lexicon.Who) {
			return -1
		}
		for _, v := range d.verbsOf(i) {
			met = met || v.verb.Event == "met"
		}
		met = met || u.set.has(lexicon.Passive)
	}
	return -1
}

// calledSo reports an office of p that the words of a title make more exact, or less:
// "Chủ tịch X" is one of "hai Chủ tịch Quốc hội".
func (d *doc) calledSo(r *roleUse, p int) bool {
	title := d.textOf(r.from, r.to)
	return slices.ContainsFunc(d.persons[p].offices, func(o office) bool {
		switch {
		case d.lex.Options.Bare:
			return strings.HasPrefix(title, o.title) || strings.HasPrefix(o.title, title)
		case d.lex.Options.Premodifier: // "the Secretary" is the Foreign Secretary
			return strings.HasSuffix(strings.ToLower(o.title), " "+strings.ToLower(title))
		}
		return false
	})
}

// actsOrHere reports that p does something in the item of an actor, is told of in its
// sentence before it or, where the paper's own state is left out, invites: no mere mention.
func (d *doc) actsOrHere(p int, a *actor) bool {
	if d.active(p, a) || d.lex.Options.Gendered {
		return d.active(p, a)
	}
	for n := 0; n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		b := &d.actors[n]
		if slices.Contains(b.persons, p) && (b.sent == a.sent || b.gov == lexicon.Hosted && d.sents[b.sent].item == d.sents[a.sent].item) {
			return true
		}
	}
	return false
}

// whoOver is who a relative clause is about that an object pronoun stands in: "X, who received
// him"; -1 for nobody.
func (d *doc) whoOver(a *actor) int {
	s := d.sents[a.sent]
	if a.subj {
		return -1
	}
	for i := a.from - 1; i > s.from && d.units[i].actor < 0 && d.units[i].punct == 0; i-- {
		if d.units[i].set.has(lexicon.Who) {
			f := frame{d: d, s: s}
			if n := f.antecedentAt(i); n >= 0 && len(d.actors[n].persons) == 1 {
				return d.actors[n].persons[0]
			}
			return -1
		}
	}
	return -1
}

// womenBeside reports that the text has told of somebody beside p and the subject of a sentence
// who may be a woman.
func (d *doc) womenBeside(p, subject int, c *discourse) bool {
	return slices.ContainsFunc(c.recent, func(q int) bool {
		return q != p && q != subject && d.persons[q].fem >= 0 && (d.persons[q].fem > 0 || !d.manByName(q))
	})
}

// soleBefore is the only one whom a sentence names before a relative clause whose subject is
// pronoun a, if the sentence has no subject that it could mean: "Troops sent by X under the
// accord that he had signed"; -1 for none.
func (d *doc) soleBefore(a *actor) int {
	s, found := d.sents[a.sent], -1
	if !a.subj || a.from <= s.from || !d.units[a.from-1].set.has(lexicon.That) {
		return -1
	}
	for n := s.actors[0]; n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		b := &d.actors[n]
		if b.subj && len(b.persons) == 1 || found >= 0 && b.named {
			return -1
		}
		visits := b.gov == lexicon.Of && b.from-2 >= s.from && d.isNoun(b.from-2, "visit") // "the visit of X, on which he met Y"
		if b.named && (b.gov == lexicon.By || visits) && len(b.persons) == 1 {
			found = b.persons[0]
		}
	}
	return found
}

// elided reports the small word of "l'y attendait" at unit i, before a verb of welcome.
func (d *doc) elided(i int) bool {
	u := &d.units[i]
	return u.set.has(lexicon.Adverb) && u.actor < 0 && d.toks[u.from].End-d.toks[u.from].Start == 1 && slices.ContainsFunc(d.verbsOf(i+1), func(v verbForm) bool {
		return v.verb.Flags.Has("host") || v.verb.Flags.Has("awaits")
	})
}

// manyObjects reports a plural article: see words.txt.
func (d *doc) manyObjects(i int) bool {
	e, ok := d.units[i].entry(lexicon.Def)
	return ok && e.Index == 4
}

// stillReceived is whom sentence k-1 told to be received, for an object pronoun of sentence k with another subject: told by a
// pronoun, "A est à Rome. B l'a reçu. C lui a remis une médaille", or by one at home where the next one is; -1 for nobody.
func (d *doc) stillReceived(k int, c *discourse) int {
	host := c.earlier - 1 // the subject of this sentence has been told of by now
	if host < 0 || c.since != k || c.before != k-1 {
		return -1
	}
	for i := len(d.claims) - 1; i >= 0 && d.claims[i].sent >= k-1; i-- {
		x := &d.claims[i]
		if x.sent != k-1 || !x.hostLeft || len(x.left) != 1 || x.left[0] != host || len(x.right) != 1 {
			continue
		}
		if p := x.right[0]; d.namedLast(p, k-1) < 0 || d.samePlace(host, c.subject) && p != c.subject && d.theVisitor(k, c) != host && d.soleTraveller(k) != host {
			return p
		}
	}
	return -1
}

// samePlace reports that q may be of the state of p, whose state is known.
func (d *doc) samePlace(p, q int) bool {
	home := d.homeOf(p)
	return q >= 0 && home != "" && (d.homeOf(q) == "" || d.homeOf(q) == home)
}

// agreement is the gender that the participle behind "l'" tells, 1 feminine, -1 masculine: "l'a reçue"; 0 for others.
func (d *doc) agreement(a *actor) int {
	i := a.to + 1
	if !d.lex.Options.Gendered || a.subj || a.gov != lexicon.None || a.pron == lexicon.None || i >= d.sents[a.sent].to || !d.units[a.to].set.has(lexicon.Have) || d.toks[d.units[a.from].from].End-d.toks[d.units[a.from].from].Start > 2 {
		return 0
	}
	for _, v := range d.verbsOf(i) {
		if v.form&lexicon.PP != 0 && strings.HasSuffix(d.textOf(i, i+1), "e") {
			return 1
		} else if v.form&lexicon.PP != 0 {
			return -1
		}
	}
	return 0
}

// groupAgain is the delegation with which the sentence before begins, for a pronoun of its gender as the subject of the
// next one: "La délégation lao a été reçue par A. Mercredi, elle"; -1 for none.
func (d *doc) groupAgain(a *actor) int {
	k := a.sent - 1
	if !d.lex.Options.Gendered || a.pron != lexicon.She || !a.subj || k < 0 || d.sents[k].item != d.sents[a.sent].item {
		return -1
	}
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		if b := &d.actors[n]; b.subj && b.gov == lexicon.None {
			if b.deleg && !b.named && !b.plural && b.prev < 0 && b.next < 0 {
				return n
			}
			return -1
		}
	}
	return -1
}
