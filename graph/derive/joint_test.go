package derive_test

import (
	"testing"

	"github.com/diplograph/diplograph/graph"
)

// TestForms: whom forms of a name in other blocks mean.
func TestForms(t *testing.T) {
	const (
		isaac    = "2021-03 Isaac Kagabo/RW #foreign_minister=Foreign Minister"
		innocent = "2021-03 Innocent Kagabo/RW #minister=Health Minister"
		alone    = "2021-04 Kagabo/RW #foreign_minister=ministre des Affaires étrangères"
	)
	for _, tt := range []struct {
		reason string
		told   []string
		want   int
	}{
		{"a family alone with the office", []string{isaac, alone}, 1},
		{"of the other state", []string{isaac, "2021-04 Kagabo/BI #foreign_minister=Foreign Minister"}, 2},
		{"of another office", []string{isaac, "2021-04 Kagabo/RW #ambassador=ambassadeur"}, 2},
		{"without an office", []string{isaac, "2021-04 Kagabo/RW"}, 2},
		{"of another time", []string{isaac, "2027-04 Kagabo/RW #foreign_minister=Foreign Minister"}, 2},
		{"of an unknown time", []string{isaac, "XXXX Kagabo/RW #foreign_minister=Foreign Minister"}, 2},
		{"of two who held it one after the other", []string{isaac, "2021-06 Joseph Kagabo/RW #foreign_minister=Foreign Minister", alone}, 3},
		{"of whom one came much later", []string{isaac, "2024-06 Joseph Kagabo/RW #foreign_minister=Foreign Minister", alone}, 2},
		{"the minister of two ministries", []string{"2021-03 Isaac Kagabo/RW #minister=Defence Minister", innocent, "2021-03 Kagabo/RW #minister=Minister"}, 3},
		{"the minister of one of two ministries", []string{"2021-03 Isaac Kagabo/RW #minister=Defence Minister", innocent, "2021-03 Kagabo/RW #minister=ministre de la Santé"}, 2},
		{"an initial for the longer word", []string{innocent, "2021-04 I. Kagabo/RW #minister=ministre de la Santé"}, 1},
		{"an initial of two", []string{innocent, "2021-04 Isidore Kagabo/RW #minister=Health Minister", "2021-04 I. Kagabo/RW #minister=Health Minister"}, 3},
		{"family, initial and name", []string{innocent, "2021-04 I. Kagabo/RW #minister=Health Minister", "2021-05 Kagabo/RW #minister=Health Minister"}, 1},
		{"a name by marriage", []string{"2009-02 Hillary Rodham/US #foreign_minister=Secretary of State", "2009-03 Hillary Rodham Clinton/US #foreign_minister=Secretary of State", "2009-03 Hillary Clinton/US #foreign_minister=Secretary of State"}, 1},
		{"two names by marriage", []string{"2018-02 Marie Duvernay/FR #minister=ministre de la Santé", "2018-02 Marie Duvernay-Pascal/FR #minister=ministre de la Santé", "2018-02 Marie Duvernay-Roux/FR #minister=ministre de la Santé"}, 3},
		{"families without the given names", []string{"2014-06 Juan Pablo Restrepo Cifuentes/CO #foreign_minister=canciller", "2014-06 Restrepo Cifuentes/CO #foreign_minister=canciller"}, 1},
	} {
		if got := personsTold(t, tt.told); len(got) != tt.want {
			t.Errorf("%s: %q, want %d", tt.reason, got, tt.want)
		}
	}
}

// TestBothTold: an article that names both does not mean one; and a report that names two
// forms of one person counts once.
func TestBothTold(t *testing.T) {
	isaac, alone := holder(0, "2021-03 Isaac Kagabo/RW #foreign_minister=Foreign Minister"), holder(1, "2021-03 Kagabo/RW #foreign_minister=Foreign Minister")
	if got := nodes[graph.Person](t, graph.KindPerson, []graph.Report{isaac, alone}); len(got) != 1 || got[0].Name != "Isaac Kagabo" || got[0].Reports != 2 {
		t.Errorf("apart: %+v, want Isaac Kagabo of two reports", got)
	}
	both := isaac
	both.Article.ID, both.Persons = "2", append(both.Persons[:1:1], alone.Persons...)
	if got := nodes[graph.Person](t, graph.KindPerson, []graph.Report{isaac, alone, both}); len(got) != 2 {
		t.Errorf("named together: %+v, want two persons", got)
	}
}
