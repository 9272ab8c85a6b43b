package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// told are four articles: three of one meeting, in two languages, and one of
// another meeting of the same persons.
func told() map[string]string {
	article := func(id, lang, published, text string) string {
		b, err := json.Marshal(map[string]string{"id": id, "lang": lang, "published": published, "title": "T " + id, "text": text})
		if err != nil {
			panic(err)
		}
		return string(b)
	}
	const met = "Lao Foreign Minister Bounmy Keosavang met Vietnamese Defence Minister Do Huu Thanh in Vientiane on May 9, 2025. They talked about trade and the border between the two countries for an hour."
	return map[string]string{
		"a.jsonl": article("x/fr", "fr", "2025-05-10", "Le ministre des Affaires étrangères du Laos, Bounmy Keosavang, a rencontré le 9 mai 2025 à Vientiane le ministre vietnamien de la Défense, Đỗ Hữu Thành."),
		"b.jsonl": article("x/en", "en", "2025-05-10", met),
		"c.jsonl": article("x/again", "en", "2025-05-11", met+" They smiled for the photographers."),
		"d.jsonl": article("x/other", "en", "2025-08-02", "Lao Foreign Minister Bounmy Keosavang met Vietnamese Defence Minister Do Huu Thanh in Hanoi on August 1, 2025. The two sides discussed the border and the roads."),
	}
}

func TestExport(t *testing.T) {
	files := told()
	var first string
	for i, order := range [][]string{slices.Sorted(maps.Keys(files)), {"d.jsonl", "b.jsonl", "a.jsonl", "c.jsonl", "b.jsonl"}} {
		store, dir := "sqlite:"+t.TempDir()+"/g.db", tree(t, files)
		for _, name := range order {
			command(t, "", "--store", store, "load", dir+"/"+name).want(t, exitOK)
		}
		r := command(t, "", "--store", store, "export", "--form", "canonical")
		r.want(t, exitOK)
		if i == 0 {
			first = r.out
			checkCanonical(t, r.out)
		} else if r.out != first {
			t.Errorf("another order of loading exports\n%s\nnot\n%s", r.out, first)
		}
		command(t, "", "--store", store, "export").want(t, exitOK, `{"kind":"Article","key":"x/again","value":{"id":"x/again"`, `{"kind":"MET_WITH",`)
	}
}

// checkCanonical checks the mentions, the meetings and the hash.
func checkCanonical(t *testing.T, out string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	body := strings.Join(lines[:len(lines)-1], "\n") + "\n"
	if want := fmt.Sprintf(`{"kind":"hash","hash":"sha256:%x"}`, sha256.Sum256([]byte(body))); lines[len(lines)-1] != want {
		t.Errorf("last line %s, want %s", lines[len(lines)-1], want)
	}
	persons, meetings := map[string][]string{}, []string{}
	for _, l := range lines {
		var v struct {
			Kind, Article, Name, Person, Status, Date string
			Participants, Articles                    []string
		}
		if err := json.Unmarshal([]byte(l), &v); err != nil {
			t.Fatalf("%s: %v", l, err)
		}
		switch v.Kind {
		case "mention":
			persons[v.Person] = append(persons[v.Person], v.Article+"="+v.Name)
		case "meeting":
			meetings = append(meetings, fmt.Sprintln(v.Status, v.Date, len(v.Participants), v.Articles))
		}
	}
	if len(persons) != 2 {
		t.Errorf("mentions of %d persons, want 2: %v", len(persons), persons)
	}
	for _, names := range persons {
		if len(names) != 4 {
			t.Errorf("mentions %q, want one in each of 4 articles", names)
		}
	}
	slices.Sort(meetings)
	if want := []string{"held 2025-05-09 2 [x/again x/en x/fr]\n", "held 2025-08-01 2 [x/other]\n"}; !slices.Equal(meetings, want) {
		t.Errorf("meetings %q, want %q", meetings, want)
	}
}
