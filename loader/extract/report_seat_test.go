package extract_test

import (
	"testing"

	"github.com/diplograph/diplograph/loader/article"
)

// TestSeats: the place of an office is one in all languages.
func TestSeats(t *testing.T) {
	x := newExtractor(t)
	for _, tt := range []struct{ text, name, seat string }{
		{"Hanoï, 16 mai – L'ambassadeur du Vietnam au Chili, Lê Hoàng Vũ, a rencontré le ministre chilien Pablo Riquelme le 14 mai.", "Lê Hoàng Vũ", "CL"},
		{"Ngày 14/5, Đại sứ Việt Nam tại Chile Lê Hoàng Vũ đã gặp Bộ trưởng Chile Pablo Riquelme.", "Lê Hoàng Vũ", "CL"},
		{"Le 14 mai, le maire de Bâle, Urs Brändli, a reçu l'ambassadeur du Vietnam, Lê Hoàng Vũ.", "Urs Brändli", "basel"},
		{"The mayor of Basel, Urs Brändli, received Vietnamese Ambassador Le Hoang Vu on May 14.", "Urs Brändli", "basel"},
		{"The mayor of Basel, Urs Brändli, received Vietnamese Ambassador Le Hoang Vu on May 14.", "Le Hoang Vu", ""},
		{"Ambassador Le Hoang Vu met Basel Mayor Urs Brändli on May 14.", "Urs Brändli", "basel"},
		{"In Basel Mayor Urs Brändli met Ambassador Le Hoang Vu on May 14.", "Urs Brändli", ""},
		{"Ngày 14/5, Chủ tịch UBND tỉnh Cà Mau Lê Hoàng Vũ đã tiếp Đại sứ Chile Pablo Riquelme.", "Lê Hoàng Vũ", "camau"},
	} {
		r := x.Extract(&article.Article{ID: "a", Text: tt.text, Published: "2019-05-16"})
		seat := "nobody"
		for _, p := range r.Persons {
			if p.Name == tt.name && len(p.Offices) > 0 {
				seat = p.Offices[0].Seat
			}
		}
		if seat != tt.seat {
			t.Errorf("%q: the seat of %s is %q, want %q", tt.text, tt.name, seat, tt.seat)
		}
	}
}
