package eval

import "testing"

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		reason, a, b string
		want         bool
	}{
		{"diacritics and case do not count", "Tô Lâm", "TO LAM", true},
		{"a stroked d is a d", "Đỗ Mười", "Do Muoi", true},
		{"titles do not count", "Samdech Hun Sen", "Hun Sen", true},
		{"spaces do not count", "Vladimir NikolaevichDrozhzhov", "Vladimir Nikolaevich Drozhzhov", true},
		{"one letter off in a long name", "Vladimir Poutine", "Vladimir Putin", false},
		{"one letter more", "Noureddine Bedoui", "Noureddine Bedouii", true},
		{"one letter other", "Kartapolov", "Kartopolov", true},
		{"short words must be equal", "Hung", "Hang", false},
		{"a family name of four letters", "Kishida", "Kishida Fumio", true},
		{"a word of three letters names nobody", "Lam", "Nguyen Lam", false},
		{"two words in another order", "Fumio Kishida", "Kishida Fumio", true},
		{"a word too much on both sides", "Pham Minh Chinh", "Pham Binh Minh", false},
		{"nothing but titles is nobody", "le général", "général", false},
		{"a final sigma is a sigma", "ΝΊΚΟΣ", "νικος", true},
		{"typographic apostrophe", "N’Djamena", "N'Djamena", true},
	} {
		if got := SameName(c.a, c.b); got != c.want {
			t.Errorf("%s: SameName(%q, %q) = %v", c.reason, c.a, c.b, got)
		}
	}
}
