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
// of a contact, or one alone, with what the text as a whole says for and against it, and what each
// sentence that may tell of it says, in order.
type Sample struct {
	Persons []FactPerson
	Told    []Sentence
	Row     weigh.Row // what is known of the persons, and
	Story   weigh.Row // of the story: with what the sentences tell between, one count for each of Features
	Claimed bool      // a rule has found it
	p, q    int       // q is -1 for one person
	zone    int
}

// Sentence is what one that may tell of a sample says.
type Sentence struct {
	Phrases weigh.Row // of those asked about
	Scene   weigh.Row // of the sentence and those beside it, whoever is asked about
	Grams   []weigh.Gram
	at      int // of the article
}

// Row has one count for each of ToldFeatures, with what a model makes of the words.
func (s *Sentence) Row(words *weigh.Linear) weigh.Row {
	return slices.Concat(s.Phrases, weigh.Row{steps(words.LogOdds(s.Grams))}, s.Scene)
}

// Rows are those of its sentences.
func (s *Sample) Rows(words *weigh.Linear) (out []weigh.Row) {
	for i := range s.Told {
		out = append(out, s.Told[i].Row(words))
	}
	return out
}

//go:embed weights
var weightFiles embed.FS

// models has those of each kind, nil where rules alone decide.
type models [numKinds]*Weights

// Files are the names of the files of the weights of a kind, in the order of the fields of Weights.
func (k Kind) Files() [3]string {
	return [...]string{k.String() + ".words.txt", k.String() + ".told.txt", k.String() + ".txt"}
}

// readWeights reads the weights and checks that they are of the counts that are
// counted today.
func readWeights() (*models, error) {
	var all models
	for _, k := range Kinds() {
		files, w := k.Files(), new(Weights)
		var err error
		if w.Words, err = readWeight(files[0], weigh.ReadLinear); err != nil {
			return nil, err
		}
		if w.Told, err = readModel(files[1], ToldFeatures(k)); err != nil {
			return nil, err
		}
		if w.Whole, err = readModel(files[2], Features(k)); err != nil {
			return nil, err
		}
		all[k] = w
	}
	return &all, nil
}

func readModel(file string, features []string) (*weigh.Model, error) {
	m, err := readWeight(file, weigh.Read)
	if err == nil && !slices.Equal(m.Features, features) {
		return nil, fmt.Errorf("weights/%s is of other features than the engine counts; make it anew with \"loader learn\"", file)
	}
	return m, err
}

func readWeight[M any](file string, read func(string) (*M, error)) (*M, error) {
	raw, err := weightFiles.ReadFile("weights/" + file)
	if err != nil {
		return nil, err
	}
	m, err := read(string(raw))
	if err != nil {
		return nil, fmt.Errorf("weights/%s: %w; make it anew with \"loader learn\"", file, err)
	}
	return m, nil
}

// forests are the Weights of a kind made ready.
type forests struct {
	words       *weigh.Table
	told, whole *weigh.Forest
}

// forests makes the models ready.
func (m *models) forests() (out [numKinds]*forests, err error) {
	if m == nil {
		return out, nil
	}
	for k, w := range m {
		if w == nil {
			continue
		}
		f := &forests{words: w.Words.Table()}
		if f.told, err = w.Told.Forest(); err != nil {
			return out, fmt.Errorf("weights of the sentences of %s: %w", Kind(k), err)
		}
		if f.whole, err = w.Whole.Forest(); err != nil {
			return out, fmt.Errorf("weights of %s: %w", Kind(k), err)
		}
		out[k] = f
	}
	return out, nil
}

// nobody is a weigher of an empty article, which tells what it counts.
func nobody(names *[]string) *weigher {
	d := &doc{
		lex: &lexicon.Lexicon{}, persons: make([]person, 2), units: make([]unit, 1), sents: []sentence{{to: 1}}, items: make([]item, 1), marks: make([]signSet, 1),
	}
	d.units[0].actor, d.units[0].date = -1, -1
	stands := trait{sents: []int{0}, near: make([]reachable, 1)}
	return &weigher{d: d, zone: -1, here: []int{0, 1}, sents: []int{0}, crowd: []int{2}, names: names, homes: make([]string, 2), words: make([][]string, 2), ties: d.ties(), traits: []trait{stands, stands}}
}

// Features returns what the counts of a story count, in order.
func Features(k Kind) (names []string) {
	w := nobody(&names)
	subject{0, 1, w}.row(k)
	names = slices.Concat(names, toldNames, rivalNames)
	w.told()
	return names
}

// ToldFeatures returns what the counts of a sentence count, in order.
func ToldFeatures(k Kind) (names []string) {
	w := nobody(nil)
	w.stage(0)
	w.names = &names
	subject{0, 1, w}.told(k)
	names = append(names, "words")
	w.setting(0)
	return names
}

// Samples returns those of an article of which the weights decide something, to learn from and to measure on. Lines in
// another language than the article's are left out. What their grams stand for is put into names.
func (x *Extractor) Samples(a *article.Article, k Kind, names map[weigh.Gram]weigh.Name) []Sample {
	return x.samples(a, k, names, (*doc).asked)
}

func (x *Extractor) samples(a *article.Article, k Kind, names map[weigh.Gram]weigh.Name, of func(*doc, Kind, []*weigher) []subject) (out []Sample) {
	d := x.pool.Get().(*doc)
	defer x.pool.Put(d)
	d.wording.names = names
	defer func() { d.wording.names = nil }()
	if !x.readByRules(d, a) {
		return nil
	}
	d.mark()
	for _, s := range of(d, k, d.weighers()) {
		sample := Sample{Persons: []FactPerson{d.named(s.p)}, Row: slices.Clone(s.row(k)), Story: slices.Clone(s.in.story), Claimed: s.claimed(k), p: s.p, q: s.q, zone: s.in.zone}
		if s.q >= 0 {
			sample.Persons = append(sample.Persons, d.named(s.q))
		}
		for i, at := range s.in.sents {
			if s.heard(k, at) {
				s.in.stage(i)
				sample.Told = append(sample.Told, Sentence{
					Phrases: slices.Clone(s.told(k)), Scene: slices.Clone(s.in.scene.row), Grams: slices.Clone(s.in.grams(s.p, s.q)), at: at,
				})
			}
		}
		out = append(out, sample)
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
