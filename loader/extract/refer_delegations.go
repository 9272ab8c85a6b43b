package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// delegationHead is who leads the delegation in the item of the actor, told
// anywhere in it; a delegation of another state is another one.
func (d *doc) delegationHead(a *actor) []int {
	if len(a.persons) > 0 {
		return a.persons
	}
	if n := d.equatedHead(a); n >= 0 {
		return d.actors[n].persons
	}
	for i := range d.leads {
		l := &d.leads[i]
		if d.sents[l.sent].item != d.sents[a.sent].item || l.sent > a.sent && len(a.codes) == 0 && a.to-a.from > 1 {
			continue // a delegation told in full is none that comes later
		}
		code := d.persons[l.person].country
		if len(l.codes) > 0 {
			code = l.codes[0]
		}
		if len(a.codes) == 0 && (a.det == lexicon.Def || a.det == lexicon.Dem || a.det == lexicon.None && !d.lex.Options.Article) || len(a.codes) > 0 && (code == "" && (a.codes[0] != d.lex.Home || d.persons[l.person].origin == d.lex.Home) || a.codes[0] == code) {
			return []int{l.person}
		}
	}
	return nil
}

// actingHead is the one person of a state who acts in the story so far, for the head of its delegation, told by no name.
func (d *doc) actingHead(a *actor) []int {
	if !a.subj || len(a.codes) != 1 || !a.role("delegate") {
		return nil
	}
	return sole(d.everyone(), func(p int) bool {
		return d.homeOf(p) == a.codes[0] && d.firstNamed(p) < a.sent && d.topic(p, d.sents[a.sent].item)
	})
}

// equatedHead is the actor named right behind "the head of the delegation is", -1 for none.
func (d *doc) equatedHead(a *actor) int {
	end := d.sents[a.sent].to
	if a.deleg || a.to+1 >= end || !d.units[a.to].set.has(lexicon.Be) {
		return -1
	}
	if n := d.units[a.to+1].actor; n >= 0 && d.actors[n].named && len(d.actors[n].persons) == 1 {
		return n
	}
	return -1
}

// everyone are the persons of the article.
func (d *doc) everyone() []int {
	ps := make([]int, len(d.persons))
	for p := range ps {
		ps[p] = p
	}
	return ps
}

// sole is the only one of some persons that fits, none if several do.
func sole(ps []int, fits func(p int) bool) []int {
	found := -1
	for _, p := range ps {
		if !fits(p) {
			continue
		}
		if found >= 0 {
			return nil
		}
		found = p
	}
	if found < 0 {
		return nil
	}
	return []int{found}
}

// headBefore is the head of a delegation told before the actor, the only one of its
// item so far: "the visitors".
func (d *doc) headBefore(a *actor) []int {
	ps := d.delegationHead(a)
	for i := range d.leads {
		if l := &d.leads[i]; d.sents[l.sent].item == d.sents[a.sent].item && (len(ps) == 1 && l.person == ps[0]) != (l.sent <= a.sent) {
			return nil
		}
	}
	return ps
}

// delegationTold is a delegation with what is left out of it: whose it is was told just before,
// "Đoàn gồm năm người", else it is of the state of its head.
func (d *doc) delegationTold(a *actor, p, k int) *actor {
	if len(a.codes) > 0 || a.party >= 0 {
		return a
	}
	of := *a
	for n := d.sents[k].actors[1] - 1; n >= 0 && d.actors[n].sent >= k-2 && a.to-a.from < 2; n-- {
		b := &d.actors[n]
		if !b.deleg || d.sents[b.sent].item != d.sents[k].item {
			continue
		}
		if code := d.madeUpOf(b); code != "" && len(b.codes) == 0 && b.party < 0 {
			of.codes = []string{code}
			return &of
		}
		if (len(b.codes) > 0 || b.party >= 0) && (len(b.codes) == 0 || d.homeOf(p) == "" || b.codes[0] == d.homeOf(p)) {
			of.codes, of.party = b.codes, b.party
			return &of
		}
	}
	if abroad := cmp.Or(d.foreignState(a), d.madeUpOf(a), d.ofSideBefore(a)); abroad != "" {
		of.codes = []string{abroad}
	} else if home := d.homeOf(p); home != "" {
		of.codes = []string{home}
	}
	return &of
}

