package eval

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/loader/extract"
)

// parse reads facts in the plain form.
func parse(t testing.TB, s string) (f extract.Facts) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(s))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		t.Fatalf("%v in %s", err, s)
	}
	return f
}

func TestCompare(t *testing.T) {
	const ab = `"persons":[{"name":"Tô Lâm","aliases":["Lâm"]},{"name":"Xi Jinping"}]`
	for _, c := range []struct {
		reason, want, got string
		kind              Kind
		count             Count
	}{
		{"right, wrong and missed", `{"persons":[{"name":"Tô Lâm"},{"name":"Xi Jinping"}]}`, `{"persons":[{"name":"To Lam"},{"name":"SEA Games"}]}`, Persons, Count{1, 1, 1}},
		{"a claim answers one wanted person", `{"persons":[{"name":"Nguyen Minh"},{"name":"Nguyen Minh Vu"}]}`, `{"persons":[{"name":"Nguyen Minh Vu"}]}`, Persons, Count{1, 0, 1}},
		{"a second claim is wrong", `{"persons":[{"name":"Xi Jinping"}]}`, `{"persons":[{"name":"Xi Jinping"},{"name":"Xi Jinping"}]}`, Persons, Count{1, 1, 0}},
		{"an alias is enough", `{"parties":[{"name":"Parti communiste du Vietnam","aliases":["PCV"]}]}`, `{"parties":[{"name":"PCV"}]}`, Parties, Count{1, 0, 0}},
		{"optional and found", `{"persons":[{"name":"Xi Jinping","optional":true}]}`, `{"persons":[{"name":"Xi Jinping"}]}`, Persons, Count{}},
		{"optional and missed", `{"persons":[{"name":"Xi Jinping","optional":true}]}`, `{}`, Persons, Count{}},
		{"what must be found chooses first", `{"persons":[{"name":"Kishida","optional":true},{"name":"Kishida Fumio"}]}`, `{"persons":[{"name":"Kishida Fumio"}]}`, Persons, Count{1, 0, 0}},
		{"optional countries are not wrong", `{"countries":["FR"],"countries_optional":["SU"]}`, `{"countries":["SU","EU","RU"]}`, Countries, Count{0, 1, 1}},
		{"the European Union need not be found", `{"countries":["EU"]}`, `{}`, Countries, Count{}},
		{"pairs have no order", `{` + ab + `,"met":[{"a":"Tô Lâm","b":"Xi Jinping"}]}`, `{` + ab + `,"met":[{"a":"Xi Jinping","b":"Tô Lâm"}]}`, Met, Count{1, 0, 0}},
		{"a pair is looked up by alias", `{` + ab + `,"met":[{"a":"Lâm","b":"Xi Jinping"}]}`, `{"met":[{"a":"To Lam","b":"Xi Jinping"}]}`, Met, Count{1, 0, 0}},
		{"a pair that met twice is one wanted fact", `{"met":[{"a":"Tô Lâm","b":"Xi Jinping"},{"a":"Xi Jinping","b":"To Lam"}]}`, `{}`, Met, Count{0, 0, 1}},
		{"and one claim", `{"met":[{"a":"Tô Lâm","b":"Xi Jinping"}]}`, `{"met":[{"a":"Tô Lâm","b":"Xi Jinping"},{"a":"Xi Jinping","b":"To Lam"}]}`, Met, Count{1, 0, 0}},
		{"one right partner is not a pair", `{"met":[{"a":"Tô Lâm","b":"Xi Jinping"}]}`, `{"met":[{"a":"Tô Lâm","b":"Hun Manet"}]}`, Met, Count{0, 1, 1}},
		{"leading for another country", `{"led":[{"person":"Tahir Budagov","country":"AZ"}]}`, `{"led":[{"person":"Tahir Budagov","country":"VN"}]}`, Led, Count{0, 1, 1}},
		{"leading for the party", `{"led":[{"person":"Tahir Budagov","country":"AZ","party":"Yeni Azerbaycan"}]}`, `{"led":[{"person":"Tahir Budagov","party":"Yeni Azerbaycan"}]}`, Led, Count{1, 0, 0}},
		{"leading, no side claimed", `{"led":[{"person":"Tahir Budagov","country":"AZ"}]}`, `{"led":[{"person":"Tahir Budagov"}]}`, Led, Count{1, 0, 0}},
		{"a shared lead counts once and misses nothing", `{"led":[{"person":"Tahir Budagov"},{"person":"Budagov"}]}`, `{"led":[{"person":"Tahir Budagov"}]}`, Led, Count{1, 0, 0}},
		{"countries sign by code", `{"signed":[{"signer":"VN"},{"signer":"LA"}]}`, `{"signed":[{"signer":"VN"},{"signer":"KH"}]}`, Signed, Count{1, 1, 1}},
	} {
		score := Compare(parse(t, c.want), parse(t, c.got))
		if got := score.Kinds[c.kind]; got != c.count {
			t.Errorf("%s: %+v, want %+v", c.reason, got, c.count)
		}
	}
}

