package extract_test

import (
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
)

// TestEldersApart: a father and a son of one name are two persons.
func TestEldersApart(t *testing.T) {
	countPersons(t, map[string]int{
		"Le président Gustave Lamarre fils a reçu lundi l'ambassadeur Pedro Salas. Son père, Gustave Lamarre, avait fondé le parti. M. Lamarre a parlé de commerce.": 3,
		"President Samuel Okwu Jr. met Ambassador Pedro Salas on Monday. His late father, Samuel Okwu, founded the party.":                                           3,
		"President Samuel Okwu Jr. met Ambassador Pedro Salas on Monday. The dam was a promise of Samuel Okwu.":                                                      2,
	})
}

// TestNamesakesApart: a text that tells offices of two with names that are the same, or nearly so, tells of two persons.
func TestNamesakesApart(t *testing.T) {
	countPersons(t, map[string]int{
		"Le roi Anselme a reçu lundi Pedro Salas. L'ambassadeur Anselme Dupont était là.":                                                               3,
		"Le roi Anselme a reçu lundi Pedro Salas. Anselme Ier de Boravie était seul.":                                                                   2,
		"Prime Minister Rui Lopes met Ambassador Pedro Salas. Economy Minister Rui Lopes Faria joined them. Lopes praised Lopes Faria.":                 3,
		"Prime Minister Rui Lopes met Ambassador Pedro Salas. Rui Lopes Faria, the Prime Minister, praised him.":                                        2,
		"Health Minister Diego Salinas met Ambassador Pedro Salas. The surgeon and Health Minister Diego Salinas Quispe praised him.":                   2,
		"Ngày 5/9, Phó Thủ tướng Lê Thành Đại tiếp Đại sứ Pedro Salas. Thứ trưởng Bộ Tư pháp Lê Thanh Đại cũng gặp ông Salas. Ông Lê Thành Đại cảm ơn.": 3,
		"Ngày 5/9, Thứ trưởng Bộ Tư pháp Lê Thành Đại tiếp Đại sứ Pedro Salas. Thứ trưởng Bộ Tư pháp Lê Thanh Đại cảm ơn ông Salas.":                    2, // a slip
		"Foreign Minister Hu Bing met Ambassador Pedro Salas on Monday. In Harbin, vice governor Hu Bing met a delegation.":                             3,
	})
}

// TestFamiliesByTitle: of two of one family the title tells whom the family alone means, not who was named last.
func TestFamiliesByTitle(t *testing.T) {
	x := newExtractor(t, "fr", "en", "vi")
	for _, tt := range []struct{ text, who string }{
		{"Le ministre Marc Tremblay a reçu hier l'ambassadeur Jean Tremblay. « Rien de neuf », a dit M. Tremblay, le ministre.", "Marc Tremblay"},
		{"Le ministre Marc Tremblay a reçu hier l'ambassadeur Jean Tremblay. Le ministre Tremblay part demain.", "Marc Tremblay"},
		{"Le ministre Marc Tremblay a reçu hier l'ambassadeur Jean Tremblay. M. Tremblay part demain.", "Jean Tremblay"}, // named last
		{"Le ministre Marc Tremblay a reçu hier le ministre Jean Tremblay. Le ministre Tremblay part demain.", "Jean Tremblay"},
	} {
		r := x.Extract(&article.Article{ID: "a", Text: tt.text, Published: "2024-05-14"})
		who := ""
		for _, p := range r.Persons {
			for _, m := range p.Mentions {
				if tt.text[m.Start:m.End] == "Tremblay" {
					who = p.Name
				}
			}
		}
		if who != tt.who {
			t.Errorf("%s: Tremblay is %q, want %q", tt.text, who, tt.who)
		}
	}
}

