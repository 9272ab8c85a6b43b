package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// looseSigners are those whom a sentence without a verb names after one that tells of signing.
func (d *doc) looseSigners(k int) {
	d.fragment(k)
	d.papersListed(k)
	d.listedPaper(k)
}

// listedPaper reads one line of a list of papers with those who signed each: "Who signed what?", then
// "- Energy: A and B." and "- a pact on fishing, by C and D;"; and the answer to "Who signed?".
func (d *doc) listedPaper(k int) {
	s := d.sents[k]
	asked := d.afterQuestion(k)
	if !asked && !d.listLine(k) || !d.verbless(s.from, s.to) || slices.ContainsFunc(d.signs, func(x signing) bool { return x.sent == k }) {
		return
	}
	head, at := d.signedAbove(k)
	if head < 0 {
		return
	}
	f := frame{d: d, k: k, s: s, c: &d.said[s.item], g: verbGroup{at: s.from, from: s.from}}
	label := !asked && d.units[s.from].kind == text.Word
	colon := max(d.soleColon(s), s.from)
	if label {
		colon = d.labelEnd(k)
	}
	x := signing{sent: k, rule: d.lex.Lang + ".signed.list", what: f.paperOfLine(colon), date: d.dateOf(at, head)}
	if x.persons = f.lineSigners(colon, asked); label && (len(x.persons) < 2 || !d.joinedIn(colon, s.to)) {
		return
	}
	if len(x.persons) == 0 {
		if x.bodies = d.bodiesUnder(s.from, s.to, lexicon.Between); len(x.bodies) == 0 && colon > s.from {
			x.bodies, _ = d.bodiesAt(colon+1, s.to)
		}
		if len(x.bodies) < 2 {
			return
		}
	}
	if x.what == "" {
		x.what = f.known()
	}
	if x.what != "" {
		d.signs = append(d.signs, x)
	}
}

// afterQuestion reports that the sentence before is a question.
func (d *doc) afterQuestion(k int) bool {
	return k > 0 && d.sents[k-1].item == d.sents[k].item && d.units[d.sents[k-1].to-1].punct == '?'
}

// listLine reports a sentence that is a line of a list: a dash or a bullet opens it.
func (d *doc) listLine(k int) bool {
	s := d.sents[k]
	if s.to-s.from < 3 {
		return false
	}
	if d.units[s.from].kind == text.Word {
		return d.labelEnd(k) > s.from
	}
	return d.dash(s.from) || strings.ContainsRune("•·*", firstRune(d.textOf(s.from, s.from+1)))
}

// labelEnd is the dash or colon behind the words that open a line of their own before the names of those who signed what
// they tell: "Extradition — A and B"; -1 if no line is built so.
func (d *doc) labelEnd(k int) int {
	s := d.sents[k]
	if k == 0 || !d.newLine(d.sents[k-1].end, s.start) {
		return -1
	}
	for i := s.from; i+1 < s.to && i < s.from+6; i++ {
		u := &d.units[i]
		switch {
		case i > s.from && (u.punct == ':' || d.dash(i) && d.textOf(i, i+1) != "-"):
			n := d.units[i+1].actor
			if n < 0 || !d.actors[n].named || d.actors[n].from != i+1 || d.actors[n].gov != lexicon.None {
				return -1
			}
			return i
		case u.actor >= 0 || u.kind != text.Word || u.date >= 0 || u.set.any(lexicon.Caption, lexicon.Agency, lexicon.Verb):
			return -1
		}
	}
	return -1
}

// joinedIn reports a name that "and" joins to others among units [from, to).
func (d *doc) joinedIn(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if n := d.units[i+1].actor; d.units[i].set.has(lexicon.And) && d.units[i].actor < 0 && n >= 0 && d.actors[n].named {
			return true
		}
	}
	return false
}

// signedAbove is the sentence that leads to the list in which sentence k is, and its word for signing; -1
// if it tells of none that is done, or of who did it.
func (d *doc) signedAbove(k int) (head, at int) {
	head = k - 1
	for head >= 0 && d.sents[head].item == d.sents[k].item && d.listLine(head) {
		head--
	}
	if head < 0 || d.sents[head].item != d.sents[k].item || d.signedHere(head) {
		return -1, -1
	}
	s := d.sents[head]
	for i := s.from; i < s.to; i++ {
		if u := &d.units[i]; u.actor >= 0 && d.actors[u.actor].named || !d.isVerb(i, "signed") && !d.isNoun(i, "signatory") {
			continue
		}
		for _, v := range d.verbsOf(i) {
			g := d.verbGroup(i, v.form, s)
			if st, ok := g.status(); v.verb.Flags.Has("weak") || !ok || st != graph.Held || v.form&lexicon.Inf != 0 && v.form&lexicon.Fin == 0 {
				return -1, -1
			}
		}
		if !d.realised(s.from, i) {
			return -1, -1
		}
		return head, i
	}
	return -1, -1
}

// paperOfLine is what the line says is signed: a word for a document, else the label before the colon.
func (f *frame) paperOfLine(colon int) string {
	if w := f.documentIn(f.s.from, f.s.to, false); w != "" || colon == f.s.from {
		return w
	}
	return f.d.textOf(f.s.from+one(f.d.units[f.s.from].kind != text.Word), colon)
}

// lineSigners are the persons of a line: its agents, those between whom the paper is, and those
// who stand alone behind the colon or at the start.
func (f *frame) lineSigners(colon int, alone bool) (ps []int) {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if !a.named || a.from <= colon && colon > f.s.from {
			continue
		}
		switch a.gov {
		case lexicon.By, lexicon.Between:
			ps = append(ps, a.persons...)
		case lexicon.None:
			if alone || colon > f.s.from || len(ps) > 0 {
				ps = append(ps, a.persons...)
			}
		}
	}
	return unique(ps)
}
