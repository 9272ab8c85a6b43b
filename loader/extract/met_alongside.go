package extract

import (
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// alongside reads what somebody has done together with an official of another state, or
// before one, whatever it was: "A a repris dimanche avec B le fil de leurs échanges", "Devant B,
// A a déroulé la liste". The partner has to stand right behind the verb, or to open the sentence:
// "l'accord conclu avec B" tells of no contact.
func (d *doc) alongside(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1] && d.lex.Options.Gendered; n++ {
		b := &d.actors[n]
		if b.gov != lexicon.With && !d.before(n) || !b.named && !d.before(n) || b.prev >= 0 || len(b.persons) == 0 {
			continue
		}
		v := d.doneBefore(b.from-2, s)
		if v < 0 && d.before(n) && b.from == s.from+1 {
			v = d.doneBehind(n, s)
		}
		if v < 0 {
			continue
		}
		f := frame{d: d, k: k, s: s, c: &d.said[s.item], g: d.verbGroup(v, lexicon.PP, s)}
		st, ok := f.g.status()
		if left := f.subject(); ok && st == graph.Held && !f.g.be && len(left) == 1 && d.apart(left, b.persons) {
			d.emit(claim{left: left, right: d.group(n), status: st, sent: k, rule: d.lex.Lang + ".alongside"}, v, false, true)
		}
	}
}

// atSide reports "à ses côtés" at unit i: see words.txt.
func (d *doc) atSide(i int) bool {
	if i >= len(d.units) {
		return false
	}
	e, ok := d.units[i].entry(lexicon.Beside)
	return ok && e.Index == 3
}

// before reports "devant B": see words.txt.
func (d *doc) before(n int) bool {
	e, ok := d.units[max(d.actors[n].from-1, 0)].entry(lexicon.To)
	return ok && e.Index == 2 && d.actors[n].gov == lexicon.To
}

// doneBehind is the verb of the main clause after the words that hold actor n, told as done; -1
// if there is none.
func (d *doc) doneBehind(n int, s sentence) int {
	for m := d.lastOf(n) + 1; m < s.actors[1]; m++ {
		a := &d.actors[m]
		if !a.subj || a.gov != lexicon.None || d.units[a.from-1].punct != ',' || !d.did(a.to, s) {
			continue
		}
		return d.verbAfter(a.to, s)
	}
	return -1
}

// doneBefore is the participle of a verb that tells of no contact by itself right before
// unit i, with its auxiliary; days, places and adverbs may stand between. -1 for none.
func (d *doc) doneBefore(i int, s sentence) int {
	for i > s.from {
		u := &d.units[i]
		switch {
		case u.date >= 0 || u.punct == ',' || u.set.has(lexicon.Adverb) && u.actor < 0:
			i--
			continue
		case u.set.has(lexicon.Place) && d.units[i-1].set.either(lexicon.In, lexicon.To):
			i -= 2
			continue
		case u.actor >= 0 || u.cap || !d.units[i-1].set.has(lexicon.Have):
			return -1
		case !u.known():
			return i
		}
		for _, v := range d.verbsOf(i) {
			if v.verb.Event == "plain" && v.form&lexicon.PP != 0 && !v.verb.Flags.Has("accuses") {
				return i
			}
		}
		return -1
	}
	return -1
}

// overPhone reads words to somebody at the other end of a line, whatever the verb: "A a tenu à
// rassurer, au téléphone, B", "A était au téléphone avec B", and "Au bout du fil, B".
func (d *doc) overPhone(k int) {
	s := d.sents[k]
	phone := d.phoneIn(s)
	if phone < 0 || s.actors[0] == s.actors[1] {
		return
	}
	n := s.actors[0]
	if a := &d.actors[n]; phone <= s.from+1 && a.from > phone && a.named && len(a.persons) == 1 && d.verbless(phone, a.from) {
		d.atTheOtherEnd(k, n, phone)
		return
	}
	for m := n; m < s.actors[1]; m++ {
		a := &d.actors[m]
		if !a.subj || a.gov != lexicon.None || a.next >= 0 || a.prev >= 0 || len(a.persons) != 1 {
			continue
		}
		f := frame{d: d, k: k, s: s, c: &d.said[s.item], g: d.spokenAfter(a.to, s)}
		st, ok := f.g.status()
		if !ok || st != graph.Held || f.g.at < a.to || d.writes(k) {
			return
		}
		for _, gov := range []lexicon.Class{lexicon.With, lexicon.To, lexicon.From, lexicon.None} {
			if ps := f.after(f.g.at, gov); len(ps) == 1 && d.apart(a.persons, ps) {
				d.emit(claim{left: a.persons, right: ps, status: st, sent: k, rule: d.lex.Lang + ".phone"}, phone, true, true)
				return
			}
		}
		return
	}
}

