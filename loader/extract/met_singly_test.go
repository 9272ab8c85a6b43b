package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/google/go-cmp/cmp"
)

// Who met several people: at once, or one by one.
func TestSingly(t *testing.T) {
	x := newExtractor(t)
	for _, tt := range []struct {
		reason, text string
		want         []string // the persons of each meeting, by their last names
	}{
		{"heads of one state", "Ngày 12/8, tại Viêng Chăn, Bộ trưởng Ngoại giao Việt Nam Đinh Công Lực đã gặp Thủ tướng Lào Khamla Sorphan và Chủ tịch Quốc hội Lào Bounmy Sayavong.",
			[]string{"Lực Sayavong", "Lực Sorphan"}},
		{"ministers of one state", "Le président polonais Adam Wilkosz a reçu mardi à Varsovie le ministre kényan de la Défense, Joseph Mutiso, et la ministre kényane de la Santé, Grace Wanjala.",
			[]string{"Mutiso Wanjala Wilkosz"}},
		{"on the telephone, of two states", "Polish President Adam Wilkosz spoke by telephone on Tuesday with Kenyan President Joseph Mutiso and Ugandan President Moses Okello.",
			[]string{"Mutiso Wilkosz", "Okello Wilkosz"}},
		{"on the telephone, at once", "Polish President Adam Wilkosz held a trilateral telephone call on Tuesday with Kenyan President Joseph Mutiso and Ugandan President Moses Okello.",
			[]string{"Mutiso Okello Wilkosz"}},
		{"in one room, of two states", "Polish President Adam Wilkosz met Kenyan President Joseph Mutiso and Ugandan President Moses Okello in Warsaw on Tuesday.",
			[]string{"Mutiso Okello Wilkosz"}},
		{"one after the other", "Le président polonais Adam Wilkosz a reçu tour à tour mardi le président kényan Joseph Mutiso et le président ougandais Moses Okello.",
			[]string{"Mutiso Wilkosz", "Okello Wilkosz"}},
	} {
		r := x.Extract(&article.Article{ID: "a", Text: tt.text, Published: "2025-08-13"})
		var got []string
		for _, m := range r.Meetings {
			var last []string
			for _, p := range m.Participants {
				name := r.Persons[p.Person].Name
				last = append(last, name[strings.LastIndexByte(name, ' ')+1:])
			}
			slices.Sort(last)
			got = append(got, strings.Join(last, " "))
		}
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s\n(-want +got)\n%s", tt.reason, tt.text, diff)
		}
	}
}