// foreignState is the only state but the paper's own that a delegation names: "Nhóm nghị sĩ hữu
// nghị Estonia - Việt Nam"; empty for none.
func (d *doc) foreignState(a *actor) (code string) {
	for i := a.from; i < a.to; i++ {
		c := d.codeOf(i)
		if c == "" || c == d.lex.Home || c == code {
			continue
		}
		if code != "" {
			return ""
		}
		code = c
	}
	return code
}

// headMeantHere reports "Trưởng đoàn Lào" as the subject that opens a sentence: one of that state, of whom the text told before.
func (d *doc) headMeantHere(a *actor) bool {
	return a.subj && a.from == d.afterDateline(d.sents[a.sent]) && len(a.persons) == 1 && a.persons[0] >= 0 && len(a.codes) == 1 && d.persons[a.persons[0]].country == a.codes[0]
}

// headMeant are the agents of the verb, but where a pronoun stands for the agent who is named right before the
// delegation, with which "and" joins him: "thư mời của A, B cùng đoàn đại biểu do ông dẫn đầu".
func (f *frame) headMeant(deleg int) []int {
	d := f.d
	if f.before > 0 && d.actors[f.before-1].pron != lexicon.None {
		if m := d.actors[deleg].prev; m >= 0 && d.actors[m].named && len(d.actors[m].persons) == 1 && d.actors[m].persons[0] >= 0 {
			return d.actors[m].persons
		}
		if m := d.besideDelegation(deleg, f.s); m >= 0 {
			return d.actors[m].persons
		}
	}
	return f.agent()
}

// besideDelegation is the subject with whom a delegation goes: "B tới Hà Nội cùng phái đoàn do chính ông dẫn dắt", "B cùng các thành
// viên đoàn đại biểu do ông dẫn đầu"; -1 for nobody.
func (d *doc) besideDelegation(deleg int, s sentence) int {
	i := d.actors[deleg].from - 1
	for i > s.from && d.units[i].punct == 0 && !d.units[i].set.either(lexicon.And, lexicon.With) && (d.units[i].actor < 0 || d.units[i].actor == deleg-1 && !d.actors[deleg-1].named) {
		i--
	}
	if i <= s.from || !d.units[i].set.either(lexicon.And, lexicon.With) {
		return -1
	}
	found := -1
	for m := s.actors[0]; m < deleg && d.actors[m].to <= i; m++ {
		if a := &d.actors[m]; a.gov == lexicon.None && len(a.persons) == 1 && a.persons[0] >= 0 {
			if found >= 0 && d.actors[found].persons[0] != a.persons[0] {
				return -1
			}
			found = m
		}
	}
	return found
}

// madeUpOf is the state of those of whom a delegation is told to consist: "một đoàn 30 doanh nghiệp
// Angola", "phái đoàn gồm 20 quan chức Angola"; empty for none.
func (d *doc) madeUpOf(a *actor) string {
	if !d.lex.Options.Bare || a.to == a.from || a.to >= d.sents[a.sent].to {
		return ""
	}
	for i := a.to; i < d.sents[a.sent].to && i < a.to+8; i++ {
		u := &d.units[i]
		if code := d.codeOf(i); code != "" {
			return code
		}
		if u.punct != 0 || u.actor >= 0 && d.actors[u.actor].named || u.actor < 0 && u.set.has(lexicon.Verb) && !u.set.either(lexicon.Including, lexicon.Adverb) || governor(u) != lexicon.None {
			return ""
		}
	}
	return ""
}

