package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// bodiesAt are the organizations listed from unit i on, known or not, in the way the
// language names them, and the end of the list.
func (d *doc) bodiesAt(i, end int) (names []string, to int) {
	if d.lex.Options.Gendered {
		if names, to = d.bodyNames(i, end); len(names) == 1 {
			if two := d.twoBodies(i, end); two != nil {
				return two, to
			}
		}
		return names, to
	}
	if i = d.pastState(i, end); i < end && d.bodyHead(i) {
		return d.bodyList(i, end)
	}
	return nil, i
}

// abutting are the organizations whose list begins where a subject can and ends right
// before the verb, or before the words of time and the auxiliaries there; end is where it
// must end.
func (f *frame) abutting() (names []string, end int) {
	d := f.d
	end = d.pastWhere(f.g.from, f.s)
	for end > f.s.from && d.units[end-1].actor < 0 && (d.units[end-1].set.any(lexicon.Adverb, lexicon.Have, lexicon.Each) || d.units[end-1].date >= 0 || end < f.g.from && d.units[end].date >= 0 && d.units[end-1].set.either(lexicon.Prep, lexicon.In)) {
		end--
	}
	end = f.beforeSaying(d.pastWhere(end, f.s))
	if end-2 > f.s.from && d.units[end-1].set.has(lexicon.And) && d.units[end-2].set.has(lexicon.Verb) && d.units[end-2].actor < 0 && !d.units[end-2].cap {
		end -= 2 // "negotiated and signed"
	}
	end = d.asideUpTo(f.s.from, end)
	for i := f.s.from; i < end; i++ {
		if i > f.s.from && !d.opensSubject(i-1) && !(i == f.s.from+1 && d.dash(f.s.from)) {
			continue
		}
		if names, to := d.bodiesAt(i, end); len(names) > 0 && to == end {
			return names, end
		}
	}
	return nil, end
}

// beforeSaying is the unit before a verb of speech up to unit end, whose subject tells what it did itself: "X said it had
// signed", "X a annoncé avoir signé"; end if none stands there.
func (f *frame) beforeSaying(end int) int {
	d, i := f.d, end
	if i-1 > f.s.from && d.units[i-1].actor >= 0 && d.actors[d.units[i-1].actor].pron != lexicon.None && len(d.actors[d.units[i-1].actor].persons) == 0 {
		i--
	}
	if i-1 <= f.s.from || d.units[i-1].actor >= 0 || !d.isVerb(i-1, "say") && !d.verbsOf(i-1).Has("voices") && !d.verbsOf(i-1).Has("clause") || !d.realised(f.s.from, i-1) && i == end {
		return end
	}
	for i--; i > f.s.from && d.units[i-1].actor < 0 && d.units[i-1].set.either(lexicon.Have, lexicon.Adverb); i-- {
	}
	return i
}

// pastWhere is the unit before the words up to unit end that tell where or when in general: "tại Hà Nội", "trong ngày".
func (d *doc) pastWhere(end int, s sentence) int {
	for end > s.from && d.units[end-1].actor < 0 && d.units[end-1].set.either(lexicon.Have, lexicon.Adverb) {
		end--
	}
	if i := end - 2; i > s.from && d.units[i].actor < 0 && d.units[i].set.has(lexicon.In) && d.units[i+1].actor < 0 && d.units[i+1].set.any(lexicon.Place, lexicon.Country, lexicon.Day) {
		return i
	}
	return end
}

// opensSubject reports a unit after which a subject can begin.
func (d *doc) opensSubject(i int) bool {
	u := &d.units[i]
	return u.punct != 0 && u.punct != '-' && u.punct != '(' || u.actor < 0 && !u.cap && u.set.any(lexicon.That, lexicon.Verb, lexicon.After)
}

// bodyFollows reports the name of an organization at unit i.
func (d *doc) bodyFollows(i, end int) bool {
	names, _ := d.bodiesAt(i, end)
	return len(names) > 0
}

// bodiesUnder are the organizations after the first of the given prepositions among units
// [from, end).
func (d *doc) bodiesUnder(from, end int, gov lexicon.Class) []string {
	for i := from; i+1 < end; i++ {
		if u := &d.units[i]; u.actor < 0 && u.set.has(gov) {
			names, _ := d.bodiesAt(i+1, end)
			return names
		}
	}
	return nil
}