func TestDates(t *testing.T) {
	meeting := func(date string) string { return fmt.Sprintf(`{"a":"Tô Lâm","b":"Xi Jinping","date":%s}`, date) }
	for _, c := range []struct {
		reason, want, got  string
		dated, right, fits int
	}{
		{"the same day", meeting(`"2025-05-09"`), meeting(`"2025-05-09"`), 1, 1, 1},
		{"a day without its year fits", meeting(`"2025-05-09"`), meeting(`"XXXX-05-09"`), 1, 0, 1},
		{"another day", meeting(`"2025-05-09"`), meeting(`"2025-05-10"`), 1, 0, 0},
		{"none claimed", meeting(`"2025-05-09"`), meeting(`null`), 1, 0, 0},
		{"none wanted", meeting(`null`), meeting(`"2025-05-09"`), 0, 0, 0},
		{"one of two meetings of the pair is enough", meeting(`"2025-05-09"`), meeting(`"2024-01-01"`) + "," + meeting(`"2025-05-09"`), 1, 1, 1},
		{"not found", meeting(`"2025-05-09"`), `{"a":"Hun Sen","b":"Xi Jinping","date":"2025-05-09"}`, 0, 0, 0},
	} {
		s := Compare(parse(t, `{"met":[`+c.want+`]}`), parse(t, `{"met":[`+c.got+`]}`))
		if s.Dated != c.dated || s.DateRight != c.right || s.DateFits != c.fits {
			t.Errorf("%s: dated %d right %d fits %d", c.reason, s.Dated, s.DateRight, s.DateFits)
		}
	}
}

func TestQuietTexts(t *testing.T) {
	loud := parse(t, `{"met":[{"a":"Tô Lâm","b":"Xi Jinping"}]}`)
	none := extract.Facts{}
	s := Compare(none, none).Plus(Compare(none, loud)).Plus(Compare(loud, loud))
	if s.Quiet != 2 || s.KeptClean != 1 || s.Texts != 3 {
		t.Errorf("%d texts, %d/%d kept clean, want 3 texts, 1/2", s.Texts, s.KeptClean, s.Quiet)
	}
}

func TestTable(t *testing.T) {
	want := parse(t, `{"persons":[{"name":"Tô Lâm"},{"name":"Xi Jinping"},{"name":"Hun Sen"}],"countries":["VN"],"met":[{"a":"Tô Lâm","b":"Xi Jinping","date":"2025-05-09"}]}`)
	got := parse(t, `{"persons":[{"name":"Tô Lâm"},{"name":"Xi Jinping"}],"countries":["VN","CN"],"met":[{"a":"Tô Lâm","b":"Xi Jinping","date":"2025-05-09"}]}`)
	table := `kind            P      R     F1   tp/fp/fn
persons     1.000  0.667  0.800   2/0/1
parties     0.000  0.000  0.000   0/0/0
countries   0.500  1.000  0.667   1/1/0
met         1.000  1.000  1.000   1/0/0
led         0.000  0.000  0.000   0/0/0
signed      0.000  0.000  0.000   0/0/0
edges       1.000  1.000  1.000   1/0/0
nodes       0.750  0.750  0.750   3/1/1
date right on matched met: 1/1; no-meeting texts kept clean: 0/0; texts missing from output: 0
`
	if diff := cmp.Diff(table, Compare(want, got).String()); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
}

