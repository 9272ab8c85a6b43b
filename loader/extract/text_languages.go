package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// alien is a line in another language than the article, or in its own without the
// diacritics that tell its words apart. lex is nil if no lexicon reads it.
type alien struct {
	start, end int // bytes
	lex        *lexicon.Lexicon
}

// readAll reads the article in its main language and every line of another
// language in that one: a caption in English under a French story. What no
// lexicon reads is passed over.
func (x *Extractor) readAll(d *doc, blocks []article.Block, r *graph.Report) {
	d.text = d.withoutPage(d.text)
	whole, main := d.text, d.lex
	d.tokenize()
	d.segmentAll(blocks)
	aliens := x.aliens(d)
	if len(aliens) > 0 {
		d.text = blanked(whole, aliens, main)
		d.tokenize()
		d.segmentAll(blocks)
	}
	d.understandAll()
	d.report(r)
	for _, l := range languagesOf(aliens) {
		d.lex, d.text = l, blanked(whole, aliens, l)
		d.tokenize()
		d.segmentAll(blocks)
		d.understandAll()
		var other graph.Report
		d.report(&other)
		merge(r, &other)
	}
}

// mainLanguage is the language of the whole text or, in a text of several, the one
// of most of its lines by length, a third at least.
func (x *Extractor) mainLanguage(p *probe, s string) (best *lexicon.Lexicon) {
	if best = x.detect(p, s); best != nil {
		return best
	}
	size := map[string]int{}
	for line := range strings.SplitSeq(s, "\n") {
		l := x.detect(p, line)
		if l == nil {
			continue
		}
		size[l.Lang] += len(line)
		if size[l.Lang]*3 >= len(s) && (best == nil || size[l.Lang] > size[best.Lang]) {
			best = l
		}
	}
	return best
}

// aliens finds the lines that hardly hold a word of the main language, as it is
// written in the rest of the text.
func (x *Extractor) aliens(d *doc) (out []alien) {
	for _, l := range d.lines() {
		if a, ok := x.bared(d, l); ok {
			out = append(out, a)
			continue
		}
		words, hits := d.familiar(l)
		if words < 5 || hits*8 >= words || d.lex.Options.Sparse && hits*12 >= words {
			continue
		}
		other := x.detect(&d.probe, d.text[l.start:l.end])
		if other == nil && words < 8 || other != nil && other.Lang == d.lex.Lang {
			continue // a list of names has no language
		}
		out = append(out, alien{l.start, l.end, other})
	}
	return out
}

// bared is a line that lost the diacritics which the rest of the text has; without
// them its words would be taken for others, and for names.
func (x *Extractor) bared(d *doc, l line) (alien, bool) {
	s := d.text[l.start:l.end]
	plain := d.lex.For(s)
	if plain == d.lex || len(strings.Fields(s)) < 5 || x.detect(&d.probe, s) != plain {
		return alien{}, false
	}
	return alien{l.start, l.end, plain}, true
}

// familiar counts the words of a line that are no names, and those of them that
// are function words, offices, verbs or nouns of the language.
func (d *doc) familiar(l line) (words, hits int) {
	for i := d.sents[l.from].from; i < d.sents[l.to-1].to; i++ {
		u := &d.units[i]
		if u.kind != text.Word || u.cap && !u.known() {
			continue
		}
		words++
		if w := weight(u.set, d.toks, u.from); w != 0 || !u.set.any(lexicon.Role, lexicon.Verb, lexicon.Noun) && !(d.lex.Options.Tones && d.ids[u.from] != 0 && bearsMark(d.toks[u.from].Text(d.text))) {
			hits += w
		} else {
			hits++
		}
	}
	return words, hits
}

// blanked is the text with all but the lines of one language made of spaces;
// offsets stay what they are. The main language is that of all other lines.
func blanked(s string, aliens []alien, keep *lexicon.Lexicon) string {
	b := []byte(s)
	mine := func(a alien) bool { return a.lex == keep }
	if !slices.ContainsFunc(aliens, mine) {
		for _, a := range aliens {
			blank(b[a.start:a.end])
		}
		return string(b)
	}
	at := 0
	for _, a := range aliens {
		if mine(a) {
			blank(b[at:a.start])
			at = a.end
		}
	}
	blank(b[at:])
	return string(b)
}

func blank(b []byte) {
	for i := range b {
		if b[i] != '\n' {
			b[i] = ' '
		}
	}
}

