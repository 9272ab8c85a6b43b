package extract

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/weigh"
)

// Pair is two persons of an article who can be the two sides of a contact, with what
// the text as a whole says for and against it.
type Pair struct {
	A, B    FactPerson
	Row     weigh.Row // one count for each of Features
	Claimed bool      // a rule has found their contact
}

//go:embed weights.txt
var weightFile string

// readWeights reads the weights and checks that they are of the counts that are
// counted today.
func readWeights() (*weigh.Model, error) {
	m, err := weigh.Read(weightFile)
	if err != nil {
		return nil, fmt.Errorf("weights.txt: %w; make it anew with \"loader learn\"", err)
	}
	if !slices.Equal(m.Features, Features()) {
		return nil, fmt.Errorf("weights.txt is of other features than the engine counts; make it anew with \"loader learn\"")
	}
	return m, nil
}

// Features returns what the counts of a row count, in order.
func Features() (names []string) {
	d := &doc{
		lex: &lexicon.Lexicon{}, persons: make([]person, 2), units: make([]unit, 1), sents: []sentence{{to: 1}}, items: make([]item, 1), marks: make([]signSet, 1),
	}
	stands := trait{sents: []int{0}, near: make([]reachable, 1)}
	w := &weigher{d: d, zone: -1, here: []int{0, 1}, sents: []int{0}, crowd: []int{2}, names: &names, homes: make([]string, 2), ties: d.ties(), traits: []trait{stands, stands}}
	w.weigh(0, 1)
	w.told()
	return names
}

// Pairs returns the pairs of an article, to learn from and to measure on. Lines in
// another language than the article's are left out.
func (x *Extractor) Pairs(a *article.Article) (out []Pair) {
	d := x.pool.Get().(*doc)
	defer x.pool.Put(d)
	d.text, d.pub = a.Text, published(a)
	if d.lex = x.mainLanguage(&d.probe, a.Text); d.lex == nil {
		return nil
	}
	d.tokenize()
	d.segmentAll(a.Blocks)
	d.readAlone()
	d.mark()
	for _, p := range d.pairings() {
		out = append(out, Pair{A: d.named(p.p), B: d.named(p.q), Row: p.row(), Claimed: d.held(p.p, p.q)})
	}
	return out
}

// named is a person by all forms of the name.
func (d *doc) named(p int) FactPerson {
	f := FactPerson{}
	for _, n := range d.persons[p].names {
		f.Aliases = append(f.Aliases, d.names[n].text)
	}
	f.Name = f.Aliases[0]
	return f
}