// ofSideBefore is the state of the side that has a delegation, told before it in its clause: "phía Lào có đoàn
// đại biểu do X dẫn đầu"; empty for none.
func (d *doc) ofSideBefore(a *actor) string {
	if s := d.sents[a.sent]; a.from > s.from && a.to > a.from {
		if codes := d.sideCodes(max(d.clauseStart(a.from, s), a.from-6), a.from); len(codes) > 0 {
			return codes[0]
		}
	}
	return ""
}

// whom reports "que" before a subject: the object of its verb is told before it.
func (d *doc) whom(i int) bool {
	e, ok := d.units[i].entry(lexicon.That)
	return ok && e.Index == 1 && d.units[i].actor < 0
}

// ofOneWord reports a subject that is one small word at the start: "It was headed by X", "Elle
// était conduite par X".
func (f *frame) ofOneWord() bool {
	u, v := &f.d.units[f.s.from], f.g.from
	if v > f.s.from && f.d.units[v-1].set.has(lexicon.Be) {
		v--
	}
	return v == f.s.from+1 && u.name < 0 && (u.actor < 0 || f.d.actors[u.actor].pron != lexicon.None)
}

// onlyDoes reports units from one on that tell what somebody does who is named behind them, in a
// language whose verbs need no pronoun there: "dự hội nghị ở Paris".
func (d *doc) onlyDoes(from, to int) bool {
	for i := from; i < to; i++ {
		if u := &d.units[i]; u.punct != 0 || u.actor >= 0 || u.set.any(lexicon.Have, lexicon.HaveFut, lexicon.That, lexicon.Be) {
			return false
		}
	}
	return from < to
}

// whoLeads reports "Dẫn đầu đoàn Lào dự hội nghị là X", up to the word before X.
func (f *frame) whoLeads(deleg, to int) bool {
	a := &f.d.actors[deleg]
	return a.from == f.g.at+1 && f.d.onlyDoes(a.to, to) && f.subjectActor() < 0
}

// atItsHead reports "một đoàn có X làm trưởng đoàn" and "đoàn Lào có X, Chủ tịch Quốc hội, đứng đầu", with X before the verb.
func (f *frame) atItsHead() bool {
	n := f.endingAt(f.g.from)
	if f.headBeside() {
		return true
	}
	if n < 0 || !f.d.actors[n].named {
		return false
	}
	i := max(f.d.actors[n].from-1, f.s.from)
	u := &f.d.units[i]
	if !f.d.endsWith(&f.d.units[f.g.at], lexicon.Noun) {
		m := f.d.units[max(i-1, f.s.from)].actor
		return u.set.has(lexicon.Support) && m >= 0 && f.d.actors[m].deleg
	}
	return u.set.either(lexicon.Support, lexicon.With) || u.punct == ','
}

// headBeside reports "đoàn Lào với X làm trưởng đoàn".
func (f *frame) headBeside() bool {
	return f.companion > 0 && f.d.endsWith(&f.d.units[f.g.at], lexicon.Noun) && f.delegationBefore() >= 0
}

