package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// coordinate links actors of one list: "A, B et C", "avec A et avec B".
func (d *doc) coordinate(first int, s sentence) {
	for n := first; n+1 < len(d.actors); n++ {
		m := d.furtherOn(n)
		a, b := &d.actors[n], &d.actors[m]
		if b.prev >= 0 || !d.joinable(a, b) { // by whom a relative clause here is about
			continue
		}
		j, ok := d.junction(first, n, m, s)
		if !ok || j.prep != lexicon.None && j.prep != a.gov && !d.sameWordBefore(n, m) {
			continue
		}
		if j.and && (j.comma && d.newClause(a, b, s) || d.sidesGoOn(a, b)) || !j.and && d.commaParts(n, b, s) {
			continue
		}
		if !j.and && d.sharedOffice(n) {
			if b.subj = false; m+1 < len(d.actors) && d.pluralClitic(b.to) && d.actors[m+1].from == b.to+1 {
				d.actors[m+1].subj = false // "A and B, the two countries' ministers, met"
			}
			continue
		}
		if !j.and && (!d.commaJoins(n, m, s) || d.frontedPartner(n, m, s)) {
			continue
		}
		a.next, b.prev = m, n
		b.gov = a.gov
		b.subj = a.subj
	}
}

// joinable reports two actors of which neither is a pronoun that is told with nobody.
func (d *doc) joinable(a, b *actor) bool {
	if b.pron == lexicon.First || b.pron == lexicon.Second {
		return b.latest && a.gov == lexicon.Between
	}
	if b.pron == lexicon.He && d.lex.Options.Gendered && !d.units[b.from].set.has(lexicon.Adverb) {
		return false // "A, puis il": none but "lui" is told with others
	}
	if a.pron == lexicon.None || d.alsoNamed(a) {
		return true
	}
	fronted := a.subj || a.gov == lexicon.Between || a.gov == lexicon.By
	return d.lex.Options.Fronted && fronted && (a.pron == lexicon.He || a.pron == lexicon.She)
}

// junction is what stands between two actors of one list.
type junction struct {
	and, comma bool
	prep       lexicon.Class // said again before the second
}

// junction reads it between actors n and m; not ok if anything else stands there.
func (d *doc) junction(first, n, m int, s sentence) (j junction, ok bool) {
	a, b := &d.actors[n], &d.actors[m]
	i := max(d.pastRelative(a.to, b.from), d.pastHead(a.to, b.from))
	j, ok = junction{comma: i > a.to, prep: lexicon.None}, true
	for to := d.beforeCapitals(b, b.from-1, s) + 1; i < to; i++ {
		u := &d.units[i]
		switch {
		case d.pastBehalf(i, to) > i:
			i = d.pastBehalf(i, to) - 1
		case j.and && u.punct == ',' && d.pastInsertion(i, s) == b.from-1 && governor(&d.units[b.from-1]) == a.gov && a.gov != lexicon.None:
			i = d.pastInsertion(i, s) - 1 // "with A and, two hours later, with B"
		case u.punct == ',', u.punct == '-' && i == a.to && i == b.from-1 && d.actTogether(n, m, s):
			j.comma = true
		case u.punct == ';' && d.listed(n, m, s):
			j.and = true
		case d.ownerOf(m) == u.actor && u.actor >= first:
			i = d.actors[u.actor].to - 1
		case u.set.has(lexicon.And), u.set.has(lexicon.Including) && (a.plural || a.deleg) && !a.named:
			j.and = true
		case u.set.has(lexicon.With) && i == b.from-1 && (a.plural || a.deleg) && !a.named && d.toldAmong(b.to, s):
			j.and = true // "a group of lawyers, with A and B among them"
		case u.set.has(lexicon.Adverb):
		case u.actor < 0 && u.set.has(lexicon.Country) && !a.named && len(a.codes) > 0 && (j.comma || j.and): // "lãnh đạo Hy Lạp, Bulgaria và B"
		case i == a.to && a.plural && !a.named && u.kind == text.Word && !u.known() && !u.cap && i+1 < b.from && d.units[i+1].set.has(lexicon.Including):
		case d.sameOf(i, m, s) > i:
			i = d.sameOf(i, m, s) - 1
		case governor(u) != lexicon.None && j.prep == lexicon.None && i == b.from-1:
			j.prep = governor(u)
		default:
			ok = false // but go on: sameOf tells of which state the second is, joined or not
		}
	}
	return j, ok && (j.and || j.comma)
}

