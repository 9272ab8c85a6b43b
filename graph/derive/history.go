package derive

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// Known are the days of one article that later ones follow.
type Known struct {
	Since graph.Date // the first day of the stored report; "" for always, or when none is stored
	Until graph.Date // the first day on which the last former report was no longer known; "" for none
}

// Past is a former report with the time in which it was known, from Since up
// to the day before Until. The times of one article do not overlap, and none
// is empty.
type Past struct {
	*graph.Report
	Hash         string
	Since, Until graph.Date
}

// dateReports says since when what comes is known, and keeps what goes as
// past: the rules of graph.Batch.Day.
func (a *applier) dateReports() error {
	d := &a.delta
	var ids []graph.ArticleID
	gone := map[graph.ArticleID]StoredReport{}
	for _, r := range d.DropReports {
		gone[r.Article.ID] = r
		ids = append(ids, r.Article.ID)
	}
	for i := range d.PutReports {
		ids = append(ids, d.PutReports[i].Article.ID)
	}
	if len(ids) == 0 {
		return nil // judgements only
	}
	if a.day == "" {
		for i := range d.PutReports {
			d.PutReports[i].Since = published(d.PutReports[i].Report)
		}
		return nil
	}
	slices.Sort(ids)
	known, err := a.tx.Known(a.ctx, slices.Compact(ids))
	if err != nil {
		return err
	}
	for i := range d.PutReports {
		r := &d.PutReports[i]
		old, k := gone[r.Article.ID], known[r.Article.ID]
		if old.Report != nil && old.Article == r.Article {
			delete(gone, r.Article.ID)
			r.Since = k.Since
			continue
		}
		r.Since = a.since(r.Report, old.Report != nil, k)
	}
	for id, old := range gone {
		k := known[id]
		if until := a.turn(k); until > k.Since {
			d.Past = append(d.Past, Past{old.Report, old.Hash, k.Since, until})
		}
	}
	slices.SortFunc(d.Past, func(x, y Past) int { return strings.Compare(string(x.Article.ID), string(y.Article.ID)) })
	return nil
}

// since is the first day on which a report is known that is not another
// reading of the article before it.
func (a *applier) since(r *graph.Report, replaces bool, k Known) graph.Date {
	if replaces || k.Until != "" {
		return a.turn(k)
	}
	if day := published(r); day != "" {
		return min(day, a.day)
	}
	return a.day
}

// turn is the day on which an article changes: never before an earlier change.
func (a *applier) turn(k Known) graph.Date { return max(a.day, k.Since, k.Until) }

// published is the day by which an article was certainly published, "" when
// that is not known.
func published(r *graph.Report) graph.Date {
	_, last, _ := r.Article.Published.Bounds()
	return graph.Date(last)
}
