package extract

import (
	"embed"
	"fmt"
	"slices"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/weigh"
)

// Kind is what weights judge; each kind has a model of its own.
type Kind int

const (
	Met    Kind = iota // of two persons: whether they have met
	Signed             // of a person: whether a signer of some document
	Led                // of a person: whether the head of some delegation
	numKinds
)

// Kinds are all there are.
func Kinds() []Kind { return []Kind{Met, Signed, Led} }

// String is the name of the kind among the facts.
func (k Kind) String() string { return [numKinds]string{"met", "signed", "led"}[k] }

// Sample is what the weights are asked of: two persons of an article who can be the two sides
// of a contact, or one alone, with what the text as a whole says for and against it.
type Sample struct {
	Persons []FactPerson
	Row     weigh.Row // one count for each of Features
	Claimed bool      // a rule has found it
}

//go:embed weights
var weightFiles embed.FS

// models has one for each kind, nil where rules alone decide.
type models [numKinds]*weigh.Model

// readWeights reads the weights and checks that they are of the counts that are
// counted today.
func readWeights() (*models, error) {
	var all models
	for _, k := range Kinds() {
		name := "weights/" + k.String() + ".txt"
		raw, err := weightFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		m, err := weigh.Read(string(raw))
		if err != nil {
			return nil, fmt.Errorf("%s: %w; make it anew with \"loader learn\"", name, err)
		}
		if !slices.Equal(m.Features, Features(k)) {
			return nil, fmt.Errorf("%s is of other features than the engine counts; make it anew with \"loader learn\"", name)
		}
		all[k] = m
	}
	return &all, nil
}

// forests makes the models ready.
func (m *models) forests() (out [numKinds]*weigh.Forest, err error) {
	if m == nil {
		return out, nil
	}
	for k, model := range m {
		if model == nil {
			continue
		}
		if out[k], err = model.Forest(); err != nil {
			return out, fmt.Errorf("weights of %s: %w", Kind(k), err)
		}
	}
	return out, nil
}

// Features returns what the counts of a row count, in order.
func Features(k Kind) (names []string) {
	d := &doc{
		lex: &lexicon.Lexicon{}, persons: make([]person, 2), units: make([]unit, 1), sents: []sentence{{to: 1}}, items: make([]item, 1), marks: make([]signSet, 1),
	}
	stands := trait{sents: []int{0}, near: make([]reachable, 1)}
	w := &weigher{d: d, zone: -1, here: []int{0, 1}, sents: []int{0}, crowd: []int{2}, names: &names, homes: make([]string, 2), words: make([][]string, 2), ties: d.ties(), traits: []trait{stands, stands}}
	if k == Met {
		w.weigh(0, 1)
	} else {
		w.part(0, k)
	}
	w.told()
	return names
}

// Samples returns those of an article, to learn from and to measure on. Lines in
// another language than the article's are left out.
func (x *Extractor) Samples(a *article.Article, k Kind) (out []Sample) {
	d := x.pool.Get().(*doc)
	defer x.pool.Put(d)
	if !x.readByRules(d, a) {
		return nil
	}
	d.mark()
	if zones := d.weighers(); k == Met {
		for _, p := range d.pairings(zones) {
			out = append(out, Sample{[]FactPerson{d.named(p.p), d.named(p.q)}, slices.Concat(p.in.weigh(p.p, p.q), p.in.story), d.held(p.p, p.q)})
		}
	} else {
		for _, c := range d.candidates(zones, k) {
			out = append(out, Sample{[]FactPerson{d.named(c.p)}, slices.Concat(c.in.part(c.p, k), c.in.story), c.in.ties.has(c.p, k)})
		}
	}
	return out
}

// readByRules reads an article without asking the weights; false if it is of no language of the lexicons.
func (x *Extractor) readByRules(d *doc, a *article.Article) bool {
	d.text, d.pub = a.Text, published(a)
	if d.lex = x.mainLanguage(&d.probe, a.Text); d.lex == nil {
		return false
	}
	d.tokenize()
	d.segmentAll(a.Blocks)
	d.readAlone()
	return true
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
