package extract

import (
	"embed"
	"fmt"
	"slices"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/weigh"
)

// Question is something that the weights answer with a probability.
type Question string

// The questions.
const (
	HaveMet   Question = "met"    // have two persons met?
	HasLed    Question = "led"    // has a person led a delegation?
	HasSigned Question = "signed" // has a person signed a document?
)

// Questions returns all of them, in order.
func Questions() []Question { return []Question{HaveMet, HasLed, HasSigned} }

// Case is a question asked of an article, with what the text as a whole says for and
// against it.
type Case struct {
	Question Question
	A, B     FactPerson // B is empty when the question is of one person
	Row      weigh.Row  // one count for each of Features
	Claimed  bool       // a rule says yes
}

// weights are the models that answer the questions.
type weights map[Question]*weigh.Model

//go:embed weights/*.txt
var weightFiles embed.FS

// readWeights reads the weights and checks that they are of the counts that are
// counted today.
func readWeights() (weights, error) {
	all := weights{}
	for _, q := range Questions() {
		name := "weights/" + string(q) + ".txt"
		raw, err := weightFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		m, err := weigh.Read(string(raw))
		if err != nil {
			return nil, fmt.Errorf("%s: %w; make it anew with \"loader learn\"", name, err)
		}
		if !slices.Equal(m.Features, Features(q)) {
			return nil, fmt.Errorf("%s is of other features than the engine counts; make it anew with \"loader learn\"", name)
		}
		all[q] = m
	}
	return all, nil
}

// Features returns what the counts of a row count, in order.
func Features(q Question) (names []string) {
	d := &doc{
		lex: &lexicon.Lexicon{}, persons: make([]person, 2), units: make([]unit, 1), sents: []sentence{{to: 1}}, items: make([]item, 1), marks: make([]signSet, 1),
	}
	w := &weigher{d: d, zone: -1, here: []int{0, 1}, sents: []int{0}, names: &names, traits: map[int]*trait{0: {sents: []int{0}}, 1: {sents: []int{0}}}}
	if q == HaveMet {
		w.weigh(0, 1)
	} else {
		w.weighOne(0)
	}
	return names
}

// Cases returns what can be asked of an article, to learn from and to measure on.
// Lines in another language than the article's are left out.
func (x *Extractor) Cases(a *article.Article) (out []Case) {
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
		out = append(out, Case{Question: HaveMet, A: d.named(p.p), B: d.named(p.q), Row: p.row, Claimed: d.held(p.p, p.q)})
	}
	for _, p := range d.singles() {
		out = append(out, Case{Question: HasLed, A: d.named(p.p), Row: p.row, Claimed: d.leader(p.p)})
		out = append(out, Case{Question: HasSigned, A: d.named(p.p), Row: p.row, Claimed: d.signer(p.p)})
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

// signer reports whether some claim is of p as a signer.
func (d *doc) signer(p int) bool {
	return slices.ContainsFunc(d.signs, func(x signing) bool { return slices.Contains(x.persons, p) })
}
