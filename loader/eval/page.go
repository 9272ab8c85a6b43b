package eval

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	tokens "github.com/diplograph/diplograph/loader/text"
)

// page is a text cut into sentences, to show where a fact stands or should
// have been found.
type page struct {
	text  string
	lex   *lexicon.Lexicon // nil for a language without one
	toks  []tokens.Token
	sents []tokens.Range
}

func newPage(text, lang string) *page {
	p, rules := &page{text: text}, &tokens.Rules{}
	if lex, err := lexicon.Load(lang); err == nil {
		p.lex, rules = lex, &lex.Rules
	}
	p.toks = tokens.Tokenize(nil, text, 0, len(text), rules)
	p.sents = tokens.Sentences(nil, p.toks, text)
	return p
}

// sentence returns sentence i on one line.
func (p *page) sentence(i int) string {
	r := p.sents[i]
	return strings.Join(strings.Fields(p.text[p.toks[r.From].Start:p.toks[r.To-1].End]), " ")
}

// at returns the sentence that holds the byte at offset, or -1.
func (p *page) at(offset int) int {
	return slices.IndexFunc(p.sents, func(r tokens.Range) bool {
		return int(p.toks[r.From].Start) <= offset && offset < int(p.toks[r.To-1].End)
	})
}

// naming returns the sentences that name somebody: by one of the forms, or by
// one of the words that are theirs alone.
func (p *page) naming(forms []string, own map[string]bool) (found []int) {
	for i := range p.sents {
		ws := nameWords(p.sentence(i))
		if slices.ContainsFunc(ws, func(w string) bool { return own[w] }) ||
			slices.ContainsFunc(forms, func(f string) bool { return holds(ws, nameWords(f)) }) {
			found = append(found, i)
		}
	}
	return found
}

// holds reports whether part stands in ws in one piece. Parts too short to
// mean anybody do not count.
func holds(ws, part []string) bool {
	if len(part) == 0 || len(part) == 1 && len(part[0]) < 3 {
		return false
	}
	for i := range len(ws) - len(part) + 1 {
		if slices.Equal(ws[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// tells reports whether sentence i has a verb or noun of the event.
func (p *page) tells(i int, event string) bool {
	if p.lex == nil {
		return false
	}
	toks := p.toks[p.sents[i].From:p.sents[i].To]
	ids := p.ids(toks)
	for k := range ids {
		if _, sense := p.lex.Match(ids[k:], toks[k:]); slices.ContainsFunc(sense.Entries, func(e lexicon.Entry) bool {
			return e.Class == lexicon.Verb && p.lex.Verbs[e.Index].Event == event ||
				e.Class == lexicon.Noun && p.lex.Nouns[e.Index].Event == event
		}) {
			return true
		}
	}
	return false
}

func (p *page) ids(toks []tokens.Token) []int32 {
	ids, buf := make([]int32, len(toks)), []byte(nil)
	for i, t := range toks {
		if t.Kind == tokens.Word {
			ids[i], buf = p.lex.Word(buf, t.Text(p.text))
		}
	}
	return ids
}