// spokenAfter is the group of the verb, or of "to be", that follows unit i after days and
// adverbs; it stands before unit i if there is none.
func (d *doc) spokenAfter(i int, s sentence) verbGroup {
	last := -1
	for ; i < s.to; i++ {
		u := &d.units[i]
		switch {
		case u.date >= 0 || u.actor < 0 && u.set.any(lexicon.Have, lexicon.HaveFut, lexicon.BeFut, lexicon.Not, lexicon.Adverb, lexicon.Done, lexicon.Plan, lexicon.For, lexicon.Refl):
		case u.set.has(lexicon.Be) && u.actor < 0:
			last = i
		case u.set.has(lexicon.Verb) && u.actor < 0:
			return d.verbGroup(i, d.verbsOf(i)[0].form, s)
		case i > 0 && u.kind == text.Word && !u.known() && !u.cap && d.units[i-1].set.any(lexicon.Have, lexicon.Done, lexicon.Plan, lexicon.Adverb):
			return d.verbGroup(i, lexicon.PP, s) // a verb that the lexicon does not know
		case last >= 0:
			return d.verbGroup(last, lexicon.Fin, s)
		default:
			return verbGroup{at: -1}
		}
	}
	return verbGroup{at: -1}
}

// atTheOtherEnd reads "Au bout du fil, B": with the next one who acts in the sentence, or with
// whom the text was about, or with the subject of the next sentence.
func (d *doc) atTheOtherEnd(k, n, phone int) {
	b, c := d.actors[n].persons, &d.said[d.sents[k].item]
	var whose []int
	for m := d.groupOf(n)[len(d.groupOf(n))-1] + 1; m < d.sents[k].actors[1] && whose == nil; m++ {
		if a := &d.actors[m]; a.subj && a.prev < 0 && len(a.persons) == 1 {
			whose = a.persons
		}
	}
	if p := c.subject; whose == nil && p >= 0 && p != b[0] {
		whose = []int{p}
	} else if p := c.earlier - 1; whose == nil && p >= 0 && p != b[0] {
		whose = []int{p}
	}
	if k+1 < len(d.sents) && whose == nil && d.sents[k+1].item == d.sents[k].item {
		for m := d.sents[k+1].actors[0]; m < d.sents[k+1].actors[1] && whose == nil; m++ {
			if a := &d.actors[m]; a.subj && a.named && len(a.persons) == 1 && a.persons[0] != b[0] {
				whose = a.persons
			}
		}
	}
	if len(whose) == 1 && d.apart(whose, b) {
		d.emit(claim{left: whose, right: b, status: graph.Held, sent: k, rule: d.lex.Lang + ".phone"}, phone, true, true)
	}
}

// lastApposed is the last one of a list that ends right before a participle of the singular: "A et B,
// reçue par C".
func (f *frame) lastApposed() []int {
	m := f.endingAt(f.g.from)
	if !f.g.bare || m < 0 || f.d.actors[m].prev < 0 || strings.HasSuffix(f.d.textOf(f.g.at, f.g.at+1), "s") {
		return nil
	}
	return f.d.actors[m].persons
}

// latePatient is who was received where the passive stands before its subject: "Ont été reçus
// par A l'ambassadeur B et C", "Le premier reçu par A aura été B".
func (f *frame) latePatient() []int {
	d := f.d
	if f.g.from == f.s.from && !f.g.be {
		return nil
	}
	first := f.g.from > f.s.from && d.units[f.g.from-1].set.either(lexicon.First, lexicon.Second)
	if !first && f.g.from > d.afterDateline(f.s) {
		return nil
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= f.g.at || a.gov != lexicon.None || a.prev >= 0 {
			continue
		}
		if first && !d.predicative(a.from-1) {
			return nil
		}
		return d.group(n)
	}
	return nil
}

// saluting reports a delegation that pays its respects to somebody, and does not praise for
// something: "la délégation avait salué le ministre X".
func (f *frame) saluting() bool {
	n := f.subjectActor()
	if f.g.object && f.invertedSubject() >= 0 {
		return true // "où l'a salué A"
	}
	if n < 0 || !f.d.actors[n].deleg {
		return false
	}
	for m := f.s.actors[0]; m < f.s.actors[1]; m++ {
		if a := &f.d.actors[m]; a.from > f.g.at && a.gov == lexicon.None && a.prev < 0 {
			end := f.d.groupEnd(m)
			if end < f.s.to && f.d.units[end].punct == ',' {
				end++
			}
			return end == f.s.to || !f.d.units[end].set.either(lexicon.For, lexicon.Of)
		}
	}
	return false
}

// onVisit is who stands right before "en visite" whose noun is unit i: "la cérémonie d'accueil
// de X, en visite d'État"; -1 for nobody.
func (d *doc) onVisit(i int, s sentence) int {
	if i < s.from+2 || !d.units[i-1].set.has(lexicon.In) {
		return -1
	}
	f := frame{d: d, s: s}
	n := f.endingAt(i - 1)
	if n < 0 || !d.actors[n].named || len(d.actors[n].persons) != 1 {
		return -1
	}
	return n
}