// toldAmong reports the words "among them" behind those of a list, the first of whom ends before unit i.
func (d *doc) toldAmong(i int, s sentence) bool {
	const reach = 14
	for end := min(i+reach, s.to); i < end; i++ {
		u := &d.units[i]
		switch {
		case u.set.has(lexicon.Including) && u.actor < 0:
			return true
		case u.actor < 0 && u.punct != ',' && !u.set.has(lexicon.And):
			return false
		}
	}
	return false
}

// commaParts reports a comma behind actor n that begins something else.
func (d *doc) commaParts(n int, b *actor, s sentence) bool {
	a := &d.actors[n]
	if a.owner {
		return true // whose wife comes behind the comma
	}
	if a.gov != lexicon.None && (b.pron == lexicon.He || b.pron == lexicon.She) {
		return true // "After a walk with A, he and B talked"
	}
	if b.gov != lexicon.None {
		return false
	}
	listGoesOn := a.gov == lexicon.Beside && a.from > s.from+1 && d.listEnds(n, s)
	return d.listClosed(a, s) || d.leadsIn(a) && !listGoesOn && !d.seenByTwo(n, s)
}

// commaJoins reports a comma between actors n and m that stands for "and".
func (d *doc) commaJoins(n, m int, s sentence) bool {
	return d.commaPair(n, s) || d.inTurn(n, s) || d.hostsListed(n, s) || d.seenByTwo(n, s) || d.headlinePair(n, s) || d.actTogether(n, m, s) || d.endsColonList(n, s) ||
		d.listGoesOn(m, s) && (d.actors[n].gov == lexicon.None || !d.listIsSubject(m, s))
}

// frontedPartner reports a phrase of company with which the sentence begins, before its subject: "With A, B held talks".
func (d *doc) frontedPartner(n, m int, s sentence) bool {
	a := &d.actors[n]
	return a.gov == lexicon.With && a.prev < 0 && a.from == s.from+1 && d.predicateAfter(m, s)
}

// alsoNamed reports "Elle et B" and "Lui et B": a pronoun as the first of a list.
func (d *doc) alsoNamed(a *actor) bool {
	return a.subj && (a.pron == lexicon.He || a.pron == lexicon.She) && !a.speaker && a.to < len(d.units) && d.units[a.to].set.has(lexicon.And)
}

// pastBehalf is the unit behind ", pour le Bénin," from unit i on, i itself if nothing like it is there.
func (d *doc) pastBehalf(i, end int) int {
	if i+3 >= end || d.units[i].punct != ',' || !d.units[i+1].set.has(lexicon.Behalf) {
		return i
	}
	j := i + 2 + one(d.units[i+2].set.has(lexicon.Def))
	if j+1 < end && d.codeOf(j) != "" && d.units[j+1].punct == ',' {
		return j + 1
	}
	return i
}

// sidesGoOn reports "với A và hai bên ký" and "gặp A, rồi cả hai dự": both sides are no
// further partner.
func (d *doc) sidesGoOn(a, b *actor) bool {
	return !a.subj && (b.side || b.pron == lexicon.They) && b.gov == lexicon.None && b.to < len(d.units) && d.predicate(b.to) && !d.units[b.to].set.has(lexicon.Be)
}

// leadsIn reports a phrase that stands before the subject and ends in a comma:
// "Nhận lời mời của A, B và C".
func (d *doc) leadsIn(a *actor) bool {
	switch a.gov {
	case lexicon.Hosted, lexicon.Beside, lexicon.Prep, lexicon.After:
		return true
	}
	return false
}

// groupOf returns the actors of the coordination that n belongs to, good until the
// next article.
func (d *doc) groupOf(n int) []int {
	for d.actors[n].prev >= 0 {
		n = d.actors[n].prev
	}
	first := len(d.ints)
	for ; n >= 0; n = d.actors[n].next {
		d.ints = append(d.ints, n)
	}
	return slices.Clip(d.ints[first:])
}