// passiveBodies are the organizations by which a document was signed, or between
// which it is.
func (f *frame) passiveBodies() []string {
	d, verb := f.d, &f.d.units[f.g.at]
	if verb.to-verb.from > 1 && d.wordSet(d.ids[verb.to-1], d.toks[verb.to-1]).has(lexicon.By) { // "signed by"
		names, _ := d.bodiesAt(f.g.at+1, f.s.to)
		return names
	}
	for i := f.s.from; i+1 < f.s.to; i++ {
		u := &d.units[i]
		if u.actor >= 0 || !u.set.has(lexicon.Between) && (i < f.g.at || !u.set.has(lexicon.By) || !f.d.onlyWhen(f.g.at+1, i)) {
			continue
		}
		if names, _ := d.bodiesAt(i+1, f.s.to); len(names) > 0 {
			if len(names) == 1 && i > f.g.at {
				return f.bodiesWithThem(names) // "by X with Y"
			}
			return names
		}
	}
	return nil
}

// onlyWhen reports units that tell where, when and why, as they stand between a verb and its
// agent: no other verb, also none unknown after a comma ("apprend-on").
func (d *doc) onlyWhen(from, to int) bool {
	parted := false
	to = d.asideUpTo(from, to)
	for i := from; i < to; i++ {
		u := &d.units[i]
		parted = parted || u.punct != 0
		if u.set.either(lexicon.That, lexicon.Who) && !u.set.has(lexicon.After) || u.set.has(lexicon.Verb) && !u.set.has(lexicon.Noun) && !d.afterDeterminer(i) || parted && u.kind == text.Word && !u.known() && !u.cap && u.date < 0 {
			return false
		}
	}
	return true
}

// betweenThem are the persons between whom a document was signed, told after the verb or
// right after the document before it.
func (f *frame) betweenThem() []int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.gov != lexicon.Between || a.prev >= 0 || f.d.groupSize(n) < 2 {
			continue
		}
		if after := a.from > f.g.at; after && f.d.otherNoun(f.g.at+1, a.from) || !after && (a.to > f.g.from || f.documentIn(f.s.from, a.from, true) == "" || f.d.otherNoun(f.s.from, a.from)) {
			continue
		}
		return f.d.group(n)
	}
	return nil
}

// inverted reports a verb whose subject follows it in a relative clause: "l'accord qu'ont
// signé A et B".
func (f *frame) inverted() bool {
	return f.g.from > f.s.from && f.d.units[f.g.from-1].set.has(lexicon.That) && !f.g.passive()
}

// governments are the states whose governments, joined by "and", are the subject right before the verb
// at unit end: "le gouvernement togolais et celui du Bénin", "Chính phủ Việt Nam và Chính phủ Lào".
func (d *doc) governments(s sentence, end int) (codes []string) {
	first := d.afterDateline(s)
	for i := first; i < end; i++ {
		if i > first && !d.opensSubject(i-1) {
			continue
		}
		codes = codes[:0]
		for j := i; ; j++ {
			code, to := d.government(j, end)
			if code == "" {
				break
			}
			if codes = append(codes, code); to == end {
				return codes
			}
			if j = to; !d.units[j].set.has(lexicon.And) {
				break
			}
		}
	}
	return nil
}

// government is the state whose government is told from unit i on, and the unit after it.
func (d *doc) government(i, end int) (code string, to int) {
	for i < end && d.units[i].set.has(lexicon.Def) && d.units[i].name < 0 {
		i++
	}
	if i+1 >= end || d.units[i].actor >= 0 {
		return "", i
	}
	if code = d.stateAt(i); code != "" {
		j := i + 1
		if d.clitic(j) {
			j++
		}
		if j < end && d.units[j].set.has(lexicon.Government) {
			return code, j + 1
		}
		return "", i
	}
	if !d.units[i].set.has(lexicon.Government) {
		return "", i
	}
	for i++; i < end && d.units[i].actor < 0 && d.units[i].set.either(lexicon.Of, lexicon.Def); i++ {
	}
	if i < end && d.units[i].actor < 0 {
		return d.stateAt(i), i + 1
	}
	return "", i
}

// firmsMeant are the two organizations for which "hai hãng" right before the verb stands: the only two named before it
// in its sentence, else in one of the two sentences before.
func (f *frame) firmsMeant() []string {
	d, i := f.d, f.g.from-1
	for i > f.s.from && d.units[i].actor < 0 && d.units[i].set.either(lexicon.Have, lexicon.Adverb) {
		i--
	}
	if i <= f.s.from || d.units[i].actor >= 0 || d.units[i].cap || !d.units[i].set.either(lexicon.Body, lexicon.Namesake) || !d.units[i-1].set.has(lexicon.Two) {
		return nil
	}
	return f.twoNamed(i-1, 2)
}

