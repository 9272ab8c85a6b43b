package extract

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// Version changes whenever the engine or its data make other reports of the
// same articles.
const Version = "1"

// Extractor reads articles. It is safe for concurrent use.
type Extractor struct {
	lexicons []*lexicon.Lexicon
	rules    text.Rules // of all of them
	pool     sync.Pool  // of *doc
}

// New returns an extractor for the given languages, all of them if none is
// given. The error says which lexicon, or that the weights, cannot be read.
func New(langs ...string) (*Extractor, error) {
	return readExtractor(readWeights, langs)
}

// Unweighed returns an extractor that goes by its rules alone, to learn weights with.
func Unweighed(langs ...string) (*Extractor, error) { return newExtractor(nil, langs) }

func newExtractor(w *models, langs []string) (*Extractor, error) {
	return readExtractor(func() (*models, error) { return w, nil }, langs)
}

// readExtractor reads the weights and the lexicons, all at once.
func readExtractor(weights func() (*models, error), langs []string) (*Extractor, error) {
	if len(langs) == 0 {
		langs = lexicon.Languages()
	}
	x := &Extractor{lexicons: make([]*lexicon.Lexicon, len(langs))}
	errs := make([]error, len(langs)+1)
	var wg sync.WaitGroup
	var ready [numKinds]*forests
	wg.Go(func() {
		w, err := weights()
		if err == nil {
			ready, err = w.forests()
		}
		errs[len(langs)] = err
	})
	for i, l := range langs {
		wg.Go(func() { x.lexicons[i], errs[i] = lexicon.Load(l) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	x.rules = allRules(x.lexicons)
	x.pool.New = func() any { return &doc{weights: ready} }
	return x, nil
}

// Extract returns what an article reports. The result depends on the article
// and the lexicons alone. An article in a language without a lexicon gives a
// report that claims nothing and has no Lang.
func (x *Extractor) Extract(a *article.Article) graph.Report {
	d := x.pool.Get().(*doc)
	defer x.pool.Put(d)
	d.text = a.Text
	pub := published(a)
	d.pub = pub
	r := graph.Report{Article: graph.Article{
		ID: graph.ArticleID(a.ID), URL: a.URL, Title: a.Title, Source: a.Source, Published: pub, Text: a.Text,
	}}
	if d.lex = x.mainLanguage(&d.probe, a.Text); d.lex == nil {
		return r
	}
	r.Article.Lang = d.lex.Lang
	x.readAll(d, a.Blocks, &r)
	return r
}

// published is the day of an article, empty if none can be read.
func published(a *article.Article) graph.Date {
	if d, err := graph.ParseDate(a.Published); err == nil {
		return d
	}
	return ""
}

// doc is the state of reading one article; it is reused to save allocation.
type doc struct {
	text    string
	pub     graph.Date
	lex     *lexicon.Lexicon
	weights [numKinds]*forests // nil: rules alone
	jury    jury
	wording wording
	buf     []byte

	probe probe

	raw, toks []text.Token
	ids       []int32
	ranges    []text.Range
	units     []unit
	sents     []sentence
	items     []item
	lined     []line // scratch space of lines
	names     []name
	forms     []resolve.Form // of the names
	persons   []person
	dates     []date
	backs     []backClause
	ref       graph.Date // from which the dates count
	news      time.Time  // the day of the news, zero if it is not known
	actors    []actor

	stateNames []string // names of states that only are parts of persons' names here

	marks     []signSet  // per sentence
	homes     []string   // of the persons
	nameWords [][]string // of the persons
	weighing  []*weigher // of the zones, to be used again

	hints   []hints     // per sentence
	said    []discourse // per item
	claims  []claim
	earlier int // how many claims there were before the sentence that is read
	series  []series
	leads   []lead
	signs   []signing
	paper   signing // the last one told as signed, by nobody who is named

	arrivals []arrival

	verbs []verbForm // of the units
	ints  []int      // that groupOf and personsOf handed out
}

// understandAll goes through the stages after the cutting into items.
func (d *doc) understandAll() {
	d.readAlone()
	d.weighAll()
	d.statesByPlace()
	d.dropOneSided()
}

// readAlone is all of them but the weighing.
func (d *doc) readAlone() {
	d.claims, d.leads, d.signs, d.said, d.series = d.claims[:0], d.leads[:0], d.signs[:0], d.said[:0], d.series[:0]
	d.paper = signing{}
	d.arrivals, d.backs = d.arrivals[:0], d.backs[:0]
	d.ints = d.ints[:0]
	d.settleStates()
	d.settleParties()
	d.groupsLed()
	d.findDates()
	d.ref = d.reference()
	d.giveMonths()
	d.findNames()
	d.splitStories()
	d.findPersons()
	d.news = d.newsDay()
	d.findBacks()
	d.understand()
}
