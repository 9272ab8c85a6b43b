package relay_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/relay"
)

func TestIDRoundTrip(t *testing.T) {
	for _, key := range []string{"abc", "a:b", "https://news.example/a?b=c", "Tô Lâm", "\u202e"} {
		want := relay.ID{Kind: graph.KindArticle, Key: key}
		got, err := relay.ParseID(want.String())
		if err != nil || got != want {
			t.Errorf("%q: have %v, %v", key, got, err)
		}
	}
}

func TestBadIDs(t *testing.T) {
	for _, c := range []struct{ reason, id string }{
		{"no kind", "abc"},
		{"an unknown kind", "Planet:abc"},
		{"another spelling of a kind", "person:abc"},
		{"no key", "Person:"},
		{"empty", ""},
		{"NUL", "Person:a\x00"},
		{"not UTF-8", "Person:\xff"},
		{"too long", "Person:" + strings.Repeat("a", 3000)},
	} {
		_, err := relay.ParseID(c.id)
		if err == nil {
			t.Errorf("%s: accepted", c.reason)
		} else if len(err.Error()) > 200 {
			t.Errorf("%s: an error of %d bytes", c.reason, len(err.Error()))
		}
	}
}

func FuzzID(f *testing.F) {
	for _, s := range []string{"Person:a", "Party:vn/cpv", ":", "Article:", "\xff", "Country:VN"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, err := relay.ParseID(s)
		if err != nil {
			if !utf8.ValidString(err.Error()) && utf8.ValidString(s) {
				t.Errorf("%q: the error cuts a letter: %q", s, err)
			}
			return
		}
		if id.String() != s {
			t.Errorf("%q was read as %q", s, id)
		}
		var b bytes.Buffer
		id.MarshalGQL(&b)
		var back string
		if err := json.Unmarshal(b.Bytes(), &back); err != nil || back != s {
			t.Errorf("%q is written as %s (%v)", s, b.Bytes(), err)
		}
	})
}

func FuzzScalars(f *testing.F) {
	for _, s := range []string{"2025-05-09", "vn", "VN", "ß", "ıı", "\x00", "XXXX-05"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := relay.UnmarshalDate(s); err == nil {
			if _, err := graph.ParseDate(string(d)); err != nil {
				t.Errorf("date %q: %v", s, err)
			}
		}
		if c, err := relay.UnmarshalCountryCode(s); err == nil && (len(c) != 2 || c[0] < 'A' || c[1] > 'Z') {
			t.Errorf("country %q was read as %q", s, c)
		}
		if c, err := relay.UnmarshalCursor(s); err == nil && strings.ContainsRune(string(c), 0) {
			t.Errorf("cursor %q has a NUL", c)
		}
	})
}

func TestScalarsOfOtherTypes(t *testing.T) {
	for _, v := range []any{nil, 1, 1.5, true, []any{}, map[string]any{}} {
		if _, err := relay.UnmarshalDate(v); err == nil {
			t.Errorf("date %v: accepted", v)
		}
		if _, err := relay.UnmarshalCursor(v); err == nil {
			t.Errorf("cursor %v: accepted", v)
		}
		if err := new(relay.ID).UnmarshalGQL(v); err == nil {
			t.Errorf("id %v: accepted", v)
		}
	}
	for _, v := range []any{json.Number("2147483648"), "1", json.Number("1.5"), int64(1) << 40} {
		if i, err := relay.UnmarshalInt(v); err == nil {
			t.Errorf("integer %v (%T): read as %d", v, v, i)
		}
	}
}

func TestEnums(t *testing.T) {
	var b bytes.Buffer
	relay.MarshalMode(graph.InPerson).MarshalGQL(&b)
	b.WriteByte(' ')
	relay.MarshalMode("").MarshalGQL(&b)
	b.WriteByte(' ')
	relay.MarshalRole(graph.RoleDelegationHead).MarshalGQL(&b)
	if diff := cmp.Diff(`"IN_PERSON" null "DELEGATION_HEAD"`, b.String()); diff != "" {
		t.Error(diff)
	}
	if s, err := relay.UnmarshalStatus("HELD"); err != nil || s != graph.Held {
		t.Errorf("HELD was read as %q, %v", s, err)
	}
}

func TestConnection(t *testing.T) {
	page := graph.Page[int]{Items: []graph.Item[int]{{Value: 1, Cursor: "a"}, {Value: 2, Cursor: "b"}}, More: true, Total: 9}
	got := relay.NewConnection(page, "z", func(i int) string { return strings.Repeat("x", i) })
	want := relay.Connection[string]{
		Edges:      []relay.Edge[string]{{Cursor: "a", Node: "x"}, {Cursor: "b", Node: "xx"}},
		PageInfo:   relay.PageInfo{HasNextPage: true, HasPreviousPage: true, StartCursor: "a", EndCursor: "b"},
		TotalCount: 9,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