// languagesOf are the lexicons of the lines, each once, by language. No two are of
// one language: the one of the text is not among them.
func languagesOf(aliens []alien) (out []*lexicon.Lexicon) {
	for _, a := range aliens {
		if a.lex != nil && !slices.Contains(out, a.lex) {
			out = append(out, a.lex)
		}
	}
	slices.SortFunc(out, func(a, b *lexicon.Lexicon) int { return strings.Compare(a.Lang, b.Lang) })
	return out
}

// merge adds what the lines of another language say to the report.
func merge(r, s *graph.Report) {
	for _, c := range s.Countries {
		if i := slices.IndexFunc(r.Countries, func(x graph.ReportedCountry) bool { return x.Code == c.Code }); i >= 0 {
			r.Countries[i].Mentions = append(r.Countries[i].Mentions, c.Mentions...)
		} else {
			r.Countries = append(r.Countries, c)
		}
	}
	parties, orgs := mergeGroups(&r.Parties, s.Parties), mergeGroups(&r.Organizations, s.Organizations)
	persons := mergePersons(r, s, parties, orgs)
	actors := func(as []graph.ActorClaim) {
		for i := range as {
			switch as[i].Kind {
			case graph.ActorPerson:
				as[i].Index = persons[as[i].Index]
			case graph.ActorParty:
				as[i].Index = parties[as[i].Index]
			case graph.ActorOrganization:
				as[i].Index = orgs[as[i].Index]
			}
		}
	}
	for _, m := range s.Meetings {
		for i := range m.Participants {
			m.Participants[i].Person = persons[m.Participants[i].Person]
		}
		if i := slices.IndexFunc(r.Meetings, func(x graph.MeetingClaim) bool { return retells(&x, &m) }); i >= 0 {
			r.Meetings[i].Evidence = append(r.Meetings[i].Evidence, m.Evidence...)
			continue
		}
		r.Meetings = append(r.Meetings, m)
	}
	for _, c := range s.Delegations {
		c.Head = persons[c.Head]
		actors(c.Represents)
		r.Delegations = append(r.Delegations, c)
	}
	for _, c := range s.Agreements {
		actors(c.Signers)
		r.Agreements = append(r.Agreements, c)
	}
}

// retells reports that m says nothing that x does not say: the same persons, no day and
// no place.
func retells(x, m *graph.MeetingClaim) bool {
	met := func(p graph.ParticipantClaim) bool {
		return slices.ContainsFunc(m.Participants, func(q graph.ParticipantClaim) bool { return q.Person == p.Person })
	}
	return x.Status == m.Status && x.Mode == m.Mode && m.Date == "" && m.Place == "" && len(x.Participants) == len(m.Participants) &&
		!slices.ContainsFunc(x.Participants, func(p graph.ParticipantClaim) bool { return !met(p) })
}

// mergeGroups appends the groups that are new; the result leads from the old
// indexes to those of the list.
func mergeGroups(list *[]graph.ReportedGroup, more []graph.ReportedGroup) []int {
	at := make([]int, len(more))
	for i, g := range more {
		at[i] = slices.IndexFunc(*list, func(x graph.ReportedGroup) bool {
			return g.Key != "" && g.Key == x.Key || text.Fold(g.Name) == text.Fold(x.Name)
		})
		if at[i] < 0 {
			at[i] = len(*list)
			*list = append(*list, g)
			continue
		}
		have := &(*list)[at[i]]
		have.Mentions = append(have.Mentions, g.Mentions...)
	}
	return at
}

// mergePersons does the same for persons: the same folded name is the same
// person inside one article.
func mergePersons(r, s *graph.Report, parties, orgs []int) []int {
	at := make([]int, len(s.Persons))
	for i, p := range s.Persons {
		at[i] = slices.IndexFunc(r.Persons, func(q graph.ReportedPerson) bool {
			same := func(n string) bool { return text.Fold(n) == text.Fold(p.Name) }
			return same(q.Name) || slices.ContainsFunc(q.Aliases, same)
		})
		if at[i] >= 0 {
			q := &r.Persons[at[i]]
			q.Mentions = append(q.Mentions, p.Mentions...)
			for _, n := range append([]string{p.Name}, p.Aliases...) {
				if n != q.Name && !slices.Contains(q.Aliases, n) {
					q.Aliases = append(q.Aliases, n)
				}
			}
			if q.Country == "" {
				q.Country = p.Country
			}
			continue
		}
		for k := range p.Parties {
			p.Parties[k] = parties[p.Parties[k]]
		}
		for k := range p.Organizations {
			p.Organizations[k] = orgs[p.Organizations[k]]
		}
		at[i] = len(r.Persons)
		r.Persons = append(r.Persons, p)
	}
	return at
}
