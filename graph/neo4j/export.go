package neo4j

import (
	"bufio"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
)

// exportRows is how many nodes or edges one statement of an export reads.
const exportRows = 1000

// Export implements graph.Store. Writers wait while it copies the graph into
// a temporary file; then it yields from there.
func (s *Store) Export(ctx context.Context) iter.Seq2[graph.Object, error] {
	return func(yield func(graph.Object, error) bool) {
		if err := s.spool(ctx, graphLists(), nil, yield); err != nil {
			yield(graph.Object{}, err)
		}
	}
}

// spool yields the objects of lists, all of one moment.
func (s *Store) spool(ctx context.Context, lists []exportList, p params, yield func(graph.Object, error) bool) error {
	if err := s.door.Enter(); err != nil {
		return err
	}
	defer s.door.Leave()
	file, err := os.CreateTemp("", "diplograph-export-")
	if err != nil {
		return fmt.Errorf("export: %w", errors.Join(err, graph.ErrUnavailable))
	}
	defer os.Remove(file.Name())
	defer file.Close()
	if err := s.locked(ctx, func(v *view) error { return copyLists(v, lists, p, file) }); err != nil {
		return err
	}
	return replay(ctx, file, yield)
}

// copyLists writes the objects of lists into the file, from its start.
func copyLists(v *view, lists []exportList, p params, file *os.File) error {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := file.Truncate(0); err != nil {
		return err
	}
	buffer := bufio.NewWriter(file)
	encoder := gob.NewEncoder(buffer)
	for _, l := range lists {
		if err := l.copy(v, p, encoder); err != nil {
			return fmt.Errorf("export %s: %w", l.name, err)
		}
	}
	return buffer.Flush()
}

// graphLists are the lists that make the whole graph.
func graphLists() []exportList {
	var lists []exportList
	for _, kind := range derive.ExportOrder() {
		for _, l := range exportLists(kind) {
			l.name = kind
			lists = append(lists, l)
		}
	}
	return lists
}

// replay yields the objects of a file. A consumer that stops is no error.
func replay(ctx context.Context, file *os.File, yield func(graph.Object, error) bool) error {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	decoder := gob.NewDecoder(bufio.NewReader(file))
	for {
		var o graph.Object
		switch err := decoder.Decode(&o); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case ctx.Err() != nil:
			return ctx.Err()
		}
		if !yield(o, nil) {
			return nil
		}
	}
}

// exportList is a statement that lists key and row in order of key, and the
// objects that a row is.
type exportList struct {
	name    string // for errors
	cypher  string
	objects func(key string, row []any) ([]graph.Object, error)
}

// copy encodes the objects of the list, a page after the other.
func (l exportList) copy(v *view, p params, to *gob.Encoder) error {
	for after := ""; ; {
		records, err := v.run(l.cypher, with(params{"after": after, "limit": exportRows}, p))
		if err != nil {
			return err
		}
		for _, r := range records {
			after = text(r.Values[0])
			row, _ := r.Values[1].([]any)
			objects, err := l.objects(after, row)
			for _, o := range objects {
				err = errors.Join(err, to.Encode(o))
			}
			if err != nil {
				return err
			}
		}
		if len(records) < exportRows {
			return nil
		}
	}
}

// exportLists are the lists that make one kind of objects, in order of key.
func exportLists(kind string) []exportList {
	one := func(cypher string, object func(key string, row []any) (graph.Object, error)) []exportList {
		return []exportList{{cypher: cypher, objects: func(key string, row []any) ([]graph.Object, error) {
			o, err := object(key, row)
			return []graph.Object{o}, err
		}}}
	}
	switch kind {
	case derive.EdgeMetWith:
		return one(cypherExportMet, pairObject)
	case derive.EdgeReportedIn: // facts of a kind share their first letter: a, d, m
		return []exportList{
			{cypher: cypherExportAgreementProofs, objects: proofObjects},
			{cypher: cypherExportDelegationProofs, objects: proofObjects},
			{cypher: cypherExportMeetingProofs, objects: proofObjects},
		}
	case string(graph.KindJudgement):
		return []exportList{{cypher: cypherExportJudgements, objects: func(_ string, row []any) ([]graph.Object, error) {
			data, _ := row[0].([]byte)
			return derive.JudgementObjects(data)
		}}}
	case string(graph.KindArticle):
		return one(cypherExportArticles, articleObject)
	case string(graph.KindDelegation):
		return one(cypherExportDelegations, delegationObject)
	case string(graph.KindAgreement):
		return one(cypherExportAgreements, func(key string, row []any) (graph.Object, error) {
			return derive.AgreementObject([]byte(text(row[0])), graph.AgreementID(key)), nil
		})
	case string(graph.KindMeeting):
		return one(cypherExportMeetings, func(key string, row []any) (graph.Object, error) {
			return derive.MeetingObject([]byte(text(row[0])), graph.MeetingID(key), ids[graph.ArticleID](row[1])), nil
		})
	case string(graph.KindPerson):
		return one(cypherExportPersons, func(key string, row []any) (graph.Object, error) {
			return derive.PersonObject([]byte(text(row[0])), graph.PersonID(key)), nil
		})
	}
	return one(exportGroups(graph.Kind(kind)), func(key string, row []any) (graph.Object, error) {
		return derive.GroupObject([]byte(text(row[0])), graph.Kind(kind), key), nil
	})
}

func exportGroups(k graph.Kind) string {
	switch k {
	case graph.KindParty:
		return cypherExportParties
	case graph.KindCountry:
		return cypherExportCountries
	}
	return cypherExportOrganizations
}

func pairObject(key string, row []any) (graph.Object, error) {
	reports, _ := row[6].(int64)
	m := graph.Meeting{
		ID: graph.MeetingID(text(row[2])), Date: graph.Date(text(row[3])), Place: text(row[4]), Mode: graph.Mode(text(row[5])), Reports: int(reports),
	}
	return derive.PairObject(&m, derive.Pair{ID: graph.EncounterID(key), A: graph.PersonID(text(row[0])), B: graph.PersonID(text(row[1]))}), nil
}

func articleObject(_ string, row []any) (graph.Object, error) {
	r, err := storedReport(row)
	if err != nil {
		return graph.Object{}, err
	}
	named := map[string]graph.PersonID{}
	list, _ := row[3].([]any)
	for _, pair := range list {
		p, _ := pair.([]any)
		claim, _, _ := strings.Cut(text(p[0]), claimEnd)
		named[claim] = graph.PersonID(text(p[1]))
	}
	return derive.ArticleObject(r, named), nil
}

func delegationObject(_ string, row []any) (graph.Object, error) {
	var d graph.Delegation
	err := unpack(text(row[0]), &d)
	return derive.DelegationObject(d, ids[graph.MeetingID](row[1])), err
}

func proofObjects(key string, row []any) ([]graph.Object, error) {
	proofs := make([]graph.Proof, len(row))
	for i, r := range row {
		_, proofs[i] = scanProof(r.([]any))
	}
	var objects []graph.Object
	for i, p := range derive.SortProofs(proofs) {
		objects = append(objects, derive.ProofObject(graph.FactID(key), i, p))
	}
	return objects, nil
}
