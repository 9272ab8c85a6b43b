package ingest

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// Engine makes reports of articles that come one by one, as a load would. It
// is safe for concurrent use.
type Engine struct{ extractor *extract.Extractor }

// NewEngine makes an engine of all languages. The error is that of the
// lexicons, which are part of the program.
func NewEngine() (*Engine, error) {
	x, err := extract.New()
	return &Engine{x}, err
}

// Report reads one article, written as a line of JSON Lines, and extracts what
// it reports. The report keeps the rules of graph.Report.Validate; the warning
// says what was repaired, guessed or left out.
//
// An error tells why the article is refused and what to do; it is
// ErrExtraction when the engine itself failed.
func (e *Engine) Report(record []byte) (r graph.Report, warning string, err error) {
	a, warning, err := article.Record(record)
	if err != nil {
		return r, "", err
	}
	made, err := reportOf(e.extractor, article.Result{Source: "the article", Article: a})
	if err != nil {
		return r, "", err
	}
	return *made, warning, nil
}
