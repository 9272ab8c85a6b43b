package extract_test

import (
	"slices"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
	"github.com/google/go-cmp/cmp"
)

// TestPageAround puts lines of a page around the project's own stories: they change no fact.
func TestPageAround(t *testing.T) {
	for lang, lines := range map[string][]string{
		"fr": {"Accueil > Politique > Diplomatie", "Partager sur Facebook Twitter WhatsApp", "Publié le 14/11/2024 à 10h05 - Mis à jour à 11h20", "Par la rédaction", "Temps de lecture : 3 minutes",
			"S'abonner | Se connecter", "Écouter cet article", "Mots-clés : diplomatie, coopération, sommet", "© 2024 Tous droits réservés.", "0 commentaire"},
		"en": {"Home > News > World", "Share on Facebook Twitter WhatsApp", "Published November 14, 2024 10:05 AM | Updated 11:20 AM", "By Staff Reporter", "3 min read", "Subscribe | Sign in",
			"Listen to this article", "Tags: diplomacy, cooperation, summit", "© 2024 The Gazette. All rights reserved.", "Privacy Policy | Contact Us | Advertise"},
		"vi": {"Trang chủ > Thời sự > Chính trị", "Chia sẻ Facebook Zalo", "Cập nhật lúc 10:05, 14/11/2024", "Thứ Năm, 14/11/2024 10:05 GMT+7", "Nghe đọc bài", "Đăng nhập | Đăng ký", "Cỡ chữ: A- A+",
			"Từ khóa: ngoại giao, hợp tác", "© Bản quyền thuộc về tòa soạn", "Liên hệ | Quảng cáo | Tòa soạn"},
	} {
		t.Run(lang, func(t *testing.T) {
			x := newExtractor(t, lang)
			as := slices.DeleteFunc(articles(t, lang, 88), func(a *article.Article) bool { return len(a.Published) < len("2024-11-14") })
			want := make([]extract.Facts, len(as))
			for i, a := range as {
				r := x.Extract(a)
				want[i] = extract.FactsOf(&r)
			}
			for _, line := range lines {
				changed := 0
				for i, a := range as {
					r := x.Extract(&article.Article{ID: a.ID, Published: a.Published, Text: line + "\n\n" + a.Text + "\n\n" + line})
					if !cmp.Equal(extract.FactsOf(&r), want[i]) {
						changed++
					}
				}
				if len(as) < 60 || changed > 0 {
					t.Errorf("%q changes the facts of %d of %d stories", line, changed, len(as))
				}
			}
		})
	}
}

// TestPageIsNoText counts what may look like a page and is text.
func TestPageIsNoText(t *testing.T) {
	x := newExtractor(t, "fr", "en", "vi")
	for _, text := range []string{
		"Share of the vote: Angola's Umbal Kwaro meets Serbia's Zoran Tesovic",
		"Contact repris : le président angolais Umbal Kwaro reçoit le ministre serbe Zoran Tesovic",
		"Updated accord signed, says Umbal Kwaro\n\nAngolan President Umbal Kwaro received Serbian minister Zoran Tesovic.",
		"Thế giới hôm nay: Tổng thống Angola Umbal Kwaro tiếp Bộ trưởng Serbia Zoran Tesovic",
	} {
		r := x.Extract(&article.Article{ID: "page", Text: text, Published: "2024-11-14"})
		if got := extract.FactsOf(&r).Met; len(got) != 1 {
			t.Errorf("%q: met %v", text, got)
		}
	}
}
