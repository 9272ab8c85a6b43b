package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
)

// errStop ends a scan whose consumer wants no more.
var errStop = errors.New("stop")

// Export implements graph.Store.
func (s *Store) Export(ctx context.Context) iter.Seq2[graph.Object, error] {
	return func(yield func(graph.Object, error) bool) {
		err := s.read(ctx, func(r *reader) error {
			e := exporter{r, func(o graph.Object) error {
				if !yield(o, nil) {
					return errStop
				}
				return nil
			}}
			return e.all()
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(graph.Object{}, err)
		}
	}
}

type exporter struct {
	*reader
	emit func(graph.Object) error
}

func (e exporter) all() error {
	by := map[string]func() error{
		derive.EdgeMetWith:    e.pairs,
		derive.EdgeReportedIn: e.proofs,
		string(graph.KindAgreement): e.docs(sqlAllAgreements, func(id string, doc []byte) graph.Object {
			return derive.AgreementObject(doc, graph.AgreementID(id))
		}),
		string(graph.KindPerson): e.docs(sqlAllPersons, func(id string, doc []byte) graph.Object {
			return derive.PersonObject(doc, graph.PersonID(id))
		}),
		string(graph.KindJudgement):    e.judgements,
		string(graph.KindMeeting):      e.meetings,
		string(graph.KindArticle):      e.articles,
		string(graph.KindDelegation):   e.delegations,
		string(graph.KindCountry):      e.bodies(graph.KindCountry),
		string(graph.KindParty):        e.bodies(graph.KindParty),
		string(graph.KindOrganization): e.bodies(graph.KindOrganization),
	}
	for _, kind := range derive.ExportOrder() {
		if err := by[kind](); err != nil {
			return err
		}
	}
	return nil
}

func (e exporter) docs(query string, object func(id string, doc []byte) graph.Object, args ...any) func() error {
	return func() error {
		return e.each(query, func(rows *sql.Rows) error {
			var id string
			var doc []byte
			if err := rows.Scan(&id, &doc); err != nil {
				return err
			}
			return e.emit(object(id, doc))
		}, args...)
	}
}

func (e exporter) bodies(k graph.Kind) func() error {
	return e.docs(sqlAllBodies, func(id string, doc []byte) graph.Object { return derive.GroupObject(doc, k, id) }, k)
}

func (e exporter) judgements() error {
	return e.each(sqlBlocks, func(rows *sql.Rows) error {
		var key string
		var data []byte
		if err := rows.Scan(&key, &data); err != nil {
			return err
		}
		objects, err := derive.JudgementObjects(data)
		for _, o := range objects {
			if err == nil {
				err = e.emit(o)
			}
		}
		return err
	}, jsonList([]string{derive.JudgementsBlock}))
}

// pairs come from the met rows of one direction, not from the meetings, so
// that an export shows what reads show.
func (e exporter) pairs() error {
	return e.each(sqlAllMet, func(rows *sql.Rows) error {
		var p derive.Pair
		var m graph.Meeting
		if err := rows.Scan(&p.ID, &p.A, &p.B, &m.ID, &m.Date, &m.Place, &m.Mode, &m.Reports); err != nil {
			return err
		}
		return e.emit(derive.PairObject(&m, p))
	})
}

// articles collects the persons of each article through the index that
// answers which articles name a person.
func (e exporter) articles() error {
	return e.each(sqlAllArticles, func(rows *sql.Rows) error {
		var persons string
		r, err := scanReport(rows, &persons)
		if err != nil {
			return err
		}
		named := map[string]graph.PersonID{}
		for pair := range strings.FieldsSeq(persons) {
			claim, id, _ := strings.Cut(pair, "=")
			named[claim] = graph.PersonID(id)
		}
		return e.emit(derive.ArticleObject(r, named))
	})
}

// meetings come with the articles of their evidence.
func (e exporter) meetings() error {
	return e.each(sqlAllMeetings, func(rows *sql.Rows) error {
		var id string
		var doc, list []byte
		if err := rows.Scan(&id, &doc, &list); err != nil {
			return err
		}
		var articles []graph.ArticleID
		if err := unpack(list, &articles); err != nil {
			return err
		}
		return e.emit(derive.MeetingObject(doc, graph.MeetingID(id), articles))
	})
}

func (e exporter) delegations() error {
	return e.each(sqlAllDelegations, func(rows *sql.Rows) error {
		var id string
		var doc, meetings []byte
		if err := rows.Scan(&id, &doc, &meetings); err != nil {
			return err
		}
		d, err := joinDelegation(doc, meetings)
		if err != nil {
			return err
		}
		return e.emit(derive.DelegationObject(d, d.Meetings))
	})
}

// proofs arrive by fact; those of one fact are sorted and stripped of doubles.
func (e exporter) proofs() error {
	var fact string
	var proofs []graph.Proof
	flush := func() error {
		for i, p := range derive.SortProofs(proofs) {
			if err := e.emit(derive.ProofObject(graph.FactID(fact), i, p)); err != nil {
				return err
			}
		}
		proofs = proofs[:0]
		return nil
	}
	err := e.each(sqlAllEvidence, func(rows *sql.Rows) error {
		node, p, err := scanProof(rows)
		if err == nil && node != fact {
			err = flush()
			fact = node
		}
		proofs = append(proofs, p)
		return err
	})
	if err != nil {
		return err
	}
	return flush()
}
