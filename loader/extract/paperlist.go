package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// papersListed reads a list of papers of which the words before it tell that they were signed. Each
// stands with its signers: "Extradition treaty: ministers A and B", "accord on fishing (A - B)",
// "memorandum between X and Y".
func (d *doc) papersListed(k int) {
	s := d.sents[k]
	from, at, head := d.listOpens(k)
	if from < 0 {
		return
	}
	for i := from; i < s.to; i++ {
		j := i
		for j < s.to && d.units[j].punct != ';' {
			j++
		}
		d.paperEntry(k, i, j, signing{sent: k, rule: d.lex.Lang + ".signed.list", date: d.dateOf(at, head)})
		i = j
	}
}

// listOpens is the unit of sentence k at which papers are listed, and the word with its sentence that
// tells that they were signed; from is -1 if none are.
func (d *doc) listOpens(k int) (from, at, head int) {
	s := d.sents[k]
	if d.opensPaper(s.from, s.to) {
		head := k - 1
		for head >= 0 && d.sents[head].item == s.item && k-head < 24 && !d.endsInColon(head) && d.entryOfList(head) {
			head--
		}
		if head < 0 || d.sents[head].item != s.item || !d.endsInColon(head) {
			return -1, 0, 0
		}
		if at := max(d.tellsSigning(d.sents[head].from, d.sents[head].to), d.morePapers(head, d.sents[head].to)); at >= 0 {
			return s.from, at, head
		}
		if h := head - 1; h >= 0 && d.sents[h].item == s.item && d.verbless(d.sents[head].from, d.sents[head].to) {
			return s.from, d.tellsSigning(d.sents[h].from, d.sents[h].to), h // "The list: ..."
		}
		return -1, 0, 0
	}
	for i := s.from + 1; i+1 < s.to; i++ {
		if d.units[i].punct == ':' && d.opensPaper(i+1, s.to) {
			if at := max(d.tellsSigning(s.from, i), d.morePapers(k, i)); at >= 0 {
				return i + 1, at, k
			}
			return -1, 0, 0
		}
	}
	return -1, 0, 0
}

// endsInColon reports a sentence that announces what follows.
func (d *doc) endsInColon(k int) bool {
	s := d.sents[k]
	return s.to > s.from && d.units[s.to-1].punct == ':'
}

// entryOfList reports a sentence that is an entry of a list of papers, or its number alone.
func (d *doc) entryOfList(k int) bool {
	s := d.sents[k]
	return d.opensPaper(s.from, s.to) || d.pastMark(s.from, s.to) == s.to
}

// pastMark is the unit after a bullet or a number at unit i.
func (d *doc) pastMark(i, end int) int {
	for i < end && (d.units[i].punct != 0 || d.units[i].kind == text.Number) {
		i++
	}
	return i
}

// opensPaper reports the word for a document at unit i, after a bullet or a number.
func (d *doc) opensPaper(i, end int) bool {
	i = d.pastMark(i, end)
	for i < end && d.units[i].actor < 0 && d.units[i].set.any(lexicon.Indef, lexicon.Def) && !d.isPaper(i) {
		i++
	}
	return i < end && d.units[i].actor < 0 && d.isPaper(i)
}

// tellsSigning is the word among units [from, to) that tells of papers signed, -1 if they are only planned or none does.
func (d *doc) tellsSigning(from, to int) int {
	for i := from; i < to; i++ {
		if d.units[i].actor < 0 && (d.isVerb(i, "signed") && !d.verbsOf(i).Has("exchange") || d.isNoun(i, "signature")) {
			if d.realised(from, to) {
				return i
			}
			return -1
		}
	}
	return -1
}

// morePapers is the word for papers in sentence k, up to unit end, after a sentence that told who signed: "Further papers
// followed:"; -1 if there is none, or they are still to come.
func (d *doc) morePapers(k, end int) int {
	s := d.sents[k]
	if !slices.ContainsFunc(d.signs, func(x signing) bool { return x.sent < k && x.sent >= k-3 && d.sents[x.sent].item == s.item }) || !d.realised(s.from, end) {
		return -1
	}
	for i := s.from; i < end; i++ {
		for _, e := range d.units[i].entries {
			if e.Class == lexicon.Noun && e.Form&lexicon.Plural != 0 && d.units[i].actor < 0 && d.isPaper(i) {
				return i
			}
		}
	}
	return -1
}

// paperEntry reads one entry of the list, units [i, end), into x.
func (d *doc) paperEntry(k, i, end int, x signing) {
	if !d.opensPaper(i, end) {
		return
	}
	for i = d.pastMark(i, end); !d.isPaper(i); {
		i++
	}
	f := frame{d: d, k: k, s: d.sents[k], g: verbGroup{at: i, from: i}}
	x.what = f.phrase(i)
	if x.persons = d.signersBehind(i+1, end); len(x.persons) < 2 {
		x.persons = nil
		d.sidesBetween(&x, i+1, end)
	}
	if x.signers() < 2 || slices.ContainsFunc(d.signs, func(y signing) bool {
		return y.sent == k && slices.Equal(y.persons, x.persons) && slices.Equal(y.bodies, x.bodies) && slices.Equal(y.codes, x.codes)
	}) {
		return
	}
	d.signs = append(d.signs, x)
}

// signersBehind are those named behind a colon, a dash or a bracket among units [from, end), if no verb tells anything else of them.
func (d *doc) signersBehind(from, end int) (ps []int) {
	for from < end && d.units[from].punct != ':' && d.units[from].punct != '(' && !d.dash(from) {
		if d.units[from].actor >= 0 && d.actors[d.units[from].actor].named {
			return nil
		}
		from++
	}
	for i := from; i < end; i++ {
		u := &d.units[i]
		if u.actor < 0 {
			if !d.verbless(i, i+1) {
				return nil
			}
			continue
		}
		if a := &d.actors[u.actor]; a.gov == lexicon.Beside || a.gov == lexicon.Of {
			return nil
		} else if a.named && a.from == i {
			ps = append(ps, a.persons...)
		}
	}
	return unique(ps)
}

// sidesBetween adds to x the persons, states or organizations between whom a paper is.
func (d *doc) sidesBetween(x *signing, from, end int) {
	for i := from; i+1 < end; i++ {
		u := &d.units[i]
		if u.actor >= 0 || !u.set.has(lexicon.Between) {
			continue
		}
		if n := d.units[i+1].actor; n >= 0 {
			x.persons = d.group(n)
			return
		}
		for j := i + 1; ; j++ { // "between the government of A and the government of B"
			code, to := d.government(j, end)
			if code == "" {
				break
			}
			x.codes = append(x.codes, code)
			if j = to; j >= end || !d.units[j].set.has(lexicon.And) {
				break
			}
		}
		if len(x.codes) == 0 {
			x.codes, _ = d.stateList(i+1, end)
		}
		if len(x.codes) < 2 {
			x.codes = nil
			x.bodies, _ = d.bodiesAt(i+1, end)
		}
		return
	}
}
