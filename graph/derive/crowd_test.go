package derive

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph/names"
)

// TestCrowd: in a crowded block one name stays one person, and what the full
// comparison keeps apart stays apart.
func TestCrowd(t *testing.T) {
	b := newBlock()
	add := func(name, country, office string) {
		b.add(signature(name, country, office), cell{attr: attrReports}, 1)
	}
	for i := range maxCompared {
		add(fmt.Sprintf("anna %c%c berg", 'a'+i%26, 'a'+i/26), "SE", "")
	}
	add("anna berg", "SE", "minister")
	add("anna berg", "", "")
	add("anna berg", "SE", "ambassador")
	add("anna berg", "NO", "")
	add("anna berk", "SE", "minister")
	got := map[string]string{}
	for _, p := range individuals("p", b, nil) {
		var shown []string
		for _, sig := range p.sigs {
			shown = append(shown, strings.Join(split(sig)[:3], "/"))
		}
		for _, sig := range shown {
			got[sig] = strings.Join(shown, " + ")
		}
	}
	for sig, want := range map[string]string{
		"anna berg/SE/minister":   "anna berg/SE/minister",
		"anna berg/SE/ambassador": "anna berg/SE/ambassador",
		"anna berk/SE/minister":   "anna berk/SE/minister",
		"ab anna berg/SE/":        "ab anna berg/SE/",
	} {
		if got[sig] != want {
			t.Errorf("%s is %s, want %s", sig, got[sig], want)
		}
	}
}

// TestCrowdOfOneName: descriptions of one name that are too many to compare
// stay alone.
func TestCrowdOfOneName(t *testing.T) {
	b := newBlock()
	for i := range maxCompared + 1 {
		b.add(signature("anna berg", "SE", fmt.Sprintf("office%d", i)), cell{attr: attrReports}, 1)
	}
	if n := len(individuals("p", b, nil)); n != maxCompared+1 {
		t.Errorf("%d persons, want each alone", n)
	}
	b.add(signature("anna berg", "SE", "office0"), cell{attr: attrReports}, -1)
	if n := len(individuals("p", b, nil)); n != 1 {
		t.Errorf("%d persons of %d descriptions, want one", n, maxCompared)
	}
}

// TestCrowdIsPure: the classes depend on the set alone.
func TestCrowdIsPure(t *testing.T) {
	var sigs []string
	for i := range 3 * maxCompared {
		sigs = append(sigs, signature(fmt.Sprintf("anna %c berg", 'a'+i%26), []string{"SE", "NO", ""}[i%3], fmt.Sprintf("o%d", i/26)))
	}
	build := func() (classes []string) {
		b := newBlock()
		for _, s := range sigs {
			b.add(s, cell{attr: attrReports}, 1)
		}
		for _, p := range individuals("p", b, nil) {
			classes = append(classes, fmt.Sprint(p.id, p.sigs))
		}
		slices.Sort(classes)
		return classes
	}
	want := build()
	slices.Reverse(sigs)
	if diff := cmp.Diff(want, build()); diff != "" {
		t.Errorf("another order (-want +got):\n%s", diff)
	}
}

// signature is that of a person of a marked name.
func signature(name, country, office string) string {
	words := names.Words(name)
	ends := names.Ends(words)
	_, marked := names.KeysOf(words)
	return join(marked, country, office, ends)
}