// twoNamed are the only two organizations named before unit end in its sentence, else in one of as many
// sentences before as back tells.
func (f *frame) twoNamed(end, back int) []string {
	d, from := f.d, f.s.from
	for k := f.k; ; {
		if names := d.bodiesNamed(from, end); len(names) > 0 {
			if len(names) != 2 {
				return nil
			}
			return names
		}
		if k--; k < 0 || k < f.k-back || d.sents[k].item != f.s.item {
			return nil
		}
		from, end = d.sents[k].from, d.sents[k].to
	}
}

// onlyCapital reports a word at unit i that the lexicon does not know, behind one that it may go with: "10 tỷ USD",
// "đến Giồng Trôm".
func (d *doc) onlyCapital(i int) bool {
	if u := &d.units[i]; u.set.any(lexicon.Body, lexicon.Org, lexicon.Country) || d.beginsBody(u) {
		return false
	}
	v := &d.units[i-1]
	return v.kind == text.Number || v.kind == text.Word && (v.set.either(lexicon.In, lexicon.To) || !v.cap && !v.set.any(lexicon.And, lexicon.With, lexicon.Between, lexicon.Verb, lexicon.By, lexicon.Passive, lexicon.Body))
}

// bodiesNamed are the organizations named among units [from, end), each once.
func (d *doc) bodiesNamed(from, end int) (names []string) {
	for i := from; i < end; i++ {
		if !d.bodyHead(i) || i > from && d.onlyCapital(i) {
			continue
		}
		found, to := d.bodyList(i, end)
		if len(found) == 1 {
			found = strings.Split(found[0], " - ") // "Vietnam Airlines - Boeing: ..."
		}
		for _, w := range found {
			if !slices.Contains(names, w) {
				names = append(names, w)
			}
		}
		i = max(i, to-1)
	}
	return names
}

// firmKind reports a word in lower case for a kind of firms, which is no part of the name behind it. See
// words.txt.
func (d *doc) firmKind(i int) bool {
	e, ok := d.units[i].entry(lexicon.Body)
	return ok && e.Index == 2 && !d.units[i].cap && d.units[i].actor < 0
}

// capWithin reports a word with a capital among units [from, to).
func (d *doc) capWithin(from, to int) bool {
	for i := from; i < to; i++ {
		if d.units[i].cap {
			return true
		}
	}
	return false
}

// pastKind is the unit of the name behind words that tell of what kind a firm is: "le groupe français X"; i
// if no name follows them.
func (d *doc) pastKind(i, end int) int {
	if i >= end || !d.firmKind(i) {
		return i
	}
	for j := i + 1; j < end && j < i+4; j++ {
		u := &d.units[j]
		switch {
		case u.kind != text.Word || u.actor >= 0 || u.date >= 0:
			return i
		case u.cap:
			return j
		case u.known() && !u.set.either(lexicon.Adj, lexicon.Body):
			return i
		}
	}
	return i
}

// sidesAt are the governments, states and organizations listed from unit i on, with what is said of one
// between commas: "le gouvernement mongol, représenté par deux ministres, et le groupe X".
func (d *doc) sidesAt(i, end int) (codes, bodies []string, to int) {
	for i < end {
		if code, j := d.government(i, end); code != "" {
			codes, to = append(codes, code), j
		} else if code, j := d.stateNamed(i, end); code != "" {
			codes, to = append(codes, code), j
		} else if names, j := d.bodiesAt(i, end); len(names) > 0 {
			bodies, to = append(bodies, names...), j
		} else {
			break
		}
		i = d.pastAsideTo(to, end)
		if i >= end || !d.units[i].set.has(lexicon.And) || d.units[i].actor >= 0 {
			break
		}
		i++
	}
	return codes, bodies, to
}

// stateNamed is the state named at unit i, behind its article, and the unit behind it.
func (d *doc) stateNamed(i, end int) (code string, to int) {
	if i < end && d.units[i].set.has(lexicon.Def) && d.units[i].actor < 0 {
		i++
	}
	if i >= end || d.units[i].actor >= 0 || !d.units[i].set.has(lexicon.Country) || d.namesOn(i) {
		return "", i
	}
	return d.codeOf(i), i + 1
}

// pastAsideTo is the "and" behind words between commas that begin at unit i, i if there are none.
func (d *doc) pastAsideTo(i, end int) int {
	if i >= end || d.units[i].punct != ',' {
		return i
	}
	for j := i + 1; j+1 < end && j < i+12; j++ {
		if d.units[j].punct == ',' {
			if d.units[j+1].set.has(lexicon.And) {
				return j + 1
			}
			return i
		}
	}
	return i
}