// ownDelegation reads a verb that holds the word for a delegation, with what it is behind it: "X
// làm trưởng đoàn đại biểu cấp cao Bộ Công an Lào thăm Pháp".
func (f *frame) ownDelegation(st graph.Status) bool {
	ps := f.subject()
	if !f.d.endsWith(&f.d.units[f.g.at], lexicon.Noun) || len(ps) == 0 || ps[0] < 0 {
		return false
	}
	of, i, body := actor{sent: f.k, from: f.g.at, to: f.g.at + 1, party: -1, org: -1}, f.g.at+1, false
	for ; i < f.s.to && i < f.g.at+12 && len(of.codes) == 0; i++ {
		u := &f.d.units[i]
		if u.punct != 0 || u.date >= 0 || u.name >= 0 || u.set.any(lexicon.And, lexicon.In, lexicon.With, lexicon.That) || u.set.has(lexicon.Verb) && !u.cap {
			break
		}
		if u.actor >= 0 && (f.d.actors[u.actor].named || len(f.d.actors[u.actor].persons) > 0 && !slices.Equal(f.d.actors[u.actor].persons, ps)) {
			return false
		}
		body = body || u.set.any(lexicon.Body, lexicon.Portfolio, lexicon.Party, lexicon.Org, lexicon.Role)
		if c := f.d.codeOf(i); c != "" {
			of.codes = []string{c}
		}
	}
	if len(of.codes) == 0 && !body {
		return false // "trưởng đoàn bóng đá"
	}
	f.d.addLeadOf(ps[0], &of, st, f.k, f.d.lex.Lang+".led.head", f.g.at)
	return true
}

// ledNext is the head of visitors told without names, when the next sentence begins with their delegation and
// says who heads it: "received guests from Chad. Their delegation is headed by X"; nil for none.
func (d *doc) ledNext(a *actor) []int {
	k := a.sent + 1
	if a.det != lexicon.None || len(a.roles) == 0 || !a.role("generic") && !a.role("delegate") && a.roles[0].key != "deputy" || k >= len(d.sents) || d.sents[k].item != d.sents[a.sent].item || d.sents[k].actors[0] == d.sents[k].actors[1] {
		return nil
	}
	b := &d.actors[d.sents[k].actors[0]]
	if b.from != d.sents[k].from || !b.deleg || b.det != lexicon.Def && b.det != lexicon.Poss || len(b.codes) > 0 {
		return nil
	}
	for i := range d.leads {
		if l := &d.leads[i]; l.sent == k && l.status == graph.Held {
			if len(l.codes) == 0 {
				l.codes = a.codes
			}
			return []int{l.person}
		}
	}
	return nil
}

// membersNext are those of whom one of the next sentences says that a delegation told without names consists: "received a
// delegation from Chad. The delegation comprised X and Y"; nil for nobody.
func (d *doc) membersNext(a *actor) []int {
	if a.det == lexicon.Def || a.det == lexicon.Poss || a.det == lexicon.Dem {
		return nil
	}
	for k := a.sent + 1; k <= a.sent+2 && k < len(d.sents) && d.sents[k].item == d.sents[a.sent].item; k++ {
		n := d.sents[k].actors[0]
		if n+1 >= d.sents[k].actors[1] {
			continue
		}
		b, m := &d.actors[n], &d.actors[n+1]
		if b.from != d.sents[k].from || !b.deleg || b.det != lexicon.Def && b.det != lexicon.Poss || len(b.codes) > 0 && !slices.Equal(b.codes, a.codes) {
			continue
		}
		if v := m.from - 1; m.named && m.gov == lexicon.None && v >= b.to && v < b.to+3 && slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool { return x.verb.Flags.Has("lists") }) {
			return d.personsOf(d.groupOf(n + 1))
		}
	}
	return nil
}

// ofDeputies reports the head of a delegation who is told as one of a parliament, or whose delegation is told by the word for actor a:
// "đoàn nghị sĩ do X dẫn đầu ... các nghị sĩ".
func (d *doc) ofDeputies(l *lead, a *actor) bool {
	if slices.ContainsFunc(d.persons[l.person].offices, func(o office) bool { return o.key == "deputy" || o.key == "speaker" }) {
		return true
	}
	end := d.units[a.roles[0].to-1].to
	word := d.tokenText(end-1, end)
	for n := d.sents[max(l.sent-1, 0)].actors[0]; n < d.sents[l.sent].actors[1]; n++ {
		b := &d.actors[n]
		if b.deleg && slices.Contains(b.persons, l.person) && strings.Contains(d.textOf(b.from, min(b.to+4, d.sents[b.sent].to)), word) {
			return true
		}
	}
	return false
}
