package extract_test

import (
	"testing"

	"github.com/diplograph/diplograph/loader/article"
)

// TestAnother: a text that says that there is another of a name tells of two.
func TestAnother(t *testing.T) {
	x := rules(t)
	for _, tt := range []struct {
		lang, text string
		want       int
	}{
		{"fr", "Antoine Lormier a été reçu à Riyad par le ministre saoudien du Pétrole Khalid ben Nasser. L'autre Khalid, le ministre jordanien des Finances, est attendu à Paris.", 3},
		{"fr", "Antoine Lormier a été reçu à Riyad par le ministre saoudien du Pétrole Khalid ben Nasser. Khalid ira à Paris avec les autres ministres.", 2},
		{"fr", "La maire Hélène Garrigou a rencontré le président du Comité populaire Nguyên Van Thuân. Elle avait été reçue par le secrétaire provincial du Parti, un presque homonyme, Nguyễn Văn Thuận.", 3},
		{"en", "Antoine Lormier met Saudi Oil Minister Khalid ben Nasser in Riyadh. The other Khalid, the Jordanian finance minister, is expected in Paris.", 3},
		{"en", "Antoine Lormier met Health Minister John Hale in London. His namesake, Ambassador John Hale, was not there.", 3},
		{"en", "Antoine Lormier met Health Minister John Hale in London. Hale will meet other ministers.", 2},
		{"vi", "Thứ trưởng Lê Văn Tám tiếp Bộ trưởng Tài chính Nguyễn Văn Hùng. Ông Hùng kia, Đại sứ tại Lào, vắng mặt.", 3},
		{"vi", "Thứ trưởng Lê Văn Tám tiếp Bộ trưởng Tài chính Nguyễn Văn Hùng. Một người trùng tên, Đại sứ Nguyễn Văn Hùng, vắng mặt.", 3},
	} {
		r := x.Extract(&article.Article{ID: "a", Lang: tt.lang, Text: tt.text, Published: "2020-05-05"})
		if len(r.Persons) != tt.want {
			t.Errorf("%s: %d persons, want %d: %+v", tt.text, len(r.Persons), tt.want, r.Persons)
		}
	}
}