// mixedSides are the state and the organizations between which a paper was signed, or by which: "signed
// between the Mongolian government and the group X".
func (f *frame) mixedSides() (codes, bodies []string) {
	d := f.d
	for i := f.s.from; i+1 < f.s.to; i++ {
		u := &d.units[i]
		if u.actor >= 0 || !u.set.has(lexicon.Between) && (i < f.g.at || !u.set.has(lexicon.By) || !d.onlyWhen(f.g.at+1, i)) {
			continue
		}
		if codes, bodies, _ = d.sidesAt(i+1, f.s.to); len(bodies) > 0 && len(codes)+len(bodies) > 1 {
			return codes, bodies
		}
	}
	return nil, nil
}

// mixedSubject are the state and the organizations that are the subject right before unit end.
func (f *frame) mixedSubject(end int) (codes, bodies []string) {
	d := f.d
	for i := f.s.from; i < end; i++ {
		if i > f.s.from && !d.opensSubject(i-1) {
			continue
		}
		if codes, bodies, to := d.sidesAt(i, end); to == end && len(codes) > 0 && len(bodies) > 0 {
			return codes, bodies
		}
	}
	return nil, nil
}

// bodyNames are the organizations from unit i on, joined by commas and "and", in a
// language that puts an article before each: "l'Institut X et le ministère lao du Y".
func (d *doc) bodyNames(i, end int) (names []string, to int) {
	for i < end {
		if d.units[i].set.has(lexicon.Def) {
			i++
			if i+1 < end && d.units[i].set.has(lexicon.Adj) && !d.units[i].cap && d.units[i].actor < 0 && d.units[i+1].cap {
				i++ // "le canadien X"
			}
		}
		i = d.pastKind(i, end)
		j := d.bodyName(i, end)
		if j == i {
			break
		}
		names, to = append(names, d.writtenBody(i, j)), d.pastBrackets(j, end)
		if i = to; i < end && d.units[i].punct == ',' && d.relativeAt(i+1) {
			i = d.pastAsideTo(i, end) // "X, dont le patron était du voyage, et Y"
		}
		if i >= end || d.units[i].punct != ',' && !d.units[i].set.has(lexicon.And) {
			break
		}
		i++
	}
	return names, to
}

// twoBodies cuts one name with "and" before a capital in two: "la Société des
// hydrocarbures et Rosneft", where there must be two.
func (d *doc) twoBodies(i, end int) []string {
	if i < end && d.units[i].set.has(lexicon.Def) {
		i++
	}
	j := d.bodyName(i, end)
	for k := j - 2; k > i; k-- {
		if d.units[k].set.has(lexicon.And) && d.units[k+1].cap && !(k == i+1 && d.units[i].set.has(lexicon.Place)) {
			return []string{d.writtenBody(i, k), d.writtenBody(k+1, j)}
		}
	}
	return nil
}

// governmentsBetween are the states of "signé entre les gouvernements togolais et béninois", "entre les gouvernements du
// Togo et du Bénin", "between the government of Togo and the government of Benin".
func (f *frame) governmentsBetween() (codes []string) {
	d := f.d
	for i := f.s.from; i+2 < f.s.to; i++ {
		if !d.units[i].set.has(lexicon.Between) && !(i > f.g.at && d.units[i].set.has(lexicon.By)) || d.units[i].actor >= 0 {
			continue
		}
		j := i + 1 + one(d.units[i+1].set.has(lexicon.Def))
		if j >= f.s.to || !d.units[j].set.has(lexicon.Government) {
			continue
		}
		for j++; j < f.s.to && (d.units[j].actor < 0 || !d.actors[d.units[j].actor].named); j++ {
			if c := d.stateAt(j); c != "" {
				codes = append(codes, c)
			} else if !d.units[j].set.any(lexicon.Of, lexicon.Def, lexicon.And, lexicon.Contracted, lexicon.Government) && d.units[j].punct != ',' {
				break
			}
		}
		if len(codes) > 1 {
			return codes
		}
		codes = nil
	}
	return nil
}

// headBehind reports "and" inside the name of a body that begins at unit i, behind its article, and whose head noun is
// told only at its end: "the Ports and Harbours Authority".
func (d *doc) headBehind(i, and, end int) bool {
	if i == 0 || !d.units[i-1].set.has(lexicon.Def) || d.units[and+1].actor >= 0 {
		return false
	}
	for j := i; j < and; j++ {
		if u := &d.units[j]; u.name >= 0 || u.set.any(lexicon.Thing, lexicon.Body, lexicon.Org, lexicon.Party, lexicon.Country, lexicon.Seat) || u.punct != 0 || d.toks[u.from].AllCaps {
			return false
		}
	}
	for j := and + 1; j < end && d.units[j].cap && d.units[j].kind == text.Word; j++ {
		if j > and+1 && d.units[j].set.either(lexicon.Thing, lexicon.Body) {
			return true
		}
	}
	return false
}