// TestTakenForKnown: whom a text names by the family alone, or without the state, is the one
// figure that its office, its state and its day leave.
func TestTakenForKnown(t *testing.T) {
	x := newExtractor(t, "fr", "en", "vi")
	for _, tt := range []struct {
		day  string
		text string
		want string // NAME=key ..., key "-" for none
	}{
		{"2024-05-14", "La Mauritanie s'ouvre. Le président Ghazouani a reçu mardi une délégation espagnole.", "Ghazouani=mr/mohamed-ould-ghazouani"},
		{"2024-05-14", "En Espagne, le président Ghazouani a reçu mardi une délégation.", "Ghazouani=-"}, // no Mauritania
		{"2003-05-14", "WASHINGTON - President Bush met the Polish delegation on Monday.", "Bush=us/george-w.-bush"},
		{"1990-05-14", "WASHINGTON - President Bush met the Polish delegation on Monday.", "Bush=us/george-h.-w.-bush"},
		{"2003-05-14", "US President George Bush met the Polish delegation on Monday.", "George Bush=us/george-w.-bush"},
		{"2018-05-14", "South Korea's President Moon met the Polish delegation on Monday.", "Moon=kr/moon-jae-in"},              // not the speaker
		{"2018-05-14", "South Korea's Health Minister Moon met the Polish delegation on Monday.", "Moon=-"},                     // one of many
		{"2017-03-14", "Saudi Arabia's King Salman met the Polish delegation on Monday.", "Salman=sa/salman-bin-abdulaziz"},     // not the son
		{"2006-03-14", "Saudi Foreign Minister Saud met the Polish delegation on Monday.", "Saud=-"},                            // a dynasty
		{"2013-05-14", "À Bamako, au Mali, M. Traoré a rencontré lundi l'ambassadeur de Pologne.", "Traoré=-"},                  // one of many
		{"2024-12-05", "La France et le Qatar négocient. Son homologue a rencontré Mme Barrot à Paris.", "Barrot=-"},            // a woman
		{"2025-03-20", "Congo's President Felix Tshisekedi met the Polish delegation.", "Felix Tshisekedi=cd/felix-tshisekedi"}, // two states of one name
		{"2025-05-08", "Tổng thống Ca-xưm Giô-mát Tô-ca-ép tiếp đoàn Việt Nam tại Ca-dắc-xtan.", "Ca-xưm Giô-mát Tô-ca-ép=kz/kassym-jomart-tokayev"},
		{"2020-06-14", "Hà Nội - Đại sứ Việt Nam Phan Chí Thành đã gặp Bộ trưởng Y tế Lào tại Vientiane.", "Phan Chí Thành=vn/phan-chi-thanh"},
		{"2020-06-14", "Hà Nội - Thiếu tướng Phan Chí Thành, Phó Tư lệnh Quân khu 7 của Việt Nam, đã gặp đoàn Lào.", "Phan Chí Thành=-"}, // a namesake of an ambassador
		{"2019-06-14", "Ngày 12/6, Thủ tướng Áo đã hội đàm với Tổng thống Iran Hát-xan Ru-ha-ni tại Tê-hê-ran.", "Hát-xan Ru-ha-ni=ir/hassan-rouhani"},
		{"2019-06-14", "Ngày 12/6, Thủ tướng Áo đã hội đàm với Thứ trưởng Y tế Iran Hát-xan Ru-ha-ni tại Tê-hê-ran.", "Hát-xan Ru-ha-ni=-"},
		{"1998-07-17", "Le président syrien Hafez el-Assad est arrivé jeudi à Paris avec son fils Bachar.", "Bachar=sy/bashar-al-assad"},
		{"2001-06-25", "Syrian leader Bashar al-Assad met President Jacques Chirac on Monday. He took over from his father Hafez.", "Hafez=sy/hafez-al-assad"},
		{"2018-06-25", "Syrian leader Bashar al-Assad met President Vladimir Putin on Monday with his son Hafez.", "Hafez=-"},
		{"2024-04-11", "HANOI - Archbishop Paul Gallagher of the Holy See met the Polish delegation. Cardinal Parolin is expected.", "Parolin=va/pietro-parolin"},
		{"2024-04-11", "HANOI - Archbishop Paul Gallagher of the Holy See met the Polish delegation. The lawyer of Mr. Parolin met them.", "Parolin=-"},
		{"2023-12-13", "En Chine, le ministre Wang Yi a reçu mardi une délégation polonaise.", "Wang Yi=cn/wang-yi"},
		{"2023-12-13", "En Chine, le ministre de la Culture Wang Yi a reçu mardi une délégation polonaise.", "Wang Yi=-"},
		{"2025-02-12", "Hà Nội - Chánh Văn phòng Trung ương Đảng Lê Hoài Trung tiếp đoàn Lào.", "Lê Hoài Trung=vn/le-hoai-trung"},
		{"2025-10-20", "Reçu mardi par Anthony Albanese, le Premier ministre singapourien en est revenu avec un accord.", "Anthony Albanese=au/anthony-albanese"},
		{"2025-04-15", "Seoul - South Korean Foreign Minister Cho Tae-yeol met the Polish delegation.", "Cho Tae-yeol=kr/cho-tae-yul"},
		{"2025-04-09", "Hanoi, Vietnam - Chairman Tran Sy Thanh met the French delegation on Monday.", "Tran Sy Thanh=vn/tran-sy-thanh"},
		{"2024-04-14", "Le président philippin Ferdinand « Bongbong » Marcos a reçu lundi une délégation. Fils du dictateur Ferdinand Marcos, chassé en 1986, « Bongbong » a rompu avec Pékin.", "Ferdinand Marcos=-"},
		{"2002-11-20", "Former U.S. President George Bush met Chinese leaders on Tuesday. His son, President George W. Bush, sent a letter. Bush was envoy in the 1970s.", "George Bush=-"},
		{"2024-04-10", "DOHA - Le Qatar investit. Six semaines après la visite de cheikh Tamim, un fonds sera doté.", "Tamim=qa/tamim-bin-hamad"},
		{"2025-08-11", "South Korea's Foreign Minister Cho met the Polish delegation. Cho, a former ambassador to the United Nations, took office last month.", "Cho=-"}, // of two,
		{"2025-04-03", "Hai Phong - Belgian ministers came on a mission led by Peter De Crem.", "Peter De Crem=be/pieter-de-crem"},
		{"2025-04-03", "Hai Phong - Dutch ministers came on a mission led by Peter De Crem.", "Peter De Crem=-"}, // not of the state
		{"2025-04-03", "Berlin - German ministers came on a mission led by Angelo Merkel.", "Angelo Merkel=-"},   // a man
		{"2025-03-08", "Kiev - Cựu Thủ tướng Đan Mạch Anders Rasmussen gặp đoàn Ba Lan.", "Anders Rasmussen=dk/anders-fogh-rasmussen"},
		{"2025-03-08", "Kiev - Thủ tướng Đan Mạch Anders Rasmussen gặp đoàn Ba Lan.", "Anders Rasmussen=dk/anders-fogh-rasmussen"},
		{"2025-03-13", "Nam Ninh - Bí thư Tỉnh ủy Quảng Ninh Vũ Đại Thắng hội đàm với đoàn Trung Quốc.", "Vũ Đại Thắng=vn/vu-dai-thang"},
		{"2025-02-12", "Hà Nội - Giám đốc Bệnh viện Trung ương Lê Hoài Trung của Việt Nam tiếp đoàn Lào.", "Lê Hoài Trung=-"},
	} {
		r := x.Extract(&article.Article{ID: "a", Text: tt.text, Published: tt.day})
		name, want, _ := strings.Cut(tt.want, "=")
		got := "not named"
		for _, p := range r.Persons {
			if p.Name == name {
				got = p.Key
			}
		}
		if want == "-" {
			want = ""
		}
		if got != want {
			t.Errorf("%s, %s: %q, want %q", tt.day, tt.text, got, want)
		}
	}
}

// countPersons holds how many persons each text tells of.
func countPersons(t *testing.T, texts map[string]int) {
	t.Helper()
	x := newExtractor(t, "fr", "en", "vi")
	for text, want := range texts {
		if r := x.Extract(&article.Article{ID: "a", Text: text, Published: "2024-05-14"}); len(r.Persons) != want {
			t.Errorf("%s: %d persons, want %d", text, len(r.Persons), want)
		}
	}
}

// TestMarksApart: a text that writes one name with two sets of marks, for offices that nobody holds at once,
// means two.
func TestMarksApart(t *testing.T) {
	countPersons(t, map[string]int{
		"Governor Tran Duc Lam met Ambassador Pedro Salas on Monday. Deputy Labor Minister Tran Duc Lãm met him on Tuesday.":      3,
		"Governor Tran Duc Lam met Ambassador Pedro Salas on Monday. Tran Duc Lãm met him again on Tuesday.":                      2,
		"President George W. Lamarre met Ambassador Pedro Salas on Monday. He is no relative of George H. Lamarre, the minister.": 3,
	})
}