// randomFacts draws facts over few names, so that much collides.
func randomFacts(t *rapid.T, label string) extract.Facts {
	name := rapid.SampledFrom([]string{"Tô Lâm", "To Lam", "Lâm", "Xi Jinping", "Jinping", "Hun Sen", "Samdech Hun Sen", "Kishida Fumio", "Fumio Kishide", "Đỗ", "VN", "M.", "Phạm Minh Chính", "Minh Chinh"})
	party := rapid.SampledFrom([]string{"PCV", "Parti communiste du Vietnam", "Parti communiste", "LDP"})
	code := rapid.SampledFrom([]string{"VN", "LA", "EU", "RU"})
	date := rapid.SampledFrom([]string{"", "2025-05-09", "XXXX-05-09"})
	flag := rapid.Bool()
	some := func(what string, add func()) {
		for range rapid.IntRange(0, 4).Draw(t, label+what) {
			add()
		}
	}
	maybe := func(g *rapid.Generator[string]) *string {
		if s := g.Draw(t, label+"maybe"); s != "" && flag.Draw(t, label+"given") {
			return &s
		}
		return nil
	}
	draw := func(g *rapid.Generator[string]) string { return g.Draw(t, label+"draw") }
	opt := func() bool { return flag.Draw(t, label+"optional") }
	f := extract.Facts{ID: "x", Persons: []extract.FactPerson{}, Parties: []extract.FactParty{}, Countries: []string{}, Met: []extract.FactMeeting{}, Led: []extract.FactLead{}, Signed: []extract.FactSigning{}}
	some("persons", func() {
		f.Persons = append(f.Persons, extract.FactPerson{Name: draw(name), Aliases: []string{draw(name)}, Optional: opt()})
	})
	some("parties", func() {
		f.Parties = append(f.Parties, extract.FactParty{Name: draw(party), Aliases: []string{}, Optional: opt()})
	})
	some("countries", func() { f.Countries = append(f.Countries, draw(code)) })
	some("may", func() { f.Optional = append(f.Optional, draw(code)) })
	some("met", func() {
		f.Met = append(f.Met, extract.FactMeeting{A: draw(name), B: draw(name), Date: maybe(date), Optional: opt()})
	})
	some("led", func() {
		f.Led = append(f.Led, extract.FactLead{Person: draw(name), Country: maybe(code), Party: maybe(party), Optional: opt()})
	})
	some("signed", func() {
		f.Signed = append(f.Signed, extract.FactSigning{Signer: draw(name), Kind: "person", Optional: opt()})
	})
	return f
}

func TestCompareProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want, got := randomFacts(t, "want"), randomFacts(t, "got")
		score := Compare(want, got)
		for k, n := range map[Kind][2]int{
			Persons: {len(want.Persons), len(got.Persons)}, Parties: {len(want.Parties), len(got.Parties)}, Countries: {len(want.Countries), len(got.Countries)},
			Met: {len(want.Met), len(got.Met)}, Led: {len(want.Led), len(got.Led)}, Signed: {len(want.Signed), len(got.Signed)},
		} {
			if c := score.Kinds[k]; c.TP+c.FN > n[0] || c.TP+c.FP > n[1] {
				t.Fatalf("%s: %+v of %d wanted and %d claimed", k, c, n[0], n[1])
			}
			if c := Compare(want, extract.Facts{}).Kinds[k]; c.TP+c.FP != 0 {
				t.Fatalf("%s: %+v without any claim", k, c)
			}
		}
	})
}

// Claiming exactly what is wanted makes no mistake.
func TestCompareWithItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := randomFacts(t, "f")
		for i := range f.Persons {
			f.Persons[i].Optional = false
		}
		for i := range f.Parties {
			f.Parties[i].Optional = false
		}
		for _, k := range []Kind{Persons, Parties, Met} {
			// A name of nothing but a title is nobody, not even itself.
			f.Persons = dropNobody(f.Persons)
			f.Met = dropNobodies(f.Met)
			if c := Compare(f, f).Kinds[k]; c.FP+c.FN != 0 {
				t.Fatalf("%s: %+v in %+v", k, c, f)
			}
		}
	})
}

func dropNobody(ps []extract.FactPerson) (out []extract.FactPerson) {
	for _, p := range ps {
		if p.Name != "M." {
			out = append(out, p)
		}
	}
	return out
}

func dropNobodies(ms []extract.FactMeeting) (out []extract.FactMeeting) {
	for _, m := range ms {
		if m.A != "M." && m.B != "M." {
			out = append(out, m)
		}
	}
	return out
}
